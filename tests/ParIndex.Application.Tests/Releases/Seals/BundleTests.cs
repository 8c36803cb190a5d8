using System.Diagnostics;
using System.IO.Compression;
using ParIndex.Application.Data;
using ParIndex.Application.Releases.Seals;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases.Seals;

/// <summary>A release's ZIP stands for itself: every byte counts, and the tools that its guide names are enough to verify it.</summary>
public sealed class BundleTests : IDisposable
{
    /// <summary>Of so many bytes one is flipped, where the run is short.</summary>
    private const int OneOf = 11;

    private readonly TestSealing _sealing = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-bundle-");

    public void Dispose()
    {
        _sealing.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task EveryFlippedByte_IsFoundAndNamed()
    {
        var zip = await BundleAsync();
        var keys = _sealing.Keys.Known();
        Assert.Empty(BundleCheck.Of(zip, keys));
        var names = new HashSet<string>(StringComparer.Ordinal);

        for (var at = 0; at < zip.Length; at += LongRun.IsAsked ? 1 : OneOf)
        {
            zip[at] ^= (byte)(1 << (at % 8));
            var found = BundleCheck.Of(zip, keys);
            Assert.True(found.Count > 0, $"byte {at} of {zip.Length}");
            names.Add(found[0].Item);
            zip[at] ^= (byte)(1 << (at % 8));
        }

        Assert.Contains(BundleCheck.Structure, names);
        Assert.Contains(BundleCheck.ManifestFile, names);
        Assert.Contains(BundleCheck.SignatureFile, names);
        Assert.Contains(names, name => name.EndsWith(".xlsx", StringComparison.Ordinal));
        Assert.All(["ban-chuan-", "phu-luc-", "thong-bao-2025-", "thong-bao-tieng-anh-"], start => Assert.Contains(names, name => name.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhatIsAddedOrCutOff_IsFound()
    {
        var zip = await BundleAsync();
        var keys = _sealing.Keys.Known();

        Assert.NotEmpty(BundleCheck.Of([.. zip, 0], keys));
        Assert.NotEmpty(BundleCheck.Of([0, .. zip], keys));
        Assert.NotEmpty(BundleCheck.Of(zip[..^1], keys));
        Assert.NotEmpty(BundleCheck.Of([], keys));
    }

    [Fact]
    public async Task AnotherKey_IsNotRecognised()
    {
        using var other = new TestSealing();
        _ = other.Keys.Sign(key => key);

        Assert.Contains(BundleCheck.Of(await BundleAsync(), other.Keys.Known()), found => found.Item == BundleCheck.SignatureFile);
    }

    [Fact]
    public async Task Sha256sumAndOpenssl_VerifyIt_AsItsGuideSays()
    {
        using (var zip = new ZipArchive(new MemoryStream(await BundleAsync())))
        {
            zip.ExtractToDirectory(_folder.FullName);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "khoa-cong-khai.pem"), _sealing.Keys.PublicPem());
        var guide = await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "DOC-TOI.txt"));
        var commands = guide.Select(line => line.Trim()).Where(line => line.StartsWith("sha256sum ", StringComparison.Ordinal) || line.StartsWith("openssl ", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, commands.Count);

        var said = commands.ConvertAll(Run);

        Assert.All(said, one => Assert.Equal(0, one.Code));
        Assert.All(said[0].Lines, line => Assert.EndsWith(": OK", line, StringComparison.Ordinal));
        Assert.Equal(TestRelease.Make().ResultsDigest, said[1].Lines[0].Split(' ')[0]);
        Assert.Contains("seal: " + said[2].Lines[0].Split(' ')[0], await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, BundleCheck.CheckpointFile)));
        Assert.Equal(["Verified OK"], said[3].Lines);

        await File.AppendAllTextAsync(Path.Combine(_folder.FullName, BundleCheck.CheckpointFile), " ");
        Assert.NotEqual(0, Run(commands[3]).Code);
    }

    private (int Code, string[] Lines) Run(string command)
    {
        var words = command.Split(' ');
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<byte[]> BundleAsync()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await database.AddTestReleaseAsync();
        await _sealing.SealAsync(database);
        await using var db = database.NewContext();
        return (await new SealedReleases(db).BundleAsync(TestRelease.Year, 1))!.Content;
    }
}
