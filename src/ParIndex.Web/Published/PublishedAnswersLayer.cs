using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ParIndex.Web.Security;

namespace ParIndex.Web.Published;

/// <summary>
/// The first layer of the program: a public page or file that was answered before is answered from its bytes, without
/// database, routing, sign-in and rate limit. What is answered anew goes through everything else, and is kept when it is for everybody.
/// Both are sent from the kept answer, so that a reader cannot tell them apart.
/// </summary>
internal sealed class PublishedAnswersLayer(RequestDelegate next, PublishedAnswers answers)
{
    /// <summary>What our cookies have in their names: whoever sends one may be somebody, and is answered anew.</summary>
    private const string OwnCookies = "parindex-";

    /// <summary>What chooses among the forms of one answer; the pipeline gives the plain whole.</summary>
    private static readonly string[] Choosing = [HeaderNames.AcceptEncoding, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfRange, HeaderNames.Range];

    public Task InvokeAsync(HttpContext context)
    {
        if (answers.IsOff || !IsOfEverybody(context.Request))
        {
            return next(context);
        }

        var address = AnswerAddress.Of(context);
        return answers.Find(address) is { } kept ? SendAsync(context, kept.Prepare(context)) : FillAsync(context, address);
    }

    private static bool IsOfEverybody(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !OpenData.IsForStaff(request)
        && request.Headers.Authorization.Count == 0
        && !request.Headers.Cookie.ToString().Contains(OwnCookies, StringComparison.Ordinal);

    private static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes) =>
        bytes.IsEmpty ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();

    private async Task FillAsync(HttpContext context, AnswerAddress address)
    {
        var filling = answers.Fill(address);
        if (filling.End is { } end)
        {
            await MakeAsync(context, address, end);
        }
        else if (await filling.Answer.WaitAsync(context.RequestAborted) is { } kept)
        {
            await SendAsync(context, kept.Prepare(context));
        }
        else
        {
            await next(context);
        }
    }

    private async Task MakeAsync(HttpContext context, AnswerAddress address, Action<KeptAnswer?> end)
    {
        KeptAnswer? kept = null;
        ReadOnlyMemory<byte> sent;
        try
        {
            var bytes = await RenderAsync(context);
            kept = bytes is { } plain ? KeptAnswer.Of(context.Response, plain.Span, thoroughly: !address.IsVariant) : null;
            sent = kept?.Prepare(context) ?? Whole(context, bytes);
            if (kept is not null)
            {
                // What is said at the last moment, a cookie, is seen only now.
                await context.Response.StartAsync(context.RequestAborted);
                kept = context.Response.Headers.SetCookie.Count == 0 ? kept : null;
            }
        }
        finally
        {
            end(kept);
        }

        await SendAsync(context, sent);
    }

    /// <summary>The rest of the pipeline's answer, plain and whole; <c>null</c> when it has none, or sent it itself.</summary>
    private async Task<ReadOnlyMemory<byte>?> RenderAsync(HttpContext context)
    {
        var request = context.Request;
        var (method, chosen) = (request.Method, Choosing.Select(name => KeyValuePair.Create(name, request.Headers[name])).ToList());
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var answer = new AnswerBuffer(context.Response, HttpMethods.IsHead(method) ? Stream.Null : body.Stream);
        var buffered = new StreamResponseBodyFeature(answer, body);
        context.Features.Set<IHttpResponseBodyFeature>(buffered);
        request.Method = HttpMethods.Get;
        chosen.ForEach(header => request.Headers[header.Key] = StringValues.Empty);
        try
        {
            await next(context);
            await buffered.CompleteAsync();
        }
        finally
        {
            chosen.ForEach(header => request.Headers[header.Key] = header.Value);
            request.Method = method;
            context.Features.Set(body);
        }

        return answer.Held;
    }

    private static ReadOnlyMemory<byte> Whole(HttpContext context, ReadOnlyMemory<byte>? bytes)
    {
        if (bytes is not { } held)
        {
            return default;
        }

        context.Response.ContentLength = held.Length;
        return HttpMethods.IsHead(context.Request.Method) ? default : held;
    }
}
