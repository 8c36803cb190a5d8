using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>What is saved is what is loaded, on both databases.</summary>
public class RoundTripTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "0")]
    [InlineData(DatabaseKind.Sqlite, "0.0001")]
    [InlineData(DatabaseKind.Sqlite, "62.30")]
    [InlineData(DatabaseKind.Sqlite, "99999.9999")]
    [InlineData(DatabaseKind.Postgres, "0")]
    [InlineData(DatabaseKind.Postgres, "0.0001")]
    [InlineData(DatabaseKind.Postgres, "62.30")]
    [InlineData(DatabaseKind.Postgres, "99999.9999")]
    public async Task Decimal_IsExact(DatabaseKind kind, string text)
    {
        var value = Domain.Numbers.DataNumber.Read(text)!.Value;
        await using var database = await TestDatabase.CreateAsync(kind);
        await SaveAsync(database, new NationalIndex("Lai Châu", unitCode: "", "PAR INDEX", 2020, new(value, IsDerived: true)));

        await using var db = database.NewContext();
        var read = await db.NationalIndices.SingleAsync();

        Assert.Equal((value, null, null, true), (read.Score, read.Scale, read.Rank, read.IsDerived));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Release_ComesBackWithItsDigest(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var group = new ReleaseGroup("so-nganh", "Sở, ban, ngành", nameEn: null, 0, 1, [new ReleaseResult { Position = 0, UnitCode = "so-mot", UnitName = "Sở Một", Scale = 78.5m, ScaleSource = ScaleSource.Inferred, Index = 86.53m }], [])
        {
            Ratings = RatingScheme.Parse("Tốt=80;Khá=70,25;Trung bình=0"),
            Ranking = new(RankingScope.ByHeading, RankNumbering.Sequence),
        };
        var release = new Release("Tỉnh Lai Châu", 2020, 1, ReleaseChange.Initial, isArchive: true, FixedClock.Instant.UtcDateTime, [group]) { AnnouncedOn = new DateOnly(2021, 7, 15) };
        await SaveAsync(database, release);

        await using var db = database.NewContext();
        var read = (await new PublicReleases(db).CurrentAsync(2020))!;

        Assert.Equal(release.ResultsDigest, ResultsDigest.Of(read));
        Assert.Equal((DateTimeKind.Utc, release.PublishedAt.Ticks / 10), (read.PublishedAt.Kind, read.PublishedAt.Ticks / 10));
        Assert.Equal((new DateOnly(2021, 7, 15), null), (read.AnnouncedOn, read.DecisionDate));
        Assert.Equal((group.Ratings, group.Ranking), (read.Groups[0].Ratings, read.Groups[0].Ranking));
        Assert.Equal((ScaleSource.Inferred, 78.5m, null), (read.Groups[0].Results[0].ScaleSource, read.Groups[0].Results[0].Scale, read.Groups[0].Results[0].Consistency));
    }

    /// <summary>A clock of another place gives the same instant.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task LocalInstant_IsStoredAsUtc(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var instant = new DateTime(2021, 7, 15, 23, 30, 0, DateTimeKind.Utc);
        await SaveAsync(database, new Release("Tỉnh Mẫu", 2020, 1, ReleaseChange.Initial, isArchive: true, instant.ToLocalTime(), []));

        await using var db = database.NewContext();

        Assert.Equal(instant, (await db.Releases.SingleAsync()).PublishedAt);
        Assert.Equal(1, await db.Releases.CountAsync(release => release.PublishedAt == instant));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Enums_AreStoredAsWords(DatabaseKind kind)
    {
        await using var database = await SampleData.CreateFilledAsync(kind);
        await using var db = database.NewContext();

        Assert.Equal(["FirstAppraisal", "FirstAppraisal", "SelfScore", "SelfScore", "Survey"], await db.Database.SqlQueryRaw<string>("SELECT stage AS \"Value\" FROM score_cells").Order().ToListAsync());
        Assert.Equal(["BySpecialCase/Dense"], await db.Database.SqlQueryRaw<string>("SELECT ranking AS \"Value\" FROM round_groups").ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task CriteriaTree_ComesBackInItsOrder(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var saved = SampleData.NewGraph();
        await SaveAsync(database, saved.Rows);

        await using var db = database.NewContext();
        var set = await db.CriteriaSets.Include(set => set.Criteria).SingleAsync();

        Assert.Equal(saved.Set.Title, set.Title);
        Assert.Equal(["1.1.1", "1.1.2", "8"], set.Leaves.Select(leaf => leaf.Code));
        Assert.Equal(34m, set.MaxScore);
        Assert.Equal(saved.Set.Criteria.Select(Facts).Order(), set.Criteria.Select(Facts).Order());

        static string Facts(Criterion c) => $"{c.Id} {c.ParentId} {c.Code} {c.Name} {Domain.Numbers.NumberWriter.Data(c.MaxScore, 4)} {c.Component} {c.Decimals} {c.Position} {c.Lineage} {c.IsComparable}";
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Round_ComesBackWithRulesParticipantsAndExemptions(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var saved = SampleData.NewGraph();
        await SaveAsync(database, saved.Rows);

        await using var db = database.NewContext();
        var round = await db.Rounds.Include(r => r.Groups).ThenInclude(g => g.Participants).ThenInclude(p => p.Exemptions).SingleAsync();

        var group = Assert.Single(round.Groups);
        Assert.Equal(saved.Round.Groups[0].Rules, group.Rules);
        Assert.Equal((saved.Group.Id, saved.Set.Id), (group.UnitGroupId, group.CriteriaSetId));
        var participant = Assert.Single(group.Participants);
        Assert.Equal((saved.Unit.Id, true, false), (participant.UnitId, participant.IsSpecialCase, participant.IsRanked));
        var exemption = Assert.Single(participant.Exemptions);
        Assert.Equal(("Không có đơn vị sự nghiệp", "Quyết định số 1/QĐ-UBND"), (exemption.Reason, exemption.LegalBasis));
    }

    /// <summary>Not yet scored comes back as not yet scored, and 0 as 0.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Scorecard_KeepsItsStatesApart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var saved = SampleData.NewGraph();
        await SaveAsync(database, saved.Rows);

        await using var db = database.NewContext();
        var scorecard = await db.Scorecards.Include(s => s.Cells).SingleAsync();

        Assert.Equal(saved.Round.Groups[0].Participants[0].Id, scorecard.ParticipantId);
        Assert.Equal(
            [(ScoreStage.SelfScore, 0.0625m), (ScoreStage.SelfScore, null), (ScoreStage.Survey, 0m)],
            saved.Scorecard.Cells.Select(cell => scorecard.Cells.Single(other => other.Id == cell.Id)).Select(cell => (cell.Stage, cell.Points)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Unit_ComesBackWithNamesInTime(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var unit = new Unit("Ban Dân tộc", UnitKind.Department, nameEn: null, new DateOnly(2005, 1, 1));
        unit.Rename("Sở Dân tộc và Tôn giáo", new DateOnly(2025, 3, 1), "Department of Ethnic and Religious Affairs");
        unit.AddAlias("Sở DT&TG");
        await SaveAsync(database, unit);

        await using var db = database.NewContext();
        var read = await db.Units.SingleAsync(u => u.SearchText.Contains("so dan toc va ton giao"));

        Assert.Equal(("ban-dan-toc", "Ban Dân tộc", "Sở Dân tộc và Tôn giáo"), (read.Code, read.NameIn(2020).Name, read.CurrentName.Name));
        Assert.True(read.IsCalledIn(2025, "Sở DT&TG"));
        Assert.Equal((new DateOnly(2005, 1, 1), null), (read.ValidFrom, read.ValidTo));
    }

    private static async Task SaveAsync(TestDatabase database, params object[] rows)
    {
        await using var db = database.NewContext();
        db.AddRange(rows);
        await db.SetUpAsync();
    }
}
