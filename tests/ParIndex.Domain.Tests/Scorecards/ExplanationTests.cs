using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Scorecards;

public sealed class ExplanationTests
{
    private static readonly DateTime Asked = new(2026, 1, 20, 2, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime Answered = new(2026, 2, 6, 2, 0, 0, DateTimeKind.Utc);

    private readonly Guid _appraiser = Guid.NewGuid();

    private readonly Guid _officer = Guid.NewGuid();

    private readonly CriteriaSet _set = new(2025, "so-nganh", "Bộ tiêu chí");

    private readonly Scorecard _card;

    private readonly Criterion _leaf;

    public ExplanationTests()
    {
        _leaf = _set.Add("1.1", "Kế hoạch", 1.5m);
        _card = new(new Round(2025, "Tỉnh Mẫu", "Kỳ đánh giá 2025").AddGroup(UnitGroup.Usual()[0], _set, new()).AddParticipant(new("Sở Nội vụ", UnitKind.Department)));
    }

    [Fact]
    public void Ask_WaitsForTheUnit()
    {
        var asked = Explanation.Ask(_card, _leaf, "Bổ sung tài liệu", _appraiser, Asked);

        Assert.True(asked.IsOpen);
        Assert.Equal((_card.Id, _leaf.Id), (asked.ScorecardId, asked.CriterionId));
        Assert.Equal(("Bổ sung tài liệu", _appraiser, Asked), (asked.Reason, asked.RequestedBy, asked.RequestedAt));
        Assert.Null(asked.KeepsSelfScore);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reply_SaysWhetherTheUnitKeepsItsScore(bool keeps)
    {
        var asked = Explanation.Ask(_card, _leaf, "Bổ sung tài liệu", _appraiser, Asked);

        asked.Reply("Đã bổ sung", keeps, _officer, Answered);

        Assert.False(asked.IsOpen);
        Assert.Equal(keeps, asked.KeepsSelfScore);
        Assert.Equal((_officer, Answered), (asked.AnsweredBy, asked.AnsweredAt));
        Assert.Equal("Bổ sung tài liệu", asked.Reason);
    }

    [Fact]
    public void Reply_Again_WordsTheAnswerAnew()
    {
        var asked = Explanation.Ask(_card, _leaf, "Bổ sung tài liệu", _appraiser, Asked);
        asked.Reply("Đã bổ sung", keepsSelfScore: true, _officer, Answered);

        asked.Reply("Thống nhất với thẩm định", keepsSelfScore: false, _officer, Answered.AddHours(1));

        Assert.Equal(("Thống nhất với thẩm định", false, Answered.AddHours(1)), (asked.Answer, asked.KeepsSelfScore, asked.AnsweredAt));
    }

    [Fact]
    public void AskAgain_OfWhatTheUnitExplainedUnasked_KeepsItsAnswer()
    {
        var offered = Explanation.Offer(_card, _leaf, "Bổ sung thông tin", keepsSelfScore: true, _officer, Answered);
        Assert.Null(offered.RequestedBy);

        offered.AskAgain("Nêu rõ số văn bản", _appraiser, Asked);

        Assert.Equal((_appraiser, "Bổ sung thông tin"), (offered.RequestedBy, offered.Answer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void NothingSaid_IsRefused(string text)
    {
        var asked = Explanation.Ask(_card, _leaf, "Bổ sung tài liệu", _appraiser, Asked);

        Assert.Throws<ArgumentException>(() => Explanation.Ask(_card, _leaf, text, _appraiser, Asked));
        Assert.Throws<ArgumentException>(() => Explanation.Offer(_card, _leaf, text, keepsSelfScore: true, _officer, Answered));
        Assert.Throws<ArgumentException>(() => asked.Reply(text, keepsSelfScore: true, _officer, Answered));
        Assert.True(asked.IsOpen);
    }

    [Fact]
    public void Submission_WithoutHead_IsRefused()
    {
        var (file, day) = (Guid.NewGuid(), new DateOnly(2026, 1, 5));

        Assert.Throws<ArgumentException>(() => new Submission(" ", "Giám đốc", day, file, _officer, Answered));
        Assert.Throws<ArgumentException>(() => new Submission("Nguyễn Văn An", "", day, file, _officer, Answered));
    }

    [Fact]
    public void Submit_KeepsEachApproval_AndOpensTheAppraisal()
    {
        _card.Open(ScoreStage.SelfScore, _set.Leaves);
        var (first, second) = (Approval(day: 5), Approval(day: 8));

        _card.Submit(first, _set.Leaves, UnitSide.WithoutHead);
        _card.Move(ScorecardAct.Return, _set.Leaves, _appraiser, Asked, "Số liệu chưa khớp");
        _card.Submit(second, _set.Leaves, UnitSide.WithoutHead);

        Assert.Equal([first, second], _card.Submissions);
        Assert.Equal(ScorecardState.FirstAppraisal, _card.State);
        Assert.Single(_card.Cells, cell => cell.Stage == ScoreStage.FirstAppraisal);
    }

    private Submission Approval(int day) => new("Nguyễn Văn An", "Giám đốc", new DateOnly(2026, 1, day), Guid.NewGuid(), _officer, Answered);
}
