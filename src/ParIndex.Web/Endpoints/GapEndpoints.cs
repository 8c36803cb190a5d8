using Microsoft.AspNetCore.Authorization;
using ParIndex.Application.Accounts;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Tables;
using ParIndex.Web.Pages.Workspace.Rounds;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>The self-score gap as data, for those who see the board.</summary>
internal static class GapEndpoints
{
    public static void MapGaps(this IEndpointRouteBuilder app)
    {
        var readers = new AuthorizeAttribute { Roles = RoundAudience.OfCouncil };
        foreach (var format in new[] { "csv", "xlsx" })
        {
            app.MapGet($"/lam-viec/ky-danh-gia/{{id:guid}}/chenh-lech.{format}", (Guid id, [AsParameters] TableQuery query, HttpContext context, CurrentStaff staff, RoundReader rounds, RoundBoards boards, Covers covers, CancellationToken cancel) =>
                AnswerAsync(id, format, query, context, staff, rounds, covers, async (setup, reader) => GapColumns.UnitsOf(setup, (await boards.GapAsync(setup, reader, cancel)).Units), cancel)).RequireAuthorization(readers);
            app.MapGet($"/lam-viec/ky-danh-gia/{{id:guid}}/chenh-lech-tieu-chi.{format}", (Guid id, [AsParameters] TableQuery query, HttpContext context, CurrentStaff staff, RoundReader rounds, RoundBoards boards, Covers covers, CancellationToken cancel) =>
                AnswerAsync(id, format, query, context, staff, rounds, covers, async (setup, reader) => GapColumns.LeavesOf(setup, (await boards.GapAsync(setup, reader, cancel)).Leaves), cancel)).RequireAuthorization(readers);
        }
    }

    private static async Task<IResult> AnswerAsync<T>(Guid id, string format, TableQuery query, HttpContext context, CurrentStaff staff, RoundReader rounds, Covers covers, Func<RoundSetup, StaffAccount, Task<Table<T>>> read, CancellationToken cancel)
    {
        if (await rounds.FindAsync(id, cancel) is not { Round.State: not RoundState.Draft } setup || await staff.OfAsync(context.User, cancel) is not { } reader)
        {
            return Results.NotFound();
        }

        var table = await read(setup, reader);
        return DataFile.Answer(format, query.Dialect, table, () => covers.Of(table.Title, RoundAddresses.Of(setup, "chenh-lech")), () => []);
    }
}
