namespace ParIndex.Web.Endpoints;

/// <summary>The lists and boards of the staff as files, each beside the page that shows it.</summary>
internal static class StaffTables
{
    public static void MapStaffTables(this IEndpointRouteBuilder app)
    {
        app.MapGaps();
        app.MapProgress();
        app.MapMatrix();
        app.MapBoards();
        app.MapNotices();
        app.MapRequests();
    }
}
