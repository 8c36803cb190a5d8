using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.Accounts;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Web.Pages.Public;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Where the pages of a round are.</summary>
public static class RoundAddresses
{
    /// <summary>A page of a round by the name of its file: <c>Deadlines</c>.</summary>
    public static string Round(this IUrlHelper url, RoundSetup setup, string page = "Overview")
    {
        ArgumentNullException.ThrowIfNull(setup);
        return url.To("/Workspace/Rounds/" + page, new { id = setup.Round.Id });
    }

    /// <summary>A page of a group of a round by the name of its file: <c>Participants</c>.</summary>
    public static string RoundGroup(this IUrlHelper url, RoundSetup setup, GroupSetup group, string page = "Group")
    {
        ArgumentNullException.ThrowIfNull(group);
        return url.RoundGroup(setup, group.UnitGroup.Slug, page);
    }

    /// <inheritdoc cref="RoundGroup(IUrlHelper, RoundSetup, GroupSetup, string)" />
    public static string RoundGroup(this IUrlHelper url, RoundSetup setup, string slug, string page = "Group")
    {
        ArgumentNullException.ThrowIfNull(setup);
        return url.To("/Workspace/Rounds/" + page, new { id = setup.Round.Id, slug });
    }

    /// <summary>The public portal as it will be with the round's results.</summary>
    public static string DryRun(this IUrlHelper url, RoundSetup setup) => $"{url.Round(setup)}/{DryRunPortal.Part}";

    /// <summary>The requests about a round that wait for a second person.</summary>
    public static string RequestsOf(this IUrlHelper url, RoundSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return url.To("/Workspace/Requests", new { ky = setup.Round.Id });
    }

    /// <summary>
    /// Where a finding about results is looked into; <c>null</c> when that is the table on the same page, or a page that
    /// is not for this reader: publishers see results, not how they came about.
    /// </summary>
    public static string? Finding(this IUrlHelper url, RoundSetup setup, ResultsFinding finding, StaffAccount reader)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(reader);
        return finding.Place switch
        {
            ResultsPlace.Scorecard or ResultsPlace.Survey or ResultsPlace.AfterLock or ResultsPlace.Opinions when !reader.Has(RoundRights.DraftReaders) => null,
            ResultsPlace.Scorecard => url.To("/Workspace/Scorecards/Sheet", new { id = finding.ScorecardId }),
            ResultsPlace.Survey => url.Round(setup, "Survey"),
            ResultsPlace.AfterLock => url.Round(setup, "LaterEdits"),
            ResultsPlace.Opinions => url.Round(setup, "Opinions"),
            ResultsPlace.Ties when !reader.Has(RoundRights.DraftReaders) => null,
            ResultsPlace.Ties => url.RoundGroup(setup, finding.Group!, "TieOrder"),
            ResultsPlace.Release => url.Release(setup.Round.Year),
            ResultsPlace.Round => url.Round(setup),
            _ => null,
        };
    }

    /// <summary>Where a finding is put right.</summary>
    public static string Finding(this IUrlHelper url, RoundSetup setup, OpeningFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Place switch
        {
            OpeningPlace.Groups => url.Round(setup, "AddGroup"),
            OpeningPlace.GroupSettings => url.RoundGroup(setup, finding.GroupSlug!),
            OpeningPlace.Units => url.RoundGroup(setup, finding.GroupSlug!, "Participants"),
            OpeningPlace.Exemptions => url.RoundGroup(setup, finding.GroupSlug!, "Exemptions"),
            OpeningPlace.Deadlines => url.Round(setup, "Deadlines"),
            OpeningPlace.Assignments => url.Round(setup, "Assignments") + $"?khoi={finding.GroupSlug}",
            OpeningPlace.Requests => url.RequestsOf(setup),
            OpeningPlace.Accounts => url.To("/Admin/Accounts/Index"),
            OpeningPlace.CriteriaSets when setup.Group(finding.GroupSlug ?? "")?.Set is { } set => url.To("/Workspace/CriteriaSets/Set", new { id = set.Id }),
            _ => url.To("/Workspace/CriteriaSets/Index"),
        };
    }
}
