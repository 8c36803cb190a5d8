using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;

namespace ParIndex.Benchmarks;

/// <summary>
/// A round of 150 units × 140 leaves to ranked results. The measure is the ratio of <see cref="FromDatabase"/> to
/// <see cref="ReadRows"/>: what computing costs on top of reading the very same rows.
/// </summary>
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    private const ScoreStage Stage = ScoreStage.SecondAppraisal;

    private ScoringRound _round = null!;
    private IReadOnlyList<(string UnitCode, Dictionary<string, decimal> Scores)> _scores = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        _round = await ScoringRound.CreateAsync(units: 150, leaves: 140, Stage);
        _scores = _round.ScoresByUnit(ReadRows());
        if (Rank(_round.CriteriaSet, _scores).Any(result => result.Rank is null))
        {
            throw new InvalidOperationException("A complete round gives every unit a place.");
        }
    }

    [GlobalCleanup]
    public void Cleanup() => _round.Dispose();

    /// <summary>Just the rows, untracked.</summary>
    [Benchmark(Baseline = true)]
    public List<ScoreRow> ReadRows()
    {
        using var db = _round.Open();
        return [.. Rows(db)];
    }

    /// <summary>The rows, the criteria set, the sheets, the indices and the places.</summary>
    [Benchmark]
    public IReadOnlyList<IndexResult> FromDatabase()
    {
        using var db = _round.Open();
        var set = db.CriteriaSets.AsNoTracking().Include(found => found.Criteria).Single();
        return Rank(set, _round.ScoresByUnit(Rows(db)));
    }

    /// <summary>The same without a database: sheets, indices and places of scores in memory.</summary>
    [Benchmark]
    public IReadOnlyList<IndexResult> InMemory() => Rank(_round.CriteriaSet, _scores);

    private static IQueryable<ScoreRow> Rows(ParIndexDb db) =>
        from cell in db.Set<ScoreCell>().AsNoTracking()
        where cell.Stage == Stage
        select new ScoreRow(cell.ScorecardId, cell.CriterionId, cell.Points);

    private static IReadOnlyList<IndexResult> Rank(CriteriaSet set, IEnumerable<(string UnitCode, Dictionary<string, decimal> Scores)> units) =>
        IndexCalculator.Calculate(units.Select(unit => new ScoreSheet(set, ScoringRound.NoExemptions, unit.Scores).Totals(unit.UnitCode)), ScoringRound.Rules);
}
