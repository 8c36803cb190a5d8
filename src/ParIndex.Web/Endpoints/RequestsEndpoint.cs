using Microsoft.AspNetCore.Authorization;
using ParIndex.Application.Staff;
using ParIndex.Web.Pages;
using ParIndex.Web.Pages.Workspace;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>The acts that wait for a second person as a workbook, as they are shown to the reader.</summary>
internal static class RequestsEndpoint
{
    /// <summary>The name of its address.</summary>
    public const string Name = "requests.xlsx";

    public static void MapRequests(this IEndpointRouteBuilder app) =>
        app.MapGet("/lam-viec/de-nghi.xlsx", AnswerAsync).RequireAuthorization(new AuthorizeAttribute { Roles = RequestsModel.Readers }).WithName(Name);

    private static async Task<IResult> AnswerAsync(Guid? ky, HttpContext context, TwoPersonDecisions requests, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        var table = TwoPersonColumns.Of(await requests.ListAsync(context.User.ToActor(), ky, cancel));
        return DataFile.Answer("xlsx", dialect: null, table, () => covers.Of(table.Title, links.To("/Workspace/Requests", new { ky })), () => []);
    }
}
