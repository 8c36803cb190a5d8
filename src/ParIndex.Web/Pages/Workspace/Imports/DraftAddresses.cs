using Microsoft.AspNetCore.Mvc;
using ParIndex.Domain.Imports;

namespace ParIndex.Web.Pages.Workspace.Imports;

/// <summary>Where a file that was read waits for a decision.</summary>
public static class DraftAddresses
{
    /// <summary>The address of a draft.</summary>
    public static string Draft(this IUrlHelper url, ImportKind kind, Guid id) => url.To(kind == ImportKind.PublishedTable ? "/Workspace/Imports/TableReport" : "/Workspace/Imports/LeafPointsPreview", new { id });
}
