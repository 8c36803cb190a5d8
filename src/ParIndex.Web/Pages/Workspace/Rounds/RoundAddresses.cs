using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.Accounts;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Web.Pages.Public;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Where the pages of a round are.</summary>
public static class RoundAddresses
{
    /// <summary>The list of rounds.</summary>
    public const string List = "/lam-viec/ky-danh-gia";

    /// <summary>A round, or one of its parts: <c>thoi-han</c>.</summary>
    public static string Of(RoundSetup setup, string? part = null)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return part is null ? $"{List}/{setup.Round.Id}" : $"{List}/{setup.Round.Id}/{part}";
    }

    /// <summary>A group of a round, or one of its parts: <c>don-vi</c>.</summary>
    public static string Of(RoundSetup setup, GroupSetup group, string? part = null)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Of(setup, $"nhom/{group.UnitGroup.Slug}{(part is null ? "" : "/" + part)}");
    }

    /// <summary>The requests about a round that wait for a second person.</summary>
    public static string Requests(RoundSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return $"{RequestsModel.Address}?ky={setup.Round.Id}";
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
            ResultsPlace.Scorecard => $"/lam-viec/phieu-cham-diem/{finding.ScorecardId}",
            ResultsPlace.Survey => Of(setup, "khao-sat"),
            ResultsPlace.AfterLock => Of(setup, "sua-sau-khoa"),
            ResultsPlace.Opinions => Of(setup, "y-kien"),
            ResultsPlace.Release => url.Release(setup.Round.Year),
            ResultsPlace.Round => Of(setup),
            _ => null,
        };
    }

    /// <summary>Where a finding is put right.</summary>
    public static string Of(RoundSetup setup, OpeningFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Place switch
        {
            OpeningPlace.Groups => Of(setup, "them-nhom"),
            OpeningPlace.GroupSettings => Of(setup, $"nhom/{finding.GroupSlug}"),
            OpeningPlace.Units => Of(setup, $"nhom/{finding.GroupSlug}/don-vi"),
            OpeningPlace.Exemptions => Of(setup, $"nhom/{finding.GroupSlug}/khong-ap-dung"),
            OpeningPlace.Deadlines => Of(setup, "thoi-han"),
            OpeningPlace.Assignments => Of(setup, $"phan-cong?khoi={finding.GroupSlug}"),
            OpeningPlace.Requests => Requests(setup),
            OpeningPlace.Accounts => "/quan-tri/tai-khoan",
            _ => "/lam-viec/bo-tieu-chi",
        };
    }
}
