using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Demo;

/// <summary>The open round of the demonstration: what a visitor finds there, and that it came about by the rules.</summary>
public sealed class DemoWinterTests(DemoWinterTests.Winter winter) : IClassFixture<DemoWinterTests.Winter>
{
    [Theory]
    [InlineData("so-nganh")]
    [InlineData("xa")]
    public void EveryState_OccursInEachGroup(string group) =>
        Assert.Equal(Enum.GetValues<ScorecardState>(), winter.Cards.Where(card => winter.GroupOf(card) == group).Select(card => card.State).Distinct().Order());

    [Theory]
    [InlineData("ban-dan-toc", 0, 25)]
    [InlineData("so-y-te", 18, 30)]
    [InlineData("so-cong-thuong", 17, 29)]
    [InlineData("so-van-hoa-the-thao-va-du-lich", 30, 30)]
    [InlineData("xa-mau-lam", 6, 11)]
    [InlineData("xa-mau-yen", 0, 11)]
    public void SelfScore_IsAsFarAsTheStorySays(string unit, int given, int all)
    {
        var card = winter.Card(unit);
        var cells = card.Cells.Where(cell => cell.Stage == ScoreStage.SelfScore).ToList();

        Assert.Equal(ScorecardState.SelfScoring, card.State);
        Assert.Equal((given, all), (cells.Count(cell => cell.Answer.IsGiven(winter.Leaf(cell))), cells.Count));
    }

    [Fact]
    public void WhoeverIsLate_HasNoExtension_AndOthersHave()
    {
        var open = winter.Cards.Where(card => card.State == ScorecardState.SelfScoring)
            .ToLookup(card => winter.Round.DeadlineOf(RoundStep.SelfScore, winter.Participant(card)) == new DateTime(2026, 1, 10, 10, 0, 0, DateTimeKind.Utc), winter.UnitOf);

        Assert.Equal(["so-cong-thuong", "xa-mau-nghia", "xa-mau-phong", "xa-mau-yen"], open[true].Order(StringComparer.Ordinal));
        Assert.Equal(8, open[false].Count());
    }

    [Theory]
    [InlineData("so-khoa-hoc-va-cong-nghe")]
    [InlineData("xa-mau-chau")]
    public void GivenBack_IsMendedAndHandedInAgain(string unit)
    {
        var card = winter.Card(unit);
        var returned = Assert.Single(card.Moves, move => move.Act == ScorecardAct.Return);

        Assert.Equal([ScorecardAct.Submit, ScorecardAct.Return, ScorecardAct.Submit], card.Moves.OrderBy(move => move.At).Select(move => move.Act));
        Assert.Equal(2, card.Submissions.Count);
        Assert.Equal(2, winter.EditsOf(card, ScoreStage.SelfScore).Count(edit => edit.At > returned.At && edit.Points < edit.PointsBefore));
        Assert.All(card.Cells.Where(cell => cell.Stage == ScoreStage.FirstAppraisal), cell => Assert.Null(cell.Points));
    }

    [Fact]
    public void Reopened_WasUnlockedByTwoPeople_AndAScoreMovedAfterTheLock()
    {
        var card = winter.Card("so-tu-phap");
        var reopened = Assert.Single(card.Moves, move => move.Act == ScorecardAct.Reopen);
        var request = Assert.Single(winter.Requests);
        var edit = Assert.Single(winter.EditsOf(card, ScoreStage.SecondAppraisal), edit => edit.At > reopened.At);
        var cell = card.Cells.Single(one => one.Id == edit.CellId);

        Assert.Equal([ScorecardAct.Agree, ScorecardAct.Reopen, ScorecardAct.Agree], card.Moves.OrderBy(move => move.At).Select(move => move.Act).TakeLast(3));
        Assert.Equal((TwoPersonAct.UnlockOwnUnit, TwoPersonState.Agreed, card.ParticipantId), (request.Act, request.State, request.SubjectId));
        Assert.Equal([reopened.By, reopened.At], [request.RequestedBy, (object)request.DecidedAt!.Value]);
        Assert.NotEqual(winter.Accounts[request.RequestedBy].UnitId, winter.Accounts[request.DecidedBy!.Value].UnitId);
        Assert.True(edit.Points > edit.PointsBefore);
        Assert.Equal(card.Cell(ScoreStage.SelfScore, cell.CriterionId)!.Points, cell.Points);
        Assert.Equal(ScorecardState.Agreed, card.State);
    }

    [Fact]
    public void Explanations_AreOpenAndAnswered_KeepAndTake_AskedAndNot()
    {
        List<Explanation> Of(string unit) => [.. winter.Explanations.Where(explanation => explanation.ScorecardId == winter.Card(unit).Id)];

        Assert.Contains(Of("so-giao-duc-va-dao-tao"), explanation => explanation.IsOpen);
        Assert.Contains(Of("so-giao-duc-va-dao-tao"), explanation => explanation is { IsOpen: false, KeepsSelfScore: true });
        Assert.Contains(winter.Explanations, explanation => explanation.KeepsSelfScore == false);
        Assert.DoesNotContain(Of("thanh-tra-tinh"), explanation => explanation.IsOpen);
        Assert.Contains(Of("thanh-tra-tinh"), explanation => explanation.RequestedBy is null);
        Assert.All(winter.Explanations.Where(explanation => explanation.RequestedBy is not null), explanation => Assert.True(Points(explanation, ScoreStage.FirstAppraisal) < Points(explanation, ScoreStage.SelfScore)));
    }

    [Fact]
    public void SecondAppraisal_LeavesSomeUnitsOfAnotherOpinion()
    {
        var differing = winter.Explanations.Where(explanation => explanation.KeepsSelfScore == true && Points(explanation, ScoreStage.SecondAppraisal) < Points(explanation, ScoreStage.SelfScore)).ToList();
        var followed = winter.Explanations.Where(explanation => explanation.KeepsSelfScore == true && Points(explanation, ScoreStage.SecondAppraisal) == Points(explanation, ScoreStage.SelfScore));

        Assert.Contains(differing, explanation => explanation.ScorecardId == winter.Card("van-phong-ubnd-tinh").Id);
        Assert.NotEmpty(followed);
    }

    [Fact]
    public void ProposedExemption_ChangesNoScale()
    {
        var card = winter.Card("ban-quan-ly-khu-kinh-te-tinh-mau");
        var cell = Assert.Single(card.Cells, cell => cell.Answer.ProposesExemption(winter.Leaf(cell)));

        Assert.Equal(("4.3", ScoreStage.SelfScore, (decimal?)null), (winter.Leaf(cell).Code, cell.Stage, cell.Points));
        Assert.Empty(winter.Participant(card).Exemptions);
        Assert.Equal(100, winter.Participant(card).Sheet(winter.SetOf(card)).Scale);
    }

    [Fact]
    public void NobodyScores_ButWhoMay()
    {
        Assert.All(winter.Edits, edit =>
        {
            var (card, cell) = winter.CellOf(edit);
            var (account, unit) = (winter.Accounts[edit.By], winter.Participant(card).UnitId);
            Assert.Equal(cell.Stage == ScoreStage.SelfScore, account.UnitId == unit);
            Assert.True(cell.Stage switch
            {
                ScoreStage.SelfScore => account.Has(StaffRoles.UnitOfficer),
                ScoreStage.Survey => account.Has(StaffRoles.Coordinator) && !winter.IsAssigned(account, card, cell),
                _ => winter.IsAssigned(account, card, cell),
            });
        });
        Assert.All(winter.Cards.SelectMany(card => card.Moves.Select(move => (card, move))).Where(pair => pair.move.Act is not (ScorecardAct.Submit or ScorecardAct.EndExplanation)), pair =>
            Assert.NotEqual(winter.Participant(pair.card).UnitId, winter.Accounts[pair.move.By].UnitId));
    }

    [Fact]
    public void Moves_AndEdits_ComeInTheirOrder()
    {
        foreach (var card in winter.Cards)
        {
            var moves = card.Moves.OrderBy(move => move.At).ToList();
            Assert.All(moves.Zip(moves.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.All(moves.Where(move => move.Act == ScorecardAct.Submit), move => Assert.True(move.At <= winter.Round.DeadlineOf(RoundStep.SelfScore, winter.Participant(card))));
            Assert.All(winter.Edits.Where(edit => winter.CellOf(edit).Card == card), edit =>
            {
                var state = moves.LastOrDefault(move => move.At <= edit.At)?.To ?? ScorecardState.SelfScoring;
                Assert.True(ScorecardRules.IsOpen(winter.CellOf(edit).Cell.Stage, state), $"{winter.UnitOf(card)}: {winter.CellOf(edit).Cell.Stage} in {state}");
            });
        }
    }

    [Fact]
    public void WhatWasHandedIn_IsCompleteAndProven()
    {
        foreach (var card in winter.Cards.Where(card => card.State != ScorecardState.SelfScoring))
        {
            Assert.All(card.Cells.Where(cell => cell.Stage == ScoreStage.SelfScore), cell =>
            {
                var (leaf, answer) = (winter.Leaf(cell), cell.Answer);
                var isProven = winter.Links.Any(link => link.ScorecardId == card.Id && link.CriterionId == leaf.Id);
                Assert.True(answer.IsGiven(leaf));
                Assert.Null(answer.Problem(leaf));
                Assert.True(answer.Points is null or 0 || leaf.EvidenceAsked is null || isProven, $"{winter.UnitOf(card)} {leaf.Code}");
            });
        }
    }

    [Fact]
    public void Agreed_HasEveryPointThatCounts_WithSamplesOfItsSurveys()
    {
        foreach (var card in winter.Cards.Where(card => card.State == ScorecardState.Agreed))
        {
            Assert.All(card.Cells.Where(cell => cell.Stage == ScoreStage.FirstAppraisal), cell => Assert.NotNull(cell.Points));
            Assert.All(card.Cells.Where(cell => cell.Stage == ScoreStage.Survey), cell =>
            {
                Assert.NotNull(cell.Points);
                Assert.True(cell.SampleSize >= 40 && cell.Spread > 0);
                Assert.True(cell.Required is null || cell.Required == cell.SampleSize);
            });
        }
    }

    [Theory]
    [InlineData("so-nganh")]
    [InlineData("xa")]
    public void BonusAndPenalty_ExistWithCeilings(string slug)
    {
        var card = winter.Cards.First(card => winter.GroupOf(card) == slug);
        var group = winter.Round.Groups.Single(group => group.Participants.Any(participant => participant.Id == card.ParticipantId));

        Assert.Equal([Component.Bonus, Component.Penalty], winter.SetOf(card).Leaves.Select(leaf => leaf.Component).Where(component => component is Component.Bonus or Component.Penalty));
        Assert.Equal((2m, 1m), (group.BonusCeiling, group.PenaltyCeiling));
    }

    [Fact]
    public void Documents_AreReportsAsFiles_AndCitations_SharedOnesProveManyUnits_OneIsOfAnotherYear()
    {
        var used = winter.Documents.Where(document => document.IsShared).Select(document => winter.Links.Where(link => link.DocumentId == document.Id).Select(link => link.ScorecardId).Distinct().Count());

        Assert.All(winter.Documents, document => Assert.Equal(document.Title.StartsWith("Báo cáo kết quả công tác", StringComparison.Ordinal) && document.UnitId != winter.Units["so-xay-dung"], document.FileId is not null));
        Assert.Contains(used, units => units > 5);
        var outside = winter.Documents.Where(document => document.IsOutside(2025) && winter.Links.Any(link => link.DocumentId == document.Id && winter.Cards.Any(card => card.Id == link.ScorecardId)));
        Assert.Equal(winter.Units["so-xay-dung"], Assert.Single(outside).UnitId);
    }

    private decimal? Points(Explanation explanation, ScoreStage stage) =>
        winter.Cards.SingleOrDefault(card => card.Id == explanation.ScorecardId)?.Cell(stage, explanation.CriterionId)?.Points;

    /// <summary>The open round, read once.</summary>
    public sealed class Winter : IAsyncLifetime
    {
        private TestDatabase _database = null!;
        private List<CriteriaSet> _sets = [];
        private Dictionary<Guid, Criterion> _leaves = [];
        private Dictionary<Guid, string> _codes = [];
        private Dictionary<Guid, (Scorecard Card, ScoreCell Cell)> _cells = [];
        private Dictionary<Guid, string> _slugs = [];
        private List<AppraiserAssignment> _assignments = [];

        public Round Round { get; private set; } = null!;

        public List<Scorecard> Cards { get; private set; } = [];

        public List<ScoreEdit> Edits { get; private set; } = [];

        public List<Explanation> Explanations { get; private set; } = [];

        public List<EvidenceDocument> Documents { get; private set; } = [];

        public List<EvidenceLink> Links { get; private set; } = [];

        public List<TwoPersonRequest> Requests { get; private set; } = [];

        public Dictionary<Guid, StaffAccount> Accounts { get; private set; } = [];

        public Dictionary<string, Guid> Units => _codes.ToDictionary(pair => pair.Value, pair => pair.Key);

        public async ValueTask InitializeAsync()
        {
            _database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
            await using var db = _database.NewContext();
            Round = await db.Rounds.Include(round => round.Deadlines).Include(round => round.Groups).ThenInclude(group => group.Participants).ThenInclude(participant => participant.Exemptions)
                .Include(round => round.Groups).ThenInclude(group => group.Participants).ThenInclude(participant => participant.Extensions).SingleAsync(round => round.State == RoundState.Open);
            var participants = Round.Groups.SelectMany(group => group.Participants).Select(participant => participant.Id).ToList();
            Cards = await db.Scorecards.Include(card => card.Cells).Include(card => card.Moves).Include(card => card.Submissions).Where(card => participants.Contains(card.ParticipantId)).ToListAsync();
            _cells = Cards.SelectMany(card => card.Cells.Select(cell => (card, cell))).ToDictionary(pair => pair.cell.Id);
            _sets = await db.CriteriaSets.Include(set => set.Criteria).ToListAsync();
            _leaves = _sets.SelectMany(set => set.Leaves).ToDictionary(leaf => leaf.Id);
            _codes = await db.Units.ToDictionaryAsync(unit => unit.Id, unit => unit.Code);
            _slugs = await db.UnitGroups.ToDictionaryAsync(group => group.Id, group => group.Slug);
            _assignments = await db.AppraiserAssignments.ToListAsync();
            Edits = (await db.ScoreEdits.ToListAsync()).Where(edit => _cells.ContainsKey(edit.CellId)).ToList();
            Explanations = (await db.Explanations.ToListAsync()).Where(explanation => Cards.Exists(card => card.Id == explanation.ScorecardId)).ToList();
            (Documents, Links) = (await db.EvidenceDocuments.ToListAsync(), await db.EvidenceLinks.ToListAsync());
            Requests = await db.TwoPersonRequests.ToListAsync();
            Accounts = await db.StaffAccounts.ToDictionaryAsync(account => account.Id);
        }

        public async ValueTask DisposeAsync() => await _database.DisposeAsync();

        public Scorecard Card(string unit) => Cards.Single(card => UnitOf(card) == unit);

        public Participant Participant(Scorecard card) => Round.Groups.SelectMany(group => group.Participants).Single(participant => participant.Id == card.ParticipantId);

        public string UnitOf(Scorecard card) => _codes[Participant(card).UnitId];

        public string GroupOf(Scorecard card) => _slugs[Group(card).UnitGroupId];

        public CriteriaSet SetOf(Scorecard card) => _sets.Single(set => set.Id == Group(card).CriteriaSetId);

        public Criterion Leaf(ScoreCell cell) => _leaves[cell.CriterionId];

        public (Scorecard Card, ScoreCell Cell) CellOf(ScoreEdit edit) => _cells[edit.CellId];

        public IEnumerable<ScoreEdit> EditsOf(Scorecard card, ScoreStage stage) => Edits.Where(edit => CellOf(edit).Card == card && CellOf(edit).Cell.Stage == stage);

        public bool IsAssigned(StaffAccount account, Scorecard card, ScoreCell cell)
        {
            var field = SetOf(card).Criteria.Single(criterion => criterion.ParentId is null && criterion.Code == Leaf(cell).Code.Split('.')[0]);
            return _assignments.Exists(assignment => assignment.RoundGroupId == Group(card).Id && assignment.AccountId == account.Id && assignment.Covers(field.Id, card.ParticipantId));
        }

        private RoundGroup Group(Scorecard card) => Round.Groups.Single(group => group.Participants.Any(participant => participant.Id == card.ParticipantId));
    }
}
