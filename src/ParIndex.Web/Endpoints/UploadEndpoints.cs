using System.Globalization;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using ParIndex.Application.Accounts;
using ParIndex.Application.Evidence;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Evidence;
using ParIndex.Web.Answers;
using ParIndex.Web.Security;
namespace ParIndex.Web.Endpoints;

/// <summary>
/// Files that come over in slices. POST announces one, GET or HEAD says how many bytes lie on the disk
/// (<c>Upload-Offset</c>), PATCH adds bytes there. And the way back: a document's file as a download.
/// </summary>
internal static class UploadEndpoints
{
    private const string Root = "/lam-viec/tai-len";

    private const string OffsetHeader = "Upload-Offset";

    private const string SliceType = "application/offset+octet-stream";

    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        app.MapPost(Root, CreateAsync).RequireAuthorization().DisableAntiforgery();
        app.MapGet(Root + "/{upload:guid}", OffsetAsync).RequireAuthorization();
        app.MapPatch(Root + "/{upload:guid}", AppendAsync).RequireAuthorization().DisableAntiforgery();
        app.MapGet("/lam-viec/tai-lieu/{doc:guid}/tep", DownloadAsync).RequireAuthorization();
    }

    /// <summary>The answer to a file that is not taken.</summary>
    public static int StatusOf(FileRefusal reason) => reason switch
    {
        FileRefusal.File => StatusCodes.Status400BadRequest,
        FileRefusal.Store => StatusCodes.Status503ServiceUnavailable,
        FileRefusal.Altered => StatusCodes.Status410Gone,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>A stored file as a download that no browser opens as a page of ours; 404 where the reader has none.</summary>
    public static async Task<IResult> FileAsync(HttpContext context, StoredFile? file, StoredFileRegister files, CancellationToken cancel)
    {
        if (file is null)
        {
            return Results.NotFound();
        }

        try
        {
            var content = await files.OpenAsync(file, context.User.Identity?.Name ?? StaffSignIn.Nobody, cancel);
            context.Response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; sandbox";
            return Results.File(content, FileWords.MediaType(file.Kind), file.FileName);
        }
        catch (FileRefusedException refusal)
        {
            return Results.StatusCode(StatusOf(refusal.Reason));
        }
    }

    private static async Task<IResult> CreateAsync(HttpContext context, CurrentStaff staff, EvidenceUploads uploads, CancellationToken cancel)
    {
        if (await ActorAsync(context, staff, cancel) is not { } actor)
        {
            return Problem(StatusCodes.Status403Forbidden);
        }

        if (!await context.HasFormTokenAsync())
        {
            return Problem(StatusCodes.Status400BadRequest, RequestWords.OldPage(isUpload: true));
        }

        try
        {
            var sent = context.Request.HasJsonContentType() ? await context.Request.ReadFromJsonAsync<Announced>(cancel) : null;
            return sent is { Name: { Length: > 0 } name, Year: > 1990 and < 2200 }
                ? Results.Json(Answer.Of(await uploads.CreateAsync(name, sent.Size, sent.Year, actor, cancel)), statusCode: StatusCodes.Status201Created)
                : Problem(StatusCodes.Status400BadRequest, RequestWords.NoUpload());
        }
        catch (JsonException)
        {
            return Problem(StatusCodes.Status400BadRequest);
        }
        catch (FileRefusedException refusal)
        {
            return Problem(StatusOf(refusal.Reason), refusal.Finding);
        }
    }

    private static async Task<IResult> OffsetAsync(Guid upload, HttpContext context, CurrentStaff staff, EvidenceUploads uploads, CancellationToken cancel)
    {
        if (await ActorAsync(context, staff, cancel) is not { } actor)
        {
            return Problem(StatusCodes.Status403Forbidden);
        }

        try
        {
            if (await uploads.FindAsync(upload, actor, cancel) is not { } found || uploads.OffsetOf(found) is not { } offset)
            {
                return Problem(StatusCodes.Status404NotFound);
            }

            Tell(context, offset);
            return Results.Json(new Answer(found.Id, offset, found.Size));
        }
        catch (FileRefusedException refusal)
        {
            return Problem(StatusOf(refusal.Reason), refusal.Finding);
        }
    }

    private static async Task<IResult> AppendAsync(Guid upload, HttpContext context, CurrentStaff staff, EvidenceUploads uploads, CancellationToken cancel)
    {
        if (await ActorAsync(context, staff, cancel) is not { } actor)
        {
            return Problem(StatusCodes.Status403Forbidden);
        }

        if (!await context.HasFormTokenAsync())
        {
            return Problem(StatusCodes.Status400BadRequest, RequestWords.OldPage(isUpload: true));
        }

        if (context.Request.ContentType != SliceType || !long.TryParse(context.Request.Headers[OffsetHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            return Problem(StatusCodes.Status400BadRequest, RequestWords.NoSlice(SliceType, OffsetHeader));
        }

        try
        {
            if (await uploads.FindAsync(upload, actor, cancel) is not { } found)
            {
                return Problem(StatusCodes.Status404NotFound);
            }

            var progress = await uploads.AppendAsync(found, offset, context.Request.Body, cancel);
            Tell(context, progress.Offset);
            return progress.IsAccepted
                ? Results.Json(new Answer(found.Id, progress.Offset, found.Size, progress.Complete?.Sha256, progress.Complete is { } complete ? FileWords.Of(complete.Kind) : null))
                : Problem(StatusCodes.Status409Conflict, RequestWords.SliceNotNext(progress.Offset));
        }
        catch (FileRefusedException refusal)
        {
            return Problem(StatusOf(refusal.Reason), refusal.Finding);
        }
    }

    private static async Task<IResult> DownloadAsync(Guid doc, HttpContext context, CurrentStaff staff, EvidenceLibrary library, StoredFileRegister files, CancellationToken cancel)
    {
        var actor = await staff.OfAsync(context.User, cancel);
        return await FileAsync(context, actor is null ? null : await library.FileAsync(doc, actor, cancel), files, cancel);
    }

    /// <summary>Who brings files; <c>null</c> when the person may not.</summary>
    private static async Task<StaffAccount?> ActorAsync(HttpContext context, CurrentStaff staff, CancellationToken cancel)
    {
        if (await staff.OfAsync(context.User, cancel) is { } actor && EvidenceRights.HasLibrary(actor))
        {
            return actor;
        }

        await RefusedRequests.RefuseAsync(context);
        return null;
    }

    private static void Tell(HttpContext context, long offset) => context.Response.Headers[OffsetHeader] = offset.ToString(CultureInfo.InvariantCulture);

    private static IResult Problem(int status, Finding? why = null) => Results.Problem(why?.Text, statusCode: status, title: Problems.TitleOf(status), type: "about:blank", extensions: Problems.Coded(why));

    /// <summary>A file that will be sent.</summary>
    private sealed record Announced(string? Name, long Size, int Year);

    /// <summary>How far a file came; of a complete one its hash and kind.</summary>
    private sealed record Answer(Guid Id, long Offset, long Size, string? Sha256 = null, string? Kind = null)
    {
        public static Answer Of(FileUpload upload) => new(upload.Id, 0, upload.Size);
    }
}
