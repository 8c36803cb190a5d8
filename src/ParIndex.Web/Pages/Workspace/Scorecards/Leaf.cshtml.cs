using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>One leaf of a scorecard: its rule in words, what every stage says, proof, explanation, and every edit.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(ScorecardAudience.WhoScored)]
public sealed class LeafModel(ScorecardDesk desk, ScoreEntry cells, LeafReader leaves) : PageModel
{
    /// <summary>The scorecard, the leaf and who is at work.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>The leaf with all that is asked about it.</summary>
    public LeafView View { get; private set; } = null!;

    /// <summary>The leaf as a row of the sheet.</summary>
    public SheetRow Row => View.Row;

    /// <inheritdoc cref="PageModel" />
    public Task OnGetAsync(CancellationToken cancel) => ShowAsync([], cancel);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var id = desk.Folder.Card.Id;
        var edits = SheetForm.Read(await Request.ReadFormAsync(cancel), desk.Folder, desk.Actor).Where(edit => edit.Leaf == desk.Leaf.Code).ToList();
        if (edits.Count == 0)
        {
            TempData["Done"] = "Không có nội dung nào thay đổi.";
            return LocalRedirect(Url.Leaf(desk.Folder, desk.Leaf));
        }

        if (await cells.SaveAsync(desk.Actor, id, edits, cancel) is not { } answer)
        {
            return NotFound();
        }

        await ScorecardDesk.TellAsync(HttpContext, answer);
        var outcome = answer.Outcomes[0];
        if (outcome.Result == CellResult.Saved)
        {
            TempData["Done"] = $"Đã lưu tiêu chí {desk.Leaf.Code}.";
            return LocalRedirect(Url.Leaf(desk.Folder, desk.Leaf));
        }

        ModelState.AddModelError($"{SheetFields.Of(desk.Leaf)[0]}-{desk.Leaf.Code}", outcome.Result == CellResult.Conflict ? SheetModel.Clash(outcome) : outcome.Message!);
        Response.StatusCode = outcome.Result == CellResult.Wrong ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        if (!await desk.LoadAsync(HttpContext))
        {
            return NotFound();
        }

        await ShowAsync([outcome], cancel);
        return Page();
    }

    /// <summary>Why the reader cannot fill in the leaf now; <c>null</c> when nothing stands against it.</summary>
    public string? WhyClosed() => Row.Exemption is not null || !desk.Actor.Has(ScorecardAudience.WhoScored) ? null
        : ScorecardRights.WhyNotScore(desk.Actor, desk.Folder, desk.Leaf, desk.Folder.StageOf(desk.Leaf), desk.Now)?.Text;

    private async Task ShowAsync(IReadOnlyList<CellOutcome> problems, CancellationToken cancel) => View = await leaves.OfAsync(desk, problems, cancel);
}
