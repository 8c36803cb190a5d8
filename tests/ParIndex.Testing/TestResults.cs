using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Testing;

/// <summary>The round of <see cref="TestRound"/> with all its points: closed, every scorecard agreed, nothing missing.</summary>
public static class TestResults
{
    /// <summary>A file that begins and ends as a PDF does.</summary>
    public static readonly byte[] Pdf = "%PDF-1.7\nbiên bản\ntrailer\nstartxref\n0\n%%EOF\n"u8.ToArray();

    /// <summary>A table of another group, published elsewhere.</summary>
    public const string CommunesTable = "STT;Xã, phường;Tổng điểm;Thang điểm;Chỉ số (%);Xếp loại\n1;Xã Thứ Nhất;85,00;100;85,00;Tốt\n";

    /// <summary>Its group in the register.</summary>
    public static UnitGroup Communes() => new("xa", "Xã, phường", "Communes", UnitKind.Commune, 2);

    /// <summary>Points by unit and leaf: 91,5 of 100; 80,3 of 100, near a limit; 52 of 82,5.</summary>
    private static readonly Dictionary<string, decimal[]> Points = new(StringComparer.Ordinal)
    {
        // 1.1, 1.2, 1.3, 2.1, 2.2, 8.1, 8.2
        ["so-noi-vu"] = [18, 16, 2, 15.5m, 13, 25, 2],
        ["so-tu-phap"] = [16, 14.4m, 1.5m, 12, 11.1m, 24.3m, 1],
        ["van-phong-ubnd-tinh"] = [12, 10, 1, 0, 9, 20, 0],
    };

    /// <summary>Makes one, changed before it is saved.</summary>
    public static Task<TestRound> AddAsync(TestDatabase database, Action<TestRound, ParIndexDb>? change = null, Func<string, Criterion, bool>? isMissing = null) => TestRound.AddAsync(database, (test, db) =>
    {
        var at = new DateTime(2026, 12, 1, 2, 0, 0, DateTimeKind.Utc);
        foreach (var code in new[] { "2.1", "8.2" })
        {
            test.Of(test.Office).Exempt(test.Leaf(code), "Không soạn thảo văn bản", "QĐ số 1", test.Coordinator.Id, at);
        }

        foreach (var unit in new[] { test.HomeAffairs, test.Justice, test.Office })
        {
            db.Add(Card(test, test.Of(unit), Points[unit.Code], leaf => isMissing?.Invoke(unit.Code, leaf) == true));
        }

        test.Set.Lock(at);
        test.Round.Move(RoundState.Open, test.Coordinator.Id, at, "Kế hoạch");
        test.Round.Move(RoundState.Closed, test.Coordinator.Id, at.AddDays(60), "Đã thống nhất");
        change?.Invoke(test, db);
    });

    /// <summary>The results as the database has them.</summary>
    public static async Task<ResultsDraft> ResultsAsync(this TestRound test, TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(database);
        await using var db = database.NewContext();
        return await new RoundResults(db, TimeProvider.System).OfAsync((await new RoundReader(db).FindAsync(test.Round.Id))!);
    }

    private static Scorecard Card(TestRound test, Participant participant, decimal[] points, Func<Criterion, bool> isMissing)
    {
        var card = new Scorecard(participant);
        var applied = test.Set.Leaves.Select((leaf, index) => (leaf, index)).Where(pair => participant.Exemptions.All(exemption => exemption.CriterionId != pair.leaf.Id)).ToList();
        card.Open(ScoreStage.SelfScore, applied.Where(pair => pair.leaf.Component != Component.Survey).Select(pair => pair.leaf));
        card.Open(ScoreStage.FirstAppraisal, applied.Where(pair => pair.leaf.Component != Component.Survey).Select(pair => pair.leaf));
        card.Open(ScoreStage.Survey, applied.Where(pair => pair.leaf.Component == Component.Survey).Select(pair => pair.leaf));
        foreach (var (leaf, index) in applied)
        {
            // A self-score never counts: full marks here would show in every figure.
            card.Cell(ScoreStage.SelfScore, leaf.Id)?.Score(leaf, leaf.MaxScore);
            var stage = leaf.Component == Component.Survey ? ScoreStage.Survey : ScoreStage.FirstAppraisal;
            card.Cell(stage, leaf.Id)!.Score(leaf, isMissing(leaf) ? null : points[index], leaf.Code == "1.1" ? new RawFigures(48, 50) : default);
        }

        card.Settle();
        return card;
    }
}
