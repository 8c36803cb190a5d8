using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Releases;

/// <summary>What a release of a round says beside its figures.</summary>
/// <param name="Province">The province as it calls itself.</param>
/// <param name="PublishedAt">Instant of publication here, UTC.</param>
public sealed record ReleaseFacts(string Province, DateTime PublishedAt)
{
    /// <summary>Number of the decision, or <c>null</c> while it is not known.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Day of the decision.</summary>
    public DateOnly? DecisionDate { get; init; }

    /// <summary>Day of the announcement.</summary>
    public DateOnly? AnnouncedOn { get; init; }

    /// <summary>Post of who signed the decision.</summary>
    public string? SignerPost { get; init; }

    /// <summary>Why a revision, a correction or a withdrawal is made.</summary>
    public string? ChangeReason { get; init; }

    /// <summary>Why scales differ, in words, by the group's slug.</summary>
    public IReadOnlyDictionary<string, string> ScaleNotes { get; init; } = new Dictionary<string, string>();
}

/// <summary>The year before, as far as it is known.</summary>
/// <param name="Release">Its published figures, which changes are taken from.</param>
/// <param name="Scores">Its leaves, which say whether the years compare; <c>null</c> when only totals are known.</param>
public sealed record YearBefore(Release Release, AssessedYear? Scores);

/// <summary>
/// Builds the release of a scored round: leaf scores → totals → indices, ratings, places → rows, with the change
/// against the year before and whether the two compare. Pure: the same round gives the same digest. Computed figures
/// are the official ones, and scales are derived.
/// </summary>
public static class RoundRelease
{
    private const int FewestScoreDecimals = 2;

    /// <summary>The first version of the year, or a supplement to or a correction of what is published of it.</summary>
    /// <param name="year">The scored round.</param>
    /// <param name="before">The year before, or <c>null</c> when nothing is published of it.</param>
    /// <param name="facts">Decision, dates, notes.</param>
    /// <param name="current">The newest version of the year with its leaves, whose other groups are carried over untouched; or <c>null</c>.</param>
    /// <param name="change">What the version is against <paramref name="current"/>; of no meaning without it.</param>
    /// <exception cref="InvalidOperationException">A leaf that applies to a unit has no score, or nothing applies to a unit.</exception>
    public static Release Build(AssessedYear year, YearBefore? before, ReleaseFacts facts, Release? current = null, ReleaseChange change = ReleaseChange.Supplement)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(facts);
        var version = (current?.VersionNumber ?? 0) + 1;
        var kept = current?.Groups.Where(group => year.Find(group.Slug) is null).Select(group => group.Copy()) ?? [];
        var computed = year.Groups.Select(group => Group(group, year.Year, version, before, facts)).ToList();
        var release = Version(year.Year, version, current is null ? ReleaseChange.Initial : change, facts, kept.Concat(computed), current);
        // A group taken up again that came out as it was is the group published before.
        var same = current is null ? [] : computed.Where(group => current.Group(group.Slug) is { } old && ResultsDigest.OfGroup(current, old) == ResultsDigest.OfGroup(release, group)).Select(group => group.Slug).ToHashSet(StringComparer.Ordinal);
        return same.Count == 0 ? release
            : Version(year.Year, version, change, facts, release.Groups.Select(group => same.Contains(group.Slug) ? current!.Group(group.Slug)!.Copy() : group).ToList(), current);
    }

    /// <summary>The version in which groups were taken back; the others stay as they are.</summary>
    /// <param name="withdrawn">Slugs of the groups.</param>
    /// <param name="facts">Decision, dates, reason.</param>
    /// <param name="current">The newest version of the year with its leaves.</param>
    public static Release Without(IEnumerable<string> withdrawn, ReleaseFacts facts, Release current)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(current);
        var gone = withdrawn.ToHashSet(StringComparer.Ordinal);
        return Version(current.Year, current.VersionNumber + 1, ReleaseChange.Withdrawal, facts, current.Groups.Where(group => !gone.Contains(group.Slug)).Select(group => group.Copy()), current);
    }

    private static Release Version(int year, int number, ReleaseChange change, ReleaseFacts facts, IEnumerable<ReleaseGroup> groups, Release? current) =>
        new(facts.Province, year, number, change, isArchive: false, facts.PublishedAt, groups.OrderBy(group => group.Position).ThenBy(group => group.Slug, StringComparer.Ordinal))
        {
            SourceNote = current?.SourceNote,
            DecisionNumber = facts.DecisionNumber,
            DecisionDate = facts.DecisionDate,
            AnnouncedOn = facts.AnnouncedOn,
            SignerPost = facts.SignerPost,
            ChangeReason = change is ReleaseChange.Initial or ReleaseChange.Supplement ? null : facts.ChangeReason,
        };

    private static ReleaseGroup Group(AssessedGroup group, int year, int version, YearBefore? before, ReleaseFacts facts)
    {
        var published = before?.Release.Group(group.Group.Slug);
        var scores = before?.Scores?.Find(group.Group.Slug);
        var results = IndexCalculator.Calculate(group.Units.Select(Complete), group.Rules);
        var rows = InOrder(results, group, year).Select((result, position) => Row(result, position, year, group, published, scores)).ToList();
        return new(group.Group.Slug, group.Group.Name, group.Group.NameEn, group.Group.Position, version, rows, References(group, rows, year, published, scores), Criteria(group.CriteriaSet))
        {
            Ratings = group.Rules.Ratings,
            RatingConditions = group.Rules.RatingConditions.Count > 0 ? group.Rules.RatingConditions : null,
            Ranking = group.Rules.Ranking,
            ScoreDecimals = rows.SelectMany(Points).Select(Decimals).Append(FewestScoreDecimals).Max(),
            IndexDecimals = group.Rules.IndexDecimals,
            Calculation = CalculationRules.Of(group.Rules, results, published is null ? null : before!.Release).ToJson(),
            SetRepairs = group.CriteriaSet.Repairs.Count > 0 ? string.Join('\n', group.CriteriaSet.Repairs.Select(repair => repair.Line)) : null,
            ScaleNote = facts.ScaleNotes.GetValueOrDefault(group.Group.Slug),
        };
    }

    private static UnitTotals Complete(AssessedUnit unit)
    {
        return unit.Sheet.IsComplete
            ? unit.Totals
            : throw new InvalidOperationException($"{unit.Unit.CurrentName.Name} còn tiêu chí chưa chấm hoặc không có tiêu chí nào áp dụng.");
    }

    /// <summary>List by list, ordinary units first; in each by place, unranked units last, equal ones by name.</summary>
    private static IEnumerable<IndexResult> InOrder(IReadOnlyList<IndexResult> results, AssessedGroup group, int year) => results
        .OrderBy(result => group.Rules.Ranking.Scope == Domain.Ranking.RankingScope.BySpecialCase && result.Totals.IsSpecialCase)
        .ThenBy(result => result.RankingList, StringComparer.Ordinal)
        .ThenBy(result => result.Rank ?? int.MaxValue)
        .ThenByDescending(result => result.Index)
        .ThenBy(result => group.Find(result.Totals.UnitCode)!.Unit.NameIn(year).Name, UnitNaming.Comparer);

    private static ReleaseResult Row(IndexResult result, int position, int year, AssessedGroup group, ReleaseGroup? published, AssessedGroup? scores)
    {
        var unit = group.Find(result.Totals.UnitCode)!;
        var name = unit.Unit.NameIn(year);
        var was = published?.Result(unit.Unit.Code)?.OfficialIndex;
        return new(Scores(unit, group))
        {
            Position = position,
            UnitCode = unit.Unit.Code,
            UnitName = name.Name,
            UnitNameEn = name.NameEn,
            IsSpecialCase = unit.Totals.IsSpecialCase,
            AppraisalScore = result.Totals.AppraisalScore,
            SurveyScore = result.Totals.SurveyScore,
            Bonus = result.Totals.Bonus is null ? null : result.CountedBonus,
            Penalty = result.Totals.Penalty is null ? null : result.CountedPenalty,
            TotalScore = result.TotalScore,
            Scale = result.Totals.Scale!.Value,
            ScaleSource = result.Totals.Scale.Source,
            Index = result.Index,
            Rating = result.Rating,
            RatingReason = result.RatingReason,
            Rank = result.Rank,
            IsTied = result.IsTied,
            RankingList = result.RankingList,
            WholeRank = result.WholeRank,
            RankReason = result.RankReason,
            Change = result.Index - was,
            IsComparable = was is null ? null : Compares(scores?.Find(unit.Unit.Code), unit),
        };
    }

    /// <summary>The criteria tree as it was.</summary>
    private static IEnumerable<ReleaseCriterion> Criteria(CriteriaSet set) => set.Tree().Select((entry, position) => new ReleaseCriterion
    {
        Position = position,
        Depth = entry.Depth,
        Code = entry.Node.Code,
        Name = entry.Node.Name,
        NameEn = entry.Node.NameEn,
        MaxScore = entry.Node.MaxScore,
        Component = entry.Node.Component,
        IsLeaf = set.IsLeaf(entry.Node),
        Rule = set.IsLeaf(entry.Node) ? entry.Node.Rule.ToJson() : null,
        ScoringText = entry.Node.ScoringText,
        FigureNoun = entry.Node.FigureNoun,
    });

    private static IEnumerable<ReleaseScore> Scores(AssessedUnit unit, AssessedGroup group)
    {
        var set = group.CriteriaSet;
        var positions = set.Tree().Select((entry, position) => (entry.Node.Id, position)).ToDictionary(pair => pair.Id, pair => pair.position);
        return unit.Sheet.Lines.Select(line =>
        {
            var answer = line.State is LeafState.Scored && unit.Answers.TryGetValue(line.Leaf.Code, out var counting) ? counting : CellAnswer.Blank;
            return new ReleaseScore
            {
                Position = positions[line.Leaf.Id],
                CriterionCode = line.Leaf.Code,
                Points = (line.State as LeafState.Scored)?.Points,
                Achieved = answer.Achieved,
                Counts = answer.Counts,
                Required = answer.Required,
                Statement = line.Leaf.Rule is StatementsRule rule && answer.Level is { } choice && rule.Has(choice) ? rule.WordsOf(choice) : null,
                NotApplicable = (line.State as LeafState.NotApplicable)?.Reason,
                Note = group.Rules.PublishesNotes ? answer.Note : null,
            };
        });
    }

    private static bool? Compares(AssessedUnit? before, AssessedUnit after) =>
        before is null ? null : YearComparison.Between(before.YearScores.AsEarlier(), after.YearScores).IsComparable();

    /// <summary>
    /// The figures of the year before that an announcement sets beside its own: the mean where the two criteria sets
    /// compare, how many had the lowest rating, and how many of the units that compare rose and fell.
    /// </summary>
    private static IEnumerable<ReleaseReference> References(AssessedGroup group, IReadOnlyList<ReleaseResult> rows, int year, ReleaseGroup? published, AssessedGroup? scores)
    {
        var position = 0;
        if (published is null)
        {
            yield break;
        }

        if (scores is not null && published.Summary.Mean is { } mean && YearComparison.Between(Blank(scores.CriteriaSet).AsEarlier(), Blank(group.CriteriaSet)).IsComparable())
        {
            yield return Reference(ReferenceMeasure.MeanIndex, year - 1, mean);
        }

        if (group.Rules.Ratings?.Bands[^1].Label is { } lowest && published.Ratings?.Find(lowest) is not null)
        {
            yield return Reference(ReferenceMeasure.UnitsRated, year - 1, published.Summary.Ratings.GetValueOrDefault(lowest), lowest);
        }

        if (rows.Any(row => row.WhyNoChange is null))
        {
            yield return Reference(ReferenceMeasure.UnitsRisen, year, rows.Count(row => row.UsableChange > 0));
            yield return Reference(ReferenceMeasure.UnitsFallen, year, rows.Count(row => row.UsableChange < 0));
        }

        ReleaseReference Reference(ReferenceMeasure measure, int of, decimal value, string? label = null) =>
            new() { Position = position++, Measure = measure, Year = of, Value = value, Label = label, Source = ReferenceSource.Released };
    }

    /// <summary>A whole set as a year of nothing but zeros: what of it compares does not depend on points.</summary>
    private static YearScores Blank(CriteriaSet set) =>
        new([.. set.Leaves.Where(leaf => leaf.Component.IsInScale()).Select(leaf => new YearLeaf(leaf.Lineage, leaf.MaxScore, 0, leaf.IsComparable))]);

    private static IEnumerable<decimal> Points(ReleaseResult row) =>
        new[] { row.AppraisalScore, row.SurveyScore, row.Bonus, row.Penalty }.Concat(row.Scores.Select(score => score.Points)).OfType<decimal>();

    /// <summary>Places without trailing zeros, so that published points add up to the published total.</summary>
    private static int Decimals(decimal points)
    {
        var text = Domain.Numbers.NumberWriter.DataTrimmed(points);
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? 0 : text.Length - dot - 1;
    }
}
