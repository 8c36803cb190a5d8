using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>Leads the scorecard of one unit through the winter, as far as its story goes, by the moves people have.</summary>
internal sealed class DemoWalk(DemoDesk desk, Participant participant, Unit unit, CriteriaSet set, DemoStory story)
{
    private readonly string _name = $"{set.Year}/{unit.Code}";

    private readonly Scorecard _card = desk.Ids.Fix(new Scorecard(participant), $"{set.Year}/{unit.Code}");

    private readonly List<Criterion> _leaves = [.. set.Leaves.Where(leaf => participant.Exemptions.All(exemption => exemption.CriterionId != leaf.Id))];

    private Guid Officer => desk.Accounts[DemoAccounts.Officer(unit.Code)].Id;

    /// <summary>Who ends steps: the coordinator, and for the coordinator's own unit the deputy.</summary>
    private Guid Chair => Of(unit.Code == "so-noi-vu" ? DemoAccounts.SecondCoordinator : DemoAccounts.Coordinator);

    private List<Criterion> Own => [.. _leaves.Where(leaf => leaf.Component != Component.Survey)];

    /// <summary>The leaves on which unit and appraiser see things differently: those named where less can be given.</summary>
    private List<Criterion> Disputed => [.. Own.Where(leaf => DemoAppraisals.Disputed.Contains(Key(leaf)) && DemoAnswers.Lower(leaf, Answer(leaf)).Points < Answer(leaf).Points)];

    /// <summary>The scorecard at the end of its story.</summary>
    public Scorecard Run()
    {
        _card.OpenSelfScore(participant.Sheet(set));
        NameCells();
        var sharing = story.IsShared ? new DemoSharing(desk, _card, set, _name) : null;
        sharing?.Share();
        ScoreSelf(sharing);
        sharing?.Judge(Own);
        if (story.Reach >= DemoReach.Submitted)
        {
            HandIn();
        }

        if (story.Reach >= DemoReach.Appraising)
        {
            Appraise();
        }

        if (story.Reach >= DemoReach.Explaining)
        {
            Explain();
        }

        if (story.Reach >= DemoReach.Deliberating)
        {
            Deliberate();
        }

        if (story.WasReopened)
        {
            Reopen();
        }

        foreach (var (move, i) in _card.Moves.Select((move, i) => (move, i)))
        {
            desk.Ids.Fix(move, Numbered(_name, i));
        }

        return _card;
    }

    private void ScoreSelf(DemoSharing? sharing)
    {
        var count = story.Reach switch { DemoReach.NotStarted => 0, DemoReach.UnderWay => Own.Count * 3 / 5, _ => Own.Count };
        foreach (var (leaf, i) in Own.Take(count).Select((leaf, i) => (leaf, i)))
        {
            var answer = Key(leaf) == story.ProposesExemption ? DemoAnswers.Exemption(leaf) : Answer(leaf);
            var officer = sharing?.OfficerOf(leaf) ?? Officer;
            Take(ScoreStage.SelfScore, leaf, answer, officer, desk.Days.SelfScored(i));
            desk.Evidence.Prove(_card, leaf, Key(leaf), answer, unit, officer, desk.Days.SelfScored(i));
        }
    }

    private void HandIn()
    {
        if (story.WasReturned)
        {
            Submit(desk.Days.FirstSubmitted);
            _card.Move(ScorecardAct.Return, set.Leaves, Chair, desk.Days.Returned, DemoWords.Return);
            foreach (var leaf in Disputed.Take(2))
            {
                Take(ScoreStage.SelfScore, leaf, DemoAnswers.Lower(leaf, Answer(leaf)) with { Note = DemoWords.Mended }, Officer, desk.Days.Mended);
            }
        }

        Submit(desk.Days.Submitted);
    }

    private void Submit(DateTime at)
    {
        var name = Numbered(_name, _card.Submissions.Count);
        var own = unit.NameIn(set.Year).Name;
        var signedOn = DateOnly.FromDateTime(at);
        var bytes = DemoReport.Write($"Báo cáo kết quả tự chấm điểm Chỉ số cải cách hành chính năm {set.Year} của {own}", "BÁO CÁO", $"PAR INDEX {set.Year}", unit.Code, signedOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        var file = desk.Ids.FixStored(new StoredFile($"Báo cáo tự chấm điểm năm {set.Year} - {own}.pdf", FileKind.Pdf, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), unit.Id, set.Year, Officer, at), name);
        desk.Files[file] = bytes;
        desk.Rows.Add(file);
        _card.Submit(desk.Ids.Fix(new Submission(DemoHeads.Name(unit), DemoHeads.Post(unit), signedOn, file.Id, Officer, at), name), set.Leaves, UnitSide.WithoutHead);
        NameCells();
    }

    private void Appraise()
    {
        var (disputed, count) = (Disputed, story.Reach == DemoReach.Appraising ? Own.Count / 2 : Own.Count);
        foreach (var (leaf, i) in Own.Take(count).Select((leaf, i) => (leaf, i)))
        {
            var answer = disputed.Contains(leaf) ? DemoAnswers.Lower(leaf, Answer(leaf)) with { Note = DemoWords.Doubt(leaf) } : Answer(leaf) with { Note = null };
            Take(ScoreStage.FirstAppraisal, leaf, answer, Appraiser(leaf), desk.Days.Appraised(i));
            if (disputed.Contains(leaf))
            {
                desk.Rows.Add(desk.Ids.Fix(Explanation.Ask(_card, leaf, DemoWords.Request(leaf), Appraiser(leaf), desk.Days.Appraised(i)), $"{_name}/{leaf.Code}"));
            }
        }

        foreach (var leaf in _leaves.Except(Own).Where(_ => story.Reach >= DemoReach.Appraised))
        {
            Take(ScoreStage.Survey, leaf, DemoAnswers.Survey(leaf, Key(leaf), unit.Code, set.Year), Chair, desk.Days.Surveyed);
        }
    }

    private void Explain()
    {
        _card.Move(ScorecardAct.EndFirstAppraisal, set.Leaves, Chair, desk.Days.FirstEnded, note: null);
        var asked = Asked();
        foreach (var (explanation, i) in asked.Take(story.Reach == DemoReach.Explaining ? (asked.Count + 1) / 2 : asked.Count).Select((explanation, i) => (explanation, i)))
        {
            var keeps = i % 2 == 0;
            explanation.Reply(keeps ? DemoWords.Keeps(Leaf(explanation)) : DemoWords.Takes, keeps, Officer, desk.Days.FirstReplied.AddMinutes(25 * i));
        }

        if (story.Reach == DemoReach.Explained && Own.FirstOrDefault(leaf => !Disputed.Contains(leaf)) is { } other)
        {
            desk.Rows.Add(desk.Ids.Fix(Explanation.Offer(_card, other, DemoWords.Unasked, keepsSelfScore: true, Officer, desk.Days.FirstReplied.AddHours(2)), $"{_name}/{other.Code}"));
        }
    }

    private void Deliberate()
    {
        _card.Move(ScorecardAct.EndExplanation, set.Leaves, Officer, desk.Days.Explained, note: null);
        NameCells();
        var kept = Asked().Where(explanation => explanation.KeepsSelfScore == true).ToList();
        foreach (var (explanation, i) in kept.Take(story.Reach == DemoReach.Deliberating ? 1 : kept.Count).Select((explanation, i) => (explanation, i)))
        {
            var leaf = Leaf(explanation);
            var answer = i % 2 == 0 ? DemoAnswers.Lower(leaf, Answer(leaf)) with { Note = DemoWords.NotFollowed } : Answer(leaf) with { Note = DemoWords.Followed };
            Take(ScoreStage.SecondAppraisal, leaf, answer, Appraiser(leaf), desk.Days.Deliberated.AddMinutes(20 * i));
        }

        if (story.Reach == DemoReach.Agreed)
        {
            _card.Move(ScorecardAct.Agree, set.Leaves, Chair, desk.Days.Agreed, note: null);
        }
    }

    /// <summary>The coordinator asks, a member of the council agrees; a score moves, and the scorecard is agreed anew.</summary>
    private void Reopen()
    {
        var payload = JsonSerializer.Serialize(new UnlockPayload(_card.Id, ScorecardAct.Reopen, DemoWords.Reopen));
        var request = desk.Ids.Fix(new TwoPersonRequest(TwoPersonAct.UnlockOwnUnit, participant.Id, payload, $"{ScorecardWords.Of(ScorecardAct.Reopen)}: {unit.NameIn(set.Year).Name}, năm {set.Year}", DemoWords.Reopen, Chair, desk.Days.Reopened.AddHours(-3)), _name);
        request.Decide(agree: true, Of(DemoAccounts.CouncilMember), desk.Days.Reopened);
        desk.Rows.Add(request);
        _card.Move(ScorecardAct.Reopen, set.Leaves, Chair, desk.Days.Reopened, DemoWords.Reopen);
        var leaf = Disputed[0];
        Take(ScoreStage.SecondAppraisal, leaf, Answer(leaf) with { Note = DemoWords.Corrected }, Appraiser(leaf), desk.Days.Corrected);
        _card.Move(ScorecardAct.Agree, set.Leaves, Chair, desk.Days.AgreedAgain, note: null);
    }

    /// <summary>Writes into a cell and keeps the edit, as the sheet does.</summary>
    private void Take(ScoreStage stage, Criterion leaf, CellAnswer answer, Guid by, DateTime at)
    {
        var cell = _card.Cell(stage, leaf.Id)!;
        var before = cell.Answer;
        _card.Take(stage, leaf, answer, by, at);
        desk.Rows.Add(new ScoreEdit(DemoIds.Of(string.Create(CultureInfo.InvariantCulture, $"ScoreEdit/{_name}/{stage}/{leaf.Code}/{at.Ticks}")), cell, before, by, at));
    }

    private void NameCells()
    {
        foreach (var cell in _card.Cells)
        {
            desk.Ids.Fix(cell, $"{_name}/{cell.Stage}/{_leaves.Find(leaf => leaf.Id == cell.CriterionId)!.Code}");
        }
    }

    private List<Explanation> Asked() => [.. desk.Rows.OfType<Explanation>().Where(explanation => explanation.ScorecardId == _card.Id && explanation.RequestedBy is not null)];

    private Criterion Leaf(Explanation explanation) => _leaves.Find(leaf => leaf.Id == explanation.CriterionId)!;

    private CellAnswer Answer(Criterion leaf) => DemoAnswers.Self(leaf, Key(leaf), unit.Code, set.Year);

    private string Key(Criterion leaf) => desk.Criteria.KeyOf(leaf);

    private Guid Appraiser(Criterion leaf) => Of(DemoAccounts.AppraiserOf(leaf.Code.Split('.')[0], unit.Code));

    private Guid Of(string staffCode) => desk.Accounts[staffCode].Id;

    private static string Numbered(string name, int i) => string.Create(CultureInfo.InvariantCulture, $"{name}/{i + 1}");
}
