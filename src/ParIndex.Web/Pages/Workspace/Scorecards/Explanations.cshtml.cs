using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scoring;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>Requests for explanation, answered one by one.</summary>
[Authorize(Roles = ScorecardReaders.Roles), ScorecardPage(StaffRoles.UnitOfficer | StaffRoles.Appraiser)]
public sealed class ExplanationsModel(Explanations explanations, ScorecardDesk desk) : PageModel
{
    /// <summary>The scorecard and who is at work.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public ExplanationInput Input { get; set; } = new();

    /// <summary>Why the unit's officer cannot explain now; <c>null</c> for others and when nothing stands against it.</summary>
    public string? WhyNot => ScorecardRights.IsOfficer(desk.Actor, desk.Folder) ? ScorecardRights.WhyNotExplain(desk.Actor, desk.Folder, desk.Now) : null;

    /// <summary>The leaves that were asked about or explained, and those appraised differently from the unit's own score.</summary>
    public IEnumerable<Criterion> Leaves => !SeenStages.Of(desk.Actor, desk.Folder).HasQuestions ? []
        : desk.Folder.Applicable.Where(leaf => leaf.Component != Component.Survey && (desk.Folder.ExplanationOf(leaf) is not null || Explanations.Differs(desk.Folder, leaf)));

    /// <summary>What was typed about a leaf in a form that was refused, or <c>null</c>.</summary>
    public ExplanationInput? Typed(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return !ModelState.IsValid && Input.Leaf == leaf.Id ? Input : null;
    }

    /// <summary>An appraiser asks.</summary>
    public Task<IActionResult> OnPostAskAsync(CancellationToken cancel) => SendAsync(isAnswer: false, async () =>
    {
        await explanations.AskAsync(desk.Folder.Card.Id, Input.Leaf, Input.Version, Input.Text!, desk.Actor, cancel);
        return "Đã ghi đề nghị giải trình.";
    });

    /// <summary>The unit answers.</summary>
    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancel) => SendAsync(isAnswer: true, async () =>
    {
        await explanations.AnswerAsync(desk.Folder.Card.Id, Input.Leaf, Input.Version, Input.Text!, Input.Keeps!.Value, desk.Actor, cancel);
        return "Đã gửi giải trình.";
    });

    private Task<IActionResult> SendAsync(bool isAnswer, Func<Task<string>> act)
    {
        ScorecardDesk.Check(this, new ExplanationValidator(isAnswer), Input);
        var leaf = desk.Folder.Leaf(Input.Leaf);
        var back = leaf is null ? ScorecardAddresses.Of(desk.Folder, "giai-trinh")
            : Input.FromLeaf ? ScorecardAddresses.Of(desk.Folder, leaf)
            : $"{ScorecardAddresses.Of(desk.Folder, "giai-trinh")}#tc-{leaf.Code.Replace('.', '-')}";
        return desk.AnswerAsync(this, back, act);
    }
}
