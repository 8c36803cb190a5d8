using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Evidence;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>
/// One field or criterion across the units of an appraiser. Cells are saved as on the sheet of each unit; without script the
/// page is one form that saves every cell touched.
/// </summary>
[Authorize(Roles = nameof(StaffRoles.Appraiser)), DeskPage<MatrixDesk>(StaffRoles.Appraiser)]
[RequestFormLimits(ValueCountLimit = 20000)]
public sealed class MatrixModel(MatrixDesk desk, ScoreEntry cells, MatrixAcceptance acceptance, ExplanationExchange explanations, MatrixReader matrices, ScorecardReader scorecards) : PageModel, IShownAgain
{
    /// <summary>The matrix and who is at work.</summary>
    public MatrixDesk Desk => desk;

    /// <summary>Which units are shown: as the address says, of a form as it says by itself.</summary>
    public MatrixView View { get; private set; } = new();

    /// <summary>The units shown.</summary>
    public IReadOnlyList<MatrixUnit> Units => View.Of(desk.Matrix);

    /// <summary>The documents and words of one cell, or <c>null</c> while none is open.</summary>
    public MatrixPanel? Panel { get; private set; }

    /// <summary>What was sent and not saved, by the key of its cell.</summary>
    public IReadOnlyDictionary<string, CellOutcome> Problems { get; private set; } = new Dictionary<string, CellOutcome>();

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync([FromQuery(Name = "loc")] string? filter, [FromQuery(Name = "tim")] string? find, [FromQuery(Name = "o")] string? open, [FromQuery(Name = "nhan")] string? accept, CancellationToken cancel)
    {
        View = new() { Filter = filter, Find = find, Open = open, Accepts = accept == "con-lai" };
        Panel = await PanelAsync(open, cancel);
    }

    /// <summary>The panel of one cell alone, for the script that moves from cell to cell.</summary>
    public async Task<IActionResult> OnGetPanelAsync([FromQuery(Name = "loc")] string? filter, [FromQuery(Name = "tim")] string? find, [FromQuery(Name = "o")] string? open, CancellationToken cancel)
    {
        View = new() { Filter = filter, Find = find, Open = open };
        return await PanelAsync(open, cancel) is { } panel ? Partial("_MatrixPanel", panel) : NotFound();
    }

    /// <summary>Saves every cell touched.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "loc")] string? filter, [FromForm(Name = "tim")] string? find, CancellationToken cancel)
    {
        View = new() { Filter = filter, Find = find };
        var edits = MatrixForm.Read(await Request.ReadFormAsync(cancel), desk.Matrix, desk.Actor);
        var outcomes = await cells.SaveAsync(desk.Actor, edits, $"Nhập điểm thẩm định theo bảng, {desk.Matrix.Node.Code}", cancel);
        if (outcomes.Count < edits.Count)
        {
            await RefusedRequests.TellAsync(HttpContext, ScorecardDesk.NotTheirs);
            return NotFound();
        }

        Problems = (from unit in desk.Matrix.Units
                    from outcome in outcomes.GetValueOrDefault(unit.Place.Card.Id) ?? []
                    where outcome.Result != CellResult.Saved
                    select (Key: $"{unit.Code}:{outcome.Edit.Leaf}", outcome)).ToDictionary(problem => problem.Key, problem => problem.outcome);
        var saved = outcomes.Values.Sum(card => card.Count) - Problems.Count;
        if (Problems.Count == 0)
        {
            TempData["Done"] = saved == 0 ? "Không có ô nào thay đổi." : $"Đã lưu {NumberWriter.VietnameseCount(saved)} ô.";
            return LocalRedirect(View.Address(Url, desk.Matrix));
        }

        if (Problems.Values.FirstOrDefault(problem => problem.IsOfRights) is { } refused)
        {
            await RefusedRequests.TellAsync(HttpContext, refused.Message);
        }

        foreach (var (key, problem) in Problems)
        {
            var unit = desk.Matrix.Units.First(known => key.StartsWith(known.Code + ":", StringComparison.Ordinal)).Place.Unit.Name;
            ModelState.AddModelError("p-" + key, $"{unit}: {(problem.Result == CellResult.Conflict ? SheetModel.Clash(problem) : problem.Message)}");
        }

        ViewData["Saved"] = saved > 0 ? $"Đã lưu {NumberWriter.VietnameseCount(saved)} ô." : null;
        Response.StatusCode = Problems.Values.Any(problem => problem.Result == CellResult.Wrong) ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return await desk.LoadAsync(HttpContext) ? Page() : NotFound();
    }

    /// <summary>Accepts all that remains and in which nothing differs, as it was shown.</summary>
    public Task<IActionResult> OnPostAcceptAsync([FromForm(Name = "loc")] string? filter, [FromForm(Name = "tim")] string? find, string? stamp, CancellationToken cancel)
    {
        View = new() { Filter = filter, Find = find, Accepts = true };
        return this.AnswerAsync((View with { Accepts = false }).Address(Url, desk.Matrix), async () =>
            $"Đã chấp nhận {NumberWriter.VietnameseCount(await acceptance.AcceptAsync(desk.Actor, desk.Matrix, stamp, cancel))} ô. Từng ô còn sửa được đến khi kết thúc bước.");
    }

    /// <summary>Asks a unit to explain a leaf.</summary>
    public Task<IActionResult> OnPostAskAsync([FromForm(Name = "loc")] string? filter, [FromForm(Name = "tim")] string? find, [FromForm(Name = "Input")] MatrixQuestion input, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(input);
        View = new() { Filter = filter, Find = find, Open = input.Key };
        this.Passes(input, new MatrixQuestionValidator());
        return this.AnswerAsync(View.Address(Url, desk.Matrix, input.Key), async () =>
        {
            var (card, leaf) = Named(input.Key);
            await explanations.AskAsync(card, leaf, input.Version, input.Words!, desk.Actor, cancel);
            return "Đã ghi đề nghị giải trình; đơn vị được thông báo khi kết thúc thẩm định lần 1.";
        });
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Panel = await PanelAsync(View.Open, cancel);
        return null;
    }

    /// <summary>The scorecard and leaf of a key, shown or locked; of none that there is, keys of nothing.</summary>
    private (Guid Card, Guid Leaf) Named(string? key)
    {
        var unit = desk.Matrix.Units.FirstOrDefault(known => key?.StartsWith(known.Code + ":", StringComparison.Ordinal) == true);
        return (unit?.Place.Card.Id ?? Guid.Empty, desk.Matrix.Leaves.FirstOrDefault(leaf => key == $"{unit?.Code}:{leaf.Code}")?.Id ?? Guid.Empty);
    }

    private async Task<MatrixPanel?> PanelAsync(string? key, CancellationToken cancel) =>
        desk.Matrix.Find(key) is { } found && await scorecards.FindAsync(found.Unit.Place.Card.Id, cancel) is { } folder
            ? new(desk.Matrix, View, found.Unit, found.Cell, EvidenceRights.AsSeenBy(desk.Actor, folder), await matrices.TextsAsync(desk.Actor, cancel))
            : null;
}
