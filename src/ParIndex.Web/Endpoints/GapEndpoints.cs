using Microsoft.AspNetCore.Authorization;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Tables;
using ParIndex.Domain.Rounds;
using ParIndex.Web.Pages.Workspace.Rounds;

namespace ParIndex.Web.Endpoints;

/// <summary>The self-score gap as data, for those who see the board.</summary>
internal static class GapEndpoints
{
    public static void MapGaps(this IEndpointRouteBuilder app)
    {
        var readers = new AuthorizeAttribute { Roles = RoundReaders.OfCouncil };
        foreach (var format in new[] { "csv", "xlsx" })
        {
            app.MapGet($"/lam-viec/ky-danh-gia/{{id:guid}}/chenh-lech.{format}", (Guid id, [AsParameters] TableQuery query, RoundReader rounds, RoundBoards boards, Covers covers, CancellationToken cancel) =>
                AnswerAsync(id, format, query, rounds, covers, async setup => GapColumns.UnitsOf(setup, (await boards.GapAsync(setup, cancel)).Units), cancel)).RequireAuthorization(readers);
            app.MapGet($"/lam-viec/ky-danh-gia/{{id:guid}}/chenh-lech-tieu-chi.{format}", (Guid id, [AsParameters] TableQuery query, RoundReader rounds, RoundBoards boards, Covers covers, CancellationToken cancel) =>
                AnswerAsync(id, format, query, rounds, covers, async setup => GapColumns.LeavesOf(setup, (await boards.GapAsync(setup, cancel)).Leaves), cancel)).RequireAuthorization(readers);
        }
    }

    private static async Task<IResult> AnswerAsync<T>(Guid id, string format, TableQuery query, RoundReader rounds, Covers covers, Func<RoundSetup, Task<Table<T>>> read, CancellationToken cancel)
    {
        if (await rounds.FindAsync(id, cancel) is not { Round.State: not RoundState.Draft } setup)
        {
            return Results.NotFound();
        }

        var table = await read(setup);
        return DataFile.Answer(format, query.Dialect, table, () => covers.Of(table.Title, RoundAddresses.Of(setup, "chenh-lech")), () => []);
    }
}
