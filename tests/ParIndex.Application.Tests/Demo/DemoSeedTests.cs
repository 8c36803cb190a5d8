using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Seeding.Demo;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Demo;

public sealed class DemoSeedTests
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Results_AreTheSameBytesOnEveryDatabase(DatabaseKind kind)
    {
        await using var reference = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var again = await SeededAsync(kind);

        var (expected, actual) = (await TextsAsync(reference), await TextsAsync(again));

        Assert.Equal([2022, 2022, 2022, 2023, 2023, 2023, 2024, 2024], expected.Select(release => release.Year));
        Assert.Equal(expected, actual);
        Assert.All(actual, release => Assert.Equal(release.Digest, release.StoredDigest));
    }

    [Fact]
    public async Task Keys_FollowFromNames()
    {
        await using var one = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var other = await SeededAsync(DatabaseKind.Sqlite);

        Assert.Equal(await KeysAsync(one), await KeysAsync(other));
    }

    [Fact]
    public async Task Scales_AreThoseWorkedOutByHand()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var group = (await new PublicReleases(db).CurrentAsync(2024))!.Group("so-nganh")!;
        var byHand = new Dictionary<string, decimal>
        {
            // 4.3 (2) does not apply.
            ["so-tu-phap"] = 100 - 2,
            // 6.1 (2).
            ["so-cong-thuong"] = 100 - 2,
            // 3.2 (6), 3.3 (2), 4.3 (2), 6.3 (2), 7.2.1 (3), 7.2.2 (2), 8.4 (2).
            ["thanh-tra-tinh"] = 100 - 6 - 2 - 2 - 2 - 3 - 2 - 2,
            // 2.1 (3), 2.2 (2.5), 3.1.2 (2), 4.3 (2), 6.1 (2), 6.3 (2), 8.1 (12), 8.4 (2).
            ["van-phong-ubnd-tinh"] = 100 - 3 - 2.5m - 2 - 2 - 2 - 2 - 12 - 2,
            // 3.2 (6), 4.3 (2), 6.3 (2), 7.2.1 (3), 7.2.2 (2).
            ["ban-dan-toc"] = 100 - 6 - 2 - 2 - 3 - 2,
        };

        Assert.Equal(19, group.Results.Count);
        Assert.All(group.Results, row =>
        {
            Assert.Equal(byHand.GetValueOrDefault(row.UnitCode, 100), row.Scale);
            Assert.Equal(ScaleSource.Derived, row.ScaleSource);
        });
        Assert.Equal([100m, 98, 85, 81, 72.5m], group.Results.Select(row => row.Scale!.Value).Distinct().OrderDescending());
        Assert.Equal(["ban-dan-toc", "thanh-tra-tinh", "van-phong-ubnd-tinh"], group.Results.Where(row => row.IsSpecialCase).Select(row => row.UnitCode).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PublishedIndices_FollowFromTheStoredLeafScores()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var units = await db.Units.ToDictionaryAsync(unit => unit.Id, unit => unit.Code);
        var cards = await db.Scorecards.Include(card => card.Cells).ToDictionaryAsync(card => card.ParticipantId);
        var criteria = (await db.CriteriaSets.Include(set => set.Criteria).ToListAsync()).ToDictionary(set => set.Id);
        var published = (await new PublicReleases(db).AllCurrentAsync()).SelectMany(release => release.Groups.SelectMany(group => group.Results.Select(row => (release.Year, row)))).ToList();
        var rounds = await db.Rounds.Include(round => round.Groups).ThenInclude(group => group.Participants).ThenInclude(participant => participant.Exemptions).Where(round => round.State == RoundState.Published && !round.Amendments.Any(amendment => amendment.Kind == AmendmentKind.Withdrawal)).ToListAsync();

        var computed = rounds.SelectMany(round => round.Groups.SelectMany(group => group.Participants.Select(participant =>
            (round.Year, Unit: units[participant.UnitId], Index: Index(criteria[group.CriteriaSetId!.Value], participant, cards[participant.Id]))))).ToList();

        Assert.Equal((3 * (19 + 6)) + 40 + 150 + 150, computed.Count);
        Assert.All(computed, own => Assert.Equal(own.Index, published.Single(pair => pair.Year == own.Year && pair.row.UnitCode == own.Unit).row.Index));
    }

    [Fact]
    public async Task Years_ShowTheCasesAPortalMeets()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var releases = await new PublicReleases(db).AllCurrentAsync();
        var (before, departments, districts) = (releases[1].Group("so-nganh")!, releases[2].Group("so-nganh")!, releases[2].Group("huyen")!);

        Assert.All(releases, release => Assert.False(release.IsArchive));
        Assert.Equal([10, 10, 12], departments.Results.Where(row => row.Rank is 10 or 11 or 12 && !row.IsSpecialCase).Select(row => row.Rank!.Value));
        Assert.Contains(departments.Results, row => row.Rank is null && row.Index is not null);
        Assert.Contains("Xuất sắc", departments.Summary.Ratings.Keys);
        Assert.Contains(departments.Results, row => row.Penalty > 0);
        Assert.Contains(departments.Results, row => row.Bonus > 0);
        Assert.All(before.Results, row => Assert.True(row.IsComparable));
        Assert.Equal(["thanh-tra-tinh", "van-phong-ubnd-tinh"], departments.Results.Where(row => row.IsComparable == false).Select(row => row.UnitCode).Order(StringComparer.Ordinal));
        Assert.All(districts.Results, row => Assert.False(row.IsComparable));
        Assert.NotNull(Announcement.MeanChange(releases[2], departments));
        Assert.Null(Announcement.MeanChange(releases[2], districts));
    }

    [Fact]
    public async Task CriteriaSets_AddUpAndSayWhatChanged()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var sets = await db.CriteriaSets.Include(set => set.Criteria).OrderBy(set => set.Year).ToListAsync();

        Assert.All(sets, set => Assert.Equal((100m, 0), (set.MaxScore, set.SumMismatches().Count)));
        Assert.All(sets.SelectMany(set => set.Leaves), leaf => Assert.Empty(leaf.Rule.Problems(leaf.MaxScore)));
        Assert.Equal(
            [typeof(CountRule), typeof(DeductionRule), typeof(DirectRule), typeof(LevelsRule), typeof(RatioRule), typeof(SurveyRule), typeof(TiersRule)],
            sets.SelectMany(set => set.Leaves).Select(leaf => leaf.Rule.GetType()).Distinct().OrderBy(type => type.Name));
        var (was, now) = (sets.Single(set => set is { Year: 2023, GroupSlug: "so-nganh" }), sets.Single(set => set is { Year: 2024, GroupSlug: "so-nganh" }));
        Assert.Equal(Enum.GetValues<LineageChange>(), now.Leaves.Select(leaf => leaf.Change).Distinct().Order());
        Assert.Contains(was.Leaves, leaf => now.Leaves.All(other => other.Lineage != leaf.Lineage));
        Assert.Equal(was.Leaves.Single(leaf => leaf.Code == "3.2").Lineage, now.Leaves.Single(leaf => leaf.Code == "3.2").Lineage);
        Assert.NotEqual(was.Leaves.Single(leaf => leaf.Code == "2.3").Lineage, now.Leaves.Single(leaf => leaf.Code == "2.3").Lineage);
    }

    [Fact]
    public async Task OpenRound_HasAnAppraiserForEveryLeafAndAnOfficerForEveryUnit()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var round = await db.Rounds.Include(r => r.Deadlines).Include(r => r.Groups).ThenInclude(group => group.Participants).SingleAsync(r => r.State == RoundState.Open);
        var accounts = await db.StaffAccounts.ToDictionaryAsync(account => account.Id);
        var assignments = await db.AppraiserAssignments.ToListAsync();

        Assert.Equal([14, 30], round.Groups.Select(group => group.Participants.Count).Order());
        Assert.Equal(5, round.Deadlines.Count);
        foreach (var group in round.Groups)
        {
            var fields = (await db.CriteriaSets.Include(set => set.Criteria).SingleAsync(set => set.Id == group.CriteriaSetId)).Criteria.Where(criterion => criterion.ParentId is null);
            Assert.All(fields.SelectMany(field => group.Participants.Select(participant => (field, participant))), pair => Assert.Contains(
                assignments,
                assignment => assignment.RoundGroupId == group.Id && assignment.Covers(pair.field.Id, pair.participant.Id) && accounts[assignment.AccountId].UnitId != pair.participant.UnitId));
            Assert.All(group.Participants, participant => Assert.Contains(accounts.Values, account => account.Has(StaffRoles.UnitOfficer) && account.UnitId == participant.UnitId));
        }
    }

    [Fact]
    public async Task Release_OfAnUnfinishedRound_IsRefused()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var round = await db.Rounds.Include(r => r.Groups).ThenInclude(group => group.Participants).ThenInclude(participant => participant.Exemptions).SingleAsync(r => r.State == RoundState.Open);
        var year = AssessedYear.Of(
            round,
            await db.UnitGroups.ToListAsync(),
            await db.CriteriaSets.Include(set => set.Criteria).ToListAsync(),
            await db.Units.ToListAsync(),
            await db.Scorecards.Include(card => card.Cells).ToListAsync());

        // Self-scores are there, and count for nothing: of a unit that is not appraised no points do.
        Assert.Empty(year.Find("so-nganh")!.Find("so-van-hoa-the-thao-va-du-lich")!.Totals.Addends);
        Assert.Throws<InvalidOperationException>(() => RoundRelease.Build(year, before: null, new ReleaseFacts(DemoSeed.Province, DateTime.UnixEpoch)));
    }

    /// <summary>Seeded for itself, to compare with the template that all others are copies of.</summary>
    internal static async Task<TestDatabase> SeededAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        await new DemoSeed(db, new PasswordHasher<StaffAccount>()).SeedAsync();
        return database;
    }

    /// <summary>Points over the maxima that apply, with the ceilings of 2024: two points of bonus, one of penalty.</summary>
    private static decimal Index(CriteriaSet set, Participant participant, Scorecard card)
    {
        var points = card.Cells.ToDictionary(cell => cell.CriterionId, cell => cell.Points!.Value);
        var leaves = set.Criteria.Where(criterion => set.Criteria.All(other => other.ParentId != criterion.Id) && participant.Exemptions.All(exemption => exemption.CriterionId != criterion.Id)).ToList();
        decimal Sum(Component component) => leaves.Where(leaf => leaf.Component == component).Sum(leaf => points[leaf.Id]);
        var scale = leaves.Where(leaf => leaf.Component is Component.Appraisal or Component.Survey).Sum(leaf => leaf.MaxScore);
        var total = Sum(Component.Appraisal) + Sum(Component.Survey) + Math.Min(Sum(Component.Bonus), 2) - Math.Min(Sum(Component.Penalty), 1);
        return decimal.Floor((100 * total / scale * 100) + 0.5m) / 100;
    }

    private static async Task<List<(int Year, string Text, string Digest, string StoredDigest)>> TextsAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return [.. (await StoredReleases.AllAsync(db)).Select(release => (release.Year, ResultsDigest.CanonicalText(release), ResultsDigest.Of(release), release.ResultsDigest))];
    }

    private static async Task<List<Guid>> KeysAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return
        [
            .. (await db.Units.Select(row => row.Id).ToListAsync()).Order(),
            .. (await db.StaffAccounts.Select(row => row.Id).ToListAsync()).Order(),
            .. (await db.Set<Criterion>().Select(row => row.Id).ToListAsync()).Order(),
            .. (await db.Set<Participant>().Select(row => row.Id).ToListAsync()).Order(),
            .. (await db.Set<ScoreCell>().Select(row => row.Id).ToListAsync()).Order(),
        ];
    }
}
