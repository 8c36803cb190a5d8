using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// What a unit does with its own scorecard before it is handed in: shares it out by field, says which fields are done, gives
/// back, approves. Each act holds the scorecard alone, so that what is approved is what stands, and is one event of the log.
/// </summary>
public sealed class UnitWork(ParIndexDb db, ScorecardReader scorecards, TimeProvider clock)
{
    /// <summary>Shares the sheet out: each named field to the officer named with it, or to nobody.</summary>
    /// <param name="id">The scorecard.</param>
    /// <param name="stamp">How it was shared out when the form was shown (<see cref="UnitBoard.StampOf"/>).</param>
    /// <param name="officers">Accounts of officers by field.</param>
    /// <param name="actor">Who shares it out.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many fields changed hands.</returns>
    /// <exception cref="RefusedException">Not this person's, not now, no officer of the unit, nothing changed, or somebody was faster.</exception>
    public async Task<int> ShareAsync(Guid id, string stamp, IReadOnlyDictionary<Guid, Guid?> officers, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(officers);
        await using var held = await ScorecardLock.HoldAsync(db, id, cancel);
        var (folder, now) = await ReadAsync(id, actor, folder => InsideRights.WhyNotShare(actor, folder), InsideRights.MayEverShare, cancel);
        RefusedException.ThrowIf(stamp == UnitBoard.StampOf(folder.Card) ? null : ScorecardWords.Conflict);
        var board = UnitBoard.Of(folder);
        var given = new List<(Guid Officer, Criterion Field)>();
        var changed = 0;
        foreach (var (field, officer) in officers)
        {
            var known = board.Fields.FirstOrDefault(line => line.Field.Id == field)?.Field ?? throw new RefusedException("Phiếu chấm điểm không có lĩnh vực này.");
            // Whoever has it and has left may keep it for now; nobody new is taken from outside.
            RefusedException.ThrowIf(officer is null || board.Officers.Any(person => person.Id == officer) || folder.Card.ShareOf(known)?.AccountId == officer ? null : $"Người được giao lĩnh vực {known.Code} không phải là cán bộ đang hoạt động của đơn vị.");
            if (folder.Card.Share(known, officer, actor.Id, now))
            {
                changed++;
                given.AddRange(officer is { } person ? [(person, known)] : []);
            }
        }

        RefusedException.ThrowIf(changed == 0 ? "Phân công không có gì thay đổi." : null);
        foreach (var fields in given.Where(part => part.Officer != actor.Id).GroupBy(part => part.Officer, part => part.Field))
        {
            await WorkNotices.TellColleaguesAsync(db, NoticeKind.FieldShared, SubjectOf(folder) with { Detail = FieldWords(fields) }, [fields.Key], now, cancel);
        }

        await SaveAsync("Phân công lĩnh vực trong đơn vị", folder, actor, held, cancel);
        return changed;
    }

    /// <summary>The officer who answers for a field says that it is done; the head is told when it was the last.</summary>
    /// <inheritdoc cref="ReturnAsync" path="/param" />
    /// <exception cref="RefusedException">Not this person's field, something in it is open, or not now.</exception>
    public async Task FinishAsync(Guid id, Guid fieldId, StaffAccount actor, CancellationToken cancel = default)
    {
        await using var held = await ScorecardLock.HoldAsync(db, id, cancel);
        var (folder, now) = await ReadAsync(id, actor, folder => InsideRights.WhyNotFinish(actor, folder, clock.GetUtcNow().UtcDateTime), InsideRights.IsInside, cancel);
        var line = LineOf(folder, fieldId);
        RefusedException.ThrowIf(line.Share?.AccountId != actor.Id || line.Unproved.Count == 0 ? null : $"Lĩnh vực {line.Field.Code} còn tiêu chí thiếu tài liệu kiểm chứng: {string.Join(", ", line.Unproved.Select(leaf => leaf.Code))}.");
        folder.Card.FinishField(line.Field, line.Leaves, actor.Id, now);
        if (folder.Card.Shares.All(share => share.State == FieldShareState.Ready) && UnitBoard.Of(folder).Fields.All(field => field.IsComplete))
        {
            await WorkNotices.TellColleaguesAsync(db, NoticeKind.SheetReady, SubjectOf(folder), [.. folder.Colleagues.Where(person => person.Has(StaffRoles.UnitHead) && person.Id != actor.Id).Select(person => person.Id)], now, cancel);
        }

        await SaveAsync($"Báo hoàn thành lĩnh vực {line.Field.Code}", folder, actor, held, cancel);
    }

    /// <summary>The head gives a field back to the officer who answers for it.</summary>
    /// <param name="id">The scorecard.</param>
    /// <param name="fieldId">The field.</param>
    /// <param name="remark">What is to be mended.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Not the head, not now, nobody answers for the field, or no remark.</exception>
    public async Task ReturnAsync(Guid id, Guid fieldId, string remark, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await ScorecardLock.HoldAsync(db, id, cancel);
        var (folder, now) = await ReadAsync(id, actor, folder => InsideRights.WhyNotJudge(actor, folder, clock.GetUtcNow().UtcDateTime), InsideRights.MayEverApprove, cancel);
        var line = LineOf(folder, fieldId);
        var note = new InnerNote(folder.Card, line.Field, InnerTalk.Words(remark), actor.Id, now);
        folder.Card.ReturnField(line.Field, note);
        db.Add(note);
        await WorkNotices.TellColleaguesAsync(db, NoticeKind.FieldReturned, SubjectOf(folder) with { Detail = $"{FieldWords([line.Field])} Ý kiến của thủ trưởng xem tại mục Trong đơn vị của phiếu." }, [line.Share!.AccountId], now, cancel);
        await SaveAsync($"Trả lại trong đơn vị lĩnh vực {line.Field.Code}", folder, actor, held, cancel);
    }

    /// <summary>The head approves the sheet exactly as it was shown.</summary>
    /// <param name="id">The scorecard.</param>
    /// <param name="seal">The seal of what was shown.</param>
    /// <param name="actor">The head.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Not the head, not now, something is open, or it changed since it was shown.</exception>
    public async Task ApproveAsync(Guid id, string seal, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await ScorecardLock.HoldAsync(db, id, cancel);
        var (folder, now) = await ReadAsync(id, actor, folder => InsideRights.WhyNotApprove(actor, folder, clock.GetUtcNow().UtcDateTime), InsideRights.MayEverApprove, cancel);
        folder.Card.Approve(seal, folder.Side, actor.Id, now);
        await SaveAsync("Thủ trưởng phê duyệt phiếu tự chấm điểm", folder, actor, held, cancel);
    }

    private async Task<(ScorecardFolder Folder, DateTime Now)> ReadAsync(Guid id, StaffAccount actor, Func<ScorecardFolder, string?> whyNot, Func<StaffAccount, ScorecardFolder, bool> mayEver, CancellationToken cancel)
    {
        var folder = await scorecards.ForChangeOrRefuseAsync(id, cancel);
        RefusedException.ThrowIf(whyNot(folder), isOfRights: !mayEver(actor, folder));
        return (folder, clock.GetUtcNow().UtcDateTime);
    }

    private async Task SaveAsync(string act, ScorecardFolder folder, StaffAccount actor, ScorecardLock held, CancellationToken cancel)
    {
        await db.SaveScorecardAsync(actor, act, folder, cancel);
        await held.CommitAsync(cancel);
    }

    private static FieldStanding LineOf(ScorecardFolder folder, Guid fieldId) =>
        UnitBoard.Of(folder).Fields.FirstOrDefault(line => line.Field.Id == fieldId) ?? throw new RefusedException("Phiếu chấm điểm không có lĩnh vực này.");

    /// <summary>What a notice inside the unit is about.</summary>
    internal static NoticeSubject SubjectOf(ScorecardFolder folder) => new(folder.Unit.Unit.Id, folder.Unit.Name, folder.Round.Title, folder.Card.Id) { Until = folder.Deadline };

    /// <summary>Fields in a sentence of their own.</summary>
    internal static string FieldWords(IEnumerable<Criterion> fields) => $"Lĩnh vực {string.Join("; ", fields.Select(field => $"{field.Code} {field.Name}"))}.";
}
