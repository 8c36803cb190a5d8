using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Accounts;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Scorecards.Sheets;
using ParIndex.Application.Surveys;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;
using ParIndex.Testing;
using ParIndex.Web.Pages.Workspace.Rounds;
using ParIndex.Web.Pages.Workspace.Scorecards;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>
/// Scorecards of the scene's round, each in the state its form needs; a draft has none, so its forms go to an address
/// that is not there. What no form says otherwise is about the scorecard of Sở Nội vụ.
/// </summary>
internal sealed partial class Scene
{
    private readonly Dictionary<Guid, Scorecard> _cards = [];

    private Scorecard? Card => _cards.GetValueOrDefault(World.HomeAffairs.Id);

    private string CardAddress => $"lam-viec/phieu-cham-diem/{Card?.Id ?? Guid.Empty}";

    /// <summary>The sheet as it is sent without script, with points in one leaf.</summary>
    public Form Score(ScorecardState state, ScoreStage stage, string code = "1.1")
    {
        Bring(state);
        return Scored(CardAddress, stage, code);
    }

    /// <summary>The page of one leaf, with points.</summary>
    public Form ScoreLeaf(ScorecardState state, ScoreStage stage)
    {
        Bring(state);
        return Scored($"{CardAddress}/tieu-chi/{Leaf("1.1").Id}", stage, "1.1");
    }

    public Form Submit(ScorecardState state = ScorecardState.SelfScoring)
    {
        Bring(state);
        return new($"{CardAddress}/nop", ("version", $"{Card?.Version}"), ("Input.HeadName", "Nguyễn Văn Giám"), ("Input.HeadPost", "Giám đốc"), ("Input.SignedOn", DateWriter.Vietnamese(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)))), ("Input.NotSecret", "true"))
        {
            File = ("Input.Report", "bao-cao.pdf", TestResults.Pdf),
        };
    }

    public Form AskToExplain(ScorecardState state = ScorecardState.FirstAppraisal) => Explain(state, ("Text", "Vì sao đạt điểm tối đa?"));

    public Form Explain(ScorecardState state = ScorecardState.Explanation) => Explain(state, ("Text", "Đã hoàn thành"), ("Keeps", "true"));

    /// <summary>A move from a state that may lead there.</summary>
    public Form Go(ScorecardAct act, ScorecardState from)
    {
        Bring(from, isAppraised: act != ScorecardAct.Withdraw);
        return new($"{CardAddress}/qua-trinh", ("version", $"{Card?.Version}"), ("Input.Act", $"{act}"), ("Input.Reason", "Nhầm số liệu"));
    }

    public Form ExemptProposed(ScorecardState state = ScorecardState.FirstAppraisal)
    {
        Bring(state);
        return new($"{CardAddress}/qua-trinh", ("version", $"{Card?.Version}"), ("Input.Leaf", $"{Leaf("2.2").Id}"), ("Input.Why", "Không tổ chức"), ("Input.LegalBasis", "Quyết định số 1"));
    }

    /// <summary>The workbook as given out to whoever fills in this state, with points typed; a draft gives none.</summary>
    public Form SendSheet(ScorecardState state)
    {
        Bring(state);
        var actor = World.Account(state == ScorecardState.SelfScoring ? Who.UnitOfficer : Who.OtherAppraiser);
        return new($"{CardAddress}/nhap-xlsx") { File = ("File", "phieu.xlsx", Sheet(actor) ?? TestResults.Pdf) };
    }

    /// <summary>A sheet that waits for nobody.</summary>
    public Form OfSheet()
    {
        Bring(ScorecardState.SelfScoring);
        return new($"{CardAddress}/nhap-xlsx", ("tep", $"{Guid.Empty}"), ("Stamp", ""));
    }

    public Form OfAppraisal()
    {
        BringAll(ScorecardState.FirstAppraisal);
        return new($"lam-viec/tham-dinh/{Round.Id}/so-nganh/nhap-xlsx", ("tep", $"{Guid.Empty}"), ("Stamp", ""));
    }

    /// <summary>A field across units as it is sent without script, with points in one cell of Sở Nội vụ.</summary>
    public Form ScoreAcross(ScorecardState state, ScoreStage stage)
    {
        BringAll(state);
        var token = Card?.Cell(stage, Leaf("1.1").Id) is { } cell ? CellToken.Of(cell.Version, new Dictionary<char, string> { ['p'] = AnswerText.Points(cell.Points) }) : "";
        return new(AcrossAddress, ($"v-{World.HomeAffairs.Code}:1.1", token), ($"p-{World.HomeAffairs.Code}:1.1", "7,00"));
    }

    public Form AskAcross(ScorecardState state)
    {
        BringAll(state);
        return new(AcrossAddress, ("Input.Key", AcrossKey), ("Input.Version", ""), ("Input.Text", "Vì sao đạt điểm tối đa?")) { ShownAt = $"{AcrossAddress}?o={AcrossKey}" };
    }

    /// <summary>All that remains of a field, of which one cell of Sở Nội vụ alone is proved.</summary>
    public Form AcceptAcross()
    {
        Bring(ScorecardState.FirstAppraisal, isAppraised: false);
        Bring(ScorecardState.FirstAppraisal, isAppraised: true, World.Justice);
        if (Card is not null)
        {
            _db.Add(new EvidenceLink(Card, Leaf("1.1"), Document(World.HomeAffairs), pages: null, World.Account(Who.UnitOfficer).Id, DateTime.UtcNow));
            _db.SetUp();
        }

        using var scope = World.App.Services.CreateScope();
        var stamp = scope.ServiceProvider.GetRequiredService<MatrixReader>().FindAsync(World.Account(Who.OtherAppraiser), Round.Id, "so-nganh", "1").GetAwaiter().GetResult()?.Stamp;
        return new(AcrossAddress, ("stamp", stamp ?? "")) { ShownAt = $"{AcrossAddress}?nhan=con-lai" };
    }

    private string AcrossAddress => $"lam-viec/tham-dinh/{Round.Id}/so-nganh/1";

    private string AcrossKey => $"{World.HomeAffairs.Code}:1.1";

    public Form NewDocument() => new("lam-viec/tai-lieu", ("Input.Title", $"Báo cáo số {Number}"));

    public Form Attach(ScorecardState state)
    {
        Bring(state);
        return new(EvidenceAddress, ("Input.Title", $"Báo cáo số {Number}"), ("Pages", "tr. 3"));
    }

    /// <summary>A file dropped beside the leaf.</summary>
    public Form BringFiles(ScorecardState state)
    {
        Bring(state);
        return new(PanelAddress, ("IsDeclared", "true")) { File = ("Files", $"Bao cao {Number}.pdf", TestResults.Pdf) };
    }

    /// <summary>Last year's documents, where there are none.</summary>
    public Form ReuseDocuments()
    {
        Bring(ScorecardState.SelfScoring);
        return new(PanelAddress);
    }

    public Form LinkDocument(Unit owner)
    {
        Bring(ScorecardState.SelfScoring);
        return new(EvidenceAddress, ("DocumentId", $"{Document(owner).Id}"));
    }

    public Form UnlinkDocument()
    {
        Bring(ScorecardState.SelfScoring);
        var document = Document(World.HomeAffairs);
        if (Card is null)
        {
            return new(EvidenceAddress, ("link", $"{Guid.Empty}"));
        }

        var link = new EvidenceLink(Card, Leaf("1.1"), document, pages: null, World.Account(Who.UnitOfficer).Id, DateTime.UtcNow);
        _db.Add(link);
        _db.SetUp();
        return new(EvidenceAddress, ("link", $"{link.Id}"));
    }

    /// <summary>Writes to every unit.</summary>
    public Form Write()
    {
        BringAll(ScorecardState.SelfScoring);
        return new($"{Address}/thong-bao", ("Input.Subject", "Họp trực tuyến"), ("Input.Words", "Mời dự họp."), ("Input.OnlySome", "false"));
    }

    /// <summary>Reminds those who have not handed in.</summary>
    public Form Remind()
    {
        BringAll(ScorecardState.SelfScoring);
        return new($"{Address}/nhac-viec", ("Input.Kind", "SelfScoring"), ("Input.Words", ""));
    }

    /// <summary>An act on many units of the board, on one of them that stands in a state.</summary>
    public Form OnBoard(BoardAct act, ScorecardState state, Unit unit)
    {
        BringAll(state);
        return new(
            $"{Address}/tien-do/hang-loat?viec={BoardActModel.KeyOf(act)}&don-vi={unit.Code}",
            [("Input.Act", $"{act}"), ("Input.Rows[0].Unit", unit.Code), ("Input.Rows[0].Version", $"{_cards.GetValueOrDefault(unit.Id)?.Version ?? Guid.Empty}"), ("Input.Words", "Theo kế hoạch"), .. act == BoardAct.Extend ? new[] { ("Input.Day", Day(60)), ("Input.Hour", "17:00") } : []]);
    }

    /// <summary>The same, only to be looked at.</summary>
    public Form LookOnBoard() => OnBoard(BoardAct.EndStep, ScorecardState.FirstAppraisal, World.Office) with { Address = $"{Address}/tien-do/hang-loat" };

    private string PanelAddress => $"{CardAddress}/tieu-chi/{Leaf("1.1").Id}/ben-canh";

    private string EvidenceAddress => $"{CardAddress}/tieu-chi/{Leaf("1.1").Id}/minh-chung";

    private EvidenceDocument Document(Unit owner)
    {
        var document = new EvidenceDocument(owner.Id, $"Tài liệu số {Number}", World.Account(Who.UnitOfficer).Id, DateTime.UtcNow);
        _db.Add(document);
        _db.SetUp();
        return document;
    }

    private byte[]? Sheet(StaffAccount actor)
    {
        using var scope = World.App.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ScorecardSheets>().WriteAsync(actor, SheetTarget.Of(Card?.Id ?? Guid.Empty)).GetAwaiter().GetResult()?.Content;
    }

    /// <summary>Survey points of one unit, typed.</summary>
    public Form Survey(Unit unit)
    {
        BringAll(ScorecardState.FirstAppraisal);
        var card = _cards.GetValueOrDefault(unit.Id);
        return new($"{Address}/khao-sat", ("khoi", "so-nganh"), ("tieu-chi", "8.1"), ("Rows[0].Scorecard", $"{card?.Id ?? Guid.Empty}"), ("Rows[0].Version", $"{card?.Cell(ScoreStage.Survey, Leaf("8.1").Id)!.Version}"), ("Rows[0].Points", "20"));
    }

    /// <summary>Survey points of one unit, from a workbook, sent from the page of its group.</summary>
    public Form ReadSurvey(Unit unit)
    {
        var form = SurveyFile(unit);
        return form with { Address = form.Address + "?khoi=so-nganh" };
    }

    private Form SurveyFile(Unit unit)
    {
        BringAll(ScorecardState.FirstAppraisal);
        return new($"{Address}/khao-sat/nhap", ("khoi", "so-nganh")) { File = ("Workbook", "diem.xlsx", SurveyWorkbookOf(unit)) };
    }

    /// <summary>The same with the mark of the preview that was seen.</summary>
    public Form TakeSurvey(Unit unit)
    {
        var form = SurveyFile(unit);
        if (Round.State != RoundState.Open)
        {
            return form;
        }

        var rounds = new RoundReader(_db);
        var setup = rounds.FindAsync(Round.Id).GetAwaiter().GetResult()!;
        // Any reader who may change the row sees the same versions.
        var reader = World.Account(unit == World.Office ? Who.Coordinator : Who.OtherCoordinator);
        var lines = new SurveyPoints(_db, rounds, new ScoreEntry(_db, new ScorecardReader(_db), TimeProvider.System), TimeProvider.System).LinesAsync(setup, setup.Groups[0], reader).GetAwaiter().GetResult();
        var stamp = new SurveyComparison(SurveyWorkbook.Read(SurveyWorkbook.TableOf(SurveyWorkbookOf(unit), Round.Year), lines), []).Stamp;
        return new(form.Address, [.. form.Fields, ("Stamp", stamp)]) { File = form.File };
    }

    /// <summary>The end of scoring, with nothing left to do where scoring is under way.</summary>
    public Form EndScoring()
    {
        BringAll(ScorecardState.Agreed);
        return Move("Closed");
    }

    public Form Approve()
    {
        BringAll(ScorecardState.Agreed);
        return new($"{Address}/ket-qua/thong-qua", ("digest", Digest()), ("Input.Note", "Nhất trí"), ("Input.Confirmed", "true")) { File = ("Input.Minutes", "bien-ban.pdf", TestResults.Pdf) };
    }

    /// <summary>Units of the same index, with the unit of the council member or without it.</summary>
    public Form DecideTie(bool withOwn)
    {
        var units = Tie(withOwn);
        return new($"{GroupAddress}/thu-tu-dong-hang",
            [("version", $"{Round.Version}"), ("Input.Basis", "Biên bản số 12/BB-HĐTĐ"), ("Input.Date", "1/11/2026"), .. units.SelectMany((unit, i) => new[] { ($"Input.Units[{i}].Code", unit.Code), ($"Input.Units[{i}].Place", $"{units.Length - i}") })]);
    }

    public Form WithdrawTie()
    {
        var units = Tie(withOwn: false);
        _db.Entry(Group).Property(group => group.TieDecisions).CurrentValue = [new([.. units.Select(unit => unit.Code)], "Biên bản số 12/BB-HĐTĐ", new(2026, 11, 1), World.Account(Who.CouncilMember).Id, DateTime.UtcNow)];
        _db.SetUp();
        return new($"{GroupAddress}/thu-tu-dong-hang", [("version", $"{Round.Version}"), .. units.Select((unit, i) => ($"Input.Units[{i}].Code", unit.Code))]);
    }

    private Unit[] Tie(bool withOwn)
    {
        BringAll(ScorecardState.Agreed);
        if (!withOwn)
        {
            _db.Entry(Of(World.Office)).Property(participant => participant.IsRanked).CurrentValue = false;
            _db.SetUp();
        }

        return withOwn ? [World.HomeAffairs, World.Justice, World.Office] : [World.HomeAffairs, World.Justice];
    }

    private Form Scored(string address, ScoreStage stage, string code)
    {
        var token = Card?.Cell(stage, Leaf(code).Id) is { } cell ? CellToken.Of(cell, Leaf(code)) : "";
        return new(address, ("stage", $"{stage}"), ($"v-{code}", token), ($"p-{code}", "7"));
    }

    private Form Explain(ScorecardState state, params (string Name, string Value)[] fields)
    {
        Bring(state);
        var leaf = Leaf("1.1").Id;
        return new($"{CardAddress}/giai-trinh", [("Input.Leaf", $"{leaf}"), ($"Input.Said[{leaf}].Version", ""), .. fields.Select(field => ($"Input.Said[{leaf}].{field.Name}", field.Value))]);
    }

    private static byte[] SurveyWorkbookOf(Unit unit) => new Workbook().Sheet("Điểm điều tra", [["Mã đơn vị", "Mã tiêu chí", "Điểm"], [unit.Code, "8.1", 20]]).Bytes();

    private void BringAll(ScorecardState state)
    {
        foreach (var unit in new[] { World.HomeAffairs, World.Justice, World.Office })
        {
            Bring(state, unit: unit);
        }
    }

    /// <summary>Makes a scorecard that stands in a state with everything that the move out of it demands.</summary>
    /// <returns>Its key.</returns>
    private Guid Bring(ScorecardState state, bool isAppraised = true, Unit? unit = null)
    {
        if (Round.State == RoundState.Draft)
        {
            return Guid.Empty;
        }

        var participant = Of(unit ?? World.HomeAffairs);
        var (card, officer, appraiser, now) = (new Scorecard(participant), World.Account(Who.UnitOfficer).Id, World.Account(Who.OtherAppraiser).Id, DateTime.UtcNow);
        _cards[participant.UnitId] = card;
        card.OpenSelfScore(participant.Sheet(Set));
        Fill(card, ScoreStage.SelfScore, officer, share: 1);
        // The leaf that the unit says does not apply.
        card.Take(ScoreStage.SelfScore, Leaf("2.2"), new CellAnswer { Level = 2 }, officer, now);
        if (state > ScorecardState.SelfScoring)
        {
            var report = new StoredFile("Báo cáo.pdf", FileKind.Pdf, 9, new string('a', 64), participant.UnitId, Round.Year, officer, now);
            _db.Add(report);
            card.Submit(new("Nguyễn Văn Giám", "Giám đốc", DateOnly.FromDateTime(now.AddHours(7)), report.Id, officer, now), Set.Leaves, UnitSide.WithoutHead);
            Fill(card, ScoreStage.FirstAppraisal, appraiser, share: isAppraised ? 0.5m : null);
        }

        if (state > ScorecardState.FirstAppraisal)
        {
            card.Move(ScorecardAct.EndFirstAppraisal, Set.Leaves, appraiser, now, note: null);
        }

        if (state > ScorecardState.Explanation)
        {
            card.Move(ScorecardAct.EndExplanation, Set.Leaves, officer, now, note: null);
            Fill(card, ScoreStage.Survey, appraiser, share: 0.5m);
        }

        if (state > ScorecardState.SecondAppraisal)
        {
            card.Move(ScorecardAct.Agree, Set.Leaves, World.Account(Who.OtherCoordinator).Id, now, note: null);
        }

        _db.Add(card);
        _db.SetUp();
        return card.Id;
    }

    private void Fill(Scorecard card, ScoreStage stage, Guid by, decimal? share)
    {
        foreach (var cell in card.Cells.Where(cell => share is not null && cell.Stage == stage))
        {
            var leaf = Set.Leaves.Single(known => known.Id == cell.CriterionId);
            card.Take(stage, leaf, new CellAnswer { Points = leaf.Rule is LevelsRule ? leaf.MaxScore : leaf.MaxScore * share, Note = share < 1 && stage != ScoreStage.Survey ? "Chưa đủ tài liệu kiểm chứng" : null }, by, DateTime.UtcNow);
        }
    }
}
