using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using ParIndex.Application.Releases;
using ParIndex.Application.Tables;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Testing;

/// <summary>What the script of an archive said.</summary>
/// <param name="ExitCode">0 where every cell agrees.</param>
/// <param name="Lines">What it wrote, line by line.</param>
/// <param name="Errors">What went wrong in the script itself; empty.</param>
public sealed record Recomputation(int ExitCode, IReadOnlyList<string> Lines, string Errors)
{
    /// <summary>The lines that name a cell.</summary>
    public IReadOnlyList<string> Differing => [.. Lines.Where(line => line.StartsWith("KHÁC: tệp", StringComparison.Ordinal))];
}

/// <summary>An archive as an outsider has it: downloaded, unpacked in a folder, computed again by the script that lies there.</summary>
public sealed class UnpackedRelease : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("par-index-zip-").FullName;

    private UnpackedRelease(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        zip.ExtractToDirectory(_folder);
    }

    /// <summary>Makes the archive of a release and unpacks it.</summary>
    public static UnpackedRelease Of(Release release) => new(ReleaseArchive.Of(release, new WorkbookCover("Bản công bố", [], []), new DataOrigin(null, null, null, null), Announce(release, [])));

    /// <summary>What a release says in words without a portal: its facts in Vietnamese, and how much was found.</summary>
    public static BilingualAnnouncement Announce(Release release, IReadOnlyList<Observation> found)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(found);
        var parts = release.Groups.Select(group => new AnnouncementPart(group.Name, [.. AnnouncedFact.Of(release, group).Select(fact => Announcement.Sentence(release, group, fact))]));
        return new([.. parts, new("Điểm đáng chú ý", [.. found.Select(one => $"{one.GetType().Name}: {one.Unit?.UnitName}, {NumberWriter.DataTrimmed(one.Strength)}")])], [new("Found", [$"{found.Count}"])]);
    }

    /// <summary>The files by name.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_folder).Select(file => Path.GetFileName(file));

    /// <summary>The one file whose name begins so.</summary>
    public string Name(string beginning) => Files.Single(name => name.StartsWith(beginning, StringComparison.Ordinal) && name.EndsWith(".csv", StringComparison.Ordinal));

    /// <summary>Where a file lies.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>The text of a file.</summary>
    public string Read(string name) => File.ReadAllText(Path.Combine(_folder, name));

    /// <summary>Puts another text in the place of a file's.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    /// <summary>Runs <c>python3 tinh-lai.py</c> in the folder, as the archive's own instructions say; the test is skipped where there is no Python.</summary>
    public Recomputation Recompute()
    {
        var start = new ProcessStartInfo(Require.Python(), ["-B", "tinh-lai.py"])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var python = Process.Start(start)!;
        var errors = python.StandardError.ReadToEndAsync();
        var said = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        return new(python.ExitCode, said.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries), errors.GetAwaiter().GetResult());
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
