namespace ParIndex.Web.Published;

/// <summary>
/// Holds an answer back while it is small and of a type that is tagged; lets everything else through as it comes.
/// What it is, is known with the first byte, when the headers are set.
/// </summary>
internal sealed class AnswerBuffer(HttpResponse response, Stream through) : Stream
{
    /// <summary>Larger answers are sent as they come, without a tag.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private MemoryStream? _held;
    private bool _passing;

    /// <summary>The whole answer, or <c>null</c> when there was none or it was let through.</summary>
    public ReadOnlyMemory<byte>? Held => _held?.GetBuffer().AsMemory(0, (int)_held.Length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || Holds(buffer.Span))
        {
            return;
        }

        await LetGoAsync(cancellationToken);
        await through.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.IsEmpty || Holds(buffer))
        {
            return;
        }

        if (_held is not null)
        {
            through.Write(Held!.Value.Span);
            _held = null;
        }

        through.Write(buffer);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        _passing ? through.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override void Flush()
    {
        if (_passing)
        {
            through.Flush();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private bool Holds(ReadOnlySpan<byte> bytes)
    {
        _passing = _passing
            || (_held is null && !AnswerTypes.IsTagged(response.ContentType))
            || (_held?.Length ?? 0) + bytes.Length > MostBytes;
        if (_passing)
        {
            return false;
        }

        _held ??= new MemoryStream();
        _held.Write(bytes);
        return true;
    }

    private async ValueTask LetGoAsync(CancellationToken cancellationToken)
    {
        if (Held is { } held)
        {
            _held = null;
            await through.WriteAsync(held, cancellationToken);
        }
    }
}
