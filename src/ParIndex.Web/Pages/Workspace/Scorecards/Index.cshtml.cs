using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>The scorecards of an officer, the queue of an appraiser, and all of them for those who follow the round.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(ScorecardAudience.WhoScored)]
public sealed class IndexModel(ScorecardDesk desk, ScorecardList scorecards) : PageModel
{
    /// <summary>Shows the queue by field instead of by unit.</summary>
    [BindProperty(Name = "theo", SupportsGet = true)]
    public string? Order { get; set; }

    /// <summary>Every scorecard of the person.</summary>
    public IReadOnlyList<ScorecardLine> Lines { get; private set; } = [];

    /// <summary>Those of the own unit.</summary>
    public IEnumerable<ScorecardLine> Own => Lines.Where(line => ScorecardRights.IsOfficer(desk.Actor, line.Folder) || ScorecardRights.IsHead(desk.Actor, line.Folder));

    /// <summary>Those to appraise: what can be done now first, then by deadline and name.</summary>
    public IEnumerable<ScorecardLine> Queue => Lines.Where(line => line.Fields.Count > 0)
        .OrderByDescending(line => line.Folder.Card.State is ScorecardState.FirstAppraisal or ScorecardState.SecondAppraisal).ThenBy(line => line.Folder.Deadline);

    /// <summary>The others, by round.</summary>
    public IEnumerable<IGrouping<string, ScorecardLine>> Followed => Lines.Except(Own).Except(Queue).GroupBy(line => $"{line.Folder.Round.Title} – {line.Folder.Group.UnitGroup.Name}");

    /// <summary>Whether the queue is shown by field.</summary>
    public bool IsByField => Order == "linh-vuc";

    /// <summary>Who is at work, and now.</summary>
    public ScorecardDesk Desk => desk;

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Lines = await scorecards.OfAsync(desk.Actor, cancel);
}
