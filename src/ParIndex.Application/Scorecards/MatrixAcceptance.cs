using ParIndex.Application.Accounts;
using ParIndex.Domain;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// Accepts everything in a matrix that remains and in which nothing differs, as it was shown beforehand; by the same way as
/// a cell that is typed.
/// </summary>
public sealed class MatrixAcceptance(MatrixReader matrices, ScoreEntry cells)
{
    /// <summary>Accepts the self-scores of a matrix that one act accepts.</summary>
    /// <param name="actor">The appraiser.</param>
    /// <param name="shown">The matrix as it stands, to be found again.</param>
    /// <param name="stamp">The <see cref="AppraisalMatrix.Stamp"/> that was shown.</param>
    /// <param name="cancel">Stops the work; nothing is saved then.</param>
    /// <returns>How many cells were accepted.</returns>
    /// <exception cref="RefusedException">Something changed since it was shown, or nothing remains; nothing is saved.</exception>
    public async Task<int> AcceptAsync(StaffAccount actor, AppraisalMatrix shown, string? stamp, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(shown);
        var matrix = await matrices.FindAsync(actor, shown.Round.Id, shown.Group.UnitGroup.Slug, shown.Node.Code, cancel);
        var accepted = matrix?.Acceptable.ToList() ?? [];
        RefusedException.ThrowIf(accepted.Count == 0 ? "Không còn ô nào chấp nhận được cùng một lượt." : matrix!.Stamp != stamp ? "Điểm đã thay đổi từ lúc xem trước nên chưa nhận gì. Xem lại danh sách mới nhất dưới đây rồi xác nhận." : null);
        var edits = accepted.GroupBy(pair => pair.Unit.Place.Card.Id).ToDictionary(
            card => card.Key,
            IReadOnlyList<CellEdit> (card) => [.. card.Select(pair => new CellEdit(CellEdit.KeyOf(actor.Id, pair.Cell.Editable!.Id, pair.Cell.Editable.Version, "all"), pair.Cell.Leaf.Code, ScoreStage.FirstAppraisal, pair.Cell.Editable.Version, new(), Accepts: true))]);
        var outcomes = await cells.SaveAsync(actor, edits, $"Chấp nhận cùng một lượt {accepted.Count} ô điểm tự chấm, {shown.Node.Code}", cancel);
        var saved = outcomes.Values.SelectMany(card => card).Count(outcome => outcome.Result == CellResult.Saved);
        RefusedException.ThrowIf(saved == 0 ? outcomes.Values.SelectMany(card => card).Select(outcome => outcome.Message).FirstOrDefault() ?? ScorecardWords.Conflict : null);
        return saved;
    }
}
