using Microsoft.AspNetCore.Authorization;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Rounds;
using ParIndex.Web.Pages;
using ParIndex.Web.Pages.Workspace.Rounds;

namespace ParIndex.Web.Endpoints;

/// <summary>The board of a round as a workbook, as it is shown.</summary>
internal static class ProgressEndpoint
{
    /// <summary>The name of its address.</summary>
    public const string Name = "progress.xlsx";

    public static void MapProgress(this IEndpointRouteBuilder app) =>
        app.MapGet("/lam-viec/ky-danh-gia/{id:guid}/tien-do.xlsx", AnswerAsync).RequireAuthorization(new AuthorizeAttribute { Roles = RoundAudience.OfCouncil }).WithName(Name);

    private static async Task<IResult> AnswerAsync(Guid id, [AsParameters] ProgressView view, RoundReader rounds, RoundBoards boards, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        if (await rounds.FindAsync(id, cancel) is not { Round.State: not RoundState.Draft } setup)
        {
            return Results.NotFound();
        }

        var table = ProgressColumns.Of(setup, view.Of(await boards.ProgressAsync(setup, cancel)));
        return DataFile.Answer("xlsx", dialect: null, table, () => covers.Of(table.Title, links.To("/Workspace/Rounds/Progress", view.Query(id))), () => []);
    }
}
