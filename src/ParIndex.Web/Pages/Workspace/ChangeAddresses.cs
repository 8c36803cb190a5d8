using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.Duties;
using ParIndex.Web.Pages.Public;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>Where a change is looked at.</summary>
public static class ChangeAddresses
{
    /// <summary>The address.</summary>
    public static string Change(this IUrlHelper url, VisitChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Place switch
        {
            ChangePlace.Sheet when change.Leaf is { } leaf => url.To("/Workspace/Scorecards/Leaf", new { id = change.Subject, leaf }),
            ChangePlace.Deadlines => url.To("/Workspace/Rounds/Deadlines", new { id = change.Subject }),
            ChangePlace.Scorecards => url.To("/Workspace/Scorecards/Index"),
            ChangePlace.Requests => url.To("/Workspace/Requests"),
            ChangePlace.Results => url.Release(change.Year!.Value),
            _ => url.To("/Workspace/Scorecards/" + change.Place, new { id = change.Subject }),
        };
    }
}
