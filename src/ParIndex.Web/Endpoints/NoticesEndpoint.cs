using Microsoft.AspNetCore.Authorization;
using ParIndex.Application.Outbox;
using ParIndex.Web.Pages;
using ParIndex.Web.Pages.Workspace;

namespace ParIndex.Web.Endpoints;

/// <summary>The messages that were sent as a workbook, as they are shown.</summary>
internal static class NoticesEndpoint
{
    /// <summary>The name of its address.</summary>
    public const string Name = "notices.xlsx";

    public static void MapNotices(this IEndpointRouteBuilder app) =>
        app.MapGet("/lam-viec/thong-bao.xlsx", AnswerAsync).RequireAuthorization(new AuthorizeAttribute { Roles = NoticesModel.Readers }).WithName(Name);

    private static async Task<IResult> AnswerAsync([AsParameters] NoticesView view, NoticeList notices, Covers covers, LinkGenerator links, CancellationToken cancel)
    {
        var table = NoticeList.TableOf(await notices.ReadAsync(view.Filter, NoticeList.InFile, cancel));
        return DataFile.Answer("xlsx", dialect: null, table, () => covers.Of(table.Title, links.To("/Workspace/Notices", view.Query())), () => []);
    }
}
