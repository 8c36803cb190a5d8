using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// Moves a scorecard from state to state. Each move holds the scorecard alone, asks rights and demands again of what
/// holds then, and is one row and one event of the audit log.
/// </summary>
public sealed class ScorecardWorkflow(ParIndexDb db, ScorecardReader scorecards, TimeProvider clock)
{
    /// <summary>Hands the scorecard in with the approval of the unit's head.</summary>
    /// <param name="id">The scorecard.</param>
    /// <param name="version">Its version as the form showed it.</param>
    /// <param name="approval">Who approved, when, and the signed report.</param>
    /// <param name="actor">Who submits.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Not this person's, too late, incomplete, or somebody was faster.</exception>
    public async Task SubmitAsync(Guid id, Guid version, HeadApproval approval, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await ScorecardLock.HoldAsync(db, id, cancel);
        var (folder, now) = await RequireAsync(id, version, ScorecardAct.Submit, actor, cancel);
        RefusedException.ThrowIf(ScorecardDemands.Problems(approval, folder, now).Select(problem => problem.Message).FirstOrDefault());
        RefusedException.ThrowIf(await ReportProblemAsync(approval.ReportFileId, folder, cancel));
        var submission = new Submission(VietnameseText.Normalize(approval.HeadName), VietnameseText.Normalize(approval.HeadPost), approval.SignedOn, approval.ReportFileId, actor.Id, now);
        submission.Content = SubmissionText.ContentOf(folder, submission, await db.StoredFiles.FindAsync([approval.ReportFileId], cancel));
        folder.Card.Submit(submission, folder.Set.Leaves, folder.Side);
        await db.SaveScorecardAsync(actor, ScorecardWords.Of(ScorecardAct.Submit), folder, cancel);
        await held.CommitAsync(cancel);
    }

    /// <summary>
    /// Any other move. Reopening, and giving back the scorecard of one's own unit, become a request that a person of
    /// another unit carries out by agreeing.
    /// </summary>
    /// <param name="id">The scorecard.</param>
    /// <param name="act">The move; <see cref="ScorecardAct.Submit"/> has a method of its own.</param>
    /// <param name="version">Its version as the form showed it.</param>
    /// <param name="reason">Why, where the act demands it.</param>
    /// <param name="actor">Who moves it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Whether it waits for a second person.</returns>
    /// <exception cref="RefusedException">Not this person's, not now, something is missing, or somebody was faster.</exception>
    public async Task<bool> MoveAsync(Guid id, ScorecardAct act, Guid version, string? reason, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (act == ScorecardAct.Submit)
        {
            throw new RefusedException("Phiếu chấm điểm được nộp tại trang nộp phiếu, kèm phê duyệt của thủ trưởng đơn vị.");
        }

        await using var held = await ScorecardLock.HoldAsync(db, id, cancel);
        var (folder, now) = await RequireAsync(id, version, act, actor, cancel);
        var why = string.IsNullOrWhiteSpace(reason) ? null : VietnameseText.Normalize(reason);
        RefusedException.ThrowIf(why is null && ScorecardDemands.NeedsReason(act, actor, folder) ? $"Ghi lý do để {ScorecardWords.InSentence(act)}." : null);
        RefusedException.ThrowIf(why?.Length > ScorecardSave.MostReason ? $"Lý do dài tối đa {ScorecardSave.MostReason} ký tự." : null);
        var waits = act == ScorecardAct.Reopen || (act == ScorecardAct.Return && ScorecardRights.IsOwnUnit(actor, folder));
        if (waits)
        {
            RefusedException.ThrowIf(await UnlockRequests.WhyNotAskAsync(db, folder, cancel));
            db.Add(UnlockRequests.Request(folder, act, why!, actor, now));
        }
        else
        {
            folder.Card.Move(act, folder.Set.Leaves, actor.Id, now, why);
            await ScorecardNotices.TellAsync(db, folder, act, actor.Id, why, now, cancel);
        }

        await db.SaveScorecardAsync(actor, waits ? $"Đề nghị {ScorecardWords.InSentence(act)}" : ScorecardWords.Of(act), folder, cancel);
        await held.CommitAsync(cancel);
        return waits;
    }

    private async Task<(ScorecardFolder Folder, DateTime Now)> RequireAsync(Guid id, Guid version, ScorecardAct act, StaffAccount actor, CancellationToken cancel)
    {
        var (folder, now) = (await scorecards.ForChangeOrRefuseAsync(id, cancel), clock.GetUtcNow().UtcDateTime);
        RefusedException.ThrowIf(WhyNot(actor, folder, act, now), isOfRights: IsNotTheirs(actor, folder, act));
        ScorecardSave.RequireShown(version, folder.Card.Version);
        RefusedException.ThrowIf(ScorecardDemands.WhyNot(act, actor, folder, now));
        return (folder, now);
    }

    /// <summary>Why the move would be refused to the person now, by their rights or by what is still missing; <c>null</c> when nothing stands against it.</summary>
    public static Refusal? RefusalOf(StaffAccount actor, ScorecardFolder folder, ScorecardAct act, DateTime now) =>
        WhyNot(actor, folder, act, now) is { } reason ? new(reason, IsNotTheirs(actor, folder, act))
            : ScorecardDemands.WhyNot(act, actor, folder, now) is { } missing ? new(missing)
            : null;

    /// <summary>
    /// Why the person may not make or ask for the move now; <c>null</c> when nothing stands against it. Beside
    /// <see cref="ScorecardRights.WhyNotMove"/> a coordinator may ask to give back the scorecard of the own unit.
    /// </summary>
    public static string? WhyNot(StaffAccount actor, ScorecardFolder folder, ScorecardAct act, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(folder);
        return !AsksForOwnUnit(actor, folder, act) || ScorecardRules.Target(folder.Card.State, act) is null ? ScorecardRights.WhyNotMove(actor, folder, act, now)
            : folder.Round.State == RoundState.Open ? null
            : ScorecardWords.RoundNotOpen;
    }

    /// <summary>Whether the step knows the move, and it is never this person's to make or to ask for.</summary>
    private static bool IsNotTheirs(StaffAccount actor, ScorecardFolder folder, ScorecardAct act) =>
        ScorecardRules.Target(folder.Card.State, act) is not null && !ScorecardRights.MayEverMove(actor, folder, act) && !AsksForOwnUnit(actor, folder, act);

    private static bool AsksForOwnUnit(StaffAccount actor, ScorecardFolder folder, ScorecardAct act) =>
        act == ScorecardAct.Return && actor.Has(StaffRoles.Coordinator) && ScorecardRights.IsOwnUnit(actor, folder);

    private async Task<string?> ReportProblemAsync(Guid fileId, ScorecardFolder folder, CancellationToken cancel) =>
        // Found also while its row waits to be saved with the submission.
        await db.StoredFiles.FindAsync([fileId], cancel) is { Kind: FileKind.Pdf } file && file.UnitId == folder.Unit.Unit.Id && file.Year == folder.Round.Year
            ? null
            : "Thiếu báo cáo kết quả tự chấm điểm đã ký (tệp PDF) của đơn vị.";
}
