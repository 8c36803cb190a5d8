using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>
/// The sheet: one page for the unit and its appraisers; which cells can be filled in follows from rights and state.
/// Without script it is one form that saves every cell touched.
/// </summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(ScorecardAudience.WhoScored)]
public sealed class SheetModel(ScorecardDesk desk, ScoreEntry cells, EarlierScores earlier) : PageModel
{
    /// <summary>Which rows are shown.</summary>
    [BindProperty(Name = "loc", SupportsGet = true)]
    public string? Word { get; set; }

    /// <summary>In which order.</summary>
    [BindProperty(Name = "xep", SupportsGet = true)]
    public string? Order { get; set; }

    /// <summary>What is looked for.</summary>
    [BindProperty(Name = "tim", SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The scorecard and who is at work.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>The sheet.</summary>
    public Sheet Sheet { get; private set; } = null!;

    /// <summary>What is shown.</summary>
    public SheetView View => SheetView.Of(Word, Order, Search, ScorecardParts.OwnFields(desk).Count > 0);

    /// <inheritdoc cref="PageModel" />
    public Task OnGetAsync(CancellationToken cancel) => ShowAsync([], cancel);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var id = desk.Folder.Card.Id;
        var edits = SheetForm.Read(await Request.ReadFormAsync(cancel), desk.Folder, desk.Actor);
        if (edits.Count == 0)
        {
            TempData["Done"] = "Không có ô nào thay đổi.";
            return LocalRedirect(Here);
        }

        if (await cells.SaveAsync(desk.Actor, id, edits, cancel) is not { } answer)
        {
            return NotFound();
        }

        await ScorecardDesk.TellAsync(HttpContext, answer);
        var problems = answer.Outcomes.Where(outcome => outcome.Result != CellResult.Saved).ToList();
        var done = $"Đã lưu {NumberWriter.VietnameseCount(edits.Count - problems.Count)} ô.";
        if (problems.Count == 0)
        {
            TempData["Done"] = done;
            return LocalRedirect(Here);
        }

        foreach (var problem in problems)
        {
            ModelState.AddModelError($"{SheetFields.Of(desk.Folder.Leaf(problem.Edit.Leaf)!)[0]}-{problem.Edit.Leaf}", problem.Result == CellResult.Conflict ? Clash(problem) : problem.Message!);
        }

        ViewData["Saved"] = edits.Count > problems.Count ? done : null;
        Response.StatusCode = problems.Exists(problem => problem.Result == CellResult.Wrong) ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return await desk.LoadAsync(HttpContext) ? await ShownAsync(problems, cancel) : NotFound();
    }

    /// <summary>The address of what is shown.</summary>
    public string Here => AddressOf(View);

    /// <summary>The address of a view.</summary>
    public string AddressOf(SheetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Url.Scorecard(desk.Folder) + view.Query;
    }

    /// <summary>Both sides of a conflict in one sentence.</summary>
    public static string Clash(CellOutcome conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        var at = conflict.Cell?.ChangedAt is { } changed ? $" lúc {DateWriter.VietnameseHour(changed)}" : "";
        return $"{conflict.Message} {conflict.Who ?? "Người khác"} đã lưu{at}. Ô vẫn giữ nội dung của bạn: lưu lần nữa để giữ nội dung của bạn, hoặc sửa lại theo nội dung của họ.";
    }

    /// <summary>What stands between the reader and the cells, when nothing can be filled in.</summary>
    public string? WhyClosed()
    {
        var folder = desk.Folder;
        var leaf = folder.Applicable.FirstOrDefault(leaf => folder.Card.Cell(folder.Stage, leaf.Id) is not null);
        return Sheet.IsEditable || leaf is null || !desk.Actor.Has(ScorecardAudience.WhoScored) ? null
            : ScorecardRights.WhyNotScore(desk.Actor, folder, leaf, folder.Stage, desk.Now)?.Text;
    }

    private async Task<IActionResult> ShownAsync(IReadOnlyList<CellOutcome> problems, CancellationToken cancel)
    {
        await ShowAsync(problems, cancel);
        return Page();
    }

    private async Task ShowAsync(IReadOnlyList<CellOutcome> problems, CancellationToken cancel) =>
        Sheet = new(desk, await earlier.OfAsync(desk.Folder, cancel), problems.ToDictionary(problem => problem.Edit.Leaf));
}
