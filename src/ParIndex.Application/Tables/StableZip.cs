using System.IO.Compression;

namespace ParIndex.Application.Tables;

/// <summary>A ZIP whose bytes depend on nothing but its files: no time of making, no order but the one given.</summary>
internal sealed class StableZip : IDisposable
{
    /// <summary>The least time an archive can hold. Only its wall clock is written, so no time zone touches it.</summary>
    internal static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MemoryStream _output = new();
    private readonly ZipArchive _archive;

    internal StableZip() => _archive = new(_output, ZipArchiveMode.Create, leaveOpen: true);

    internal void Add(string path, byte[] content)
    {
        var entry = _archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(content);
    }

    /// <summary>Ends the archive and gives its bytes.</summary>
    internal byte[] ToArray()
    {
        _archive.Dispose();
        return _output.ToArray();
    }

    public void Dispose()
    {
        _archive.Dispose();
        _output.Dispose();
    }
}
