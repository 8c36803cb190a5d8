using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Council;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Council;

/// <summary>What is recorded of a meeting.</summary>
/// <param name="Form">Session or in writing.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="Place">Where, of a session.</param>
/// <param name="Presider">The account of who presides.</param>
/// <param name="Present">The accounts of the members present.</param>
public sealed record MeetingEntry(MeetingForm Form, DateOnly HeldOn, string? Place, Guid Presider, IReadOnlyCollection<Guid> Present);

/// <summary>
/// The acts of the council: a meeting is recorded, points are proposed, members vote, an item is closed. Each holds the round, so
/// that a vote and a closing that race each other happen one after the other, and is one event of the audit log.
/// </summary>
public sealed class CouncilWork(ParIndexDb db, RoundReader rounds, RoundBoards boards, CouncilRules rules, TimeProvider clock)
{
    /// <summary>The members of the council now: active accounts, one a person, by name.</summary>
    public static IReadOnlyList<StaffAccount> MembersOf(StaffHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var members = new List<StaffAccount>();
        foreach (var account in history.Accounts.Where(account => account.IsActive && account.Has(StaffRoles.CouncilMember)).OrderBy(account => account.FullName, UnitNaming.Comparer).ThenBy(account => account.StaffCode, StringComparer.Ordinal))
        {
            if (!members.Exists(known => history.AreOne(known.Id, account.Id)))
            {
                members.Add(account);
            }
        }

        return members;
    }

    /// <summary>Records a meeting with the council's members of this day; who records it keeps the minutes.</summary>
    /// <returns>Its key.</returns>
    /// <exception cref="RefusedException">Not this person's, not now, a day to come, or something is missing.</exception>
    public async Task<Guid> MeetAsync(Guid roundId, MeetingEntry entry, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await RoundLock.HoldAsync(db, roundId, cancel);
        var (setup, now) = (await rounds.ForChangeAsync(roundId, cancel), clock.GetUtcNow().UtcDateTime);
        RefusedException.ThrowIf(CouncilRights.WhyNotMeet(actor, setup.Round), isOfRights: !actor.Has(CouncilRights.Recorders));
        RefusedException.ThrowIf(entry.HeldOn > DateWriter.VietnameseDay(now) ? "Ngày họp chưa đến; ghi phiên họp khi Hội đồng đã họp hoặc đang họp." : null);
        var members = MembersOf(await StaffHistory.ReadAsync(db, cancel));
        var seats = members.Select(member => new CouncilSeat(member.Id, member.FullName, member.Post, entry.Present.Contains(member.Id))).ToList();
        var meeting = new CouncilMeeting(setup.Round, entry.Form, entry.HeldOn, entry.Place, entry.Presider, actor.Id, actor.FullName, seats, rules, actor.Id, now);
        db.Add(meeting);
        await db.SaveAsync(actor, "Ghi phiên họp Hội đồng thẩm định", RoundSave.Named(setup.Round), cancel);
        await held.CommitAsync(cancel);
        return meeting.Id;
    }

    /// <summary>Puts a leaf on which opinions differ before the council, with the points proposed.</summary>
    /// <exception cref="RefusedException">Not this person's, not now, opinions do not differ (any longer), another proposal is open, or the points are none.</exception>
    public async Task ProposeAsync(Guid roundId, Guid meetingId, Guid scorecardId, Guid leafId, string? points, string? reason, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await RoundLock.HoldAsync(db, roundId, cancel);
        var view = await ViewAsync(roundId, actor, cancel);
        var meeting = view.Meeting(meetingId) ?? throw new RefusedException(RoundWords.Conflict);
        var differing = (await boards.OpinionsAsync(view.Setup, actor, cancel)).FirstOrDefault(opinion => opinion.Folder.Card.Id == scorecardId && opinion.Leaf.Id == leafId)
            ?? throw new RefusedException("Nội dung này không còn ý kiến khác nhau, hoặc chưa hiện ra với bạn.");
        var hands = (await ScorecardHands.ReadAsync(db, [(await new ScorecardReader(db).FindAsync(scorecardId, cancel))!.Card], cancel))[scorecardId];
        var place = differing.Folder with { Hands = hands };
        RefusedException.ThrowIf(CouncilRights.WhyNotPropose(actor, place, view.History), isOfRights: CouncilRights.WhyNotMeet(actor, view.Setup.Round) is null && !CouncilRights.IsTheirs(actor, place, view.History));
        RefusedException.ThrowIf(view.About(scorecardId, leafId) is { Outcome: null } ? "Nội dung này đã có một đề xuất đang được biểu quyết." : null);
        var read = ScoreText.Read(points, new NumberFormat(differing.Leaf.Decimals));
        RefusedException.ThrowIf(read.Value is null ? $"Điểm đề xuất: ghi số từ 0 đến {NumberWriter.VietnameseTrimmed(differing.Leaf.MaxScore)}, tối đa {differing.Leaf.Decimals} chữ số thập phân." : null);
        RefusedException.ThrowIf(new Domain.Scorecards.CellAnswer { Points = read.Value }.Problem(differing.Leaf)?.Text);
        var item = new CouncilItem(meeting, scorecardId, differing.Leaf, differing.Self.Points ?? 0, differing.Counting!.Value, read.Value!.Value, reason, actor.Id, clock.GetUtcNow().UtcDateTime);
        db.Add(item);
        await TellAsync(view, meeting, item, place, differing.Leaf, actor, cancel);
        await db.SaveAsync(actor, "Đề xuất nội dung với Hội đồng thẩm định", Subject(view.Setup, place, differing.Leaf.Code), cancel);
        await held.CommitAsync(cancel);
    }

    /// <summary>A member votes, or votes anew; the newest of a person counts.</summary>
    /// <exception cref="RefusedException">No member of the meeting, of the own unit, the item is closed or not there.</exception>
    public async Task VoteAsync(Guid roundId, Guid itemId, CouncilVoice voice, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await RoundLock.HoldAsync(db, roundId, cancel);
        var (view, now) = (await ViewAsync(roundId, actor, cancel), clock.GetUtcNow().UtcDateTime);
        var item = ItemOf(view, itemId);
        RefusedException.ThrowIf(CouncilRights.WhyNotVote(actor, item, view.History, now), isOfRights: item.Outcome is null && CouncilRights.WhyNotMeet(actor, view.Setup.Round) is null);
        var seat = item.Meeting.SeatOf(actor.Id, view.History.AreOne)!;
        db.Add(new CouncilVote(item.Item, voice, isWritten: !seat.IsPresent, actor.Id, now));
        await db.SaveAsync(actor, "Biểu quyết tại Hội đồng thẩm định", Subject(view.Setup, item.Folder, item.Leaf.Code), cancel);
        await held.CommitAsync(cancel);
    }

    /// <summary>Ends an item: what was voted is counted once and kept.</summary>
    /// <returns>Whether the proposal carried.</returns>
    /// <exception cref="RefusedException">Not this person's, no quorum, or closed already.</exception>
    public async Task<bool> CloseAsync(Guid roundId, Guid itemId, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await RoundLock.HoldAsync(db, roundId, cancel);
        var (view, now) = (await ViewAsync(roundId, actor, cancel), clock.GetUtcNow().UtcDateTime);
        var item = ItemOf(view, itemId);
        RefusedException.ThrowIf(CouncilRights.WhyNotClose(actor, item, view.History, now), isOfRights: item.Outcome is null && CouncilRights.WhyNotMeet(actor, view.Setup.Round) is null);
        var outcome = new CouncilOutcome(item.Item, item.Tally, actor.Id, now);
        db.Add(outcome);
        await db.SaveAsync(actor, outcome.Carried ? "Chốt nội dung Hội đồng thẩm định đã thông qua" : "Chốt nội dung Hội đồng thẩm định không thông qua", Subject(view.Setup, item.Folder, item.Leaf.Code), cancel);
        await held.CommitAsync(cancel);
        return outcome.Carried;
    }

    /// <summary>Tells the members who may vote; who proposes knows. Several items at a time are one message.</summary>
    private Task TellAsync(CouncilView view, CouncilMeeting meeting, CouncilItem item, ScorecardPlace place, Criterion leaf, StaffAccount actor, CancellationToken cancel)
    {
        var members = meeting.Seats.Select(seat => view.History[seat.AccountId])
            .Where(member => member.Has(StaffRoles.CouncilMember) && !view.History.AreOne(member.Id, actor.Id) && CouncilRights.IsTheirs(member, place, view.History))
            .Select(member => member.Id).ToHashSet();
        var detail = $"{place.Unit.Name}, tiêu chí {leaf.Code} {leaf.Name}: điểm đang tính {NumberWriter.VietnameseTrimmed(item.CountingPoints)}, đề xuất {NumberWriter.VietnameseTrimmed(item.ProposedPoints)}.";
        return WorkNotices.TellAsync(db, NoticeKind.Vote, NoticeSubject.Of(view.Setup.Round, detail), members, item.At, cancel);
    }

    private async Task<CouncilView> ViewAsync(Guid roundId, StaffAccount actor, CancellationToken cancel) =>
        await new CouncilBoard(db).OfAsync((await rounds.FindAsync(roundId, cancel))!, actor, cancel);

    private static CouncilItemView ItemOf(CouncilView view, Guid itemId) => view.Items.FirstOrDefault(item => item.Item.Id == itemId) ?? throw new RefusedException(RoundWords.Conflict);

    private static string Subject(RoundSetup setup, ScorecardPlace place, string code) => $"{RoundSave.Named(setup.Round)}: {place.Unit.Name}, tiêu chí {code}";
}
