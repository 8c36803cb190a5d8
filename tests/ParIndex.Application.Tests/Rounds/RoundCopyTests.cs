using ParIndex.Application.Accounts;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Rounds;

/// <summary>A whole round as in the year before, in one act that says before and after what it brings and what it cannot.</summary>
public sealed class RoundCopyTests
{
    private static readonly CopyPart[] Everything = Enum.GetValues<CopyPart>();

    private static readonly GroupRules Rules = new()
    {
        Ratings = RatingScheme.Parse("Tốt=80;Khá=70;Trung bình=0"),
        RatingConditions = ConditionScheme.Parse($"Khá | {ConditionScheme.AtZero} | Điều 5"),
        Ranking = new(RankingScope.ByHeading, RankNumbering.Dense),
        BonusCeiling = 2,
    };

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Copy_OfEverything_LosesNothing_AndNamesWhatCannotBe(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await LastYearAsync(database);
        var id = await NextYearAsync(database, test);

        var preview = await PreviewAsync(database, id, test.Coordinator);
        var copy = await CopyAsync(database, id, Everything, test.Coordinator);

        Assert.Equal(preview!.Lines.Select(Said), copy.Lines.Select(Said));
        var (before, after) = (await test.ReadAsync(database), await SetupAsync(database, id));
        var (was, group) = (before.Groups.Single(), after.Groups.Single());
        Assert.Equal(Rules, group.Group.Rules);
        Assert.Equal(["Sở Nội vụ", "Văn phòng UBND tỉnh"], group.Participants.Select(unit => unit.Name));
        Assert.Equal((true, false, "Cụm 1"), (group.Participants[1].Participant.IsSpecialCase, group.Participants[1].Participant.IsRanked, group.Participants[1].Participant.RankingList));
        Assert.Equal(was.Set!.Leaves.Select(leaf => (leaf.Content, leaf.Lineage)), group.Set!.Leaves.Select(leaf => (leaf.Content, leaf.Lineage)));
        var exemption = Assert.Single(group.Participants.SelectMany(unit => unit.Participant.Exemptions));
        Assert.Equal(("2.1", "Không soạn thảo", "QĐ số 1", test.Coordinator.Id), (group.Set.Leaves.Single(leaf => leaf.Id == exemption.CriterionId).Code, exemption.Reason, exemption.LegalBasis, exemption.By));
        Assert.Equal(before.Round.Deadlines.ToDictionary(deadline => deadline.Step, deadline => deadline.Until.AddYears(1)), after.Round.Deadlines.ToDictionary(deadline => deadline.Step, deadline => deadline.Until));
        Assert.Equal(
            (await MatrixAsync(database, before)).Select(part => (part.AccountId, was.Fields.Single(field => field.Id == part.FieldId).Code)).Order(),
            (await MatrixAsync(database, after)).Select(part => (part.AccountId, group.Fields.Single(field => field.Id == part.FieldId).Code)).Order());

        var left = copy.Lines.SelectMany(line => line.Left).ToList();
        Assert.Contains(left, text => text.StartsWith("Sở Tư pháp không tồn tại trong năm 2027", StringComparison.Ordinal));
        Assert.Contains(left, text => text.StartsWith("Sở Nội vụ là đơn vị mình", StringComparison.Ordinal));
        Assert.Contains(left, text => text.Contains("Sở Mới", StringComparison.Ordinal));

        // Asked again, nothing is brought twice.
        Assert.All((await PreviewAsync(database, id, test.Coordinator))!.Lines, line => Assert.False(line.IsNew, line.Text));
        await Assert.ThrowsAsync<RefusedException>(() => CopyAsync(database, id, Everything, test.Coordinator));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Preview_SavesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await LastYearAsync(database);
        var id = await NextYearAsync(database, test);

        await using (var db = database.NewContext())
        {
            Assert.NotNull(await Copies(db).PreviewAsync(id, test.Coordinator));
            Assert.False(db.ChangeTracker.HasChanges());
        }

        Assert.Empty((await SetupAsync(database, id)).Groups);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Copy_OfOnePart_BringsThatAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await LastYearAsync(database);
        var id = await NextYearAsync(database, test);

        await CopyAsync(database, id, [CopyPart.Deadlines], test.Coordinator);
        var dates = await SetupAsync(database, id);
        await CopyAsync(database, id, [CopyPart.Groups, CopyPart.CriteriaSets], test.Coordinator);
        var groups = await SetupAsync(database, id);
        await CopyAsync(database, id, [CopyPart.Assignments], test.Coordinator);
        var assigned = await SetupAsync(database, id);

        Assert.Equal((0, 5), (dates.Groups.Count, dates.Round.Deadlines.Count));
        Assert.Equal((2, 0, 0), (groups.Groups[0].Participants.Count, groups.Groups[0].Participants.Sum(unit => unit.Participant.Exemptions.Count), groups.Groups[0].Assignments.Count));
        Assert.NotEmpty(assigned.Groups[0].Assignments);
        Assert.Empty(assigned.Groups[0].Participants.SelectMany(unit => unit.Participant.Exemptions));
    }

    [Fact]
    public async Task Copy_LeavesASetOfTheYearAsItIs_AndNamesExemptionsOfCriteriaThatAreGone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await LastYearAsync(database);
        var own = CriteriaSetRegister.CopyOf(test.Set, 2027, "Bộ tiêu chí riêng");
        own.Remove(own.Leaves.Single(leaf => leaf.Code == "2.1"));
        await using (var db = database.NewContext())
        {
            await new CriteriaSetRegister(db).AddAsync(own, new("test", "Tạo bộ tiêu chí"));
        }

        var id = await NextYearAsync(database, test);
        var copy = await CopyAsync(database, id, Everything, test.SecondPerson);

        Assert.Equal(own.Id, (await SetupAsync(database, id)).Groups.Single().Set!.Id);
        Assert.DoesNotContain(copy.Lines, line => line.Part == CopyPart.CriteriaSets);
        Assert.Contains(copy.Lines.SelectMany(line => line.Left), text => text == "2.1 Soạn thảo văn bản quy phạm: Sở Nội vụ, Văn phòng UBND tỉnh.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Copy_WithoutAnEarlierRound_OrOfARoundThatIsOpen_IsRefused(bool isOpen)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database, (round, _) =>
        {
            if (isOpen)
            {
                round.Round.Move(RoundState.Open, round.Coordinator.Id, DateTime.UtcNow, "Kế hoạch");
            }
        });

        await Assert.ThrowsAsync<RefusedException>(() => CopyAsync(database, test.Round.Id, Everything, test.Coordinator));
    }

    [Fact]
    public async Task Copy_FromAPageShownBefore_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await LastYearAsync(database);
        var id = await NextYearAsync(database, test);
        await using var db = database.NewContext();

        await Assert.ThrowsAsync<RefusedException>(() => Copies(db).CopyAsync(id, Guid.NewGuid(), Everything, test.Coordinator));
    }

    /// <summary>2026: a list and a mark for the office, a decision for two, Justice ends with the year, a new department comes.</summary>
    private static Task<TestRound> LastYearAsync(TestDatabase database) => TestRound.AddAsync(database, (round, db) =>
    {
        var at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        round.Round.SetUp(round.Group, round.UnitGroup(db), round.Set, Rules);
        round.Of(round.Office).Mark(isSpecialCase: true, isRanked: false, "Cụm 1");
        foreach (var unit in new[] { round.Office, round.HomeAffairs, round.Justice })
        {
            round.Of(unit).Exempt(round.Leaf("2.1"), "Không soạn thảo", "QĐ số 1", round.Coordinator.Id, at);
        }

        round.Justice.Close(new DateOnly(2026, 12, 31));
        db.Add(new Unit("Sở Mới", UnitKind.Department, validFrom: new DateOnly(2027, 1, 1)));
    });

    private static string Said(CopyLine line) => $"{line.Part} {line.Group} {line.Text} {line.IsNew} {string.Join('|', line.Left)}";

    private static RoundCopy Copies(ParIndexDb db)
    {
        var rounds = new RoundReader(db);
        return new(db, rounds, new(db, rounds, TimeProvider.System), new(db, rounds), TimeProvider.System);
    }

    private static async Task<Guid> NextYearAsync(TestDatabase database, TestRound test)
    {
        await using var db = database.NewContext();
        return await new RoundDrafts(db, new RoundReader(db)).CreateAsync(2027, "Tỉnh Lai Châu", "Tỉnh Lai Châu", "Kỳ đánh giá năm 2027", test.Coordinator);
    }

    private static async Task<YearCopy?> PreviewAsync(TestDatabase database, Guid id, StaffAccount actor)
    {
        await using var db = database.NewContext();
        return await Copies(db).PreviewAsync(id, actor);
    }

    private static async Task<YearCopy> CopyAsync(TestDatabase database, Guid id, CopyPart[] parts, StaffAccount actor)
    {
        await using var db = database.NewContext();
        return await Copies(db).CopyAsync(id, (await SetupAsync(database, id)).Round.Version, parts, actor);
    }

    private static async Task<IReadOnlySet<AssignedPart>> MatrixAsync(TestDatabase database, RoundSetup setup)
    {
        await using var db = database.NewContext();
        return (await new RoundAssignments(db, new RoundReader(db)).MatrixAsync(setup, setup.Groups[0])).Parts;
    }

    private static async Task<RoundSetup> SetupAsync(TestDatabase database, Guid id)
    {
        await using var db = database.NewContext();
        return (await new RoundReader(db).FindAsync(id))!;
    }
}
