using ParIndex.Domain.Imports;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Accounts;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Reading;
using ParIndex.Application.Repairs;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Load;

/// <summary>
/// A <see cref="ScorecardWorld"/> of any number of units, in each of which everything happens that happens in one: people,
/// what was done to their accounts, points and their edits, documents, questions, exemptions, extensions, requests; a draft
/// of the next year's round, and the year before it published.
/// </summary>
internal sealed class SizedWorld
{
    private static readonly DateTime Now = DateTime.UtcNow;

    private SizedWorld(ScorecardWorld world, IReadOnlyDictionary<string, string> samples) => (World, Samples) = (world, samples);

    /// <summary>The people and the open round.</summary>
    public ScorecardWorld World { get; }

    /// <summary>What the parameters of addresses stand for.</summary>
    public IReadOnlyDictionary<string, string> Samples { get; }

    public static async Task<SizedWorld> CreateAsync(TestDatabase database, int units)
    {
        var all = new List<Unit>();
        Round draft = null!;
        var world = await ScorecardWorld.CreateAsync(database, (round, db) =>
        {
            all.AddRange([round.Justice, round.HomeAffairs, round.Office, .. Enumerable.Range(4, units - 3).Select(number => new Unit($"Sở Thứ {number}", UnitKind.Department))]);
            foreach (var unit in all.Skip(3))
            {
                db.Add(unit);
                db.Add(new StaffAccount("CB-" + unit.Code, "Cán bộ " + unit.CurrentName.Name, StaffRoles.UnitOfficer, unit.Id));
                round.Round.Admit(round.Group, unit);
            }

            foreach (var unit in all)
            {
                AddPlace(db, round, unit);
            }

            draft = AddDraft(db, round, all);
        });
        await using var db = database.NewContext();
        await AddWorkAsync(db, world.Test);
        db.AddRange(all.Select((unit, place) => new NationalIndex("Lai Châu", unit.Code, "SIPAS", 2025, new(80, Rank: place + 1))).Append(new("Lai Châu", unitCode: "", "PCI", 2025, new(Rank: 20, RankedProvinces: 34))));
        db.Add(TestRelease.Make([.. all.Select((unit, place) => TestRelease.Row(place, (unit.Code, unit.CurrentName.Name), [60, 25, 1, 0], rank: place + 1, change: null, comparable: null))]));
        await db.SetUpAsync();
        return new(world, await SamplesAsync(db, world, draft));
    }

    /// <summary>Lays a published table with a row a unit before the coordinator.</summary>
    public async Task<IReadOnlyDictionary<string, string>> WithTableAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var units = await scope.ServiceProvider.GetRequiredService<ParIndexDb>().Units.AsNoTracking().Where(unit => unit.ValidTo == null).ToListAsync();
        var table = "STT;Sở, ban, ngành;Tổng điểm;Thang điểm;Chỉ số (%);Xếp loại\n" + string.Concat(units.Select((unit, place) => $"{place + 1};{unit.CurrentName.Name};85,00;100;85,00;Tốt\n"));
        var draft = await scope.ServiceProvider.GetRequiredService<TableDrafts>()
            .KeepAsync("bang.csv", System.Text.Encoding.UTF8.GetBytes(table), new(TestData.Request(2024) with { Group = "so-nganh" }, new ReadingOptions()), StaffActor.Of(World["coordinator"]));
        return new Dictionary<string, string>(Samples, StringComparer.Ordinal) { ["nhap-so-lieu/bang/{id}"] = $"nhap-so-lieu/bang/{draft.Id}" };
    }

    private static void AddPlace(ParIndexDb db, TestRound round, Unit unit)
    {
        var (participant, by) = (round.Of(unit), round.Coordinator.Id);
        var appraiser = new StaffAccount("TD-" + unit.Code, "Người thẩm định " + unit.CurrentName.Name, StaffRoles.Appraiser, unit.Id);
        var told = new StaffEvent(appraiser.Id, StaffEventKind.Created, appraiser.Face, Now.AddDays(-30));
        participant.Exempt(round.Leaf("1.3"), "Không có đơn vị sự nghiệp", "Quyết định 01/QĐ-UBND", by, Now);
        participant.Extend(RoundStep.SelfScore, Now.AddDays(20), "Bão", by, Now);
        db.AddRange(appraiser, told, new AppraiserAssignment(round.Group, appraiser.Id, field: null, round.Of(round.Justice)));
        db.AddRange(
            Asked(TwoPersonAct.ExtendOwnUnit, participant.Id, new ExtensionPayload(RoundStep.SelfScore, Now.AddDays(30), "Bão nữa")),
            Asked(TwoPersonAct.UnlockOwnUnit, participant.Id, new UnlockPayload(Guid.Empty, ScorecardAct.Return, "Nhầm")),
            Asked(TwoPersonAct.CreateAccount, Guid.CreateVersion7(), new AccountPayload(new("MOI-" + unit.Code, "Người mới", Post: null, StaffRoles.UnitOfficer, unit.Id), Was: null, FirstHalf: null)));

        TwoPersonRequest Asked<T>(TwoPersonAct act, Guid subject, T payload) => new(act, subject, JsonSerializer.Serialize(payload), $"{act} {unit.Code}", "Theo đề nghị", by, Now);
    }

    private static Round AddDraft(ParIndexDb db, TestRound test, IReadOnlyList<Unit> units)
    {
        var (draft, set) = (new Round(2027, test.Round.Authority, "Kỳ đánh giá năm 2027"), TestRound.NewSet(2027));
        var group = draft.AddGroup(test.UnitGroup(db), set, test.Group.Rules);
        foreach (var unit in units)
        {
            draft.Admit(group, unit).Exempt(set.Leaves.Single(leaf => leaf.Code == "1.3"), "Không có đơn vị sự nghiệp", "Quyết định 02/QĐ-UBND", test.Coordinator.Id, Now);
        }

        db.AddRange(set, draft);
        return draft;
    }

    /// <summary>Brings the scorecards to all states in turn; that of the first unit is appraised for the second time.</summary>
    private static async Task AddWorkAsync(ParIndexDb db, TestRound test)
    {
        var cards = await db.Scorecards.AsTracking().AsSplitQuery().Include(card => card.Cells).Include(card => card.Moves).Include(card => card.Submissions).ToDictionaryAsync(card => card.ParticipantId);
        var appraiser = await db.StaffAccounts.Where(account => account.UserName == "TD01").Select(account => account.Id).SingleAsync();
        var officers = await db.StaffAccounts.Where(account => account.UserName!.StartsWith("CB-")).ToDictionaryAsync(account => account.UnitId!.Value, account => account.Id);
        var order = test.Group.Participants.OrderByDescending(participant => participant.UnitId == test.Justice.Id).ToList();
        foreach (var (participant, steps) in order.Select((participant, place) => (participant, 3 - (place % 4))))
        {
            AddScores(db, test, cards[participant.Id], (participant.UnitId, officers[participant.UnitId], appraiser), steps);
        }
    }

    private static void AddScores(ParIndexDb db, TestRound test, Scorecard card, (Guid Unit, Guid Officer, Guid Appraiser) at, int steps)
    {
        var (leaves, leaf) = (test.Set.Leaves, test.Leaf("1.1"));
        Fill(card, ScoreStage.SelfScore, test, at.Officer, share: 1);
        var file = new StoredFile("Báo cáo.pdf", FileKind.Pdf, 9, new string('a', 64), at.Unit, 2026, at.Officer, Now);
        var document = new EvidenceDocument(at.Unit, "Báo cáo số 12", at.Officer, Now) { FileId = file.Id, IsShared = true };
        db.AddRange(file, document, new EvidenceLink(card, leaf, document, "Trang 2", at.Officer, Now), new ScoreEdit(Guid.CreateVersion7(), card.Cell(ScoreStage.SelfScore, leaf.Id)!, CellAnswer.Blank, at.Officer, Now));
        if (steps > 0)
        {
            card.Submit(new("Nguyễn Văn Giám", "Giám đốc", DateOnly.FromDateTime(Now), file.Id, at.Officer, Now), leaves, UnitSide.WithoutHead);
            Fill(card, ScoreStage.FirstAppraisal, test, at.Appraiser, share: 0.5m);
        }

        if (steps > 1)
        {
            db.Add(Explanation.Ask(card, leaf, "Đề nghị nêu rõ", at.Appraiser, Now));
            card.Move(ScorecardAct.EndFirstAppraisal, leaves, at.Appraiser, Now, note: null);
        }

        if (steps > 2)
        {
            card.Move(ScorecardAct.EndExplanation, leaves, at.Officer, Now, note: null);
            Fill(card, ScoreStage.SecondAppraisal, test, at.Appraiser, share: 0.75m);
        }
    }

    private static void Fill(Scorecard card, ScoreStage stage, TestRound test, Guid by, decimal share)
    {
        foreach (var cell in card.Cells.Where(cell => cell.Stage == stage).ToList())
        {
            var leaf = test.Set.Leaves.Single(leaf => leaf.Id == cell.CriterionId);
            card.Take(stage, leaf, new CellAnswer { Points = leaf.MaxScore * share, Note = "Theo báo cáo" }, by, Now);
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> SamplesAsync(ParIndexDb db, ScorecardWorld world, Round draft)
    {
        var test = world.Test;
        var file = await db.EvidenceDocuments.Where(document => document.UnitId == test.Justice.Id).Select(document => document.Id).FirstAsync();
        var annex = new ImportDraft(ImportKind.CriteriaSet, new("", "STT\tTiêu chí\tĐiểm tối đa\n1\tChỉ đạo\t1\n"u8.ToArray()), """{"IsPasted":true}""", world["coordinator"].Id, Now);
        db.Add(annex);
        var release = await db.Releases.AsNoTracking().FirstAsync();
        var remark = new PublicRemark(release, test.Justice.Code, "1.1", "Kế hoạch đã ban hành đúng hạn.", Now);
        remark.Reply(RemarkState.ToBeCorrected, "Đúng như góp ý.", showsText: true, world["coordinator"].Id, Now);
        db.AddRange(remark, new PublicRemark(release, unitCode: null, criterionCode: null, "Tổng điểm in là 86.", Now));
        // A repair that waits for the second person, so that its page shows what it does to every scorecard.
        var leaf = test.Leaf("1.1");
        db.Add(new TwoPersonRequest(TwoPersonAct.RepairSet, test.Set.Id, JsonSerializer.Serialize(RepairPayload.Of(await db.CriteriaSets.AsNoTracking().SingleAsync(set => set.Id == test.Set.Id), leaf, new(leaf.Code, leaf.Name, leaf.MaxScore + 1))), "Sửa tiêu chí 1.1", "In sai", world["coordinator"].Id, Now));
        await db.SetUpAsync();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bo-tieu-chi/nhap/{id}"] = $"bo-tieu-chi/nhap/{annex.Id}",
            ["quan-tri/tai-khoan/{id}"] = $"quan-tri/tai-khoan/{world["officer"].Id}",
            ["lam-viec/bo-tieu-chi/{id}/sua-chua/{node}"] = $"lam-viec/bo-tieu-chi/{test.Set.Id}/sua-chua/{test.Leaf("1.1").Id}",
            ["lam-viec/bo-tieu-chi/{id}/sua-chua"] = $"lam-viec/bo-tieu-chi/{test.Set.Id}/sua-chua",
            ["lam-viec/gop-y/{id}"] = $"lam-viec/gop-y/{remark.Id}",
            ["gop-y/{code}"] = $"gop-y/{remark.Code}",
            ["{account}"] = world["officer"].Id.ToString(),
            ["lam-viec/bo-tieu-chi/{id}"] = $"lam-viec/bo-tieu-chi/{draft.Groups[0].CriteriaSetId}",
            ["tien-do/hang-loat"] = "tien-do/hang-loat?viec=thong-nhat" + string.Concat((await db.Units.AsNoTracking().Where(unit => unit.ValidTo == null).ToListAsync()).Select(unit => $"&don-vi={unit.Code}")),
            ["lam-viec/chi-so-ben-canh/{id}"] = $"lam-viec/chi-so-ben-canh/{await db.NationalIndices.Where(row => row.UnitCode == "").Select(row => row.Id).FirstAsync()}",
            ["khao-sat/nhap"] = "khao-sat/nhap?khoi=so-nganh",
            ["lam-viec/phieu-cham-diem/{id}"] = $"lam-viec/phieu-cham-diem/{await world.IdAsync(test.Justice)}",
            ["{round}"] = test.Round.Id.ToString(),
            ["{doc}"] = file.ToString(),
            ["{leaf}"] = test.Leaf("1.1").Id.ToString(),
            ["lam-viec/ky-danh-gia/{id}"] = $"lam-viec/ky-danh-gia/{test.Round.Id}",
            ["{node}"] = (await db.Set<Criterion>().Where(node => node.CriteriaSetId == draft.Groups[0].CriteriaSetId && node.Code == "1.1").Select(node => node.Id).SingleAsync()).ToString(),
            ["{slug}"] = "so-nganh",
            ["{group}"] = "so-nganh",
            ["{field}"] = "1",
            ["{unit}"] = test.Justice.Code,
            ["{year}"] = "2025",
            ["{version}"] = "1",
            ["tim-kiem.json"] = "tim-kiem.json?q=so",
            ["tim-kiem"] = "tim-kiem?q=so",
            ["so-sanh"] = $"so-sanh?nam=2025&don-vi={test.Justice.Code},so-noi-vu",
            ["so-sanh.csv"] = $"so-sanh.csv?nam=2025&don-vi={test.Justice.Code},so-noi-vu",
            ["{code}"] = "1.1",
            ["bieu-do/{kind}/{year}/{subject}"] = "bieu-do/phan-bo/2025/so-nganh",
            ["nhung/{kind}/{year}/{subject}"] = "nhung/phan-bo/2025/so-nganh",
            ["{format}"] = "csv",
            ["{code}"] = "404",
        };
    }
}
