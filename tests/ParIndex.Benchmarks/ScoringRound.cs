using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Benchmarks;

/// <summary>A score as it is read for computing.</summary>
public sealed record ScoreRow(Guid ScorecardId, Guid CriterionId, decimal? Points);

/// <summary>A fully scored round in a SQLite file of its own, removed when disposed.</summary>
internal sealed class ScoringRound : IDisposable
{
    internal static readonly Dictionary<string, string> NoExemptions = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("parindex-benchmark-").FullName;
    private readonly Dictionary<Guid, string> _unitCodes = [];
    private Dictionary<Guid, string> _leafCodes = [];

    private ScoringRound(CriteriaSet criteriaSet) => CriteriaSet = criteriaSet;

    internal static GroupRules Rules { get; } = new() { Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0") };

    /// <summary>The set of the round's only group.</summary>
    internal CriteriaSet CriteriaSet { get; }

    /// <summary>Stores a round in which every unit has points for every leaf.</summary>
    internal static async Task<ScoringRound> CreateAsync(int units, int leaves, ScoreStage stage)
    {
        var group = new UnitGroup("xa", "Xã, phường", nameEn: null, UnitKind.Commune, position: 0);
        var set = new CriteriaSet(2025, group.Slug, "Bộ tiêu chí mẫu");
        var fields = Enumerable.Range(1, 8).Select(field => set.Add($"{field}", $"Lĩnh vực {field}", 10)).ToList();
        for (var i = 0; i < leaves; i++)
        {
            var field = fields[i % fields.Count];
            set.Add($"{field.Code}.{(i / fields.Count) + 1}", $"Tiêu chí {i + 1}", 1, i % 7 == 0 ? Component.Survey : Component.Appraisal, field);
        }

        var scoring = new ScoringRound(set);
        await scoring.StoreAsync(group, units, stage);
        return scoring;
    }

    internal ParIndexDb Open() => DatabaseSetup.Open(DatabaseKind.Sqlite, ConnectionString, TimeProvider.System);

    /// <summary>Sorts rows by unit; what the calculator takes.</summary>
    internal IReadOnlyList<(string UnitCode, Dictionary<string, decimal> Scores)> ScoresByUnit(IEnumerable<ScoreRow> rows)
    {
        var byCard = _unitCodes.ToDictionary(card => card.Key, card => (UnitCode: card.Value, Scores: new Dictionary<string, decimal>(_leafCodes.Count)));
        foreach (var row in rows)
        {
            if (row.Points is { } points)
            {
                byCard[row.ScorecardId].Scores.Add(_leafCodes[row.CriterionId], points);
            }
        }

        return [.. byCard.Values];
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string ConnectionString => "Data Source=" + Path.Combine(_folder, "round.db");

    private async Task StoreAsync(UnitGroup group, int unitCount, ScoreStage stage)
    {
        var leaves = CriteriaSet.Leaves;
        _leafCodes = leaves.ToDictionary(leaf => leaf.Id, leaf => leaf.Code);
        var round = new Round(CriteriaSet.Year, "Tỉnh Lai Châu", "Kỳ đánh giá mẫu");
        var roundGroup = round.AddGroup(group, CriteriaSet, Rules);
        await using var db = Open();
        await db.MigrateAsync();
        db.AddRange(group, CriteriaSet, round);
        for (var i = 0; i < unitCount; i++)
        {
            var unit = new Unit($"Xã Mẫu {i + 1}", UnitKind.Commune);
            var card = new Scorecard(roundGroup.AddParticipant(unit));
            card.Open(stage, leaves);
            for (var leaf = 0; leaf < leaves.Count; leaf++)
            {
                card.Cells[leaf].Score(leaves[leaf], ((i * 7) + (leaf * 13)) % 101 / 100m);
            }

            _unitCodes.Add(card.Id, unit.Code);
            db.AddRange(unit, card);
        }

        await db.SaveAsync(new("benchmark", "Chuẩn bị số liệu"));
    }
}
