using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Archives;

/// <summary>
/// Takes a published table through the same path as a scored round: printed points become unit totals, totals become
/// results, and these are set beside the printed figures. Pure; stores nothing.
/// </summary>
internal sealed class TableReconciler(ImportRequest request, UnitRegister register, Release? yearBefore)
{
    /// <summary>Most letters of a name, a heading or a rating that a release can hold.</summary>
    private const int LongestName = 160;
    private const int LongestRating = 80;

    private readonly List<ReadingProblem> _problems = [];
    private readonly List<Finding> _remarks = [];

    /// <summary>Reconciles a whole table.</summary>
    /// <exception cref="UnreadableTableException">A unit or group is unknown or twice in the table, or a given scale or figure fits none.</exception>
    public ReconciliationReport Reconcile(PublishedTable table)
    {
        var groups = RowsByGroup(table).Select(rows => ReconcileGroup(rows.Group, rows.IsNew, rows.Rows, table)).ToList();
        foreach (var (unit, _) in request.Scales.Where(given => !groups.SelectMany(group => group.Rows).Any(row => row.Unit == register.Find(given.Key))))
        {
            _problems.Add(new(TableWords.ScaleOfNoUnit(unit), Place: null));
        }

        foreach (var twice in request.Scales.Keys.GroupBy(register.Find).Where(same => same.Key is not null && same.Count() > 1))
        {
            _problems.Add(new(TableWords.ScaleTwice(twice.Key!.NameIn(request.Year).Name, [.. twice]), Place: null));
        }

        foreach (var figure in request.QuotedFigures.Where(figure => !groups.Exists(group => IsOf(figure, group.Group))))
        {
            _problems.Add(new(TableWords.QuotedGroup(figure.Group), figure.Place) { File = figure.File });
        }

        return _problems.Count == 0
            ? new(request, [.. groups.OrderBy(group => group.Group.Position)], [.. table.Remarks, .. _remarks])
            : throw new UnreadableTableException(_problems);
    }

    private IEnumerable<(UnitGroup Group, bool IsNew, IReadOnlyList<PublishedRow> Rows)> RowsByGroup(PublishedTable table)
    {
        var printed = table.Rows.Select(row => row.Group).Distinct().ToList();
        if (request.Group is { } only)
        {
            return Asked(only, printed, table);
        }

        var unnamed = table.Rows.FirstOrDefault(row => row.Group is null);
        if (unnamed is not null)
        {
            _problems.Add(new(TableWords.GroupUntold(request.Hints), unnamed.Place));
            return [];
        }

        return [.. table.Rows
            .GroupBy(row => register.Group(row.Group!, row.Place, _problems))
            .Where(rows => rows.Key is not null)
            .Select(rows => (rows.Key!.Value.Group, rows.Key.Value.IsNew, InLists([.. rows])))];
    }

    /// <summary>
    /// The rows of the group that was asked for: those under its own heading; without one those under headings of its kind
    /// that name no other registered group; in a table without headings all. What is left is named.
    /// </summary>
    private IEnumerable<(UnitGroup Group, bool IsNew, IReadOnlyList<PublishedRow> Rows)> Asked(string only, List<string?> printed, PublishedTable table)
    {
        var headings = printed.OfType<string>().ToList();
        var problems = new List<ReadingProblem>();
        if (register.Asked(only, headings.Find(name => UnitGroup.SlugFrom(name) == only || VietnameseText.Slug(name) == only), problems) is not { } group)
        {
            _problems.AddRange(problems);
            return [];
        }

        var own = headings.FindAll(group.Group.IsNamed);
        if (own.Count == 0)
        {
            own = headings.FindAll(name => UnitGroup.KindOf(name) == group.Group.Kind && !register.IsOther(name, group.Group));
        }

        if (own.Count == 0 && printed.Count > 1)
        {
            _problems.Add(new(TableWords.GroupNotInTable(printed, only), Place: null));
            return [];
        }

        var mine = own.Count == 0 ? table.Rows : [.. table.Rows.Where(row => row.Group is { } name && own.Contains(name, StringComparer.Ordinal))];
        _remarks.AddRange(table.Rows.Except(mine).GroupBy(row => row.Group)
            .Select(left => TableWords.GroupLeftOut(left.Key, group.Group.Name, [.. left.Select(row => row.UnitName)])));
        return [(group.Group, group.IsNew, InLists(mine))];
    }

    /// <summary>Headings of one group that are several, “Các phường” and “Các xã, đặc khu”, are its ranking lists.</summary>
    private static IReadOnlyList<PublishedRow> InLists(IReadOnlyList<PublishedRow> rows) =>
        rows.Select(row => row.Group).Distinct().Count() > 1 ? [.. rows.Select(row => row with { Heading = row.Heading ?? row.Group })] : rows;

    private GroupReport ReconcileGroup(UnitGroup group, bool isNew, IReadOnlyList<PublishedRow> printed, PublishedTable table)
    {
        var matched = Match(group, printed);
        var rules = new GroupRules { Ratings = request.Ratings, Ranking = new(request.Ranking ?? ScopeOf(printed), RankNumbering.Competition, request.WithWholePlace), IndexMayExceed100 = true };
        var results = IndexCalculator.Calculate(matched.Select(row => row.Totals), rules);
        var decimals = printed[0].Decimals;
        var reconciled = matched.Zip(results, (row, result) => Reconciliation.Reconcile(
            result, new(row.Printed.PublishedIndex, decimals.Index, row.Printed.PublishedRating), rules.Ratings, Rounding.HalfUnit(decimals.Scores))).ToList();
        var ranges = reconciled.GroupBy(row => row.Computed.RankingList)
            .SelectMany(list => RankEnvelope.Of([.. list])).ToDictionary(range => range.UnitCode);
        var references = References(group);
        var report = new GroupReport
        {
            Group = group,
            IsNewGroup = isNew,
            Rules = rules,
            YearBefore = yearBefore,
            Decimals = decimals,
            Rows = [.. matched.Zip(reconciled, (row, outcome) => new RowReport
            {
                Printed = row.Printed,
                Unit = row.Unit,
                IsNewUnit = row.IsNew,
                Inference = row.Inference,
                Reconciled = outcome,
                Range = ranges.GetValueOrDefault(row.Unit.Code),
                Change = ChangeOf(row, outcome, references),
                Rating = outcome.Computed.Rating ?? (row.Printed.PublishedIndex is { } index ? rules.Ratings?.BandOf(index).Label : null),
            })],
            PrintedMean = PrintedMean(printed, table),
            References = [.. references, .. EarlierFigures.Of(group.Slug, yearBefore, references)],
            Warnings = [],
            LeftOut = [.. LeftOut(group, matched)],
        };
        return report with { Warnings = ReportWarnings.Of(report, request.Hints) };
    }

    /// <summary>Units of the group's kind, and those of its last ranking, that exist in the year and stand in no row.</summary>
    private IEnumerable<string> LeftOut(UnitGroup group, List<MatchedRow> matched)
    {
        var before = yearBefore?.Group(group.Slug)?.Results.Select(result => register.OfCode(result.UnitCode)).OfType<Unit>() ?? [];
        var expected = group.Kind == UnitKind.Other ? before : register.Existing(group.Kind).Union(before);
        return expected.Where(unit => !matched.Exists(row => row.Unit == unit)).Select(unit => unit.NameIn(request.Year).Name).Order(UnitNaming.Comparer);
    }

    private List<MatchedRow> Match(UnitGroup group, IReadOnlyList<PublishedRow> printed)
    {
        var matched = new List<MatchedRow>();
        foreach (var row in printed)
        {
            if (IsTooLong(row) || register.Unit(row, group.Kind, _problems) is not { } found)
            {
                continue;
            }

            if (matched.Find(other => other.Unit.Code == found.Unit.Code) is { } twice)
            {
                _problems.Add(new(TableWords.UnitTwice(row.UnitName, twice.Printed.UnitName, twice.Printed.Place), row.Place));
                continue;
            }

            matched.Add(ToTotals(row, found.Unit, found.IsNew));
        }

        return matched;
    }

    private bool IsTooLong(PublishedRow row)
    {
        var tooLong = row switch
        {
            { UnitName.Length: > LongestName } => TableWords.UnitNameTooLong(LongestName),
            { Heading.Length: > LongestName } => TableWords.ListNameTooLong(LongestName),
            { PublishedRating.Length: > LongestRating } => TableWords.RatingTooLong(LongestRating),
            _ => null,
        };
        if (tooLong is not null)
        {
            _problems.Add(new(tooLong, row.Place));
        }

        return tooLong is not null;
    }

    private MatchedRow ToTotals(PublishedRow row, Unit unit, bool isNew)
    {
        var addends = new (string Source, Component Component, decimal? Points)[]
        {
            ("Điểm thẩm định", Component.Appraisal, row.AppraisalScore), ("Điểm điều tra xã hội học", Component.Survey, row.SurveyScore),
            ("Điểm cộng", Component.Bonus, row.Bonus), ("Điểm trừ", Component.Penalty, row.Penalty),
        }.Where(part => part.Points is not null).Select(part => new Addend(part.Source, part.Component, part.Points!.Value)).ToList();
        var half = Rounding.HalfUnit(row.Decimals.Scores);
        var totals = new UnitTotals
        {
            UnitCode = unit.Code,
            Addends = addends,
            PrintedTotal = row.TotalScore,
            Uncertainty = row.TotalScore is null ? addends.Count * half : half,
            PrintedIndex = row.PublishedIndex,
            Heading = row.Heading,
            IsSpecialCase = row.Heading is { } heading && VietnameseText.Fold(heading).Contains("dac thu", StringComparison.Ordinal),
        };
        var (scale, inference) = ScaleOf(row, unit, totals);
        return new(row, unit, isNew, totals with { Scale = scale }, inference);
    }

    /// <summary>Given by staff, then the column, then the heading; last inferred, and only when one value alone fits.</summary>
    private (Scale? Scale, ScaleInference? Inference) ScaleOf(PublishedRow row, Unit unit, UnitTotals totals)
    {
        var given = request.Scales.Where(scale => register.Find(scale.Key) == unit || unit.Code == scale.Key).Select(scale => (decimal?)scale.Value).FirstOrDefault();
        if ((given ?? row.PrintedScale ?? row.HeadingScale) is { } printed)
        {
            return (new(printed, ScaleSource.Printed), null);
        }

        if (IndexCalculator.Calculate(totals, new GroupRules()).TotalScore is not { } total || row.PublishedIndex is not { } index)
        {
            return (null, null);
        }

        var inference = ScaleInference.Infer(total, totals.Uncertainty, index, row.Decimals.Index);
        return (inference.Unique is { } unique ? new(unique, ScaleSource.Inferred) : null, inference);
    }

    /// <summary>A table that numbers its lists afresh ranks by heading; one that counts through ranks in one list.</summary>
    private static RankingScope ScopeOf(IReadOnlyList<PublishedRow> printed)
    {
        var lists = printed.GroupBy(row => row.Heading).ToList();
        return lists.Count > 1 && lists.TrueForAll(list => list.First().Order == 1) ? RankingScope.ByHeading : RankingScope.OneList;
    }

    private static decimal? PrintedMean(IReadOnlyList<PublishedRow> printed, PublishedTable table)
    {
        var group = printed.Select(row => row.Group).Distinct().Count() == 1 ? printed[0].Group : null;
        var oneList = printed.Select(row => row.Heading).Distinct().Count() == 1;
        return table.Means.FirstOrDefault(mean => (mean.Group ?? group) == group && (mean.Heading is null || oneList))?.Index;
    }

    private List<ReleaseReference> References(UnitGroup group)
    {
        var references = new List<ReleaseReference>();
        foreach (var figure in request.QuotedFigures.Where(figure => IsOf(figure, group)))
        {
            var unit = figure.Unit is { } name ? register.Find(name) : null;
            if (figure.Unit is not null && unit is null)
            {
                _problems.Add(new(TableWords.QuotedUnit(figure.Unit), figure.Place) { File = figure.File });
                continue;
            }

            references.Add(new()
            {
                Position = references.Count,
                Measure = figure.Measure,
                UnitCode = unit?.Code,
                Label = figure.Label,
                Year = figure.Year,
                Value = figure.Value,
                Source = figure.Source,
            });
        }

        return references;
    }

    private decimal? ChangeOf(MatchedRow row, ReconciledRow outcome, List<ReleaseReference> references)
    {
        var official = row.Printed.PublishedIndex ?? outcome.Computed.Index;
        var quoted = references.Find(reference => reference.Measure == ReferenceMeasure.Index && reference.UnitCode == row.Unit.Code && reference.Year == request.Year - 1);
        return official - (quoted?.Value ?? (yearBefore is null ? null : UnitYear.Find(yearBefore, row.Unit.Code)?.Result.OfficialIndex));
    }

    private static bool IsOf(QuotedFigure figure, UnitGroup group) =>
        figure.Group == group.Slug || group.IsNamed(figure.Group) || (VietnameseText.Slug(figure.Group) != figure.Group && UnitGroup.SlugOf(figure.Group) == group.Slug);

    private sealed record MatchedRow(PublishedRow Printed, Unit Unit, bool IsNew, UnitTotals Totals, ScaleInference? Inference);
}
