using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Which units of the board are shown and in which order, as its address says; of the page and of its file alike.</summary>
public sealed record ProgressView
{
    /// <summary>What can be asked about a unit's progress, by the word of the address.</summary>
    public static readonly IReadOnlyList<(string Key, string Name, Func<ProgressLine, bool> Holds)> Filters =
    [
        ("", "Tất cả", _ => true),
        ("tre", "Trễ hạn", line => line.IsLate),
        ("chua-bat-dau", "Chưa bắt đầu", line => line.IsNotStarted),
        ("cho-ket-thuc", "Chờ kết thúc bước", line => line.Due is ScorecardAct.EndFirstAppraisal or ScorecardAct.EndExplanation),
        ("cho-thong-nhat", "Chờ thống nhất", line => line.Due == ScorecardAct.Agree),
        ("tu-cham", "Tự chấm", line => line.Folder.Card.State == ScorecardState.SelfScoring),
        ("tham-dinh", "Thẩm định lần 1", line => line.Folder.Card.State == ScorecardState.FirstAppraisal),
        ("giai-trinh", "Giải trình", line => line.Folder.Card.State == ScorecardState.Explanation),
        ("tham-dinh-lan-2", "Thẩm định lần 2", line => line.Folder.Card.State == ScorecardState.SecondAppraisal),
        ("thong-nhat", "Đã thống nhất", line => line.Folder.Card.State == ScorecardState.Agreed),
    ];

    /// <summary>The filter; all by default.</summary>
    [FromQuery(Name = "loc")]
    public string? Filter { get; init; }

    /// <summary>The slug of a group; all by default.</summary>
    [FromQuery(Name = "khoi")]
    public string? Group { get; init; }

    /// <summary>A part of the units' names; all by default.</summary>
    [FromQuery(Name = "tim")]
    public string? Find { get; init; }

    /// <summary>The order; by urgency by default.</summary>
    [FromQuery(Name = "sap-xep")]
    public string? Sort { get; init; }

    /// <summary>The units of the group, whatever the filter.</summary>
    public IReadOnlyList<ProgressLine> OfGroup(IReadOnlyList<ProgressLine> all) => string.IsNullOrEmpty(Group) ? all : [.. all.Where(line => line.Folder.Group.UnitGroup.Slug == Group)];

    /// <summary>The units shown, in their order.</summary>
    public IReadOnlyList<ProgressLine> Of(IReadOnlyList<ProgressLine> all)
    {
        var find = VietnameseText.Fold(Find ?? "");
        var shown = OfGroup(all).Where(line => VietnameseText.Fold(line.Folder.Unit.Name).Contains(find, StringComparison.Ordinal)).Where(Filters.FirstOrDefault(filter => filter.Key == (Filter ?? "")).Holds ?? (_ => true));
        return [.. Sort switch
        {
            "ten" => shown,
            "buoc" => shown.OrderBy(line => line.Folder.Card.State),
            "tien-do" => shown.OrderBy(line => line.All == 0 ? 1 : (decimal)line.Given / line.All),
            "han" => shown.OrderBy(line => line.Folder.Deadline ?? DateTime.MaxValue),
            _ => ProgressLine.ByUrgency(shown),
        }];
    }

    /// <summary>The address of the board so shown.</summary>
    /// <param name="url">Of the request.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="areChosen">Whether every unit shown is chosen already.</param>
    public string Address(IUrlHelper url, Guid roundId, bool areChosen = false) => url.To("/Workspace/Rounds/Progress", Query(roundId, areChosen));

    /// <summary>What an address of the board or its file says of it.</summary>
    public RouteValueDictionary Query(Guid roundId, bool areChosen = false) => new() { ["id"] = roundId, ["loc"] = Text(Filter), ["khoi"] = Text(Group), ["tim"] = Text(Find), ["sap-xep"] = Text(Sort), ["chon"] = areChosen ? ProgressModel.AllShown : null };

    private static string? Text(string? word) => string.IsNullOrEmpty(word) ? null : word;
}
