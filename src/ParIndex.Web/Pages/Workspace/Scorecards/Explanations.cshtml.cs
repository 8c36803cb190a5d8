using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>Requests for explanation, answered one by one.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(StaffRoles.UnitOfficer | StaffRoles.Appraiser)]
public sealed class ExplanationsModel(ExplanationExchange explanations, ScorecardDesk desk) : PageModel
{
    /// <summary>The scorecard and who is at work.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public ExplanationInput Input { get; set; } = new();

    /// <summary>Why the unit's officer cannot explain now; <c>null</c> for others and when nothing stands against it.</summary>
    public string? WhyNot => ScorecardRights.IsOfficer(desk.Actor, desk.Folder) ? ScorecardRights.WhyNotExplain(desk.Actor, desk.Folder, desk.Now) : null;

    /// <summary>The leaves that were asked about or explained, and those appraised differently from the unit's own score; what waits for an answer first.</summary>
    public IEnumerable<Criterion> Leaves => !SeenStages.Of(desk.Actor, desk.Folder).HasQuestions ? []
        : desk.Folder.Applicable.Where(leaf => leaf.Component != Component.Survey && (desk.Folder.ExplanationOf(leaf) is not null || ExplanationExchange.Differs(desk.Folder, leaf)))
            .OrderByDescending(leaf => desk.Folder.ExplanationOf(leaf)?.IsOpen == true);

    /// <summary>Whether the person may say something about any of them.</summary>
    public bool MaySpeak => Leaves.Select(leaf => new ExplanationView(desk, leaf)).Any(view => view.MayAsk || view.MayAnswer);

    /// <summary>What was typed about a leaf and stands nowhere else, or <c>null</c>.</summary>
    public ExplanationText? Typed(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return Input.Said.GetValueOrDefault(leaf.Id);
    }

    /// <summary>An appraiser asks.</summary>
    public Task<IActionResult> OnPostAskAsync(CancellationToken cancel) => SendAsync(isAnswer: false, async () =>
    {
        await explanations.AskAsync(desk.Folder.Card.Id, Input.Leaf, Input.Sent.Version, Input.Sent.Text!, desk.Actor, cancel);
        return "Đã ghi đề nghị giải trình; đơn vị được thông báo khi kết thúc thẩm định lần 1.";
    });

    /// <summary>The unit answers.</summary>
    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancel) => SendAsync(isAnswer: true, async () =>
    {
        await explanations.AnswerAsync(desk.Folder.Card.Id, Input.Leaf, Input.Sent.Version, Input.Sent.Text!, Input.Sent.Keeps!.Value, desk.Actor, cancel);
        return "Đã gửi giải trình.";
    });

    private async Task<IActionResult> SendAsync(bool isAnswer, Func<Task<string>> act)
    {
        this.Passes(Input.Sent, new ExplanationValidator(isAnswer), ExplanationView.PrefixOf(Input.Leaf).TrimEnd('.'));
        var leaf = desk.Folder.Leaf(Input.Leaf);
        var answer = await this.AnswerAsync(leaf is null ? Here : Input.FromLeaf ? Url.Leaf(desk.Folder, leaf) : $"{Here}#tc-{leaf.Code.Replace('.', '-')}", act);
        if (answer is not LocalRedirectResult || (Input.Said.Remove(Input.Leaf) && !Leaves.Any(IsUnsent)))
        {
            return answer;
        }

        // A redirect would lose what was typed about the others.
        ViewData["Kept"] = "Nội dung đã gõ cho các tiêu chí khác còn nguyên dưới đây, chưa gửi.";
        await desk.LoadAsync(HttpContext);
        return Page();
    }

    private string Here => Url.Scorecard(desk.Folder, "Explanations");

    private bool IsUnsent(Criterion leaf)
    {
        var (typed, known) = (Typed(leaf), desk.Folder.ExplanationOf(leaf));
        var text = typed?.Text?.ReplaceLineEndings("\n").Trim() ?? "";
        return (text.Length > 0 && text != known?.Reason && text != known?.Answer) || (typed?.Keeps is { } keeps && keeps != known?.KeepsSelfScore);
    }
}
