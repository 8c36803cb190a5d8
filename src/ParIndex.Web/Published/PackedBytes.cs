using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ParIndex.Web.Published;

/// <summary>An answer's bytes in one encoding, with the headers that go before them.</summary>
/// <param name="Bytes">As they are sent.</param>
/// <param name="Tag">Strong: other bytes have another one.</param>
/// <param name="Headers">All that the answer itself says, tag and encoding included.</param>
internal sealed record PackedBytes(byte[] Bytes, EntityTagHeaderValue Tag, KeyValuePair<string, StringValues>[] Headers)
{
    // The largest of Brotli's windows that every reader takes.
    private const int Window = 22;

    /// <summary>Packs once what is sent often.</summary>
    /// <param name="plain">The bytes.</param>
    /// <param name="thoroughly">Whether the time is worth it.</param>
    public static byte[] Brotli(ReadOnlySpan<byte> plain, bool thoroughly)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, quality: thoroughly ? 9 : 5, Window) ? packed[..length] : packed;
    }

    /// <inheritdoc cref="Brotli" />
    public static byte[] Gzip(ReadOnlySpan<byte> plain, bool thoroughly)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, new ZLibCompressionOptions { CompressionLevel = thoroughly ? 9 : 6 }, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}
