using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;
using ParIndex.Testing;

namespace ParIndex.Domain.Tests.Releases;

/// <summary>What is given away of a release: its names and stamps, its tidy table, and the table for people.</summary>
public sealed class OpenFilesTests
{
    private static readonly Release Release = TestRelease.Make();

    [Fact]
    public void Name_SaysYearGroupVersionAndTheBeginningOfTheDigest() =>
        Assert.Equal("xep-hang-2025-so-nganh-lan-3-38c93094", ReleaseFile.NameOf("xep-hang-2025-so-nganh", 3, "38c93094ffeeddccbbaa99887766554433221100ffeeddccbbaa998877665544"));

    [Fact]
    public void Stamp_StandsInEveryRow_AndLeavesTheCanonicalTableAsItWas()
    {
        var table = ResultColumns.TableOf(Release, Release.Groups[0]);

        var stamped = ReleaseFile.Of(Release, table);

        Assert.Equal(["year", "version", "resultsDigest"], stamped.Columns.Skip(table.Columns.Count).Select(column => column.Key));
        Assert.Equal($"xep-hang-2025-so-nganh-lan-1-{Release.ResultsDigest[..8]}", stamped.Name);
        Assert.Equal(Release.ResultsDigest, ResultsDigest.Of(Release));
        Assert.All(stamped.Rows, row => Assert.Equal(Cell.Of(Release.ResultsDigest), stamped.Columns[^1].Value(row)));
    }

    [Fact]
    public void TableForPeople_BeginsWithThePlace_HasNoEmptyColumn_AndNoChangeThatMayNotBeUsed()
    {
        var table = ResultColumns.ForReaders(Release, Release.Groups[0]);

        Assert.Equal(["rank", "unit.name", "index", "rating", "change"], table.Columns.Take(5).Select(column => column.Key));
        Assert.DoesNotContain("publishedIndex", table.Columns.Select(column => column.Key));
        var change = table.Columns.Single(column => column.Key == "change");
        // The second unit's years do not compare.
        Assert.Equal([Cell.Of(2m, 2), Cell.Nothing, Cell.Of(-3m, 2), Cell.Of(-1m, 2)], table.Rows.Select(change.Value));
        Assert.All(table.Columns, column => Assert.Contains(table.Rows, row => column.Value(row) != Cell.Nothing));
    }

    [Fact]
    public void TableForPeople_SaysWordsForCodes()
    {
        var source = ResultColumns.ForReaders(Release, Release.Groups[0]).Columns.Single(column => column.Key == "scaleSource");

        Assert.Equal(Cell.Of("tổng điểm tối đa của các tiêu chí áp dụng"), source.Value(Release.Groups[0].Results[0]));
    }

    [Fact]
    public void LongTable_HasARowForEachUnitCriterionAndMeasure()
    {
        var rows = LongTable.TableOf(Release).Rows;

        Assert.Equal(rows.Count, rows.Select(row => (row.Group.Slug, row.Result.UnitCode, row.Criterion?.Code, row.Measure)).Distinct().Count());
        var ofJustice = rows.Where(row => row.Result.UnitCode == "so-tu-phap").ToList();
        Assert.Equal(
            ["appraisalScore 55.00 given", "surveyScore 20.00 given", "bonus 0.00 given", "penalty 0.50 given", "totalScore 74.50 given", "scale 100 given", "index 74.50 given", "rank 2 given", "change 9.00 notComparable"],
            ofJustice.Where(row => row.Criterion is null).Select(row => $"{row.Measure} {((Cell.Number)row.Value).AsData} {row.Status}").OrderBy(text => Order(text)));
        Assert.Equal(["1.1", "1.2", "2.1", "2.2"], ofJustice.Where(row => row.Measure == "points").Select(row => row.Criterion!.Code));
    }

    [Fact]
    public void LongTable_OfALeafThatDidNotApply_IsEmptyAndNot0()
    {
        var row = TestRelease.Row(0, ("so-noi-vu", "Sở Nội vụ"), [60, 25, 1, 0], rank: 1, change: 2, comparable: true);
        var scores = row.Scores.Select(score => score.CriterionCode == "1.2" ? new ReleaseScore { Position = score.Position, CriterionCode = score.CriterionCode, NotApplicable = "Không có hồ sơ" } : score).ToList();
        var release = TestRelease.Make([new ReleaseResult(scores) { Position = 0, UnitCode = "so-noi-vu", UnitName = "Sở Nội vụ" }]);

        var points = LongTable.TableOf(release).Rows.Single(line => line is { Measure: "points", Criterion.Code: "1.2" });

        Assert.Equal((Cell.Nothing, "notApplicable"), (points.Value, points.Status));
    }

    [Fact]
    public void EveryPublicColumn_HasAMeaningInBothLanguages()
    {
        var meanings = Meanings(ResultColumns.Every).Concat(Meanings(CriterionColumns.Every)).Concat(Meanings(ScoreColumns.Every)).Concat(Meanings(ReferenceColumns.All))
            .Concat(Meanings(UnitScorecard.ColumnsOf(2))).Concat(Meanings(LongTable.Columns)).Concat(Meanings(ResultColumns.TableOf("", "", []).Columns)).ToList();

        Assert.True(meanings.Count > 80);
        Assert.All(meanings, column =>
        {
            Assert.True(column.Meaning is not null, column.Key);
            Assert.All([column.Meaning.Note, column.Meaning.NoteEn], note => Assert.Matches("[.…]$", note));
            Assert.False(string.IsNullOrWhiteSpace(column.Meaning.HeaderEn), column.Key);
            Assert.Equal(column.Meaning.Codes.Count, column.Meaning.Codes.Select(code => code.Code).Distinct(StringComparer.Ordinal).Count());
        });
    }

    [Theory]
    [InlineData("38c93094", "38c93094")]
    [InlineData("  38C9 3094 ", "38c93094")]
    [InlineData("sha256:38c93094aa", "38c93094aa")]
    [InlineData("xep-hang-2025-so-nganh-lan-3-38c93094.csv", "38c93094")]
    [InlineData("xep-hang-2025-so-nganh-lan-3-38c93094-excel (1).csv", "38c93094")]
    [InlineData("38c9309", null)]
    [InlineData("38c9309g", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Digest_IsReadFromWhatPeopleBring(string? typed, string? digest) => Assert.Equal(digest, DigestText.Read(typed));

    private static IEnumerable<(string Key, FieldMeaning? Meaning)> Meanings<T>(IEnumerable<Column<T>> columns) => columns.Select(column => (column.Key, column.Meaning));

    private static int Order(string text) => Array.IndexOf(["appraisalScore", "surveyScore", "bonus", "penalty", "totalScore", "scale", "index", "rank", "change"], text.Split(' ')[0]);
}
