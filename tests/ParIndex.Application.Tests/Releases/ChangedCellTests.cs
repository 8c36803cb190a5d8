using ParIndex.Application.Data;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>Whoever changes one cell of a release is found, and the cell is named.</summary>
public sealed class ChangedCellTests
{
    private static readonly string[] Rated = ["Tốt", "Khá", "Trung bình"];

    public static IEnumerable<TheoryDataRow<string, string, string>> Cells =>
    [
        new("xep-hang-2027-so-nganh", "appraisal_score", "+1"), new("xep-hang-2027-so-nganh", "survey_score", "+0.01"), new("xep-hang-2027-so-nganh", "bonus", "+1"), new("xep-hang-2027-so-nganh", "penalty", "+1"),
        new("xep-hang-2027-so-nganh", "total_score", "+0.01"), new("xep-hang-2027-so-nganh", "scale", "+1"), new("xep-hang-2027-so-nganh", "index", "+0.01"), new("xep-hang-2027-so-nganh", "rating", "other"),
        new("xep-hang-2027-so-nganh", "rank", "+1"), new("xep-hang-2027-so-nganh", "rank", ""), new("xep-hang-2027-so-nganh", "tied", "other"), new("xep-hang-2027-so-nganh", "whole_rank", "+1"), new("xep-hang-2027-so-nganh", "ranking_list", "other"),
        new("xep-hang-2027-so-nganh", "change", "+0.01"), new("xep-hang-2027-so-nganh", "change", ""), new("xep-hang-2027-so-nganh", "index", "chín mươi"),
        new("diem-tung-tieu-chi-2027-so-nganh", "points", "+0.01"), new("diem-tung-tieu-chi-2027-so-nganh", "points", ""), new("tieu-chi-2027-so-nganh", "max_score", "+1"),
    ];

    [Theory, MemberData(nameof(Cells))]
    public void OneChangedCell_IsNamed_WhicheverRowItStandsIn(string table, string column, string change)
    {
        using var unpacked = UnpackedRelease.Of(Sample());
        var name = unpacked.Name(table);
        var right = unpacked.Read(name);
        var lines = right.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(lines[0].TrimStart('\uFEFF').Split(','), column);
        Assert.NotEqual(-1, at);
        var tried = 0;
        for (var row = 1; row < lines.Length; row++)
        {
            var cells = lines[row].Split(',');
            if (cells[at].Length == 0 || Changed(cells[at], change) is not { } changed)
            {
                continue;
            }

            var (published, key) = (cells[at], table.StartsWith("diem-", StringComparison.Ordinal) ? $"{cells[0]} {cells[1]}" : cells[0]);
            cells[at] = changed;
            unpacked.Write(name, string.Join('\n', [.. lines[..row], string.Join(',', cells), .. lines[(row + 1)..]]) + "\n");
            var outcome = unpacked.Recompute();

            Assert.True(outcome is { ExitCode: 1, Errors: "" }, $"{key}: {published} → {changed}: {outcome.Lines.LastOrDefault()} {outcome.Errors}");
            if (column != "max_score")
            {
                Assert.StartsWith($"KHÁC: tệp {name}, {key}, cột {column}: công bố {(changed.Length == 0 ? "trống" : changed)}, tính lại ", outcome.Differing[0], StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(outcome.Differing, line => line.StartsWith($"KHÁC: tệp {name}, ", StringComparison.Ordinal) || line.Contains(", cột scale: ", StringComparison.Ordinal));
            }

            tried++;
        }

        Assert.True(tried > 0);
        unpacked.Write(name, right.TrimStart('\uFEFF'));
        RecomputationTests.IsRight(unpacked.Recompute());
    }

    [Theory]
    [InlineData("xep-hang-2027-so-nganh")]
    [InlineData("diem-tung-tieu-chi-2027-so-nganh")]
    public void MissingRow_ExtraRow_AndTheSameRowTwice_AreNamed(string table)
    {
        using var unpacked = UnpackedRelease.Of(Sample());
        var name = unpacked.Name(table);
        var lines = unpacked.Read(name).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var key = string.Join(' ', lines[2].Split(',').Take(table.StartsWith("diem-", StringComparison.Ordinal) ? 2 : 1));
        var stranger = "so-la" + lines[2][lines[2].IndexOf(',', StringComparison.Ordinal)..];

        foreach (var (changed, said) in new (IEnumerable<string>, string)[]
        {
            (lines.Where((_, row) => row != 2), $"{key}, cột (số dòng): công bố 0, tính lại 1"),
            (lines.Append(lines[2]), $"{key}, cột (số dòng): công bố 2, tính lại 1"),
            (lines.Append(stranger), ", cột (số dòng): công bố 1, tính lại 0"),
        })
        {
            unpacked.Write(name, string.Join('\n', changed) + "\n");
            var outcome = unpacked.Recompute();
            Assert.Equal((1, ""), (outcome.ExitCode, outcome.Errors));
            Assert.Contains(outcome.Differing, line => line.Contains(said, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("total_score")]
    [InlineData("published_index")]
    [InlineData("scale")]
    [InlineData("appraisal_score")]
    [InlineData("index")]
    [InlineData("rank")]
    [InlineData("change")]
    public async Task ChangedCellOfAPrintedTable_IsNamedToo(string column)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        using var unpacked = UnpackedRelease.Of(Assert.Single(await StoredReleases.AllAsync(db)));
        var name = unpacked.Name("xep-hang-2020-huyen");
        var lines = unpacked.Read(name).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(lines[0].Split(','), column);
        var row = Array.FindIndex(lines, 1, line => line.Split(',')[at].Length > 0);
        var cells = lines[row].Split(',');
        cells[at] = Changed(cells[at], "+1")!;
        lines[row] = string.Join(',', cells);
        unpacked.Write(name, string.Join('\n', lines) + "\n");

        var outcome = unpacked.Recompute();

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains(outcome.Differing, line => line.StartsWith($"KHÁC: tệp {name}, {cells[0]}, cột {column}: công bố {cells[at]}, ", StringComparison.Ordinal));
    }

    /// <summary>A year with a year before, two lists, ceilings, a tie that was decided and one that was not.</summary>
    private static Release Sample()
    {
        var units = new[]
        {
            ComputedGroup.Points("Sở Một", 38, 27, 28.5m, 5, 0) with { List = "Cụm I" },
            ComputedGroup.Points("Sở Hai", 35.25m, 24.5m, 20, 0, 4) with { List = "Cụm I" },
            ComputedGroup.Points("Sở Ba", 34.25m, 25.5m, 20, 0, 4) with { List = "Cụm I" },
            ComputedGroup.Points("Sở Bốn", 30, 17, 22.005m, 1.5m, 0.25m) with { List = "Cụm II" },
            ComputedGroup.Points("Sở Năm", 39, 20, null, 0, 0) with { List = "Cụm II" },
            ComputedGroup.Points("Sở Sáu", 30, 17, 22.005m, 1.5m, 0.25m) with { List = "Cụm II" },
        };
        var rules = new GroupRules
        {
            Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0"),
            Ranking = new(RankingScope.ByHeading, RankNumbering.Competition, WithWholePlace: true),
            BonusCeiling = 2,
            TieDecisions = [new(["so-ba", "so-hai"], "Biên bản số 12/BB-HĐTĐ", new DateOnly(2026, 11, 1), Guid.Empty, DateTime.UnixEpoch)],
        };
        return ComputedGroup.Release(rules, units, before: ComputedGroup.Release(rules with { TieDecisions = [] }, [.. units.Select(unit => ComputedGroup.Points(unit.Name, 30, 21, 22, 1, 0) with { List = unit.List })]));
    }

    /// <summary>The cell with another value, or <c>null</c> where the change does not change it.</summary>
    private static string? Changed(string cell, string change) => change switch
    {
        "other" => cell switch { "true" => "false", "false" => "true", "Cụm I" => "Cụm II", "Cụm II" => "Cụm I", _ => Rated.First(rating => rating != cell) },
        ['+', .. var more] => (decimal.Parse(cell, System.Globalization.CultureInfo.InvariantCulture) + decimal.Parse(more, System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => change,
    };
}
