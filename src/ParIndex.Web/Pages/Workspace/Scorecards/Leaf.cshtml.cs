using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>One leaf of a scorecard: its rule in words, what every stage says, proof, explanation, and every edit.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(ScorecardAudience.Scorers)]
public sealed class LeafModel(ScorecardDesk desk, ScoreEntry cells, ScorecardReader scorecards, EarlierScores earlier) : PageModel
{
    /// <summary>The scorecard, the leaf and who is at work.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>The leaf as a row of the sheet.</summary>
    public SheetRow Row { get; private set; } = null!;

    /// <summary>The stages the reader may see.</summary>
    public IEnumerable<ScoreStage> Stages => Row.Cells.Keys.Order();

    /// <summary>Every edit the reader may see, newest first.</summary>
    public IReadOnlyList<EditLine> Edits { get; private set; } = [];

    /// <summary>Those who filled it in, by name and unit.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The leaves before and after.</summary>
    public (Domain.Criteria.Criterion? Before, Domain.Criteria.Criterion? After) Neighbours { get; private set; }

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
            return LocalRedirect(ScorecardAddresses.Of(desk.Folder, desk.Leaf));
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
            return LocalRedirect(ScorecardAddresses.Of(desk.Folder, desk.Leaf));
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
    public string? WhyClosed() => Row.Exemption is not null || !desk.Actor.Has(ScorecardAudience.Scorers) ? null
        : ScorecardRights.WhyNotScore(desk.Actor, desk.Folder, desk.Leaf, desk.Folder.StageOf(desk.Leaf), desk.Now)?.Text;

    private async Task ShowAsync(IReadOnlyList<CellOutcome> problems, CancellationToken cancel)
    {
        var sheet = new Sheet(desk, await earlier.OfAsync(desk.Folder, cancel), problems.ToDictionary(problem => problem.Edit.Leaf));
        var rows = sheet.Lines(SheetFilter.All).Select(line => line.Row).OfType<SheetRow>().ToList();
        var place = rows.FindIndex(row => row.Leaf.Id == desk.Leaf.Id);
        Row = rows[place];
        Neighbours = (place > 0 ? rows[place - 1].Leaf : null, place + 1 < rows.Count ? rows[place + 1].Leaf : null);
        Edits = [.. (await scorecards.EditsAsync(desk.Folder.Card.Id, desk.Leaf.Id, cancel)).Where(line => Row.Cells.ContainsKey(line.Stage))];
        Names = await scorecards.NamesAsync(Edits.Select(line => line.Edit.By).Concat(Row.Cells.Values.Select(cell => cell.ChangedBy).OfType<Guid>()), cancel);
    }
}
