using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Releases;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Seeding.Demo;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Demo;

public sealed class DemoSupplementTests
{
    /// <summary>What says when or with which random number a row was made, and not what it is.</summary>
    private static readonly string[] Fresh = ["PasswordHash", "SecurityStamp", "ConcurrencyStamp"];

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rows_AreTheSameWhateverDatabaseCultureAndClock(DatabaseKind kind)
    {
        await using var reference = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
        try
        {
            await using var other = await DemoSeedTests.SeededAsync(kind);

            var (expected, actual) = (await RowsAsync(reference), await RowsAsync(other));
            Assert.Empty(expected.Except(actual));
            Assert.Equal(expected.Count, actual.Count);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task CentralAgencies_AreAgreed_AndTheYearStillLacksThem()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var round = await RoundAsync(db);
        var cards = await CardsAsync(db, round);
        var published = (await new PublicReleases(db).CurrentAsync(round.Year))!;

        var assessed = AssessedYear.Of(round, await db.UnitGroups.ToListAsync(), await db.CriteriaSets.Include(set => set.Criteria).ToListAsync(), await db.Units.ToListAsync(), cards);
        var results = RoundRelease.Build(assessed, before: null, new ReleaseFacts(DemoSeed.Province, DateTime.UnixEpoch)).Group("co-quan-trung-uong")!.Results;

        Assert.Null(published.Group("co-quan-trung-uong"));
        Assert.Equal(5, cards.Count);
        Assert.All(cards, card => Assert.Equal(ScorecardState.Agreed, card.State));
        Assert.Equal(5, results.Count);
        Assert.All(results, row => Assert.True(row.Index > 0 && row.Rating is not null && row.Rank is not null));
        Assert.Contains(results, row => row.UnitName == "Cục Thuế Tỉnh Mẫu");
    }

    [Fact]
    public async Task CentralAgencies_HaveTheIndexWorkedOutFromTheirCells()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var round = await RoundAsync(db);
        var cards = await CardsAsync(db, round);
        var units = await db.Units.ToDictionaryAsync(unit => unit.Id, unit => unit.Code);
        var assessed = AssessedYear.Of(round, await db.UnitGroups.ToListAsync(), await db.CriteriaSets.Include(set => set.Criteria).ToListAsync(), await db.Units.ToListAsync(), cards);
        var results = RoundRelease.Build(assessed, before: null, new ReleaseFacts(DemoSeed.Province, DateTime.UnixEpoch)).Group("co-quan-trung-uong")!.Results;

        Assert.All(cards, card =>
        {
            // Second appraisal before the first, surveys as loaded; the scale is 100, so the total is the index.
            var total = card.Cells.Where(cell => cell.Stage != ScoreStage.SelfScore).GroupBy(cell => cell.CriterionId)
                .Sum(stages => (stages.SingleOrDefault(cell => cell.Stage == ScoreStage.SecondAppraisal && cell.Points is not null) ?? stages.Single(cell => cell.Stage is ScoreStage.FirstAppraisal or ScoreStage.Survey)).Points!.Value);
            var unit = units[round.Groups.Single().Participants.Single(participant => participant.Id == card.ParticipantId).UnitId];
            Assert.Equal(decimal.Floor((total * 100) + 0.5m) / 100, results.Single(row => row.UnitCode == unit).Index);
        });
    }

    [Fact]
    public async Task Reports_AreWholePdfs_OfTheHashTheirRowsSay()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var seed = new DemoSeed(db, new PasswordHasher<StaffAccount>());
        await seed.SeedAsync();
        var submissions = await db.Set<Submission>().ToListAsync();
        var files = await db.StoredFiles.ToDictionaryAsync(file => file.Id);
        var stored = seed.Files.ToDictionary(pair => pair.Key.StoreName, pair => pair.Value);

        var reports = await db.EvidenceDocuments.Where(document => document.FileId != null).Select(document => document.FileId!.Value).ToListAsync();
        Assert.Equal(files.Keys.Order(), submissions.Select(submission => submission.ReportFileId).Concat(reports).Order());
        Assert.Equal(files.Values.Select(file => file.StoreName).Order(StringComparer.Ordinal), stored.Keys.Order(StringComparer.Ordinal));
        Assert.All(files.Values, file =>
        {
            var bytes = stored[file.StoreName];
            Assert.Equal((bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes))), (file.Size, file.Sha256));
            AssertPdf(Encoding.Latin1.GetString(bytes));
        });
    }

    /// <summary>What one click points to again.</summary>
    [Fact]
    public async Task DocumentsOfTheYearBefore_StandBesideTheLeavesOfTheOpenRound()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var officer = await db.StaffAccounts.SingleAsync(account => account.UserName == "can-bo-so-y-te");
        var id = await (from card in db.Scorecards
                        join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
                        join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
                        join round in db.Rounds on roundGroup.RoundId equals round.Id
                        where round.State == RoundState.Open && participant.UnitId == officer.UnitId
                        select card.Id).SingleAsync();
        var folder = (await new ScorecardReader(db).FindAsync(id))!;

        var documents = new List<EvidenceItem>();
        foreach (var leaf in folder.Applicable)
        {
            documents.AddRange((await new EarlierScores(db).OfLeafAsync(folder, leaf))?.Documents ?? []);
        }

        Assert.Contains(documents, line => line.Document.UnitId == officer.UnitId && line is { File: not null, Link.Pages: not null });
    }

    [Fact]
    public async Task Logins_AreActiveAccounts_OfEveryRole()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var accounts = await db.StaffAccounts.ToDictionaryAsync(account => account.UserName!);

        Assert.All(DemoAccounts.Logins, login => Assert.True(accounts[login.StaffCode].IsActive));
        var roles = DemoAccounts.Logins.Aggregate(StaffRoles.None, (all, login) => all | accounts[login.StaffCode].Roles);
        Assert.Equal(Enum.GetValues<StaffRoles>().Aggregate((all, role) => all | role), roles);
    }

    /// <summary>Every offset of the table points to its object, and the table stands where the end says.</summary>
    private static void AssertPdf(string pdf)
    {
        Assert.StartsWith("%PDF-1.4\n", pdf, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", pdf, StringComparison.Ordinal);
        var lines = pdf.Split('\n');
        var start = int.Parse(lines[Array.IndexOf(lines, "startxref") + 1], CultureInfo.InvariantCulture);
        var count = Array.FindAll(lines, line => line.EndsWith(" 0 obj", StringComparison.Ordinal)).Length;
        Assert.StartsWith($"xref\n0 {count + 1}\n", pdf[start..], StringComparison.Ordinal);
        var entries = pdf[start..].Split('\n').Skip(3).Take(count).Select((line, i) => (Offset: int.Parse(line[..10], CultureInfo.InvariantCulture), Number: i + 1));
        Assert.All(entries, entry => Assert.StartsWith($"{entry.Number} 0 obj\n", pdf[entry.Offset..], StringComparison.Ordinal));
    }

    private static Task<Round> RoundAsync(ParIndexDb db) => db.Rounds.Include(round => round.Groups).ThenInclude(group => group.Participants).ThenInclude(participant => participant.Exemptions)
        .SingleAsync(round => round.State == RoundState.Closed && round.Authority != DemoSeed.Province);

    private static async Task<List<Scorecard>> CardsAsync(ParIndexDb db, Round round)
    {
        var ids = round.Groups.SelectMany(group => group.Participants).Select(participant => participant.Id).ToList();
        return await db.Scorecards.Include(card => card.Cells).Where(card => ids.Contains(card.ParticipantId)).ToListAsync();
    }

    /// <summary>Every stored value, as text. Releases have a digest of their own; the audit trail says when it was written.</summary>
    private static async Task<List<string>> RowsAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var rows = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => !type.IsOwned() && type.ClrType.Namespace != typeof(Release).Namespace && type.ClrType != typeof(AuditEvent) && type.ClrType != typeof(AuditChange)))
        {
            var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
            foreach (var row in await set.ToListAsync())
            {
                rows.Add(type.ShortName() + string.Concat(db.Entry(row).Properties.Where(property => !Fresh.Contains(property.Metadata.Name)).OrderBy(property => property.Metadata.Name, StringComparer.Ordinal).Select(property => $"|{property.Metadata.Name}={Text(property.CurrentValue)}")));
            }
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Text(object? value) => value switch
    {
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        DateTime instant => instant.Ticks.ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
