using Microsoft.AspNetCore.Authorization;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Web.Pages;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>A field or criterion across the units of an appraiser as a workbook.</summary>
internal static class MatrixEndpoint
{
    /// <summary>The name of its address.</summary>
    public const string Name = "matrix.xlsx";

    public static void MapMatrix(this IEndpointRouteBuilder app) =>
        app.MapGet("/lam-viec/tham-dinh/{round:guid}/{group}/{field}.xlsx", AnswerAsync).RequireAuthorization(new AuthorizeAttribute { Roles = nameof(StaffRoles.Appraiser) }).WithName(Name);

    private static async Task<IResult> AnswerAsync(Guid round, string group, string field, HttpContext context, CurrentStaff staff, MatrixReader matrices, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        if (await staff.OfAsync(context.User, cancel) is not { } reader || await matrices.FindAsync(reader, round, group, field, cancel) is not { } matrix)
        {
            return Results.NotFound();
        }

        var table = MatrixColumns.Of(matrix);
        return DataFile.Answer("xlsx", dialect: null, table, () => covers.Of(table.Title, links.To("/Workspace/Scorecards/Matrix", new { round, group, field })), () => []);
    }
}
