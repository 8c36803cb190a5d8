using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Who is how far: each unit's step, what is done of it, its deadline; sorted and filtered by link.</summary>
[Authorize(Roles = RoundAudience.OfCouncil), DeskPage<RoundDesk>(StaffRoles.None)]
public sealed class ProgressModel(RoundBoards boards, RoundDesk desk) : PageModel
{
    /// <summary>The filters, by the word of the address.</summary>
    public static readonly IReadOnlyList<(string Key, string Name, Func<ProgressLine, bool> Holds)> Filters =
    [
        ("", "Tất cả", _ => true),
        ("tre", "Trễ hạn", line => line.IsLate),
        ("chua-bat-dau", "Chưa bắt đầu", line => line.IsNotStarted),
        ("tu-cham", "Đang tự chấm", line => line.Folder.Card.State == ScorecardState.SelfScoring),
        ("tham-dinh", "Đang thẩm định", line => line.Folder.Card.State is ScorecardState.FirstAppraisal or ScorecardState.SecondAppraisal),
        ("giai-trinh", "Giải trình", line => line.Folder.Card.State == ScorecardState.Explanation),
        ("thong-nhat", "Đã thống nhất", line => line.Folder.Card.State == ScorecardState.Agreed),
    ];

    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>Which units are shown.</summary>
    [BindProperty(SupportsGet = true, Name = "loc")]
    public string? Filter { get; set; }

    /// <summary>By what they are sorted: name by default.</summary>
    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    /// <summary>Every unit.</summary>
    public IReadOnlyList<ProgressLine> All { get; private set; } = [];

    /// <summary>The units shown.</summary>
    public IReadOnlyList<ProgressLine> Lines { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        All = await boards.ProgressAsync(desk.Setup, cancel);
        var shown = All.Where(Filters.FirstOrDefault(filter => filter.Key == (Filter ?? "")).Holds ?? (_ => true));
        Lines = [.. Sort switch
        {
            "buoc" => shown.OrderBy(line => line.Folder.Card.State),
            "tien-do" => shown.OrderBy(line => line.All == 0 ? 1 : (decimal)line.Given / line.All),
            "han" => shown.OrderBy(line => line.Folder.Deadline ?? DateTime.MaxValue),
            _ => shown,
        }];
    }

    /// <summary>The address of this board with a filter and an order.</summary>
    public string Address(string? filter, string? sort) =>
        RoundAddresses.Of(desk.Setup, "tien-do") + string.Concat(new[] { ("loc", filter), ("sap-xep", sort) }.Where(part => !string.IsNullOrEmpty(part.Item2)).Select((part, i) => $"{(i == 0 ? '?' : '&')}{part.Item1}={Uri.EscapeDataString(part.Item2!)}"));
}
