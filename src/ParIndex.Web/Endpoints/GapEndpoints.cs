using Microsoft.AspNetCore.Authorization;
using ParIndex.Application.Accounts;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Tables;
using ParIndex.Web.Pages;
using ParIndex.Web.Pages.Workspace.Rounds;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>The self-score gap as data, for those who see the board.</summary>
internal static class GapEndpoints
{
    /// <summary>The name, before <c>.csv</c> or <c>.xlsx</c>, of the address of the gap by unit.</summary>
    public const string Units = "gap-units";

    /// <summary>The same of the gap by criterion.</summary>
    public const string Leaves = "gap-leaves";

    public static void MapGaps(this IEndpointRouteBuilder app)
    {
        var readers = new AuthorizeAttribute { Roles = RoundAudience.OfCouncil };
        foreach (var format in new[] { "csv", "xlsx" })
        {
            app.MapGet($"/lam-viec/ky-danh-gia/{{id:guid}}/chenh-lech.{format}", (Guid id, [AsParameters] TableQuery query, HttpContext context, CurrentStaff staff, RoundReader rounds, RoundBoards boards, Covers covers, LinkGenerator links, CancellationToken cancel) =>
                AnswerAsync(id, format, query, context, staff, rounds, covers, links, async (setup, reader) => GapColumns.UnitsOf(setup, (await boards.GapAsync(setup, reader, cancel)).Units), cancel)).RequireAuthorization(readers).WithName($"{Units}.{format}");
            app.MapGet($"/lam-viec/ky-danh-gia/{{id:guid}}/chenh-lech-tieu-chi.{format}", (Guid id, [AsParameters] TableQuery query, HttpContext context, CurrentStaff staff, RoundReader rounds, RoundBoards boards, Covers covers, LinkGenerator links, CancellationToken cancel) =>
                AnswerAsync(id, format, query, context, staff, rounds, covers, links, async (setup, reader) => GapColumns.LeavesOf(setup, (await boards.GapAsync(setup, reader, cancel)).Leaves), cancel)).RequireAuthorization(readers).WithName($"{Leaves}.{format}");
        }
    }

    private static async Task<IResult> AnswerAsync<T>(Guid id, string format, TableQuery query, HttpContext context, CurrentStaff staff, RoundReader rounds, Covers covers, LinkGenerator links, Func<RoundSetup, StaffAccount, Task<Table<T>>> read, CancellationToken cancel)
    {
        if (await rounds.FindAsync(id, cancel) is not { Round.State: not RoundState.Draft } setup || await staff.OfAsync(context.User, cancel) is not { } reader)
        {
            return Results.NotFound();
        }

        var table = await read(setup, reader);
        return DataFile.Answer(format, query.Dialect, table, () => covers.Of(table.Title, links.To("/Workspace/Rounds/Gap", new { id })), () => []);
    }
}
