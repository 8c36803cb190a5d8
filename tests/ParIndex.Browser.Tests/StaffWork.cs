using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Archives;
using ParIndex.Application.Archives.LeafPoints;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Application.Seeding.Demo;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Browser.Tests;

/// <summary>
/// The work of the staff of Tỉnh Mẫu beyond the demonstration: a draft round that still lacks something, criteria sets
/// with and without mistakes, files and requests that wait for a decision, names longer than a line.
/// </summary>
internal sealed class StaffWork
{
    private const int Year = DraftYear - 1;

    private const int DraftYear = 2026;

    private const string LongName = "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng, công nghiệp và phát triển đô thị khu kinh tế cửa khẩu";

    private const string Reason = "Đơn vị không có đơn vị sự nghiệp công lập trực thuộc và không được giao chủ trì tham mưu văn bản quy phạm pháp luật";

    private const string LegalBasis = "Khoản 3 Điều 5 Quyết định số 1548/QĐ-UBND ngày 20/10/2026 của Ủy ban nhân dân tỉnh";

    private readonly ParIndexDb _db;

    private StaffWork(ParIndexDb db) => _db = db;

    /// <summary>What the parameters of addresses stand for.</summary>
    public Dictionary<string, string> Samples { get; } = new(StringComparer.Ordinal);

    private static ConditionScheme Conditions => ConditionScheme.Parse(
        $"Khá | {ConditionScheme.AtZero} | Khoản 2 Điều 5 Quyết định số 12/2026/QĐ-UBND của Ủy ban nhân dân tỉnh\nTrung bình | Người đứng đầu bị xử lý kỷ luật trong năm đánh giá | Khoản 3 Điều 5 Quyết định số 12/2026/QĐ-UBND\nKhá | Kết luận thanh tra công vụ thực hiện quá hạn | Khoản 4 Điều 5 Quyết định số 12/2026/QĐ-UBND");

    public static async Task<StaffWork> AddAsync(ParIndexDb db)
    {
        await new DemoSeed(db, new PasswordHasher<StaffAccount>()).SeedAsync();
        db.ChangeTracker.Clear();
        var work = new StaffWork(db);
        await work.AddRowsAsync();
        await work.AddRoundAsync();
        await work.AddFilesAsync();
        await work.FindScorecardsAsync();
        return work;
    }

    private async Task<StaffAccount> AccountAsync(string code) => await _db.StaffAccounts.AsNoTracking().SingleAsync(account => account.UserName == code);

    private async Task AddRowsAsync()
    {
        var unit = new Unit(LongName, UnitKind.Department);
        unit.AddAlias("BQL dự án ĐTXD các công trình DD, CN và PTĐT KKTCK");
        var (set, broken, past) = (TestRound.NewSet(DraftYear), new CriteriaSet(DraftYear, "xa", "Bộ tiêu chí xã, phường, bản soạn thảo"), TestRound.NewSet(2021));
        var field = broken.Add("1", "Công tác chỉ đạo, điều hành cải cách hành chính", 10);
        var branch = broken.Add("1.1", "Kế hoạch cải cách hành chính năm", 6, parent: field);
        broken.Add("1.1.1", "Ban hành kế hoạch kịp thời", 4, parent: branch);
        var officer = new StaffAccount("can-bo.ban-quan-ly-du-an-khu-kinh-te", "Nguyễn Hoàng Phương Thảo Nguyên", StaffRoles.UnitOfficer | StaffRoles.Appraiser, unit.Id)
        {
            Post = "Phó Trưởng phòng phụ trách Phòng Tổ chức - Hành chính, đầu mối cải cách hành chính",
            TwoFactorEnabled = true,
        };
        var asker = await AccountAsync("quan-tri");
        _db.AddRange(unit, set, broken, past, officer, new TwoPersonRequest(
            TwoPersonAct.RecoverSecondFactor, officer.Id, "{}", $"Cấp lại xác thực hai bước cho {officer.FullName} ({officer.StaffCode})",
            "Mất điện thoại; đã gặp trực tiếp và đối chiếu thẻ công chức", asker.Id, DateTime.UtcNow));
        await _db.SetUpAsync();
        _db.ChangeTracker.Clear();
        // Units of the open round in every state, with that of the coordinator.
        Samples["{units}"] = string.Join('&', new[] { "so-noi-vu", "so-y-te", "so-van-hoa-the-thao-va-du-lich", "so-giao-duc-va-dao-tao", "so-tu-phap", "so-tai-chinh", "so-xay-dung", "xa-mau-lam" }.Select(code => "don-vi=" + code));
        Samples["{node}"] = set.Leaves[0].Id.ToString();
        Samples["{set}"] = set.Id.ToString();
        Samples["{broken}"] = broken.Id.ToString();
        Samples["{past}"] = past.Id.ToString();
        var locked = await _db.CriteriaSets.AsNoTracking().Include(known => known.Criteria).SingleAsync(known => known.Year == Year && known.GroupSlug == "so-nganh");
        (Samples["{locked}"], Samples["{lockedLeaf}"]) = (locked.Id.ToString(), locked.Leaves[0].Id.ToString());
        Samples["{account}"] = officer.Id.ToString();
        Samples["{sharer}"] = (await AccountAsync("can-bo-so-y-te")).Id.ToString();
        Samples["{unit}"] = unit.Code;
        Samples["{remark}"] = (await _db.PublicRemarks.Where(remark => remark.State == RemarkState.Received).Select(remark => remark.Id).FirstAsync()).ToString();
        Samples["{corrected}"] = (await _db.PublicRemarks.Where(remark => remark.State == RemarkState.ToBeCorrected).Select(remark => remark.Id).FirstAsync()).ToString();
        Samples["{merged}"] = (await _db.Successions.AsNoTracking().Join(_db.Units, succession => succession.PredecessorId, known => known.Id, (_, known) => known.Code).FirstAsync());
        var open = await _db.Rounds.Include(round => round.Groups).SingleAsync(round => round.Year == Year);
        Samples["{open}"] = open.Id.ToString();
        foreach (var group in open.Groups)
        {
            _db.Entry(group).Property(known => known.RatingConditions).CurrentValue = Conditions;
        }

        await _db.SetUpAsync();
        _db.ChangeTracker.Clear();
    }

    /// <summary>Scorecards of the open round at each of its steps, and leaves of them.</summary>
    private async Task FindScorecardsAsync()
    {
        var open = Guid.Parse(Samples["{open}"]);
        var cards = await (from card in _db.Scorecards
                           join participant in _db.Set<Participant>() on card.ParticipantId equals participant.Id
                           join roundGroup in _db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
                           join unit in _db.Units on participant.UnitId equals unit.Id
                           where roundGroup.RoundId == open
                           select new { card.Id, unit.Code }).AsNoTracking().ToDictionaryAsync(found => found.Code, found => found.Id);
        (string Sample, string Unit)[] shown =
        [
            ("{scoring}", "so-y-te"), ("{complete}", "so-van-hoa-the-thao-va-du-lich"), ("{explaining}", "so-giao-duc-va-dao-tao"), ("{commune}", "xa-mau-lam"), ("{appraising}", "so-xay-dung"),
            ("{deliberating}", "van-phong-ubnd-tinh"), ("{agreed}", "so-tai-chinh"), ("{proposing}", "ban-quan-ly-khu-kinh-te-tinh-mau"),
        ];
        foreach (var (sample, unit) in shown)
        {
            Samples[sample] = cards[unit].ToString();
        }

        var explaining = cards["so-giao-duc-va-dao-tao"];
        var set = await _db.CriteriaSets.AsNoTracking().Include(known => known.Criteria).SingleAsync(known => known.Id == Guid.Parse(Samples["{locked}"]));
        Samples["{leaf}"] = set.Leaves[0].Id.ToString();
        Samples["{leafcode}"] = set.Leaves[0].Code;
        Samples["{asked}"] = (await _db.Explanations.AsNoTracking().FirstAsync(explanation => explanation.ScorecardId == explaining && explanation.RequestedBy != null)).CriterionId.ToString();
        Samples["{closed}"] = (await _db.Rounds.AsNoTracking().SingleAsync(round => round.State == RoundState.Closed)).Id.ToString();
    }

    private async Task AddRoundAsync()
    {
        var actor = await AccountAsync("dieu-phoi");
        var reader = new RoundReader(_db);
        var drafts = new RoundDrafts(_db, reader);
        var id = await drafts.CreateAsync(DraftYear, DemoSeed.Province, DemoSeed.Province, $"Kỳ đánh giá Chỉ số cải cách hành chính năm {DraftYear}", actor);
        await drafts.AddGroupAsync(id, "so-nganh", newName: null, UnitKind.Department, actor);
        var set = Guid.Parse(Samples["{set}"]);
        await drafts.SetUpGroupAsync(id, "so-nganh", await VersionAsync(), set, new GroupRules { Ratings = RatingScheme.Parse("Xuất sắc=90,Tốt=80,Khá=70,Trung bình=0"), RatingConditions = Conditions, Ranking = new(RankingScope.ByHeading, RankNumbering.Competition) }, actor);
        var isNew = await _db.Units.AsNoTracking().SingleAsync(unit => unit.Code == Samples["{unit}"]);
        await new RoundUnits(_db, reader, TimeProvider.System).AddAsync(id, "so-nganh", [isNew.Id], actor);
        var group = (await reader.FindAsync(id))!.Groups[0];
        var leaves = group.Set!.Leaves.Skip(1).Take(2).Select(leaf => leaf.Id).ToList();
        await new RoundExemptions(_db, reader, TimeProvider.System).ExemptAsync(id, "so-nganh", leaves, group.Participants.Where(unit => unit.Unit.Code != "so-tu-phap").Select(unit => unit.Participant.Id).ToList(), Reason, LegalBasis, actor);
        var appraiser = await AccountAsync("tham-dinh-2");
        await new RoundAssignments(_db, reader).AssignAsync(id, "so-nganh", appraiser.Id, [], [], actor);
        var soon = DateTime.UtcNow.Date.AddDays(30).AddHours(10);
        var deadlines = Enum.GetValues<RoundStep>().SkipLast(1).ToDictionary(step => step, step => soon.AddDays(10 * (int)step));
        var version = (await reader.FindAsync(id))!.Round.Version;
        await new RoundTimetable(_db, reader, TimeProvider.System).SetAsync(id, version, deadlines, actor);
        _db.ChangeTracker.Clear();
        Samples["{round}"] = id.ToString();

        async Task<Guid> VersionAsync() => (await reader.FindAsync(id))!.Groups[0].Group.Version;
    }

    /// <summary>An annex with everything a preview shows: levels, a formula, a note, a column not used, a sum that differs.</summary>
    private const string AnnexWithDoubts =
        "STT\tLĩnh vực, tiêu chí\tĐiểm tối đa\tGhi chú\tCăn cứ\n1\tCÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH\t4,5\t\t\n1.1\tBan hành và công khai kế hoạch cải cách hành chính năm đúng thời hạn, đầy đủ nội dung\t1,5\t\tNghị quyết 76/NQ-CP\n"
        + "\tĐúng thời hạn, đủ nội dung: 1,5\t\t\t\n\tKhông ban hành: 0\t\t\t\n1.2\tMức độ hoàn thành kế hoạch\t2,5\tBáo cáo năm\t\n\tTính điểm theo công thức: (b/a) x 2,5\t\t\t\n\t(*) Không áp dụng đối với đơn vị không có chức năng tham mưu\t\t\t\n"
        + "2\tTÁC ĐỘNG CỦA CẢI CÁCH HÀNH CHÍNH\t3\tĐiều tra XHH\t\n2.1\tHài lòng của người dân, tổ chức\t3\tĐiều tra XHH\t\n\tTổng cộng\t7,5\t\t\n";

    private async Task AddFilesAsync()
    {
        var actor = await AccountAsync("dieu-phoi");
        var drafts = new ImportDraftStore(_db, TimeProvider.System);
        var table = await new TableDrafts(drafts, new TableImport(_db, new PublicReleases(_db), TimeProvider.System)).KeepAsync(
            "Phụ lục kèm theo Quyết định công bố Chỉ số cải cách hành chính năm 2021.csv",
            Encoding.UTF8.GetBytes($"""
                group,no,unit,appraisal_score,survey_score,total_score,published_index_percent
                "Sở, ban, ngành",1,Sở Nội vụ,62.30,23.37,85.67,87.42
                "Sở, ban, ngành",2,{LongName.Replace(",", " ", StringComparison.Ordinal)},61.00,20.00,81.00,82.65
                "Sở, ban, ngành",3,Thanh tra tỉnh,50.00,20.00,71.00,74.00
                """),
            new TableDraftRequest(TestData.Request(2021) with { Province = DemoSeed.Province }, new ReadingOptions()),
            StaffActor.Of(actor));
        var points = await new LeafPointsDrafts(_db, drafts, TimeProvider.System).KeepAsync(
            "Điểm từng tiêu chí năm 2021.xlsx",
            new Workbook().Sheet(
                "Điểm",
                ["Đơn vị", "1.1", "1.2", "1.3", "2.1", "2.2", "8.1", "8.2"],
                ["Sở Nội vụ", 18, 17.5, 2, 15.5, 12, 21.75, 2],
                ["Thanh tra tỉnh", 15, 18, "KAD", 10, 12.25, 20, 1.5]).Bytes(),
            new LeafPointsRequest { Authority = DemoSeed.Province, CriteriaSetId = Guid.Parse(Samples["{past}"]), Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0") },
            StaffActor.Of(actor));
        Samples["{table}"] = table.Id.ToString();
        var criteria = new CriteriaImport(new CriteriaSetRegister(_db), drafts, new LayoutMemory(_db));
        Samples["{annex}"] = (await criteria.KeepPastedAsync(AnnexWithDoubts, new(IsPasted: true) { Year = "2027", Group = "so-nganh" }, actor.Id))!.Id.ToString();
        Samples["{annexes}"] = (await criteria.KeepPastedAsync("STT\tTiêu chí\tĐiểm tối đa\n1\tChỉ đạo\t2\nSTT\tTiêu chí\tĐiểm tối đa\n1\tChỉ đạo\t3\n", new(IsPasted: true) { Year = "2027", Group = "xa" }, actor.Id))!.Id.ToString();
        Samples["{points}"] = points.Id.ToString();
    }
}
