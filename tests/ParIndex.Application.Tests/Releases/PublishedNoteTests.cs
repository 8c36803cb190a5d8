using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>What appraisers note on a leaf is published where the group's plan says so, and is not said to be there elsewhere.</summary>
public sealed class PublishedNoteTests
{
    private const string Said = "Chậm 02 báo cáo theo Công văn số 12/SNV-CCHC.";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Note_IsPublishedWithThePoints_OnlyWhereThePlanSaysSo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        var before = (await test.ResultsAsync(database)).Release!;
        await NoteAsync(database, test, publishes: false);
        var silent = (await test.ResultsAsync(database)).Release!;
        await NoteAsync(database, test, publishes: true);
        var telling = (await test.ResultsAsync(database)).Release!;

        Assert.Equal(before.ResultsDigest, silent.ResultsDigest);
        Assert.DoesNotContain(ScoreColumns.Of(silent.Groups[0]), column => column.Key == "note");
        Assert.NotEqual(before.ResultsDigest, telling.ResultsDigest);
        Assert.Equal("note", ScoreColumns.Of(telling.Groups[0])[^1].Key);
        Assert.Equal([Said], telling.Groups[0].Results.SelectMany(row => row.Scores).Select(score => score.Note).OfType<string>());
        Assert.Equal(before.Groups[0].Results.Select(row => (row.UnitCode, row.Index, row.Rank)), telling.Groups[0].Results.Select(row => (row.UnitCode, row.Index, row.Rank)));
        var change = Assert.Single(VersionDifference.Between(before, telling).Cells);
        Assert.Equal((VersionPart.Note, "Sở Tư pháp", "1.2", false), (change.Part, change.Unit!.UnitName, change.Criterion!.Code, change.IsComputed));

        await using (var db = database.NewContext())
        {
            db.Add(telling);
            await db.SetUpAsync();
        }

        await using var read = database.NewContext();
        var releases = new PublicReleases(read);
        var stored = (await releases.WholeAsync(telling.Year))!;
        var card = (await releases.ScorecardAsync(UnitYear.Find((await releases.CurrentAsync(telling.Year))!, "so-tu-phap")!))!;
        Assert.Equal(telling.ResultsDigest, ResultsDigest.Of(stored));
        Assert.Equal("note", card.Table().Columns[^1].Key);
        Assert.DoesNotContain((await releases.ScorecardAsync(UnitYear.Find(stored, "so-noi-vu")!))!.Table().Columns, column => column.Key == "note");
    }

    private static async Task NoteAsync(TestDatabase database, TestRound test, bool publishes)
    {
        await using var db = database.NewContext();
        var card = await db.Scorecards.Include(s => s.Cells).FirstAsync(s => s.ParticipantId == test.Of(test.Justice).Id);
        var (cell, leaf) = (card.Cell(ScoreStage.FirstAppraisal, test.Leaf("1.2").Id)!, test.Leaf("1.2"));
        cell.Score(leaf, cell.Points, cell.Answer.Figures, cell.Answer.Level, Said);
        var group = await db.Set<RoundGroup>().SingleAsync(known => known.Id == test.Group.Id);
        db.Entry(group).Property(known => known.PublishesNotes).CurrentValue = publishes;
        await db.SetUpAsync();
    }
}
