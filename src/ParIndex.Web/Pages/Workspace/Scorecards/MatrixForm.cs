using ParIndex.Application.Accounts;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>
/// The boxes of a matrix, and its form as it comes without script. Of several leaves each cell has one box, of points or a
/// statement in words; of one leaf alone all boxes that its sheet has. A box is named by its letter and the cell's key.
/// </summary>
internal static class MatrixForm
{
    /// <summary>What the boxes of a cell hold.</summary>
    public static IReadOnlyDictionary<char, string> Texts(AppraisalMatrix matrix, Criterion leaf, CellAnswer answer) => matrix.IsOfOne
        ? SheetFields.Texts(leaf, answer)
        : new Dictionary<char, string> { ['p'] = AnswerText.Of(answer.Points is null ? CellField.Level : CellField.Points, leaf, answer) };

    /// <summary>The same of a cell shown again: what was typed into it and not saved stands there still.</summary>
    public static IReadOnlyDictionary<char, string> Texts(AppraisalMatrix matrix, MatrixCell cell, CellOutcome? problem, HttpRequest request)
    {
        var stored = Texts(matrix, cell.Leaf, cell.Editable!.Answer);
        return problem is null || !request.HasFormContentType ? stored
            : stored.ToDictionary(box => box.Key, box => request.Form.TryGetValue($"{box.Key}-{cell.Key}", out var typed) ? TextSigns.Legible(typed.ToString()) : box.Value);
    }

    /// <summary>What a cell carries beside its boxes.</summary>
    public static string TokenOf(AppraisalMatrix matrix, MatrixCell cell) => CellToken.Of(cell.Editable!.Version, Texts(matrix, cell.Leaf, cell.Editable.Answer));

    /// <summary>The cells the writer touched, by scorecard.</summary>
    public static IReadOnlyDictionary<Guid, IReadOnlyList<CellEdit>> Read(IFormCollection form, AppraisalMatrix matrix, StaffAccount actor)
    {
        var edits = from unit in matrix.Units
                    from leaf in matrix.Leaves
                    let edit = form.ContainsKey($"v-{unit.Code}:{leaf.Code}") ? Edit(form, matrix, unit, leaf, actor) : null
                    where edit is not null
                    group edit by unit.Place.Card.Id;
        return edits.ToDictionary(card => card.Key, IReadOnlyList<CellEdit> (card) => [.. card]);
    }

    private static CellEdit? Edit(IFormCollection form, AppraisalMatrix matrix, MatrixUnit unit, Criterion leaf, StaffAccount actor)
    {
        var key = $"{unit.Code}:{leaf.Code}";
        // Of a scorecard that was given back meanwhile the rules refuse it, in their words.
        var (token, stage) = (form["v-" + key].ToString(), unit.Place.Stage == ScoreStage.SelfScore ? ScoreStage.FirstAppraisal : unit.Place.Stage);
        if (form[SheetForm.Accept] == key)
        {
            return new(CellEdit.KeyOf(actor.Id, unit.Place.Card.Id, stage, leaf.Id, token, "accept"), leaf.Code, stage, CellToken.VersionOf(token), new(), Accepts: true);
        }

        var letters = matrix.IsOfOne ? SheetFields.Of(leaf) : "p";
        var boxes = letters.Where(letter => form.ContainsKey($"{letter}-{key}")).ToDictionary(letter => letter, letter => TextSigns.Legible(form[$"{letter}-{key}"].ToString()).Trim());
        var cell = unit.Cells.GetValueOrDefault(leaf.Id) is { } known ? stage == ScoreStage.SecondAppraisal ? known.Second : known.First : null;
        var present = cell is null ? new Dictionary<char, string>() : Texts(matrix, leaf, cell.Answer);
        var touched = boxes.Where(box => present.GetValueOrDefault(box.Key) != box.Value).ToDictionary();
        return CellToken.IsUntouched(token, boxes) || touched.Count == 0 ? null
            : new(CellEdit.KeyOf(actor.Id, unit.Place.Card.Id, stage, leaf.Id, token, string.Join('\u001f', boxes.Values)), leaf.Code, stage, CellToken.VersionOf(token), Typed(matrix, cell, touched));
    }

    /// <summary>Points that are typed for themselves stand without the figures that were accepted.</summary>
    private static TypedAnswer Typed(AppraisalMatrix matrix, ScoreCell? cell, IReadOnlyDictionary<char, string> touched) =>
        matrix.IsOfOne || cell?.Achieved is null ? SheetFields.Typed(touched) : SheetFields.Typed(touched) with { Achieved = "", Required = cell.Required is null ? null : "" };
}
