using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ParIndex.Web.Published;

/// <summary>A public answer as bytes ready to be sent: plain, and of a text also packed.</summary>
public sealed class KeptAnswer
{
    /// <summary>What an entry takes besides its bytes: headers, tags, its place.</summary>
    private const int Overhead = 2048;

    /// <summary>Said of each encoding anew, or of each request.</summary>
    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.AcceptRanges, HeaderNames.ContentEncoding, HeaderNames.ContentLength, HeaderNames.Date, HeaderNames.ETag, HeaderNames.TransferEncoding,
    };

    private readonly PackedBytes _plain;

    private readonly PackedBytes? _gzip;

    private readonly PackedBytes? _brotli;

    private KeptAnswer(PackedBytes plain, PackedBytes? gzip, PackedBytes? brotli) => (_plain, _gzip, _brotli) = (plain, gzip, brotli);

    /// <summary>How much memory it takes, in bytes.</summary>
    public long Bytes => Overhead + _plain.Bytes.Length + (_gzip?.Bytes.Length ?? 0) + (_brotli?.Bytes.Length ?? 0);

    /// <summary>What the pipeline has just answered, not sent yet; <c>null</c> when it is not for everybody.</summary>
    /// <param name="response">Its status and headers.</param>
    /// <param name="plain">Its bytes, not packed.</param>
    /// <param name="thoroughly">Whether to take time for packing.</param>
    public static KeptAnswer? Of(HttpResponse response, ReadOnlySpan<byte> plain, bool thoroughly)
    {
        if (!IsForEverybody(response) || !EntityTagHeaderValue.TryParse(response.Headers.ETag.ToString(), out var tag) || tag.IsWeak)
        {
            return null;
        }

        var headers = response.Headers.Where(header => !NotKept.Contains(header.Key)).ToList();
        var isText = AnswerTypes.IsCompressed(response.ContentType);
        return new(
            Pack(plain.ToArray(), tag.Tag, encoding: null, headers),
            isText ? Smaller(PackedBytes.Gzip(plain, thoroughly), plain.Length, tag.Tag, "gzip", headers) : null,
            isText ? Smaller(PackedBytes.Brotli(plain, thoroughly), plain.Length, tag.Tag, "br", headers) : null);
    }

    /// <summary>Whether status and headers say that anybody may have the answer, and get the same.</summary>
    public static bool IsForEverybody(HttpResponse response)
    {
        var headers = response.Headers;
        return response.StatusCode == StatusCodes.Status200OK
            && headers.SetCookie.Count == 0
            && headers.CacheControl.ToString() is var caching && caching.Contains("public", StringComparison.OrdinalIgnoreCase) && !caching.Contains("no-store", StringComparison.OrdinalIgnoreCase)
            && headers.Vary.ToString() is var varies && (varies.Length == 0 || string.Equals(varies, HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Sets status and headers for this reader.</summary>
    /// <returns>The bytes to send, none for who has them already or asks for headers only.</returns>
    public ReadOnlyMemory<byte> Prepare(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var packed = For(EncodingChoice.Best(request.Headers.AcceptEncoding));
        foreach (var (name, value) in packed.Headers)
        {
            response.Headers[name] = value;
        }

        if (IsKnown(request, packed))
        {
            EntityTags.SetNotModified(response);
            return default;
        }

        response.ContentLength = packed.Bytes.Length;
        return HttpMethods.IsHead(request.Method) ? default
            : request.Headers.Range.Count > 0 ? Part(context, packed)
            : packed.Bytes;
    }

    private PackedBytes For(AcceptedEncoding encoding) => encoding switch
    {
        AcceptedEncoding.Brotli => _brotli ?? _plain,
        AcceptedEncoding.Gzip => _gzip ?? _plain,
        _ => _plain,
    };

    /// <summary>A date is asked about only by who has no tag (RFC 9110, 13.1.3).</summary>
    private static bool IsKnown(HttpRequest request, PackedBytes packed) => request.Headers.IfNoneMatch.Count > 0
        ? EntityTags.IsKnown(request, packed.Tag)
        : request.Headers.IfModifiedSince is { Count: > 0 } since && IsDated(packed, since.ToString());

    /// <summary>Whether the answer bears exactly this date: the date it came with.</summary>
    private static bool IsDated(PackedBytes packed, string date) =>
        Array.Exists(packed.Headers, header => header.Key == HeaderNames.LastModified && header.Value.ToString() == date);

    /// <summary>One range of the bytes; the whole when several are asked for, or ranges of what has changed since (RFC 9110, 14.2).</summary>
    private static ReadOnlyMemory<byte> Part(HttpContext context, PackedBytes packed)
    {
        var (request, response, whole) = (context.Request, context.Response, packed.Bytes.Length);
        if (!RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var asked) || asked.Unit != "bytes" || asked.Ranges.Count != 1 || !IsStill(request.Headers.IfRange.ToString(), packed))
        {
            return packed.Bytes;
        }

        var range = asked.Ranges.Single();
        var (from, to) = range.From is { } first ? (first, Math.Min(range.To ?? whole - 1, whole - 1)) : (Math.Max(0, whole - range.To!.Value), whole - 1);
        if (from > to)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.ContentLength = 0;
            response.Headers.Remove(HeaderNames.ETag);
            EntityTags.RemoveContent(response.Headers);
            response.Headers.ContentRange = new ContentRangeHeaderValue(whole).ToString();
            if (context.Features.Get<IStatusCodePagesFeature>() is { } words)
            {
                words.Enabled = false;
            }

            return default;
        }

        response.StatusCode = StatusCodes.Status206PartialContent;
        response.ContentLength = to - from + 1;
        response.Headers.ContentRange = new ContentRangeHeaderValue(from, to, whole).ToString();
        return packed.Bytes.AsMemory((int)from, (int)(to - from + 1));
    }

    private static bool IsStill(string ifRange, PackedBytes packed) => ifRange.Length == 0
        || (EntityTagHeaderValue.TryParse(ifRange, out var tag) ? tag.Compare(packed.Tag, useStrongComparison: true) : IsDated(packed, ifRange));

    private static PackedBytes? Smaller(byte[] packed, int plain, StringSegment tag, string encoding, List<KeyValuePair<string, StringValues>> headers) =>
        packed.Length < plain ? Pack(packed, tag, encoding, headers) : null;

    private static PackedBytes Pack(byte[] bytes, StringSegment tag, string? encoding, List<KeyValuePair<string, StringValues>> headers)
    {
        var own = EntityTags.Of(tag, encoding);
        List<KeyValuePair<string, StringValues>> said = [.. headers, new(HeaderNames.AcceptRanges, "bytes"), new(HeaderNames.ETag, own.ToString())];
        if (encoding is not null)
        {
            said.Add(new(HeaderNames.ContentEncoding, encoding));
        }

        return new(bytes, own, [.. said]);
    }
}
