using ParIndex.Application.Accounts;
using ParIndex.Domain.Council;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>
/// A meeting of the council in the open round: one proposal carried and not entered into its scorecard yet, one that did not carry, and one
/// that waits for votes, that of the login of the demonstration among them.
/// </summary>
internal sealed class DemoCouncil(DemoIds ids, DemoCriteria criteria, IReadOnlyDictionary<string, StaffAccount> accounts)
{
    private const string Place = "Phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh";

    private static readonly (string? Reason, CouncilVoice?[] Voices)[] Stories =
    [
        ("Tài liệu gửi kèm giải trình được ban hành trong năm đánh giá và đúng thẩm quyền; chấp nhận điểm tự chấm.", [CouncilVoice.For, CouncilVoice.For, CouncilVoice.Abstains, CouncilVoice.For]),
        ("Nhiệm vụ đã hoàn thành trong năm, chỉ số liệu trên hệ thống cập nhật chậm; đề nghị tính như đơn vị tự chấm.", [CouncilVoice.For, CouncilVoice.Against, CouncilVoice.Against, CouncilVoice.Against]),
        ("Giải trình nêu được số văn bản chứng minh; đề nghị Hội đồng xem xét tính lại.", [CouncilVoice.For, null, CouncilVoice.Against, null]),
    ];

    private Guid Chair => accounts[DemoAccounts.Chair].Id;

    private Guid Coordinator => accounts[DemoAccounts.Coordinator].Id;

    /// <summary>The rows of the meeting.</summary>
    /// <param name="built">The round, with scorecards on which opinions differ after they were agreed.</param>
    /// <param name="at">When it begins, UTC.</param>
    public IEnumerable<object> Meet(FilledRound built, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(built);
        var (round, name) = (built.Round, $"{built.Round.Year}");
        var members = DemoAccounts.Council.Select(code => accounts[code]).ToList();
        var meeting = ids.Fix(
            new CouncilMeeting(round, MeetingForm.Session, DateOnly.FromDateTime(at.AddHours(7)), Place, Chair, Coordinator, accounts[DemoAccounts.Coordinator].FullName, [.. members.Select((member, i) => new CouncilSeat(member.Id, member.FullName, member.Post, IsPresent: i < 3))], CouncilRules.Default, Coordinator, at),
            name);
        yield return meeting;
        foreach (var (i, ((card, leaf), story)) in Differing(built).Zip(Stories).Index())
        {
            var (own, counting) = (card.Cell(ScoreStage.SelfScore, leaf.Id)!.Points!.Value, card.Scores.PointsOf(leaf)!.Value);
            var (key, begun) = ($"{name}/{i + 1}", at.AddMinutes(15 * (i + 1)));
            var item = ids.Fix(new CouncilItem(meeting, card.Id, leaf, own, counting, own, story.Reason, Chair, begun), key);
            yield return item;
            var votes = story.Voices.Zip(members).Where(pair => pair.First is not null)
                .Select((pair, place) => ids.Fix(new CouncilVote(item, pair.First!.Value, isWritten: !meeting.SeatOf(pair.Second.Id, (_, _) => false)!.IsPresent, pair.Second.Id, begun.AddMinutes(5 + place)), $"{key}/{pair.Second.StaffCode}")).ToList();
            foreach (var vote in votes)
            {
                yield return vote;
            }

            var tally = CouncilTally.Of(meeting, votes, (_, _) => false, _ => false);
            if (tally.HasQuorum)
            {
                yield return ids.Fix(new CouncilOutcome(item, tally, Coordinator, begun.AddMinutes(12)), key);
            }
        }
    }

    /// <summary>The leaves of agreed scorecards on which unit and appraisers still differ, at most one of a scorecard, by unit.</summary>
    private IEnumerable<(Scorecard Card, Criterion Leaf)> Differing(FilledRound built)
    {
        var leaves = criteria.Sets.SelectMany(set => set.Leaves).ToDictionary(leaf => leaf.Id);
        return from card in built.Scorecards
               where card.State == ScorecardState.Agreed
               let leaf = built.Rows.OfType<Explanation>().Where(explanation => explanation.ScorecardId == card.Id && card.Scores.OpinionsDiffer(leaves[explanation.CriterionId], explanation)).Select(explanation => leaves[explanation.CriterionId]).FirstOrDefault()
               where leaf is not null
               select (card, leaf);
    }
}
