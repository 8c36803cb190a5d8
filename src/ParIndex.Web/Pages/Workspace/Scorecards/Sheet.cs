using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>Which rows a sheet shows.</summary>
public enum SheetFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those not yet filled in.</summary>
    Open,

    /// <summary>Those that lack the proof asked for and say nowhere why.</summary>
    NoProof,

    /// <summary>Those the unit is asked to explain and has not yet.</summary>
    Asked,

    /// <summary>Those with fewer points than the year before.</summary>
    Lower,

    /// <summary>Those on which two stages, or two years, differ.</summary>
    Different,

    /// <summary>Those of the fields the reader answers for inside the unit; of who answers for none, those the reader may fill in.</summary>
    Mine,

    /// <summary>Those the reader appraises below the self-score without saying why.</summary>
    NoReason,
}

/// <summary>A line of a sheet: a branch of the tree, or a leaf with its cells.</summary>
/// <param name="Node">The criterion.</param>
/// <param name="Depth">1 for a field.</param>
/// <param name="Row">The leaf's cells, or <c>null</c> for a branch.</param>
public sealed record SheetLine(Criterion Node, int Depth, SheetRow? Row);

/// <summary>A leaf of a sheet.</summary>
public sealed record SheetRow
{
    /// <summary>The leaf.</summary>
    public required Criterion Leaf { get; init; }

    /// <summary>Why it does not apply, or <c>null</c>.</summary>
    public string? Exemption { get; init; }

    /// <summary>Last year's points, or <c>null</c> when there were none or they do not compare.</summary>
    public decimal? LastYear { get; init; }

    /// <summary>Cells by stage, as far as there are any and the reader may see them.</summary>
    public required IReadOnlyDictionary<ScoreStage, ScoreCell> Cells { get; init; }

    /// <summary>The cell the reader fills in here, or <c>null</c>.</summary>
    public ScoreCell? Editable { get; init; }

    /// <summary>What its boxes hold: what was typed and not saved, else what is stored.</summary>
    public IReadOnlyDictionary<char, string> Boxes { get; init; } = new Dictionary<char, string>();

    /// <summary>What became of what was typed, when it was not saved.</summary>
    public CellOutcome? Problem { get; init; }

    /// <summary>How many documents prove it.</summary>
    public int Documents { get; init; }

    /// <summary>Whether the proof asked for is missing, and no note says why.</summary>
    public bool LacksProof { get; init; }

    /// <summary>Whether the unit is asked to explain and has not yet.</summary>
    public bool IsAsked { get; init; }

    /// <summary>The points that count so far, or <c>null</c>.</summary>
    public decimal? Points { get; init; }

    /// <summary>The points still to be had: the maximum less what counts so far; none where nothing can be filled in.</summary>
    public decimal Stake => Editable is null ? 0 : Leaf.MaxScore - (Points ?? 0);

    /// <summary>What the appraisal still has to say of it, or <c>null</c>.</summary>
    public string? Asks { get; init; }

    /// <summary>Whether the answer of the stage before can be taken with one act.</summary>
    public bool CanAccept { get; init; }
}

/// <summary>A scorecard as one person sees it.</summary>
public sealed class Sheet
{
    private readonly ScorecardDesk _desk;
    private readonly IReadOnlyDictionary<Guid, decimal> _earlier;
    private readonly IReadOnlyDictionary<string, CellOutcome> _problems;
    private readonly Scores _scores;
    private readonly HashSet<Guid> _unproved;
    private readonly IReadOnlySet<Guid> _ownFields;
    private readonly List<SheetLine> _lines;

    /// <param name="desk">The scorecard and its reader.</param>
    /// <param name="earlier">Last year's points by leaf.</param>
    /// <param name="problems">What was sent and not saved, by leaf code.</param>
    public Sheet(ScorecardDesk desk, IReadOnlyDictionary<Guid, decimal> earlier, IReadOnlyDictionary<string, CellOutcome> problems)
    {
        ArgumentNullException.ThrowIfNull(desk);
        (_desk, _earlier, _problems) = (desk, earlier, problems);
        var folder = desk.Folder;
        _scores = folder.Card.Scores;
        _ownFields = ScorecardParts.OwnFields(desk);
        // Proof that is not to be seen yet is not missing.
        _unproved = folder.HidesEvidence || folder.Card.State != ScorecardState.SelfScoring ? [] : [.. SubmissionChecks.Of(folder).Where(finding => finding.Kind == SubmissionFindingKind.ProofMissing).Select(finding => finding.Leaf.Id)];
        var exempt = folder.Unit.Sheet!.Lines.Where(line => line.State is LeafState.NotApplicable).ToDictionary(line => line.Leaf.Id, line => ((LeafState.NotApplicable)line.State).Reason);
        var leaves = folder.Set.Leaves.Select(leaf => leaf.Id).ToHashSet();
        var documents = folder.Evidence.GroupBy(line => line.Link.CriterionId).ToDictionary(group => group.Key, group => group.Count());
        _lines = [.. folder.Set.Tree().Select(entry => new SheetLine(entry.Node, entry.Depth, leaves.Contains(entry.Node.Id) ? Row(entry.Node, exempt.GetValueOrDefault(entry.Node.Id), documents.GetValueOrDefault(entry.Node.Id)) : null))];
        Status = SheetStatus.For(folder, desk.Actor);
    }

    /// <summary>The bar below.</summary>
    public SheetStatus Status { get; }

    /// <summary>The stages that have a column.</summary>
    public IReadOnlyList<ScoreStage> Stages
    {
        get
        {
            var latest = SeenStages.Of(_desk.Actor, _desk.Folder).Latest;
            return [.. ScorecardRules.Before(latest), latest];
        }
    }

    /// <summary>Whether the reader fills in anything.</summary>
    public bool IsEditable => _lines.Exists(line => line.Row?.Editable is not null);

    /// <summary>Whether last year is known at all.</summary>
    public bool HasLastYear => _earlier.Count > 0;

    /// <summary>Rows that were sent and not saved.</summary>
    public IEnumerable<SheetRow> Problems => _lines.Select(line => line.Row).OfType<SheetRow>().Where(row => row.Problem is not null);

    /// <summary>All lines: the branches, and the leaves below them.</summary>
    public IReadOnlyList<SheetLine> All => _lines;

    /// <summary>The lines of a view: leaves with the branches above them, or leaves alone by what is at stake.</summary>
    public IReadOnlyList<SheetLine> Lines(SheetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var shown = _lines.Where(line => line.Row is { } row && ((Passes(row, view.Filter) && view.Finds(row.Leaf)) || row.Problem is not null)).ToList();
        if (view.ByStake)
        {
            return [.. shown.OrderByDescending(line => line.Row!.Stake)];
        }

        var nodes = _desk.Folder.Set.Criteria.ToDictionary(node => node.Id);
        var above = new HashSet<Guid>(shown.Select(line => line.Node.Id));
        foreach (var line in shown)
        {
            for (var parent = line.Node.ParentId; parent is { } id && above.Add(id); parent = nodes[id].ParentId)
            {
            }
        }

        return [.. _lines.Where(line => above.Contains(line.Node.Id))];
    }

    /// <summary>The first leaf of a view that the reader has not answered yet, or <c>null</c>.</summary>
    public Criterion? NextOpen(SheetView view) => Lines(view).Select(line => line.Row).FirstOrDefault(row => row is not null && Passes(row, SheetFilter.Open))?.Leaf;

    /// <summary>How many leaves a filter shows.</summary>
    public int Count(SheetFilter filter) => _lines.Count(line => line.Row is { } row && Passes(row, filter));

    /// <summary>An answer in one short text: points, what is proposed, or that nothing is said.</summary>
    public static string Text(Criterion leaf, ScoreCell? cell) => cell switch
    {
        null => "–",
        { Points: { } points } => AnswerText.Points(points),
        _ => cell.Answer.ProposesExemption(leaf) ? "đề nghị không áp dụng" : "chưa chấm",
    };

    /// <summary>The raw figures behind the points: “48/50”.</summary>
    public static string? Figures(ScoreCell? cell) => cell switch
    {
        { Achieved: { } achieved, Required: { } required } => $"{NumberWriter.VietnameseTrimmed(achieved)}/{NumberWriter.VietnameseTrimmed(required)}",
        { Achieved: { } counted } => NumberWriter.VietnameseTrimmed(counted),
        _ => null,
    };

    /// <summary>A cell in words, as one side of a conflict is told: points, figures, statement and note.</summary>
    public static string InWords(Criterion leaf, ScoreCell cell)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(cell);
        var statement = leaf.Rule is StatementsRule rule && cell.Level is { } choice && rule.Has(choice) ? rule.WordsOf(choice) : null;
        return string.Join(" · ", new[] { Text(leaf, cell), Figures(cell), statement, cell.Note is null ? null : $"ghi chú: {cell.Note}" }.OfType<string>());
    }

    /// <summary>What an appraisal below the self-score has to say before its step ends; <c>null</c> when it is said.</summary>
    public static string? Lacking(Scores scores, IEnumerable<Explanation> explanations, Criterion leaf, ScoreStage stage) =>
        ScorecardDemands.LacksReason(scores, explanations, leaf, stage) ? "Thấp hơn điểm tự chấm: ghi lý do ở ô ghi chú." : null;

    private SheetRow Row(Criterion leaf, string? exemption, int documents)
    {
        var (folder, seen) = (_desk.Folder, SeenStages.Of(_desk.Actor, _desk.Folder));
        var cells = folder.Card.Cells.Where(cell => cell.CriterionId == leaf.Id && seen.Has(cell.Stage) && (cell.Stage <= seen.Latest || cell.Stage == ScoreStage.Survey)).ToDictionary(cell => cell.Stage);
        var stage = folder.StageOf(leaf);
        var editable = cells.GetValueOrDefault(stage) is { } cell && ScorecardRights.WhyNotScore(_desk.Actor, folder, leaf, stage, _desk.Now) is null ? cell : null;
        var problem = _problems.GetValueOrDefault(leaf.Code);
        var before = ScorecardRules.Before(stage) is [.., var past] ? cells.GetValueOrDefault(past) : null;
        return new()
        {
            Leaf = leaf,
            Exemption = exemption,
            LastYear = _earlier.TryGetValue(leaf.Id, out var points) ? points : null,
            Cells = cells,
            Editable = editable,
            Boxes = editable is null ? new Dictionary<char, string>() : Typed(leaf, editable, problem),
            Problem = problem,
            Documents = documents,
            LacksProof = _unproved.Contains(leaf.Id),
            IsAsked = seen.HasQuestions && folder.ExplanationOf(leaf) is { RequestedBy: not null, IsOpen: true },
            Points = cells.GetValueOrDefault(stage)?.Points ?? (before is null ? null : before.Points),
            Asks = editable is null ? null : Lacking(_scores, folder.Explanations, leaf, stage),
            CanAccept = editable is not null && before is not null && before.Answer.IsGiven(leaf) && editable.Answer with { Note = null } != before.Answer with { Note = null },
        };
    }

    private static Dictionary<char, string> Typed(Criterion leaf, ScoreCell cell, CellOutcome? problem)
    {
        var boxes = SheetFields.Texts(leaf, cell.Answer).ToDictionary();
        if (problem?.Edit.Typed is { } typed)
        {
            foreach (var letter in boxes.Keys.Where(letter => typed[SheetFields.FieldOf(letter)] is not null).ToList())
            {
                boxes[letter] = typed[SheetFields.FieldOf(letter)]!;
            }
        }

        return boxes;
    }

    private bool Passes(SheetRow row, SheetFilter filter) => filter switch
    {
        SheetFilter.Open => row.Cells.TryGetValue(_desk.Folder.StageOf(row.Leaf), out var cell) && !cell.Answer.IsGiven(row.Leaf) && (!IsEditable || row.Editable is not null),
        SheetFilter.NoProof => row.LacksProof,
        SheetFilter.Asked => row.IsAsked,
        SheetFilter.Lower => row is { LastYear: { } earlier, Points: { } points } && points < earlier,
        SheetFilter.Different => Differs(row),
        SheetFilter.Mine => _ownFields.Count > 0 ? _ownFields.Contains(_desk.Folder.Group.FieldOf(row.Leaf).Id) : row.Editable is not null,
        SheetFilter.NoReason => row.Asks is not null,
        _ => true,
    };

    private static bool Differs(SheetRow row)
    {
        var points = row.Cells.Where(cell => cell.Key != ScoreStage.Survey).OrderBy(cell => cell.Key).Select(cell => cell.Value.Points).OfType<decimal>().ToList();
        return points.Count > 1 ? points.Distinct().Count() > 1 : points.Count == 1 && row.LastYear is { } earlier && earlier != points[0];
    }
}
