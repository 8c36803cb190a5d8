using Microsoft.AspNetCore.Identity;
using ParIndex.Application.Staff;
using ParIndex.Application.Data;
using ParIndex.Application.Data.Seeding;
using ParIndex.Application.Imports;
using ParIndex.Application.Releases;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>Rows in every table of the model: the published year 2020 and a scored round of 2021.</summary>
internal static class SampleData
{
    public static async Task<TestDatabase> CreateFilledAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext(new FixedClock());
        await new LaiChauSeed(db, new TableImport(db, new PublicReleases(db), new FixedClock())).SeedAsync();
        var unit = db.Units.Local.Single(unit => unit.Code == "so-noi-vu");
        unit.AddAlias("Sở NV");
        db.AddRange(Graph(db.UnitGroups.Local.Single(group => group.Slug == "so-nganh"), unit));
        await db.SaveChangesAsync();
        return database;
    }

    /// <summary>A round with its criteria set and a scorecard, of units that are not yet saved.</summary>
    public static Scored NewGraph()
    {
        var group = new UnitGroup("so-nganh", "Sở, ban, ngành", "Departments", UnitKind.Department, 0);
        var unit = new Unit("Sở Nội vụ", UnitKind.Department, "Department of Home Affairs", new DateOnly(1997, 1, 1));
        var rows = Graph(group, unit);
        return new(group, unit, rows.OfType<StaffAccount>().First(), rows.OfType<CriteriaSet>().First(), rows.OfType<Round>().First(), rows.OfType<Scorecard>().First());
    }

    private static object[] Graph(UnitGroup group, Unit unit)
    {
        var set = new CriteriaSet(2021, group.Slug, "Bộ tiêu chí 2021 “thử” \\ <&> 😀");
        var field = set.Add("1", "Công tác chỉ đạo, điều hành CCHC", 10);
        var criterion = set.Add("1.1", "Kế hoạch CCHC năm", 4, parent: field);
        var kept = set.Add("1.1.1", "Ban hành kế hoạch kịp thời", 2.25m, parent: criterion);
        var exempted = set.Add("1.1.2", "Mức độ hoàn thành kế hoạch", 1.75m, parent: criterion);
        var survey = set.Add("8", "Tác động của CCHC", 30, Component.Survey);

        var round = new Round(2021, "Tỉnh Lai Châu", "Kỳ đánh giá năm 2021");
        var roundGroup = round.AddGroup(group, set, new GroupRules
        {
            Ratings = RatingScheme.Parse("Tốt=80;Khá=70,5;Trung bình=0"),
            Ranking = new(RankingScope.BySpecialCase, RankNumbering.Dense),
            BonusCeiling = 2.5m,
            IndexMayExceed100 = true,
            RateExactIndex = true,
        });
        var participant = roundGroup.AddParticipant(unit, isSpecialCase: true, isRanked: false);
        var coordinator = new StaffAccount("NV01", "Nguyễn Văn An", StaffRoles.Coordinator | StaffRoles.Appraiser, unitId: null);
        participant.Exempt(exempted, "Không có đơn vị sự nghiệp", "Quyết định số 1/QĐ-UBND", coordinator.Id, new DateTime(2021, 11, 1, 2, 0, 0, DateTimeKind.Utc));
        var scorecard = new Scorecard(participant);
        scorecard.Open(ScoreStage.SelfScore, [kept, exempted]);
        scorecard.Open(ScoreStage.Survey, [survey]);
        scorecard.Cells[0].Score(kept, 0.0625m);
        scorecard.Cells[2].Score(survey, 0);
        var draft = new ImportDraft(ImportKind.PublishedTable, "Bảng 2019.xlsx", [0x50, 0x4B, 0x00, 0xFF], "{}", coordinator.Id, new DateTime(2021, 11, 2, 2, 0, 0, DateTimeKind.Utc));
        var at = new DateTime(2021, 11, 3, 2, 0, 0, DateTimeKind.Utc);
        round.SetDeadline(RoundStep.SelfScore, at.AddDays(20));
        round.Move(RoundState.Open, coordinator.Id, at, "Theo kế hoạch");
        participant.Extend(RoundStep.SelfScore, at.AddDays(25), "Bão lũ", coordinator.Id, at);
        var assignment = new AppraiserAssignment(roundGroup, coordinator.Id, field, participant: null);
        var request = new TwoPersonRequest(TwoPersonAct.ExtendOwnUnit, participant.Id, "{}", "Gia hạn", "Bão lũ", coordinator.Id, at);
        return
        [
            coordinator, set, round, scorecard, draft, assignment, request,
            new IdentityUserClaim<Guid> { UserId = coordinator.Id, ClaimType = "thử", ClaimValue = "1" },
            new IdentityUserLogin<Guid> { UserId = coordinator.Id, LoginProvider = "thử", ProviderKey = "1" },
            new IdentityUserToken<Guid> { UserId = coordinator.Id, LoginProvider = "thử", Name = "khoá", Value = "1" },
        ];
    }

    internal sealed record Scored(UnitGroup Group, Unit Unit, StaffAccount Coordinator, CriteriaSet Set, Round Round, Scorecard Scorecard)
    {
        public object[] Rows => [Group, Unit, Coordinator, Set, Round, Scorecard];
    }
}
