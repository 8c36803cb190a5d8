using Microsoft.AspNetCore.Authorization;
using ParIndex.Application.Evidence;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Web.Pages.Workspace.Rounds;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>
/// What people signed on paper, as it was handed in: a unit's report to those who read its scorecard, the council's
/// minutes and the decision to those who see the results.
/// </summary>
internal static class SignedPaperEndpoints
{
    /// <summary>The name of the address of a unit's report.</summary>
    public const string Report = "report";

    /// <summary>The name of the address of the council's minutes and the decision.</summary>
    public const string Paper = "paper";

    public static void MapSignedPapers(this IEndpointRouteBuilder app)
    {
        app.MapGet("/lam-viec/phieu-cham-diem/{id:guid}/bao-cao/{file:guid}", ReportAsync).RequireAuthorization().WithName(Report);
        app.MapGet("/lam-viec/ky-danh-gia/{id:guid}/ket-qua/{file:guid}", PaperAsync).RequireAuthorization(new AuthorizeAttribute { Roles = RoundAudience.OfResults }).WithName(Paper);
    }

    private static async Task<IResult> ReportAsync(Guid id, Guid file, HttpContext context, CurrentStaff staff, ScorecardReader scorecards, StoredFileRegister files, CancellationToken cancel)
    {
        var isTheirs = await staff.OfAsync(context.User, cancel) is { } actor && await scorecards.FindAsync(id, cancel) is { } folder
            && ScorecardRights.MayRead(actor, folder) && folder.Card.Submissions.Any(submission => submission.ReportFileId == file);
        return await UploadEndpoints.FileAsync(context, isTheirs ? await files.FindAsync(file, cancel) : null, files, cancel);
    }

    private static async Task<IResult> PaperAsync(Guid id, Guid file, HttpContext context, RoundReader rounds, RoundResults results, StoredFileRegister files, CancellationToken cancel)
    {
        var paper = await rounds.FindAsync(id, cancel) is { } setup ? (await results.ShownAsync(setup, cancel)).Files.GetValueOrDefault(file) : null;
        return await UploadEndpoints.FileAsync(context, paper, files, cancel);
    }
}
