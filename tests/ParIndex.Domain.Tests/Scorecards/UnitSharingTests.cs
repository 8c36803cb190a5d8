using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Scorecards;

/// <summary>Inside a unit: who answers for which field, what is done, given back, and what its head's approval holds for.</summary>
public sealed class UnitSharingTests
{
    private static readonly DateTime At = new(2026, 12, 1, 2, 0, 0, DateTimeKind.Utc);

    private static readonly Guid Officer = Guid.NewGuid(), Other = Guid.NewGuid(), Head = Guid.NewGuid();

    private readonly CriteriaSet _set = new(2026, "so-nganh", "Bộ tiêu chí");

    private readonly Scorecard _card;

    private readonly Criterion _first, _second, _plan, _news, _law;

    private readonly List<ProofMark> _proofs = [];

    public UnitSharingTests()
    {
        _first = _set.Add("1", "Chỉ đạo", 40);
        _plan = _set.Add("1.1", "Kế hoạch", 20, parent: _first);
        _news = _set.Add("1.2", "Tuyên truyền", 20, parent: _first);
        _second = _set.Add("2", "Thể chế", 30);
        _law = _set.Add("2.1", "Văn bản", 30, parent: _second);
        var survey = _set.Add("8", "Tác động", 30, Component.Survey);
        _set.Add("8.1", "Điều tra", 30, Component.Survey, survey);
        var participant = new Round(2026, "Tỉnh Mẫu", "Kỳ đánh giá 2026").AddGroup(UnitGroup.Usual()[0], _set, new()).AddParticipant(new("Sở Nội vụ", UnitKind.Department));
        _card = new(participant);
        _card.OpenSelfScore(participant.Sheet(_set));
    }

    private UnitSide Side => new(HasHead: true, [.. _set.Leaves], _proofs);

    [Fact]
    public void Share_GivesAField_ToAnotherLater_AndToNobody()
    {
        Assert.True(_card.Share(_first, Officer, Head, At));
        Assert.False(_card.Share(_first, Officer, Head, At));
        Assert.False(_card.Share(_second, accountId: null, Head, At));
        Assert.True(_card.Share(_first, Other, Head, At.AddDays(1)));

        var share = Assert.Single(_card.Shares);
        Assert.Equal((_first.Id, Other, Head, At.AddDays(1), FieldShareState.Open), (share.CriterionId, share.AccountId, share.By, share.At, share.State));
        Assert.True(_card.Share(_first, accountId: null, Head, At));
        Assert.Empty(_card.Shares);
        Assert.Null(_card.ShareOf(_first));
    }

    [Fact]
    public void Share_OfALeaf_OrOfAnAgreedScorecard_IsNone()
    {
        Assert.Throws<ArgumentException>(() => _card.Share(_plan, Officer, Head, At));
        _card.Settle();
        Assert.Throws<RefusedException>(() => _card.Share(_first, Officer, Head, At));
    }

    [Fact]
    public void FinishField_IsForItsOfficerAlone_AndWaitsForEveryLeaf()
    {
        _card.Share(_first, Officer, Head, At);
        Take(_plan, 20);

        Assert.True(Assert.Throws<RefusedException>(() => _card.FinishField(_first, [_plan, _news], Other, At)).Refusal.IsOfRights);
        Assert.True(Assert.Throws<RefusedException>(() => _card.FinishField(_second, [_law], Officer, At)).Refusal.IsOfRights);
        Assert.Contains("1.2", Assert.Throws<RefusedException>(() => _card.FinishField(_first, [_plan, _news], Officer, At)).Message, StringComparison.Ordinal);
        Take(_news, 0);
        _card.FinishField(_first, [_plan, _news], Officer, At);

        Assert.Equal((FieldShareState.Ready, Officer), (_card.ShareOf(_first)!.State, _card.ShareOf(_first)!.By));
        Assert.Throws<RefusedException>(() => _card.FinishField(_first, [_plan, _news], Officer, At));
    }

    [Fact]
    public void HandedOver_AFieldStaysAsFarAsItIs()
    {
        TakeAll();
        _card.Share(_first, Officer, Head, At);
        _card.FinishField(_first, [_plan, _news], Officer, At);

        _card.Share(_first, Other, Head, At);

        Assert.Equal((FieldShareState.Ready, Other), (_card.ShareOf(_first)!.State, _card.ShareOf(_first)!.AccountId));
    }

    [Fact]
    public void ReturnField_NeedsAnOfficer_AndKeepsTheSheetFromApproval()
    {
        TakeAll();
        Assert.Throws<RefusedException>(() => _card.ReturnField(_first, Remark(_first)));
        _card.Share(_first, Officer, Head, At);
        Assert.Throws<ArgumentException>(() => _card.ReturnField(_first, Remark(_second)));

        var remark = Remark(_first);
        _card.ReturnField(_first, remark);

        Assert.Equal((FieldShareState.Returned, remark.Id, Head), (_card.ShareOf(_first)!.State, _card.ShareOf(_first)!.ReturnNoteId, _card.ShareOf(_first)!.By));
        Assert.Contains("1 lĩnh vực đã trả lại", _card.WhyNotApprove(Side), StringComparison.Ordinal);
        _card.FinishField(_first, [_plan, _news], Officer, At);
        Assert.Null(_card.WhyNotApprove(Side));
    }

    [Fact]
    public void Approve_HoldsForWhatWasSeen_UntilItChanges_AndAgainWhenItIsAsItWas()
    {
        TakeAll();
        Approve();
        Assert.NotNull(_card.StandingApproval(Side));

        Take(_law, 29);
        Assert.Null(_card.StandingApproval(Side));
        Assert.Contains("không còn hiệu lực", _card.WhyNotApproved(Side), StringComparison.Ordinal);

        Take(_law, 30);
        Assert.Equal(Head, _card.StandingApproval(Side)!.By);
    }

    [Fact]
    public void Approval_Falls_WhenANoteADocumentOrAReturnIsAdded()
    {
        TakeAll();
        _card.Share(_first, Officer, Head, At);
        Approve();

        _card.Take(ScoreStage.SelfScore, _law, new() { Points = 30, Note = "Đính kèm sau" }, Officer, At);
        Assert.Null(_card.StandingApproval(Side));
        Approve();
        _proofs.Add(new(_law.Id, Guid.NewGuid(), "tr. 3"));
        Assert.Null(_card.StandingApproval(Side));
        Approve();
        _card.ReturnField(_first, Remark(_first));
        _card.FinishField(_first, [_plan, _news], Officer, At);
        Assert.Null(_card.StandingApproval(Side));
    }

    [Fact]
    public void Approve_OfSomethingOpen_OrOfWhatIsNoLongerShown_IsRefused()
    {
        Assert.Contains("3 tiêu chí chưa tự chấm", Assert.Throws<RefusedException>(() => _card.Approve(Side.Seal(_card), Side, Head, At)).Message, StringComparison.Ordinal);
        TakeAll();
        var seen = Side.Seal(_card);
        Take(_law, 12);

        Assert.Contains("đã thay đổi", Assert.Throws<RefusedException>(() => _card.Approve(seen, Side, Head, At)).Message, StringComparison.Ordinal);
        Approve();
        Assert.Throws<RefusedException>(Approve);
        Assert.Single(_card.Approvals);
    }

    [Fact]
    public void Submit_WithAHead_NeedsTheStandingApproval_AndAnEarlierOneNeverCountsAgain()
    {
        TakeAll();
        Assert.Contains("chưa phê duyệt", Assert.Throws<RefusedException>(Submit).Message, StringComparison.Ordinal);
        Approve();
        Take(_law, 1);
        Assert.Throws<RefusedException>(Submit);
        Assert.Equal(ScorecardState.SelfScoring, _card.State);
        Take(_law, 30);
        Submit();
        Assert.Equal(ScorecardState.FirstAppraisal, _card.State);

        _card.Move(ScorecardAct.Return, _set.Leaves, Other, At, "Bổ sung");

        Assert.Contains("không còn hiệu lực", Assert.Throws<RefusedException>(Submit).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Submit_WithoutAHead_NeedsNoApproval()
    {
        TakeAll();

        _card.Submit(Submission(), _set.Leaves, Side with { HasHead = false });

        Assert.Equal(ScorecardState.FirstAppraisal, _card.State);
    }

    [Fact]
    public void WhatGoesOnInside_EndsWithTheHandingIn()
    {
        TakeAll();
        _card.Share(_first, Officer, Head, At);
        _card.Submit(Submission(), _set.Leaves, UnitSide.WithoutHead);

        Assert.Throws<RefusedException>(() => _card.FinishField(_first, [_plan, _news], Officer, At));
        Assert.Throws<RefusedException>(() => _card.ReturnField(_first, Remark(_first)));
        Assert.Throws<RefusedException>(Approve);
    }

    [Fact]
    public void InnerNote_IsNeverBlank_NorLongerThanItsColumn()
    {
        Assert.Throws<ArgumentException>(() => new InnerNote(_card, _plan, " ", Officer, At));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InnerNote(_card, _plan, new string('a', InnerNote.MostText + 1), Officer, At));
        Assert.Equal(InnerNote.MostText, new InnerNote(_card, _plan, new string('a', InnerNote.MostText), Officer, At).Text.Length);
    }

    private void TakeAll()
    {
        Take(_plan, 20);
        Take(_news, 15);
        Take(_law, 30);
    }

    private void Take(Criterion leaf, decimal points) => _card.Take(ScoreStage.SelfScore, leaf, new() { Points = points }, Officer, At);

    private void Approve() => _card.Approve(Side.Seal(_card), Side, Head, At);

    private void Submit() => _card.Submit(Submission(), _set.Leaves, Side);

    private InnerNote Remark(Criterion field) => new(_card, field, "Bổ sung số liệu quý IV", Head, At);

    private static Submission Submission() => new("Nguyễn Văn A", "Giám đốc", new DateOnly(2026, 12, 1), Guid.NewGuid(), Officer, At);
}
