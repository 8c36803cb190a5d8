using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Rounds;

/// <summary>“Như năm trước”: a new round's group begins as the same authority's group of the year before, and nothing is exempted unseen.</summary>
public sealed class YearBeforeTests
{
    private static readonly GroupRules Rules = new()
    {
        Ratings = RatingScheme.Parse("Xuất sắc=90;Tốt=80;Đạt=0"),
        Ranking = new(RankingScope.BySpecialCase, RankNumbering.Dense),
        BonusCeiling = 2.5m,
        PenaltyCeiling = 1,
        IndexMayExceed100 = true,
        IndexDecimals = 3,
        RateExactIndex = true,
    };

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NewGroup_BeginsAsTheYearBefore(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await LastYearAsync(database);

        var (id, origin) = await NextAsync(database, test, "Tỉnh Lai Châu");

        var group = (await SetupAsync(database, id)).Groups.Single();
        Assert.Equal(Rules with { Ratings = null }, group.Group.Rules with { Ratings = null });
        Assert.Equal(Rules.Ratings!.ToString(), group.Group.Ratings!.ToString());
        Assert.Equal(
            [("Sở Nội vụ", false, true), ("Văn phòng UBND tỉnh", true, false)],
            group.Participants.Select(unit => (unit.Name, unit.Participant.IsSpecialCase, unit.Participant.IsRanked)));
        Assert.Equal((2026, 2, "Sở Tư pháp"), (origin.Year, origin.Units, string.Join("; ", origin.Missing)));
        Assert.Empty(group.Participants.SelectMany(unit => unit.Participant.Exemptions));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NewGroup_OfAnotherAuthority_OrAfterACancelledRound_BeginsEmpty(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await LastYearAsync(database, cancelled: true);

        var (id, origin) = await NextAsync(database, test, "Tỉnh Lai Châu");

        var group = (await SetupAsync(database, id)).Groups.Single();
        Assert.Equal((null, 0), (origin.Year, origin.Units));
        Assert.Null(group.Group.Ratings);
        Assert.Empty(group.Participants);
        await using var db = database.NewContext();
        Assert.Null(await new RoundReader(db).BeforeAsync(new Round(2027, "UBND huyện Tam Đường", "Kỳ của huyện"), group.UnitGroup.Id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Exemptions_AreProposedByLineage_AndHoldOnlyWhenRecorded(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await LastYearAsync(database);
        await using (var db = database.NewContext())
        {
            // 2.1 is changed and still the same criterion; what is called 1.3 now is another one.
            var copy = CriteriaSetRegister.CopyOf(test.Set, 2027, "Bộ tiêu chí năm 2027");
            copy.Change(copy.Leaves.Single(leaf => leaf.Code == "2.1"), copy.Leaves.Single(leaf => leaf.Code == "2.1").Content with { Decimals = 1 });
            copy.BeginAnew(copy.Leaves.Single(leaf => leaf.Code == "1.3"));
            await new CriteriaSetRegister(db).AddAsync(copy, new("test", "Tạo bộ tiêu chí"));
        }

        var (id, _) = await NextAsync(database, test, "Tỉnh Lai Châu");
        var setup = await SetupAsync(database, id);
        var proposal = Assert.Single(await ProposalsAsync(database, setup));

        Assert.Equal((2026, "2.1", "Không soạn thảo", "QĐ số 1"), (proposal.Year, proposal.Leaf.Code, proposal.Reason, proposal.LegalBasis));
        Assert.Equal(["Văn phòng UBND tỉnh"], proposal.Units.Select(unit => unit.Name));
        Assert.All(setup.Participants, unit => Assert.Equal(100, unit.Scale));

        await using (var db = database.NewContext())
        {
            await new RoundExemptions(db, new RoundReader(db), TimeProvider.System).ExemptAsync(id, "so-nganh", [proposal.Leaf.Id], [.. proposal.Units.Select(unit => unit.Participant.Id)], proposal.Reason, proposal.LegalBasis, test.SecondPerson);
        }

        var after = await SetupAsync(database, id);
        Assert.Equal([100m, 84.5m], after.Participants.Select(unit => unit.Scale!.Value));
        Assert.Equal(test.SecondPerson.Id, after.Participants.SelectMany(unit => unit.Participant.Exemptions).Single().By);
        Assert.Empty(await ProposalsAsync(database, after));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task DecisionsColumnForSpecialUnits_ProposesExemptions_OfThoseThatAreMarkedSo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await LastYearAsync(database);
        await using (var db = database.NewContext())
        {
            var copy = CriteriaSetRegister.CopyOf(test.Set, 2027, "Bộ tiêu chí năm 2027");
            foreach (var (code, remark) in new[] { ("1.1", "Không tính đối với đơn vị đặc thù"), ("1.2", "Đơn vị đặc thù: tối đa 0,5 điểm"), ("1.3", "Cột 5; Không áp dụng đối với đơn vị đặc thù") })
            {
                var leaf = copy.Leaves.Single(leaf => leaf.Code == code);
                copy.Change(leaf, leaf.Content with { Remark = remark });
            }

            copy.Describe(copy.Title, "15/QĐ-UBND", new DateOnly(2027, 1, 5));
            await new CriteriaSetRegister(db).AddAsync(copy, new("test", "Tạo bộ tiêu chí"));
        }

        var (id, _) = await NextAsync(database, test, "Tỉnh Lai Châu");

        var proposals = RoundExemptions.OfDecision((await SetupAsync(database, id)).Groups[0]);

        Assert.Equal(["1.1", "1.3"], proposals.Select(proposal => proposal.Leaf.Code));
        Assert.All(proposals, proposal => Assert.Equal((null, "Quyết định số 15/QĐ-UBND ngày 5/1/2027", "Văn phòng UBND tỉnh"), (proposal.Year, proposal.LegalBasis, string.Join("; ", proposal.Units.Select(unit => unit.Name)))));
    }

    /// <summary>2026: the office is a special case without 2.1, Justice (abolished that year) without 2.1 too, Home Affairs without 1.3.</summary>
    private static Task<TestRound> LastYearAsync(TestDatabase database, bool cancelled = false) => TestRound.AddAsync(database, (round, db) =>
    {
        var at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        round.Round.SetUp(round.Group, round.UnitGroup(db), round.Set, Rules);
        round.Of(round.Office).Mark(isSpecialCase: true, isRanked: false);
        round.Of(round.Office).Exempt(round.Leaf("2.1"), "Không soạn thảo", "QĐ số 1", round.Coordinator.Id, at);
        round.Of(round.Justice).Exempt(round.Leaf("2.1"), "Không soạn thảo", "QĐ số 1", round.Coordinator.Id, at);
        round.Of(round.HomeAffairs).Exempt(round.Leaf("1.3"), "Không có đơn vị sự nghiệp", "QĐ số 1", round.Coordinator.Id, at);
        round.Justice.Close(new DateOnly(2026, 12, 31));
        if (cancelled)
        {
            round.Round.Move(RoundState.Cancelled, round.Coordinator.Id, at, "Thử");
        }
    });

    private static async Task<(Guid Id, GroupOrigin Origin)> NextAsync(TestDatabase database, TestRound test, string authority)
    {
        await using var db = database.NewContext();
        var drafts = new RoundDrafts(db, new RoundReader(db));
        var id = await drafts.CreateAsync(2027, authority, "Tỉnh Lai Châu", "Kỳ đánh giá năm 2027", test.Coordinator);
        return (id, await drafts.AddGroupAsync(id, "so-nganh", newName: null, UnitKind.Department, test.Coordinator));
    }

    private static async Task<RoundSetup> SetupAsync(TestDatabase database, Guid id)
    {
        await using var db = database.NewContext();
        return (await new RoundReader(db).FindAsync(id))!;
    }

    private static async Task<IReadOnlyList<ExemptionProposal>> ProposalsAsync(TestDatabase database, RoundSetup setup)
    {
        await using var db = database.NewContext();
        return await new RoundExemptions(db, new RoundReader(db), TimeProvider.System).ProposalsAsync(setup, setup.Groups[0]);
    }
}
