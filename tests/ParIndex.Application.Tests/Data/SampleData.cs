using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Seeding;
using ParIndex.Application.Staff;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Council;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Seals;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>Rows in every table of the model: the published year 2020 and a scored round of 2021.</summary>
internal static class SampleData
{
    public static async Task<TestDatabase> CreateFilledAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext(FixedClock.New());
        await new LaiChauSeed(db, new TableImport(db, new PublicReleases(db), FixedClock.New())).SeedAsync();
        var unit = db.Units.Local.Single(unit => unit.Code == "so-noi-vu");
        unit.AddAlias("Sở NV");
        var rows = Graph(db.UnitGroups.Local.Single(group => group.Slug == "so-nganh"), unit);
        db.AddRange(rows);
        db.AddRange(Appraised(unit, rows.OfType<StaffAccount>().First(), rows.OfType<CriteriaSet>().First(), rows.OfType<Round>().First(), rows.OfType<Scorecard>().First()));
        await db.SetUpAsync();
        db.Add(AuditSeal.After(previous: null, await db.AuditEvents.AsNoTracking().Include(told => told.Changes).OrderBy(told => told.Sequence).ToListAsync(), FixedClock.New().GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
        await new AuditLog(db, FixedClock.New()).CountAsync(CountedKind.RefusedRight, "NV01", "GET /quan-tri/tai-khoan", "vai trò");
        await new Guesses(db, FixedClock.New()).PayAsync(GuessAt.Password, "NV01", accountId: null, GuessFrom.Unknown("198.51.100.1"));
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
        var draft = new ImportDraft(ImportKind.PublishedTable, new("Bảng 2019.xlsx", [0x50, 0x4B, 0x00, 0xFF]), "{}", coordinator.Id, new DateTime(2021, 11, 2, 2, 0, 0, DateTimeKind.Utc));
        var at = new DateTime(2021, 11, 3, 2, 0, 0, DateTimeKind.Utc);
        round.SetDeadlines(new Dictionary<RoundStep, DateTime> { [RoundStep.SelfScore] = at.AddDays(20) });
        round.Move(RoundState.Open, coordinator.Id, at, "Theo kế hoạch");
        participant.Extend(RoundStep.SelfScore, at.AddDays(25), "Bão lũ", coordinator.Id, at);
        var assignment = new AppraiserAssignment(roundGroup, coordinator.Id, field, participant: null);
        var request = new TwoPersonRequest(TwoPersonAct.ExtendOwnUnit, participant.Id, "{}", "Gia hạn", "Bão lũ", coordinator.Id, at);
        return
        [
            coordinator, set, round, scorecard, draft, assignment, request,
            new AnnexLayout(new string('a', 64), """{"Columns":null,"Rows":[]}"""),
            new StaffHand(coordinator, Second: null, at).Event(coordinator, StaffEventKind.DetailsChanged, new("Nguyễn Văn “Án”", "Chuyên viên", "an@example.gov.vn", UnitId: null, StaffRoles.Coordinator)),
            new IdentityUserClaim<Guid> { UserId = coordinator.Id, ClaimType = "thử", ClaimValue = "1" },
            new IdentityUserLogin<Guid> { UserId = coordinator.Id, LoginProvider = "thử", ProviderKey = "1" },
            new IdentityUserToken<Guid> { UserId = coordinator.Id, LoginProvider = "thử", Name = "khoá", Value = "1" },
        ];
    }

    /// <summary>What becomes of the scored round until it is published.</summary>
    private static object[] Appraised(Unit unit, StaffAccount coordinator, CriteriaSet set, Round round, Scorecard scorecard)
    {
        var at = new DateTime(2021, 11, 4, 2, 0, 0, DateTimeKind.Utc);
        var (kept, exempted) = (set.Leaves[0], set.Leaves[1]);
        var file = new StoredFile("Báo cáo tự chấm đã ký.pdf", FileKind.Pdf, 1611, new string('a', 64), unit.Id, 2021, coordinator.Id, at);
        var document = new EvidenceDocument(unit.Id, "Kế hoạch CCHC năm 2021", coordinator.Id, at) { Number = "12/KH-SNV", IssuedOn = new DateOnly(2021, 1, 15), Issuer = "Sở Nội vụ", FileId = file.Id };
        var before = scorecard.Cells[1].Answer;
        scorecard.Take(scorecard.Cells[1].Stage, exempted, new CellAnswer { Achieved = 48, Required = 50, Points = 1.68m, Note = "Báo cáo quý IV" }, coordinator.Id, at);
        var edit = new ScoreEdit(Guid.CreateVersion7(), scorecard.Cells[1], before, coordinator.Id, at);
        var field = set.Criteria.First(node => node.ParentId is null);
        var remark = new InnerNote(scorecard, field, "Bổ sung số liệu quý IV; xem “Phụ lục II”", coordinator.Id, at);
        scorecard.Share(field, coordinator.Id, coordinator.Id, at);
        scorecard.ReturnField(field, remark);
        scorecard.FinishField(field, [kept, exempted], coordinator.Id, at);
        var side = new UnitSide(HasHead: true, [kept, exempted], []);
        scorecard.Approve(side.Seal(scorecard), side, coordinator.Id, at);
        scorecard.Submit(new Submission("Lê Văn Bình", "Giám đốc", new DateOnly(2021, 11, 3), file.Id, coordinator.Id, at), set.Leaves, side);
        var explanation = Explanation.Ask(scorecard, kept, "Chưa thấy văn bản ban hành", coordinator.Id, at);
        explanation.Reply("Đã ban hành ngày 15/01", keepsSelfScore: true, coordinator.Id, at);
        round.Move(RoundState.Closed, coordinator.Id, at, note: null);
        round.Record(new RoundDecision("1/QĐ-UBND", new DateOnly(2021, 11, 4), new DateOnly(2021, 11, 5), file.Id, coordinator.Id, at));
        round.Move(RoundState.Published, coordinator.Id, at, note: null);
        round.Amend(new(AmendmentKind.Correction, "550 hồ sơ bị đếm hai lần", coordinator.Id, at));
        var plan = new PublicationPlan(round, new string('b', 64), at.AddHours(1), coordinator.Id, at);
        plan.Stop(coordinator.Id, at, "Chờ bản ký");
        var meeting = new CouncilMeeting(round, MeetingForm.Session, new DateOnly(2021, 11, 4), "Phòng họp “số 1”", coordinator.Id, coordinator.Id, "Nguyễn Văn An", [new(coordinator.Id, "Nguyễn Văn An", "Chánh Văn phòng", IsPresent: true)], CouncilRules.Default, coordinator.Id, at);
        var item = new CouncilItem(meeting, scorecard.Id, kept, 2.25m, 1.5m, 2, "Đủ tài liệu kiểm chứng", coordinator.Id, at);
        var vote = new CouncilVote(item, CouncilVoice.For, isWritten: false, coordinator.Id, at);
        return
        [
            plan, file, document, edit, explanation, remark, meeting, item, vote,
            new CouncilOutcome(item, CouncilTally.Of(meeting, [vote], (one, other) => one == other, _ => false), coordinator.Id, at),
            new EvidenceLink(scorecard, kept, document, "tr. 3–5", coordinator.Id, at),
            new FileUpload("Ảnh hội nghị.jpg", 2048, unit.Id, 2021, coordinator.Id, at),
            new ResultsApproval(round, new string('b', 64), coordinator.Id, at, "Thông qua tại phiên họp", file.Id),
            new OutboxMessage(coordinator.Id, "Sắp hết hạn tự chấm điểm", "Hạn: 17:00 ngày 23/11/2021", "nhắc việc", at),
            new JobLease("gửi thư"),
            new DataProtectionKey { FriendlyName = "key-01990000-0000-7000-8000-000000000000", Xml = "<key><value>bí mật</value></key>" },
            new AccountNotice(coordinator.Id, "Mật khẩu vừa được thay đổi.", at),
            new DigestCheck(at, "job", 1, [$"{new ReleaseDifference(2019, 1, "Sở, ban, ngành", "Sở Nội vụ", "số liệu khác với lúc công bố")}"]),
            .. Sealed(Published(unit, set), coordinator.Id, at),
        ];
    }

    /// <summary>A release, its seal, and where the chains end.</summary>
    private static IEnumerable<object> Sealed(Release release, Guid by, DateTime at)
    {
        var seal = new ReleaseSeal(release, 1, ReleaseManifest.Of(release, 1, previous: null, [new("Phó Chủ tịch Hội đồng", at)], [SealedFile.Of("ban-chuan.txt", [1, 2, 3])]).Write(), at);
        var answered = new PublicRemark(release, "so-noi-vu", "1.1.1", "Trong quyết định in 2,5 điểm.\nĐề nghị “xem lại”.", at);
        answered.Reply(RemarkState.FigureStands, "Điểm tối đa là 2,25; bản in có ghi chú.", showsText: true, by, at);
        return [answered, new PublicRemark(release, unitCode: null, criterionCode: null, "Thiếu một đơn vị trong bảng.", at), release, seal, new ReleaseBundle(seal, [80, 75, 5, 6]), new Checkpoint(1, new CheckpointText(release.Province, 1, seal.Seal, 0, "", at, new string('c', 64)).Write(), [48, 1], "-----BEGIN PUBLIC KEY-----", at)];
    }

    /// <summary>A release down to each leaf.</summary>
    private static Release Published(Unit unit, CriteriaSet set)
    {
        var scores = new[]
        {
            new ReleaseScore { Position = 2, CriterionCode = "1.1.1", Points = 2.25m, Achieved = 1611, Required = 1700 },
            new ReleaseScore { Position = 3, CriterionCode = "1.1.2", NotApplicable = "Không có đơn vị sự nghiệp" },
        };
        var row = new ReleaseResult(scores) { Position = 0, UnitCode = unit.Code, UnitName = unit.CurrentName.Name, TotalScore = 2.25m, Scale = 38.25m, ScaleSource = ScaleSource.Derived, Index = 5.88m };
        var criteria = set.Tree().Select((entry, position) => new ReleaseCriterion { Position = position, Depth = entry.Depth, Code = entry.Node.Code, Name = entry.Node.Name, MaxScore = entry.Node.MaxScore, Component = entry.Node.Component, IsLeaf = set.IsLeaf(entry.Node), Rule = entry.Node.Rule.ToJson() });
        var group = new ReleaseGroup(set.GroupSlug, "Sở, ban, ngành", "Departments", 0, sinceVersion: 1, [row], [], criteria);
        return new("Tỉnh Lai Châu", 2019, versionNumber: 1, ReleaseChange.Initial, isArchive: false, new DateTime(2021, 11, 6, 2, 0, 0, DateTimeKind.Utc), [group]);
    }

    internal sealed record Scored(UnitGroup Group, Unit Unit, StaffAccount Coordinator, CriteriaSet Set, Round Round, Scorecard Scorecard)
    {
        public object[] Rows => [Group, Unit, Coordinator, Set, Round, Scorecard];
    }
}
