using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Scorecards;

/// <summary>Requests for explanation and their answers, leaf by leaf. Two people on one leaf meet at its version.</summary>
public sealed class ExplanationExchange(ParIndexDb db, ScorecardReader scorecards, TimeProvider clock)
{
    /// <summary>The appraiser of a leaf asks the unit to explain it, or words an unanswered question anew.</summary>
    /// <param name="id">The scorecard.</param>
    /// <param name="leafId">The leaf.</param>
    /// <param name="version">Version of the exchange as the form showed it; <c>null</c> when there was none.</param>
    /// <param name="reason">What is asked, and why.</param>
    /// <param name="actor">The appraiser.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Not assigned, not the first appraisal, too late, answered already, or somebody was faster.</exception>
    public Task AskAsync(Guid id, Guid leafId, Guid? version, string reason, StaffAccount actor, CancellationToken cancel = default) =>
        ChangeAsync(id, leafId, version, reason, actor, "Yêu cầu giải trình",
            (folder, leaf, now) => RefusedException.ThrowIf(ScorecardRights.WhyNotScore(actor, folder, leaf, ScoreStage.FirstAppraisal, now)?.Text, isOfRights: !ScorecardRights.MayEverScore(actor, folder, leaf, ScoreStage.FirstAppraisal)),
            (folder, leaf, known, text, now) =>
        {
            RefusedException.ThrowIf(known is { IsOpen: false } ? "Đơn vị đã trả lời nội dung này nên không sửa câu hỏi được nữa." : null);
            if (known is null)
            {
                db.Add(Explanation.Ask(folder.Card, leaf, text, actor.Id, now));
            }
            else
            {
                known.AskAgain(text, actor.Id, now);
            }
        }, cancel);

    /// <summary>
    /// The unit answers a request, words its answer anew, or explains unasked a leaf that was appraised differently from
    /// its own score.
    /// </summary>
    /// <param name="id">The scorecard.</param>
    /// <param name="leafId">The leaf.</param>
    /// <param name="version">Version of the exchange as the form showed it; <c>null</c> when there was none.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="keepsSelfScore">Whether the unit keeps its own score.</param>
    /// <param name="actor">The officer.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Not the unit's officer, not the time for it, too late, nothing to explain, or somebody was faster.</exception>
    public Task AnswerAsync(Guid id, Guid leafId, Guid? version, string answer, bool keepsSelfScore, StaffAccount actor, CancellationToken cancel = default) =>
        ChangeAsync(id, leafId, version, answer, actor, "Giải trình",
            (folder, _, now) => RefusedException.ThrowIf(ScorecardRights.WhyNotExplain(actor, folder, now), isOfRights: !ScorecardRights.IsOfficer(actor, folder)),
            (folder, leaf, known, text, now) =>
        {
            if (known is not null)
            {
                known.Reply(text, keepsSelfScore, actor.Id, now);
                return;
            }

            RefusedException.ThrowIf(Differs(folder, leaf) ? null : $"Tiêu chí {leaf.Code} được thẩm định bằng điểm tự chấm và không có yêu cầu giải trình.");
            db.Add(Explanation.Offer(folder.Card, leaf, text, keepsSelfScore, actor.Id, now));
        }, cancel);

    /// <summary>Whether the first appraisal of a leaf says something else than the unit.</summary>
    public static bool Differs(ScorecardFolder folder, Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(leaf);
        var self = folder.Card.Cell(ScoreStage.SelfScore, leaf.Id)?.Answer ?? CellAnswer.Blank;
        var appraised = folder.Card.Cell(ScoreStage.FirstAppraisal, leaf.Id)?.Answer ?? CellAnswer.Blank;
        return leaf.Component != Component.Survey && appraised.IsGiven(leaf)
            && (self.Points != appraised.Points || self.ProposesExemption(leaf) != appraised.ProposesExemption(leaf));
    }

    private async Task ChangeAsync(Guid id, Guid leafId, Guid? version, string text, StaffAccount actor, string act, Action<ScorecardFolder, Criterion, DateTime> require, Action<ScorecardFolder, Criterion, Explanation?, string, DateTime> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await ScorecardLock.ShareAsync(db, id, cancel);
        var folder = await scorecards.ForChangeOrRefuseAsync(id, cancel);
        var leaf = folder.Applicable.FirstOrDefault(known => known.Id == leafId) ?? throw new RefusedException("Tiêu chí này không áp dụng với đơn vị.");
        // Rights first: whether there is a question already is not everybody's to know.
        var now = clock.GetUtcNow().UtcDateTime;
        require(folder, leaf, now);
        // Paragraphs stay; other control characters a database would refuse.
        var words = string.Concat(TextSigns.Legible(text ?? "").Where(letter => letter == '\n' || !char.IsControl(letter))).Trim().Normalize();
        RefusedException.ThrowIf(words.Length is 0 or > Explanation.MostText ? $"Ghi nội dung, tối đa {Explanation.MostText} ký tự." : null);
        var known = folder.ExplanationOf(leaf);
        RefusedException.ThrowIf(known?.Version == version ? null : ScorecardWords.Conflict);
        change(folder, leaf, known, words, now);
        await db.SaveScorecardAsync(actor, $"{act} tiêu chí {leaf.Code}", folder, cancel);
        await held.CommitAsync(cancel);
    }
}
