using System.Security.Cryptography;

namespace ParIndex.Application.Backup;

/// <summary>Reads a stream line by line within bounds, and takes the hash of all of it.</summary>
/// <param name="stream">Where the lines are.</param>
/// <param name="mostBytes">What the stream claims to hold; more is refused.</param>
internal sealed class LineReader(Stream stream, long mostBytes) : IDisposable
{
    private const int LongestLine = 16 * 1024 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private long _read;

    /// <summary>Lines read so far.</summary>
    public long Lines { get; private set; }

    /// <summary>The next line without its end, valid until the next call; <c>null</c> after the last.</summary>
    /// <exception cref="InvalidDataException">A line too long, more bytes than claimed, or a last line without its end.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancel)
    {
        var scanned = 0;
        while (true)
        {
            var length = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (length >= 0)
            {
                return Take(scanned + length);
            }

            scanned = _end - _start;
            MakeRoom();
            var got = await stream.ReadAsync(_buffer.AsMemory(_end), cancel);
            if (got == 0)
            {
                return scanned == 0 ? null : throw new InvalidDataException("The last line is cut off.");
            }

            _end += got;
            _read += got;
            if (_read > mostBytes)
            {
                throw new InvalidDataException("The file holds more than it claims.");
            }
        }
    }

    /// <summary>The hash of everything read, lower-case hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private ReadOnlyMemory<byte> Take(int length)
    {
        _hash.AppendData(_buffer, _start, length + 1);
        var line = _buffer.AsMemory(_start, length);
        _start += length + 1;
        Lines++;
        return line;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
        {
            return;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        else if (_buffer.Length >= LongestLine)
        {
            throw new InvalidDataException("A line is too long.");
        }
        else
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
