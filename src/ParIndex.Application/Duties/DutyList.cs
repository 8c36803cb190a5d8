using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Council;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Remarks;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Duties;

/// <summary>
/// What waits for one person, by when, most urgent first. A duty is never somebody else's: each asks the rights that the
/// act itself asks. Read in so many queries as there are rounds under way, whatever the number of units.
/// </summary>
public sealed class DutyList(ParIndexDb db, ScorecardList scorecards, ScorecardReader reader, RoundReader rounds, RoundResults results, TwoPersonDecisions requests, RemarkRegister remarks, TimeProvider clock)
{
    private const StaffRoles AtScorecards = StaffRoles.UnitOfficer | StaffRoles.UnitHead | StaffRoles.Appraiser | StaffRoles.Coordinator | StaffRoles.CouncilMember;

    private const StaffRoles AtRounds = StaffRoles.Coordinator | StaffRoles.CouncilMember | StaffRoles.Publisher;

    /// <summary>The duties of a person at this hour: what is late first, then by deadline, what has none last.</summary>
    public async Task<IReadOnlyList<Duty>> OfAsync(StaffAccount person, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        var duties = new List<Duty>();
        if (person.Has(AtScorecards))
        {
            duties.AddRange(await AtScorecardsAsync(person, cancel));
        }

        if (person.Has(AtRounds))
        {
            duties.AddRange(await AtRoundsAsync(person, cancel));
        }

        if (person.Has(StaffRoles.CouncilMember))
        {
            duties.AddRange(await AtCouncilAsync(person, cancel));
        }

        if (person.Has(RemarkReplies.Repliers) && await remarks.WaitingForAsync(person, cancel) is { Count: > 0, Since: { } since } unanswered)
        {
            duties.Add(new(DutyKind.AnswerRemarks, "góp ý của công chúng chờ trả lời", "Số liệu đã công bố", unanswered.Count) { Detail = $"Góp ý chờ lâu nhất gửi ngày {DateWriter.Vietnamese(DateWriter.VietnameseDay(since))}." });
        }

        if (await requests.WaitingAsync(StaffActor.Of(person), cancel) is { Count: > 0 } waiting)
        {
            duties.Add(new(DutyKind.Consent, "đề nghị cần người thứ hai đồng ý", "Đề nghị của đơn vị khác", waiting.Count)
            {
                Parts = [.. waiting.Select(request => new DutyPart(request.Summary, request.Id, 1, Until: null))],
            });
        }

        return [.. duties.OrderBy(duty => duty.Until ?? DateTime.MaxValue).ThenBy(duty => duty.Kind)];
    }

    private async Task<IReadOnlyList<Duty>> AtScorecardsAsync(StaffAccount person, CancellationToken cancel)
    {
        var lines = await scorecards.OpenAsync(person, cancel);
        var asked = lines.Where(line => line.Folder.Card.State is ScorecardState.Explanation or ScorecardState.SecondAppraisal).Select(line => line.Folder.Card.Id).ToList();
        var explanations = asked.Count == 0 ? [] : await db.Explanations.AsNoTracking().Where(explanation => asked.Contains(explanation.ScorecardId)).ToListAsync(cancel);
        var shares = asked.Count == 0 || !person.Has(StaffRoles.UnitOfficer) ? [] : await db.Set<FieldShare>().AsNoTracking().Where(share => asked.Contains(share.ScorecardId)).ToListAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var work = new ScorecardDuties(person, lines, explanations.ToLookup(explanation => explanation.ScorecardId), shares.ToLookup(share => share.ScorecardId), now);
        var (own, duties) = (work.Own.Select(line => line.Folder.Card.Id).ToHashSet(), new List<Duty>());
        foreach (var line in work.Inside.Where(line => line.Folder.Card.State == ScorecardState.SelfScoring))
        {
            if (await reader.FindAsync(line.Folder.Card.Id, cancel) is { } folder)
            {
                duties.AddRange(ScorecardDuties.OfInside(folder, person, now));
                duties.AddRange(own.Contains(folder.Card.Id) ? ScorecardDuties.OfOwn(folder, person) : []);
            }
        }

        return [.. duties, .. work.OfOfficer(), .. work.OfAppraiser(), .. work.OfSteps(), .. work.OfCoordinator(), .. work.OfCouncil()];
    }

    private async Task<IReadOnlyList<Duty>> AtRoundsAsync(StaffAccount person, CancellationToken cancel)
    {
        var now = await db.Rounds.AsNoTracking().Include(round => round.Decisions).Include(round => round.Amendments).Where(round => round.State == RoundState.Draft || round.State == RoundState.Closed).OrderBy(round => round.Year).ThenBy(round => round.Id).ToListAsync(cancel);
        var duties = new List<Duty>();
        foreach (var round in now)
        {
            if (round.IsDraft)
            {
                duties.AddRange(person.Has(StaffRoles.Coordinator) ? [Of(DutyKind.Open, "kỳ đánh giá dự thảo chờ hoàn thiện và mở", round)] : []);
                continue;
            }

            if (person.Has(StaffRoles.Coordinator) && round.Decision is null)
            {
                duties.Add(Of(DutyKind.Decide, "quyết định công bố kết quả chờ ghi", round));
            }

            // Results are computed for those alone whose turn it may be.
            if ((person.Has(StaffRoles.CouncilMember) || (person.Has(StaffRoles.Publisher) && round.Decision is not null)) && await rounds.FindAsync(round.Id, cancel) is { } setup)
            {
                var draft = (await results.ShownAsync(setup, cancel)).SeenBy(person);
                duties.AddRange(ResultsPublication.WhyNotApprove(person, draft) is null && !draft.Standing.Any() ? [Of(DutyKind.Approve, "kết quả chờ Hội đồng thông qua", round)] : []);
                duties.AddRange(TimedPublication.WhyNotPlan(person, draft) is null ? [Of(DutyKind.Publish, "kết quả chờ công bố", round) with { Detail = Stopped(draft) }] : []);
            }
        }

        return duties;
    }

    /// <summary>Items before the council on which the person, under whatever account, has not voted and may.</summary>
    private async Task<IReadOnlyList<Duty>> AtCouncilAsync(StaffAccount person, CancellationToken cancel)
    {
        var open = await (from item in db.CouncilItems.AsNoTracking()
                          join meeting in db.CouncilMeetings.AsNoTracking() on item.MeetingId equals meeting.Id
                          join round in db.Rounds.AsNoTracking() on meeting.RoundId equals round.Id
                          where (round.State == RoundState.Open || round.State == RoundState.Closed) && !db.CouncilOutcomes.Any(outcome => outcome.ItemId == item.Id)
                          orderby round.Year, round.Id
                          select round.Id).Distinct().ToListAsync(cancel);
        var (duties, now) = (new List<Duty>(), clock.GetUtcNow().UtcDateTime);
        foreach (var id in open)
        {
            var view = await new CouncilBoard(db).OfAsync((await rounds.FindAsync(id, cancel))!, person, cancel);
            var waiting = view.Items.Where(item => CouncilRights.WhyNotVote(person, item, view.History, now) is null && !item.HasVoted(person.Id, view.History)).ToList();
            if (waiting.Count > 0)
            {
                duties.Add(new(DutyKind.Vote, "nội dung chờ bạn biểu quyết tại Hội đồng thẩm định", view.Setup.Round.Title, waiting.Count)
                {
                    Subject = id,
                    Detail = ScorecardDuties.Some([.. waiting.Select(item => $"{item.Folder.Unit.Name} (tiêu chí {item.Leaf.Code})")], "nội dung"),
                });
            }
        }

        return duties;
    }

    /// <summary>Why results that were to open did not, while nobody has planned anew.</summary>
    private static string? Stopped(ResultsDraft draft) => draft.Plans.LastOrDefault() is { Hold: { } hold } plan && !draft.Setup.Round.Moves.Any(move => move.Sequence > plan.Sequence)
        ? $"Lịch công bố lúc {DateWriter.VietnameseHour(plan.OpensAt)} {(hold.By is null ? "không mở được" : "đã được tạm dừng")}: {hold.Reason}"
        : null;

    private static Duty Of(DutyKind kind, string what, Round round) => new(kind, what, round.Title, 1) { Subject = round.Id };
}
