using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using ParIndex.Application.Data;

namespace ParIndex.Benchmarks;

/// <summary>
/// <c>verify</c> of a portal of twenty years, thirty units and 130 leaves: each digest computed from its leaves, each bundle read to
/// its last byte, both chains followed, every signature checked. It is to take less than ten seconds.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
[MemoryDiagnoser]
public class VerifyBenchmarks
{
    private const int Years = 20;

    private SealedYears _years = null!;

    /// <summary>Which database; PostgreSQL where one is named.</summary>
    [ParamsSource(nameof(Kinds))]
    public DatabaseKind Kind { get; set; }

    public static IEnumerable<DatabaseKind> Kinds => Environment.GetEnvironmentVariable(SealedYears.Postgres) is null ? [DatabaseKind.Sqlite] : [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [GlobalSetup]
    public async Task Setup() => _years = await SealedYears.CreateAsync(Kind, Years, units: 30, leaves: 130);

    [GlobalCleanup]
    public void Cleanup() => _years.Dispose();

    [Benchmark]
    public async Task<int> Verify()
    {
        var (releases, differences) = await _years.VerifyAsync();
        return releases == Years && differences.Count == 0 ? releases : throw new InvalidOperationException($"{releases} releases; {string.Join('\n', differences)}");
    }
}
