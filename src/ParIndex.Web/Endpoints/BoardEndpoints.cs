using Microsoft.AspNetCore.Authorization;
using ParIndex.Application.Accounts;
using ParIndex.Application.Council;
using ParIndex.Application.Documents;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Tables;
using ParIndex.Web.Pages;
using ParIndex.Web.Pages.Workspace.Rounds;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>The boards of a round as workbooks, for those who open their pages.</summary>
internal static class BoardEndpoints
{
    /// <summary>The name of the address of scores moved after a lock.</summary>
    public const string LaterEdits = "later-edits.xlsx";

    /// <summary>The same in sum, by unit.</summary>
    public const string LaterEditSums = "later-edit-sums.xlsx";

    /// <summary>The draft of the minutes of a meeting of the council.</summary>
    public const string Minutes = "minutes.docx";

    /// <summary>The same of differing opinions.</summary>
    public const string Opinions = "opinions.xlsx";

    /// <summary>The same of the checks of the results.</summary>
    public const string Findings = "findings.xlsx";

    /// <summary>The same of who appraises what.</summary>
    public const string Assignments = "assignments.xlsx";

    public static void MapBoards(this IEndpointRouteBuilder app)
    {
        app.MapGet("/lam-viec/ky-danh-gia/{id:guid}/sua-sau-khoa.xlsx", (Guid id, HttpContext context, RoundFile file, CouncilEffects effects, CancellationToken cancel) =>
            file.AnswerAsync(id, context, "LaterEdits", async (setup, reader) => CouncilColumns.Of(setup, (await effects.LaterEditsAsync(setup, reader, cancel)).Edits), cancel)).RequireAuthorization(For(RoundAudience.OfCouncil)).WithName(LaterEdits);
        app.MapGet("/lam-viec/ky-danh-gia/{id:guid}/sua-sau-khoa-don-vi.xlsx", (Guid id, HttpContext context, RoundFile file, CouncilEffects effects, CancellationToken cancel) =>
            file.AnswerAsync(id, context, "LaterEdits", async (setup, reader) => CouncilColumns.Of(setup, (await effects.LaterEditsAsync(setup, reader, cancel)).Sums), cancel)).RequireAuthorization(For(RoundAudience.OfCouncil)).WithName(LaterEditSums);
        app.MapGet("/lam-viec/ky-danh-gia/{id:guid}/y-kien.xlsx", (Guid id, HttpContext context, RoundFile file, CouncilEffects effects, CancellationToken cancel) =>
            file.AnswerAsync(id, context, "Opinions", async (setup, reader) => CouncilColumns.Of(setup, await effects.OpinionsAsync(setup, reader, byEffect: false, cancel)), cancel)).RequireAuthorization(For(RoundAudience.OfCouncil)).WithName(Opinions);
        app.MapGet("/lam-viec/ky-danh-gia/{id:guid}/hoi-dong/bien-ban.docx", MinutesAsync).RequireAuthorization(For(RoundAudience.OfCouncil)).WithName(Minutes);
        app.MapGet("/lam-viec/ky-danh-gia/{id:guid}/ket-qua.xlsx", (Guid id, HttpContext context, RoundFile file, RoundResults results, CancellationToken cancel) =>
            file.AnswerAsync(id, context, "Results", async (setup, reader) => FindingColumns.Of(setup, (await results.ShownAsync(setup, cancel)).SeenBy(reader).Findings), cancel)).RequireAuthorization(For(RoundAudience.OfResults)).WithName(Findings);
        app.MapGet("/lam-viec/ky-danh-gia/{id:guid}/phan-cong.xlsx", (Guid id, HttpContext context, RoundFile file, RoundAssignments assignments, CancellationToken cancel) =>
            file.AnswerAsync(id, context, "AssignmentTable", async (setup, _) => BoardColumns.Of(setup, await MatricesAsync(setup, assignments, cancel)), cancel)).RequireAuthorization(For(RoundAudience.OfSetup)).WithName(Assignments);
    }

    private static async Task<IResult> MinutesAsync(Guid id, Guid? phien, HttpContext context, CurrentStaff staff, RoundReader rounds, CouncilBoard board, CancellationToken cancel)
    {
        if (await staff.OfAsync(context.User, cancel) is not { } reader || await rounds.FindAsync(id, cancel) is not { } setup || !RoundRights.MayRead(reader.Roles, setup.Round))
        {
            return Results.NotFound();
        }

        var view = await board.OfAsync(setup, reader, cancel);
        return phien is { } key && view.Meeting(key) is { } meeting && !view.Hidden.Contains(meeting.Id)
            ? Results.File(DocxWriter.Write(MinutesPaper.Of(CouncilMinutes.Of(view, meeting), setup.Round.Authority, meeting.HeldOn)), DocxWriter.MediaType, $"bien-ban-hoi-dong-{setup.Round.Year}.docx")
            : Results.NotFound();
    }

    private static AuthorizeAttribute For(string roles) => new() { Roles = roles };

    private static async Task<IReadOnlyList<AssignmentMatrix>> MatricesAsync(RoundSetup setup, RoundAssignments assignments, CancellationToken cancel)
    {
        var matrices = new List<AssignmentMatrix>();
        foreach (var group in setup.Groups.Where(group => group.Set is not null))
        {
            matrices.Add(await assignments.MatrixAsync(setup, group, proposed: null, cancel));
        }

        return matrices;
    }
}

/// <summary>A board as a workbook: of a round that its reader may see, with the cover that says where its page is.</summary>
internal sealed class RoundFile(CurrentStaff staff, RoundReader rounds, Covers covers, LinkGenerator links)
{
    /// <summary>The answer; not found for a round that is not there or not for this reader.</summary>
    /// <param name="id">The round.</param>
    /// <param name="context">The request.</param>
    /// <param name="page">The page of the board, by its file.</param>
    /// <param name="read">Reads the board.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IResult> AnswerAsync<T>(Guid id, HttpContext context, string page, Func<RoundSetup, StaffAccount, Task<Table<T>>> read, CancellationToken cancel)
    {
        if (await staff.OfAsync(context.User, cancel) is not { } reader || await rounds.FindAsync(id, cancel) is not { } setup || !RoundRights.MayRead(reader.Roles, setup.Round))
        {
            return Results.NotFound();
        }

        var table = await read(setup, reader);
        return DataFile.Answer("xlsx", dialect: null, table, () => covers.Of(table.Title, links.To("/Workspace/Rounds/" + page, new { id })), () => []);
    }
}
