using System.Security.Cryptography;
using System.Text;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Stories;

/// <summary>The terms a change is made of, in the order in which they are shown.</summary>
public enum ChangeTerm
{
    /// <summary>Leaves of both years were done better or worse.</summary>
    Performance,

    /// <summary>Leaves of both years weigh more or less.</summary>
    ScaleAndWeight,

    /// <summary>Leaves only the later year has.</summary>
    New,

    /// <summary>Leaves only the earlier year had.</summary>
    Dropped,

    /// <summary>Bonus and penalty.</summary>
    BonusAndPenalty,
}

/// <summary>One term of a change.</summary>
/// <param name="Term">Which.</param>
/// <param name="Exact">Percentage points, full precision.</param>
/// <param name="Shown">As printed: rounded so that the printed terms add up to the printed change.</param>
public sealed record ChangePart(ChangeTerm Term, decimal Exact, decimal Shown);

/// <summary>
/// Why an index changed from one published year to the next: the exact decomposition of <see cref="YearComparison"/>, made
/// from the two releases and from nothing else. A release keeps codes and wordings and no lineage, so a leaf is the same in
/// both years when code, wording (by <see cref="NameIdentity"/>), part of the total and kind of rule are; any other is new, or dropped.
/// </summary>
public sealed record ChangeAccount
{
    private ChangeAccount(UnitScorecard before, UnitScorecard after, YearComparison comparison)
    {
        (Before, After, Comparison) = (before, after, comparison);
        var (was, now) = (Keys(before), Keys(after));
        New = [.. after.Leaves.Where(line => Counts(line) && !was.Contains(Key(line.Criterion)))];
        Dropped = [.. before.Leaves.Where(line => Counts(line) && !now.Contains(Key(line.Criterion)))];
        Change = after.Year.Result.OfficialIndex!.Value - before.Year.Result.OfficialIndex!.Value;
        Parts = Shown(comparison, Change, Math.Max(before.Year.Group.IndexDecimals, after.Year.Group.IndexDecimals));
    }

    /// <summary>The scorecard of the earlier year.</summary>
    public UnitScorecard Before { get; }

    /// <summary>The scorecard of the later year.</summary>
    public UnitScorecard After { get; }

    /// <summary>The exact terms, comparable basis and coverage.</summary>
    public YearComparison Comparison { get; }

    /// <summary>The published change, percentage points.</summary>
    public decimal Change { get; }

    /// <summary>The terms in their order. What is printed of them adds up to <see cref="Change"/>.</summary>
    public IReadOnlyList<ChangePart> Parts { get; }

    /// <summary>The leaves that only the later year has, in their order.</summary>
    public IReadOnlyList<ScorecardLine> New { get; }

    /// <summary>The leaves that only the earlier year had, in their order.</summary>
    public IReadOnlyList<ScorecardLine> Dropped { get; }

    /// <summary>The printed part of a term.</summary>
    public decimal Of(ChangeTerm term) => Parts[(int)term].Shown;

    /// <summary>
    /// The account of a change; <c>null</c> where there is none: the release does not compare the two years, only totals are
    /// known of one, the year before was corrected since, or the published index is not what the published leaves come to (it was printed elsewhere, or held at an end of its range).
    /// </summary>
    /// <param name="before">The scorecard of the year before, or <c>null</c>.</param>
    /// <param name="after">The scorecard of the later year, or <c>null</c>.</param>
    public static ChangeAccount? Of(UnitScorecard? before, UnitScorecard? after)
    {
        if (before?.Year.Result is not { OfficialIndex: { } was } || after?.Year.Result is not { OfficialIndex: { } now, UsableChange: { } change }
            || change != now - was || before.Year.Release.Year != after.Year.Release.Year - 1)
        {
            return null;
        }

        var (earlier, later) = (ScoresOf(before), ScoresOf(after));
        return earlier.Leaves.Count > 0 && later.Leaves.Count > 0 && Explains(earlier, was, before) && Explains(later, now, after)
            ? new(before, after, YearComparison.Between(earlier, later))
            : null;
    }

    private static bool Explains(YearScores scores, decimal published, UnitScorecard card) =>
        Math.Abs(scores.Index - published) <= Rounding.HalfUnit(card.Year.Group.IndexDecimals);

    /// <summary>Every term is rounded down, and what is then missing goes by one unit of the last place to the terms that lost most.</summary>
    private static IReadOnlyList<ChangePart> Shown(YearComparison comparison, decimal change, int places)
    {
        decimal[] exact = [comparison.Performance, comparison.ScaleAndWeight, comparison.New, comparison.Dropped, comparison.BonusAndPenalty];
        var unit = 2 * Rounding.HalfUnit(places);
        var shown = exact.Select(term => decimal.Floor(term / unit) * unit).ToArray();
        var missing = (int)decimal.Floor((change - shown.Sum()) / unit);
        // A term that is exactly 0 stays so: nothing was new, and nothing is printed of it.
        foreach (var position in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] != 0).ThenByDescending(i => exact[i] - shown[i]).ThenBy(i => i).Take(Math.Max(0, missing)))
        {
            shown[position] += unit;
        }

        for (var over = missing; over < 0; over++)
        {
            shown[Array.IndexOf(exact, exact.MaxBy(Math.Abs))] -= unit;
        }

        return [.. exact.Select((term, position) => new ChangePart((ChangeTerm)position, term, shown[position]))];
    }

    private static YearScores ScoresOf(UnitScorecard card) => new(
        [.. card.Leaves.Where(Counts).Select(line => new YearLeaf(Lineage(line.Criterion), line.Criterion.MaxScore, line.Points!.Value))],
        (card.Year.Result.Bonus ?? 0) - (card.Year.Result.Penalty ?? 0));

    private static bool Counts(ScorecardLine line) => line.Points is not null && line.Criterion.Component.IsInScale();

    private static HashSet<string> Keys(UnitScorecard card) => card.Leaves.Where(Counts).Select(line => Key(line.Criterion)).ToHashSet(StringComparer.Ordinal);

    /// <summary>An identity for the comparison alone: equal exactly for leaves that are the same.</summary>
    internal static Guid Lineage(ReleaseCriterion leaf) => new(SHA256.HashData(Encoding.UTF8.GetBytes(Key(leaf))).AsSpan(0, 16));

    private static string Key(ReleaseCriterion leaf) => $"{leaf.Code}\n{NameIdentity.Key(leaf.Name)}\n{leaf.Component}\n{leaf.ReadRule()?.GetType().Name}";
}
