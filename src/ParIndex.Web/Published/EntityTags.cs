using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ParIndex.Web.Published;

/// <summary>
/// Gives public answers a strong tag of the bytes sent, encoding included, and answers 304 to who has them already
/// (RFC 9110, 13.1.2). Stands outside compression, so that each encoding has a tag of its own.
/// </summary>
internal sealed class EntityTags(RequestDelegate next)
{
    public const string Revalidate = "public, no-cache";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var answer = new AnswerBuffer(context.Response, body.Stream);
        var buffered = new StreamResponseBodyFeature(answer, body);
        context.Features.Set<IHttpResponseBodyFeature>(buffered);
        try
        {
            await next(context);
            await buffered.CompleteAsync();
        }
        finally
        {
            context.Features.Set(body);
        }

        if (answer.Held is { } bytes)
        {
            await SendAsync(context, bytes);
        }
    }

    private static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        var response = context.Response;
        if (AnswerTypes.IsCompressed(response.ContentType))
        {
            VaryByEncoding(response.Headers);
        }

        if (IsTagged(context) && IsKnown(context.Request, Tag(response.Headers, bytes.Span)))
        {
            SetNotModified(response);
            return Task.CompletedTask;
        }

        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>Only whole public answers: what a cookie or a sign-in made is one person's.</summary>
    private static bool IsTagged(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (context.Response.StatusCode != StatusCodes.Status200OK)
        {
            return false;
        }

        var personal = headers.ContainsKey(HeaderNames.SetCookie) || context.User.Identity is { IsAuthenticated: true };
        headers.TryAdd(HeaderNames.CacheControl, personal ? "no-store" : Revalidate);
        return !headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The tag the endpoint gave, made distinct for its encoding, or one of the bytes.
    /// </summary>
    private static EntityTagHeaderValue Tag(IHeaderDictionary headers, ReadOnlySpan<byte> bytes)
    {
        if (!EntityTagHeaderValue.TryParse(headers.ETag.ToString(), out var tag))
        {
            tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(bytes))}\"");
        }
        else if (!tag.IsWeak && headers.ContentEncoding.ToString() is { Length: > 0 } encoding)
        {
            tag = Of(tag.Tag, encoding);
        }

        headers.ETag = tag.ToString();
        return tag;
    }

    /// <summary>The tag of bytes in an encoding, from that of the plain ones.</summary>
    internal static EntityTagHeaderValue Of(StringSegment tag, string? encoding) =>
        encoding is null ? new(tag) : new EntityTagHeaderValue($"\"{tag.AsSpan()[1..^1]}-{encoding}\"");

    /// <summary>Whether the reader has the bytes of the tag already.</summary>
    internal static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(tag, useStrongComparison: false));

    /// <summary>Makes the answer the one for a reader who has the bytes.</summary>
    internal static void SetNotModified(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        response.ContentLength = null;
        RemoveContent(response.Headers);
    }

    /// <summary>Takes out what is said of content, of which there is none.</summary>
    internal static void RemoveContent(IHeaderDictionary headers)
    {
        headers.Remove(HeaderNames.ContentType);
        headers.Remove(HeaderNames.ContentEncoding);
        headers.Remove(HeaderNames.ContentDisposition);
    }

    private static void VaryByEncoding(IHeaderDictionary headers)
    {
        if (!headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.AcceptEncoding, StringComparer.OrdinalIgnoreCase))
        {
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }
    }
}
