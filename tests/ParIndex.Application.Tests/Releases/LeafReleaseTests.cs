using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Tests.Demo;
using ParIndex.Application.Tests.Support;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>Releases down to each leaf: the same bytes everywhere, and archives as they always were.</summary>
public sealed class LeafReleaseTests
{
    /// <summary>What the release of Lai Châu 2020 was published with before releases had leaves.</summary>
    private const string LaiChau2020 = "b22c94e7b0d86385c1c8ec7175359bd91523656e5b645f0b5d1e41c70e96ba27";

    [Fact]
    public async Task Archive_KeepsTheDigestItWasPublishedWith()
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var db = database.NewContext();

        var release = (await new PublicReleases(db).CurrentAsync(2020))!;

        Assert.Equal((LaiChau2020, LaiChau2020), (release.ResultsDigest, ResultsDigest.Of(release)));
        Assert.All(release.Groups, group => Assert.False(group.HasLeaves));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Digest_OfALoadedReleaseIsThatPublished_InEveryCulture(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        var draft = await test.ResultsAsync(database);
        await using (var db = database.NewContext())
        {
            db.Add(draft.Release!);
            await db.SetUpAsync();
        }

        foreach (var culture in new[] { "vi-VN", "en-US", "" })
        {
            using var _ = new InCulture(culture);
            await using var db = database.NewContext();
            var read = Assert.Single(await StoredReleases.AllAsync(db));
            Assert.Equal((draft.Digest, draft.Digest), (read.ResultsDigest, ResultsDigest.Of(read)));
            Assert.All(read.Groups[0].Results, result => Assert.Equal(7, result.Scores.Count));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Leaves_SayPointsFiguresAndWhyNot(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);

        var group = (await test.ResultsAsync(database)).Release!.Groups[0];

        Assert.Equal(["1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "8", "8.1", "8.2"], group.Criteria.Select(criterion => criterion.Code));
        var office = group.Result("van-phong-ubnd-tinh")!;
        Assert.Equal(["1.1", "1.2", "1.3", "2.1", "2.2", "8.1", "8.2"], office.Scores.Select(score => score.CriterionCode));
        Assert.Equal((12m, 48m, 50m, null), (office.Scores[0].Points!.Value, office.Scores[0].Achieved!.Value, office.Scores[0].Required!.Value, office.Scores[0].NotApplicable));
        Assert.Equal((null, "Không soạn thảo văn bản"), (office.Scores[3].Points, office.Scores[3].NotApplicable));
        Assert.Equal((52m, 82.5m, 63.03m), (office.TotalScore!.Value, office.Scale!.Value, office.Index!.Value));
    }

    [Fact]
    public async Task AnyChangedLeaf_ChangesTheDigest_EvenWhenTheTotalStays()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        var before = (await test.ResultsAsync(database)).Digest;
        await using (var db = database.NewContext())
        {
            var card = await db.Scorecards.Include(s => s.Cells).FirstAsync(s => s.ParticipantId == test.Of(test.Justice).Id);
            card.Cell(ScoreStage.FirstAppraisal, test.Leaf("1.1").Id)!.Score(test.Leaf("1.1"), 16.4m, new RawFigures(48, 50));
            card.Cell(ScoreStage.FirstAppraisal, test.Leaf("1.2").Id)!.Score(test.Leaf("1.2"), 14);
            await db.SetUpAsync();
        }

        Assert.NotEqual(before, (await test.ResultsAsync(database)).Digest);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task LaterArchiveTable_CarriesTheLeavesOver(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database, (_, db) => db.Add(TestResults.Communes()));
        var published = (await test.ResultsAsync(database)).Release!;
        await using (var db = database.NewContext())
        {
            db.Add(published);
            await db.SetUpAsync();
        }

        await TestData.PublishAsync(database, TestResults.CommunesTable, TestData.Request(2026) with { Group = "xa" });

        await using var reading = database.NewContext();
        var now = (await new PublicReleases(reading).WholeAsync(2026))!;
        Assert.Equal((2, 2), (now.VersionNumber, now.Groups.Count));
        Assert.Equal(now.ResultsDigest, ResultsDigest.Of(now));
        Assert.Equal(ResultsDigest.Of(published, published.Groups[0]), ResultsDigest.Of(now, now.Group("so-nganh")!));
    }

    [Fact]
    public async Task DigestOfWhatWasReadWithoutLeaves_IsRefusedRatherThanAnother()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var db = database.NewContext();
        db.Add((await test.ResultsAsync(database)).Release!);
        await db.SetUpAsync();

        await using var reading = database.NewContext();
        var light = (await new PublicReleases(reading).CurrentAsync(2026))!;

        Assert.Empty(light.Groups[0].Criteria);
        Assert.Throws<InvalidOperationException>(() => ResultsDigest.Of(light));
        Assert.Throws<InvalidOperationException>(() => light.Groups[0].Copy());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Scorecard_AddsUpAndKnowsTheGroup(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using (var db = database.NewContext())
        {
            db.Add((await test.ResultsAsync(database)).Release!);
            await db.SetUpAsync();
        }

        await using var reading = database.NewContext();
        var releases = new PublicReleases(reading);
        var office = UnitYear.Find((await releases.CurrentAsync(2026))!, "van-phong-ubnd-tinh")!;
        var card = (await releases.ScorecardAsync(office))!;

        Assert.Equal(["1", "2", "8"], card.Fields.Select(field => field.Criterion.Code));
        Assert.Equal([(23m, 40m), (9m, 14.5m), (20m, 28m)], card.Fields.Select(field => (field.Points!.Value, field.Most)));
        // 36 and 31.9 are the others' points of field 1; of fields 2 and 8 nobody else has the same maximum, and of one unit there is no median.
        Assert.Equal([new Median(31.9m, 3), null, null], card.Fields.Select(field => field.Median));
        Assert.Equal((1, 2), card.Leaves.Single(line => line.Criterion.Code == "2.1").AtMost);
        Assert.Null(card.Leaves.Single(line => line.Criterion.Code == "2.1").Lost);
        // 100·(m − s)/M adds up to 100 − I.
        Assert.Equal(100 - (100 * 52m / 82.5m), card.Leaves.Sum(line => line.Lost ?? 0), 20);
        Assert.Equal(["1.1", "1.2", "8.1", "2.2", "1.3"], card.Losses(5).Select(line => line.Criterion.Code));
        Assert.DoesNotContain(card.BelowMost(), line => line.Criterion.Code is "2.1" or "8.2");
        Assert.Contains(card.BelowMost(), line => line.Criterion.Code == "2");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Demonstration_IsTheResultOfAnIndependentCalculation(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(kind);
        await using var db = database.NewContext();
        var published = (await StoredReleases.AllAsync(db)).GroupBy(release => release.Year).Select(versions => versions.Last()).SelectMany(release => release.Groups.SelectMany(group => group.Results.Select(row => (release.Year, group, row)))).ToList();
        var units = await db.Units.ToDictionaryAsync(unit => unit.Id, unit => unit.Code);
        var sets = (await db.CriteriaSets.Include(set => set.Criteria).ToListAsync()).ToDictionary(set => set.Id);
        var cards = (await db.Scorecards.Include(card => card.Cells).ToListAsync()).ToDictionary(card => card.ParticipantId);
        var rounds = await db.Rounds.Include(round => round.Groups).ThenInclude(group => group.Participants).ThenInclude(participant => participant.Exemptions).Where(round => round.State == RoundState.Published && !round.Amendments.Any(amendment => amendment.Kind == AmendmentKind.Withdrawal)).ToListAsync();

        var byHand = rounds.SelectMany(round => round.Groups.SelectMany(group => group.Participants.Select(participant =>
            (round.Year, Unit: units[participant.UnitId], Hand: ByHand(sets[group.CriteriaSetId!.Value], group, participant, cards[participant.Id]))))).ToList();

        Assert.Equal((3 * (19 + 6)) + 40 + 150 + 150, byHand.Count);
        Assert.Equal(byHand.Count, published.Count);
        Assert.All(byHand, own =>
        {
            var (_, group, row) = published.Single(pair => pair.Year == own.Year && pair.row.UnitCode == own.Unit);
            Assert.Equal(own.Hand, (row.Index!.Value, row.Scale!.Value, row.TotalScore!.Value));
            // And from the leaves as published.
            Assert.Equal(row.TotalScore - row.Bonus.GetValueOrDefault() + row.Penalty.GetValueOrDefault(), InScale(group, row));
        });
    }

    /// <summary>What the published leaves of the scale come to.</summary>
    private static decimal InScale(ReleaseGroup group, ReleaseResult row)
    {
        var outside = group.Criteria.Where(criterion => criterion.Component is Component.Bonus or Component.Penalty).Select(criterion => criterion.Code).ToHashSet(StringComparer.Ordinal);
        return row.Scores.Where(score => !outside.Contains(score.CriterionCode)).Sum(score => score.Points ?? 0);
    }

    /// <summary>In whole ten-thousandths of a point, with remainders instead of decimals: nothing of the product's arithmetic.</summary>
    private static (decimal Index, decimal Scale, decimal Total) ByHand(CriteriaSet set, RoundGroup group, Participant participant, Scorecard card)
    {
        const long unit = 10_000;
        long scale = 0, sum = 0, bonus = 0, penalty = 0;
        var parents = set.Criteria.Select(criterion => criterion.ParentId).ToHashSet();
        foreach (var leaf in set.Criteria)
        {
            if (parents.Contains(leaf.Id) || participant.Exemptions.Any(exemption => exemption.CriterionId == leaf.Id))
            {
                continue;
            }

            ScoreStage[] stages = leaf.Component == Component.Survey ? [ScoreStage.Survey] : [ScoreStage.SecondAppraisal, ScoreStage.FirstAppraisal];
            var points = stages.Select(stage => card.Cells.SingleOrDefault(cell => cell.CriterionId == leaf.Id && cell.Stage == stage)?.Points).First(given => given is not null)!.Value;
            var counted = (long)(points * unit);
            switch (leaf.Component)
            {
                case Component.Bonus: bonus += counted; break;
                case Component.Penalty: penalty += counted; break;
                default:
                    scale += (long)(leaf.MaxScore * unit);
                    sum += counted;
                    break;
            }
        }

        var total = sum + Math.Min(bonus, (long)((group.BonusCeiling ?? 0) * unit)) - Math.Min(penalty, (long)((group.PenaltyCeiling ?? 0) * unit));
        // Hundredths of a per cent, half up: the remainder of the division decides.
        var (whole, rest) = Math.DivRem(total * unit, scale);
        whole += 2 * rest >= scale ? 1 : 0;
        return (Math.Min(whole, unit) / 100m, scale / (decimal)unit, total / (decimal)unit);
    }
}
