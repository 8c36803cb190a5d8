using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Application.Scorecards;
using ParIndex.Domain;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Duties;

/// <summary>What is open under somebody's name in one scorecard of an open round.</summary>
/// <param name="Folder">The scorecard.</param>
/// <param name="Fields">The fields the person answers for, and how far they are.</param>
public sealed record OpenCard(ScorecardFolder Folder, IReadOnlyList<FieldStanding> Fields)
{
    /// <summary>Criteria that are not self-scored, while the unit scores itself.</summary>
    public int Unscored => IsSelfScoring ? Fields.Sum(line => line.Leaves.Count - line.Given) : 0;

    /// <summary>Criteria that lack their proof, while the unit scores itself.</summary>
    public int Unproved => IsSelfScoring ? Fields.Sum(line => line.Unproved.Count) : 0;

    /// <summary>Questions of appraisers that are not answered.</summary>
    public int Asked => Folder.Card.State == ScorecardState.Explanation ? Fields.Sum(line => line.Asked.Count) : 0;

    /// <summary>Fields that the head gave back.</summary>
    public int Returned => Fields.Count(line => line.Share!.State == FieldShareState.Returned);

    private bool IsSelfScoring => Folder.Card.State == ScorecardState.SelfScoring;
}

/// <summary>A workbook of a unit's scorecard that somebody sent and has not decided about.</summary>
/// <param name="Id">Its key.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="ScorecardId">Of which scorecard.</param>
/// <param name="ExpiresAt">Until when it waits, UTC.</param>
public sealed record OpenDraft(Guid Id, string FileName, Guid ScorecardId, DateTime ExpiresAt);

/// <summary>Everything that is open under somebody's name inside their unit.</summary>
/// <param name="Person">Whose name.</param>
/// <param name="Cards">Scorecards of open rounds in which they answer for fields.</param>
/// <param name="Drafts">Workbooks that wait for them.</param>
/// <param name="Duties">What else waits for them on their desk.</param>
public sealed record OpenWork(StaffAccount Person, IReadOnlyList<OpenCard> Cards, IReadOnlyList<OpenDraft> Drafts, IReadOnlyList<Duty> Duties)
{
    /// <summary>How many fields they answer for.</summary>
    public int Fields => Cards.Sum(card => card.Fields.Count);

    /// <summary>Whether there is anything to hand over.</summary>
    public bool IsEmpty => Fields == 0 && Drafts.Count == 0;

    /// <summary>The mark of what is handed over, so that it is what was shown.</summary>
    public string Stamp => string.Join('.', Cards.SelectMany(card => card.Fields).Select(line => $"{line.Share!.Version:N}").Concat(Drafts.Select(draft => $"{draft.Id:N}")));

    /// <summary>Counts in one Vietnamese sentence, without a score: what an administrator is told before the account is switched off.</summary>
    public string InWords
    {
        get
        {
            var parts = new[]
            {
                (Fields, "lĩnh vực đang phụ trách"), (Cards.Sum(card => card.Unscored), "tiêu chí chưa tự chấm"), (Cards.Sum(card => card.Unproved), "tiêu chí thiếu tài liệu"),
                (Cards.Sum(card => card.Asked), "yêu cầu giải trình chưa trả lời"), (Drafts.Count, "tệp nhập đang chờ"),
            };
            return string.Join(", ", parts.Where(part => part.Item1 > 0).Select(part => $"{NumberWriter.VietnameseCount(part.Item1)} {part.Item2}"));
        }
    }
}

/// <summary>What is open under somebody's name inside a unit, and its handing over to a colleague in one act.</summary>
public sealed class WorkHandover(ParIndexDb db, ScorecardReader scorecards, DutyList duties, TimeProvider clock)
{
    /// <summary>What is open under a person's name.</summary>
    /// <param name="person">The person.</param>
    /// <param name="unitId">In the scorecards of which unit; <c>null</c> for all.</param>
    /// <param name="withDuties">Whether what waits on their desk is wanted too.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<OpenWork> OfAsync(StaffAccount person, Guid? unitId, bool withDuties, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        var cards = new List<OpenCard>();
        foreach (var id in await CardsAsync(person, unitId, cancel))
        {
            if (await scorecards.FindAsync(id, cancel) is { } folder)
            {
                cards.Add(new(folder, UnitBoard.Of(folder).Of(person.Id)));
            }
        }

        var drafts = await DraftsAsync(person.Id, unitId, cancel);
        return new(person, cards, [.. drafts.Select(draft => new OpenDraft(draft.Id, draft.FileName, Guid.ParseExact(draft.Target!, "N"), draft.ExpiresAt))], withDuties && person.IsActive ? await duties.OfAsync(person, cancel) : []);
    }

    /// <summary>A colleague of the unit, or somebody whose fields in it are still theirs; <c>null</c> for everybody else.</summary>
    public async Task<StaffAccount?> PersonAsync(Guid accountId, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var person = await db.StaffAccounts.AsNoTracking().FirstOrDefaultAsync(account => account.Id == accountId, cancel);
        return person is null || actor.UnitId is null ? null
            : person.UnitId == actor.UnitId && person.Has(StaffRoles.UnitOfficer | StaffRoles.UnitHead) ? person
            : (await CardsAsync(person, actor.UnitId, cancel)).Count > 0 ? person
            : null;
    }

    /// <summary>The accounts in use of a unit, by name.</summary>
    public async Task<IReadOnlyList<StaffAccount>> ColleaguesAsync(StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var people = await db.StaffAccounts.AsNoTracking().Where(person => person.UnitId == actor.UnitId && person.IsActive).ToListAsync(cancel);
        return [.. people.Where(person => person.Has(StaffRoles.UnitOfficer | StaffRoles.UnitHead)).OrderBy(person => person.FullName, UnitNaming.Comparer).ThenBy(person => person.StaffCode, StringComparer.Ordinal)];
    }

    /// <summary>Hands everything that is open in the unit's scorecards under one name to a colleague.</summary>
    /// <param name="personId">Whose work it is.</param>
    /// <param name="toId">Who takes it over: an officer of the unit.</param>
    /// <param name="stamp">What was shown (<see cref="OpenWork.Stamp"/>).</param>
    /// <param name="actor">Who hands it over.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>What was handed over.</returns>
    /// <exception cref="RefusedException">Not this person's to hand over, nobody of the unit, nothing to hand over, or no longer what was shown.</exception>
    public async Task<OpenWork> HandOverAsync(Guid personId, Guid toId, string stamp, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var person = await PersonAsync(personId, actor, cancel) ?? throw new RefusedException("Người này không thuộc đơn vị của bạn.", isOfRights: true);
        var colleagues = await ColleaguesAsync(actor, cancel);
        RefusedException.ThrowIf(InsideRights.MayHandOver(actor, person, colleagues) ? null : "Phần việc của người khác do thủ trưởng đơn vị hoặc chính người đó bàn giao.", isOfRights: true);
        var to = colleagues.FirstOrDefault(colleague => colleague.Id == toId && colleague.Has(StaffRoles.UnitOfficer) && colleague.Id != personId) ?? throw new RefusedException("Chọn người nhận là cán bộ khác, đang hoạt động của đơn vị.");
        var ids = await CardsAsync(person, actor.UnitId, cancel);
        await using var held = await ScorecardLock.HoldAsync(db, ids, cancel);
        var (now, open) = (clock.GetUtcNow().UtcDateTime, await OfAsync(person, actor.UnitId, withDuties: false, cancel));
        RefusedException.ThrowIf(open.IsEmpty ? $"{person.FullName} không còn phần việc nào để bàn giao." : open.Stamp == stamp ? null : ScorecardWords.Conflict);
        foreach (var card in open.Cards)
        {
            var folder = await scorecards.ForChangeOrRefuseAsync(card.Folder.Card.Id, cancel);
            card.Fields.ToList().ForEach(line => folder.Card.Share(line.Field, to.Id, actor.Id, now));
            await WorkNotices.TellColleaguesAsync(db, NoticeKind.FieldShared, UnitWork.SubjectOf(folder) with { Detail = UnitWork.FieldWords(card.Fields.Select(line => line.Field)) }, to.Id == actor.Id ? [] : [to.Id], now, cancel);
        }

        (await DraftsAsync(personId, actor.UnitId, cancel)).ForEach(draft => draft.HandTo(to.Id));
        try
        {
            await db.SaveAsync(new(actor.StaffCode, "Bàn giao phần việc", $"của {person.StaffCode} cho {to.StaffCode}: {open.InWords}"), cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            throw new RefusedException(ScorecardWords.Conflict);
        }

        await held.CommitAsync(cancel);
        return open;
    }

    private async Task<List<ImportDraft>> DraftsAsync(Guid accountId, Guid? unitId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var drafts = await db.ImportDrafts.AsTracking().Where(draft => draft.By == accountId && draft.Kind == ImportKind.UnitSheet && draft.Target != null && draft.ExpiresAt > now).OrderBy(draft => draft.At).ThenBy(draft => draft.Id).ToListAsync(cancel);
        var cards = drafts.Count == 0 ? [] : await OpenCards(unitId).ToListAsync(cancel);
        return [.. drafts.Where(draft => Guid.TryParseExact(draft.Target, "N", out var card) && cards.Contains(card))];
    }

    private async Task<List<Guid>> CardsAsync(StaffAccount person, Guid? unitId, CancellationToken cancel)
    {
        var open = OpenCards(unitId);
        return await db.Set<FieldShare>().Where(share => share.AccountId == person.Id && open.Contains(share.ScorecardId)).Select(share => share.ScorecardId).Distinct().OrderBy(id => id).ToListAsync(cancel);
    }

    /// <summary>Scorecards of open rounds that are not agreed, of a unit or of all.</summary>
    private IQueryable<Guid> OpenCards(Guid? unitId) =>
        from card in db.Scorecards
        join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
        join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
        join round in db.Rounds on roundGroup.RoundId equals round.Id
        where round.State == RoundState.Open && card.State != ScorecardState.Agreed && (unitId == null || participant.UnitId == unitId)
        select card.Id;
}
