using ParIndex.Domain.Council;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>The council and an item of the unit of the coordinator.</summary>
internal sealed partial class Scene
{
    private string CouncilAddress => $"{Address}/hoi-dong";

    public Form Meet()
    {
        var member = World.Account(Who.CouncilMember).Id;
        return new(CouncilAddress, ("Input.HeldOn", "1/11/2026"), ("Input.Place", "Phòng họp số 1"), ("Input.Presider", $"{member}"), ("Input.Present", $"{member}"));
    }

    public Form Propose()
    {
        var (meeting, card) = Differing();
        return new(CouncilAddress, ("Proposal.Card", $"{card?.Id ?? Guid.CreateVersion7()}"), ("Proposal.Leaf", $"{Leaf("1.2").Id}"), ("Proposal.Meeting", $"{meeting.Id}"), ("Proposal.Points", "15"), ("Proposal.Reason", "Đủ tài liệu kiểm chứng"));
    }

    public Form Vote() => new(CouncilAddress, ("item", $"{Item()}"), ("voice", "For"));

    public Form Close() => new(CouncilAddress, ("item", $"{Item()}"));

    private Guid Item()
    {
        var (meeting, card) = Differing();
        if (card is null)
        {
            return Guid.CreateVersion7();
        }

        var by = World.Account(Who.CouncilMember).Id;
        var item = new CouncilItem(meeting, card.Id, Leaf("1.2"), 18, 9, 15, "Đủ tài liệu kiểm chứng", by, DateTime.UtcNow);
        _db.AddRange(item, new CouncilVote(item, CouncilVoice.For, isWritten: false, by, DateTime.UtcNow));
        _db.SetUp();
        return item.Id;
    }

    private (CouncilMeeting Meeting, Scorecard? Card) Differing()
    {
        var member = World.Account(Who.CouncilMember);
        var meeting = new CouncilMeeting(Round, MeetingForm.Session, new(2026, 11, 1), "Phòng họp số 1", member.Id, member.Id, "Thư ký", [new(member.Id, member.FullName, member.Post, IsPresent: true)], CouncilRules.Default, member.Id, DateTime.UtcNow);
        _db.Add(meeting);
        BringAll(ScorecardState.Agreed);
        var card = Round.State == RoundState.Draft ? null : _cards[World.HomeAffairs.Id];
        if (card is not null)
        {
            var asked = Explanation.Ask(card, Leaf("1.2"), "Thiếu minh chứng", World.Account(Who.OtherAppraiser).Id, DateTime.UtcNow);
            asked.Reply("Đã gửi kèm", keepsSelfScore: true, World.Account(Who.UnitOfficer).Id, DateTime.UtcNow);
            _db.Add(asked);
        }

        _db.SetUp();
        return (meeting, card);
    }
}
