using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Accounts;
using ParIndex.Application.Archives;
using ParIndex.Application.Archives.LeafPoints;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.CriteriaSets;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>Criteria sets, units, groups and past figures.</summary>
internal sealed partial class Scene
{
    private const string Annex = "Mã\tNội dung\tĐiểm tối đa\tCách chấm\n1\tLĩnh vực\t2\t\n1.1\tKế hoạch\t1\ttrừ: 0,5\n1.2\tBáo cáo\t1\t\n";

    private const string Table = "STT;Tên đơn vị;Tổng điểm;Thang điểm;Chỉ số;Xếp loại\n1;Sở Nội vụ;85,00;98;86,73;Tốt\n2;Sở Tài chính;75,00;98;76,53;Khá\n";

    /// <summary>A group of its own, so that no other scene has its year.</summary>
    private string OwnGroup()
    {
        var group = new UnitGroup($"nhom-{Number}", $"Nhóm {Number}", nameEn: null, UnitKind.Department, 50);
        _db.Add(group);
        _db.SetUp();
        return group.Slug;
    }

    public Form NewSet() => new("lam-viec/bo-tieu-chi/tao", ("Form.Year", "2026"), ("Form.Group", OwnGroup()), ("From", "trong"));

    /// <summary>Another wording of one criterion, after scoring was opened.</summary>
    public Form Repair() => new($"{SetAddress(Set)}/sua-chua/{Leaf("1.1").Id}", ("Form.Version", $"{Set.Version}"), ("Form.Name", "Kế hoạch năm"), ("Form.MaxScore", "20"), ("Form.Rule", "trực tiếp"), ("Form.Decimals", "2"), ("Form.FigureDecimals", "0"), ("Reason", "In sai so với quyết định"));

    public Form ReadAnnex() => new("lam-viec/bo-tieu-chi/nhap", ("Form.Year", "2026"), ("Form.Group", OwnGroup()), ("Pasted", Annex));

    /// <summary>A form about an annex that was sent before.</summary>
    public Form OfAnnex(params (string Name, string Value)[] fields) => new($"lam-viec/bo-tieu-chi/nhap/{KeptAnnex("so-nganh")}", fields);

    public Form ChooseColumns() => OfAnnex(("Form.Year", "2026"), ("Form.Group", "so-nganh"), ("Columns[0]", "Code"), ("Columns[1]", "Name"), ("Columns[2]", "MaxScore"), ("Columns[3]", "Remark"));

    public Form AcceptAnnex()
    {
        var group = OwnGroup();
        return new($"lam-viec/bo-tieu-chi/nhap/{KeptAnnex(group)}", ("Form.Year", "2026"), ("Form.Group", group), ("Table", "0"));
    }

    private Guid KeptAnnex(string group)
    {
        using var scope = World.App.Services.CreateScope();
        var request = new AnnexRequest(IsPasted: true) { Year = "2026", Group = group };
        return scope.ServiceProvider.GetRequiredService<CriteriaImport>().KeepPastedAsync(Annex, request, (_person ?? World.FirstAppraiser).Id).GetAwaiter().GetResult()!.Id;
    }

    /// <summary>What somebody of the public says of the figures of Sở Nội vụ.</summary>
    public Form ReplyToRemark()
    {
        var release = new Release("Tỉnh Mẫu", 3000 + World.Next(), 1, ReleaseChange.Initial, isArchive: true, DateTime.UtcNow, []);
        var remark = new PublicRemark(release, World.HomeAffairs.Code, criterionCode: null, "Tổng điểm in là 86.", DateTime.UtcNow);
        _db.AddRange(release, remark);
        _db.SetUp();
        return new($"lam-viec/gop-y/{remark.Id}", ("version", $"{remark.Version}"), ("Input.Outcome", "FigureStands"), ("Input.Answer", "Đã đối chiếu với quyết định."), ("Input.ShowsText", "true"));
    }

    public Form DescribeSet() => new($"{SetAddress(Set)}/sua", ("Form.Title", "Bộ tiêu chí đã sửa"), ("Form.DecisionNumber", "1/QĐ"), ("Form.DecisionDate", "1/3/2026"), ("Form.Version", $"{Set.Version}"));

    public Form DeleteSet() => new($"{SetAddress(Set)}/sua", ("Form.Version", $"{Set.Version}"));

    public Form DeleteFreeSet()
    {
        var set = FreeSet(OwnGroup());
        return new($"{SetAddress(set)}/sua", ("Form.Version", $"{set.Version}"));
    }

    public Form ChangeCriterion() => new(
        CriterionAddress("1.3"),
        ("Form.Version", $"{Set.Version}"), ("Form.Code", "1.3"), ("Form.Name", "Tên đã sửa"), ("Form.NameEn", ""), ("Form.MaxScore", "2"), ("Form.Rule", "trực tiếp"), ("Form.Component", "Appraisal"), ("Form.Decimals", "2"), ("Form.EvidenceAsked", ""), ("Form.AppraisingBody", ""));

    public Form MoveCriterion() => new(CriterionAddress("1.1"), ("Form.Version", $"{Set.Version}"), ("places", "1"));

    public Form MoveCriterionUnder() => new(CriterionAddress("1.1"), ("Form.Version", $"{Set.Version}"), ("under", $"{Set.Criteria.Single(criterion => criterion.Code == "2").Id}"));

    public Form RemoveCriterion() => new(CriterionAddress("1.3"), ("Form.Version", $"{Set.Version}"));

    public Form DecideLineage() => new($"{SetAddress(Set)}/so-sanh", ("Version", $"{Set.Version}"), ("Decisions[0].Id", $"{Set.Criteria.Single(criterion => criterion.Code == "1").Id}"), ("Decisions[0].EarlierCode", "1"), ("Decisions[0].Comparable", "true"));

    public Form NewUnit() => new("lam-viec/don-vi/them", ("Input.Name", $"Sở Mới {Number}"), ("Input.NameEn", ""), ("Input.Kind", "Department"), ("Input.ValidFrom", ""));

    public Form ReadUnits() => new("lam-viec/don-vi/nhap", ("Text", $"Tên đơn vị\tLoại\nSở Danh sách {Number}\tSở, ban, ngành\n"));

    public Form Reorganise() => new("lam-viec/don-vi/sap-xep", ("Input.Kind", "Abolished"), ("Input.Predecessors", OwnUnit().CurrentName.Name), ("Input.Successors", ""), ("Input.EffectiveOn", "1/3/2026"), ("Input.LegalBasis", "Nghị quyết số 1"), ("Input.Close", "true"));

    public Form RenameUnit() => OfUnit("doi-ten", ("Input.Name", $"Sở Đổi tên {Number}"), ("Input.NameEn", ""), ("Input.From", "1/3/2026"));

    public Form AddAlias() => OfUnit("cach-viet", ("Input.Text", $"Sở viết khác {Number}"));

    public Form CloseUnit() => OfUnit("ket-thuc", ("Input.LastDay", "28/2/2026"));

    public Form NewUnitGroup() => new("lam-viec/nhom", ("Input.Slug", $"nhom-moi-{Number}"), ("Input.Name", $"Nhóm mới {Number}"), ("Input.NameEn", ""), ("Input.Kind", "Department"), ("Input.Position", "60"));

    public Form ChangeUnitGroup()
    {
        var slug = OwnGroup();
        return new($"lam-viec/nhom/{slug}", ("Input.Version", $"{_db.UnitGroups.Single(group => group.Slug == slug).Version}"), ("Input.Name", $"Nhóm đã sửa {Number}"), ("Input.NameEn", ""), ("Input.Position", "70"));
    }

    public Form NewIndex() => new("lam-viec/chi-so-ben-canh/ghi", ("Input.Name", $"PCI {Number}"), ("Input.Year", "2025"), ("Input.Rank", "20"), ("Input.RankedProvinces", "34"));

    /// <summary>A figure of its own.</summary>
    public Form OfIndex(params (string Name, string Value)[] fields)
    {
        var row = new NationalIndex("Lai Châu", unitCode: "", $"SIPAS {Number}", 2025, new(Rank: 11));
        _db.Add(row);
        _db.SetUp();
        return new($"lam-viec/chi-so-ben-canh/{row.Id}", [("Version", $"{row.Version}"), .. fields]);
    }

    public Form UploadIndices() => new("lam-viec/chi-so-ben-canh/nhap") { File = ("Workbook", "chi-so.xlsx", new Workbook().Sheet("Chỉ số", [["Chỉ số", "Năm", "Thứ hạng"], [$"PAPI {Number}", 2025, 9]]).Bytes()) };

    /// <summary>The same with the mark of the preview that was seen: a figure that is not there yet.</summary>
    public Form TakeIndices()
    {
        var row = new IndexRow(new("Lai Châu", UnitCode: "", $"PAPI {Number}", 2025), new(Rank: 9), Was: null);
        var upload = UploadIndices();
        return new(upload.Address, ("Stamp", new IndexComparison([row], []).Stamp)) { File = upload.File };
    }

    public Form UploadTable() => new("lam-viec/nhap-so-lieu/bang", ("Input.Pasted", Table), ("Input.Year", "2020"), ("Input.Group", "so-nganh"), ("Input.Bands", "Tốt=80,Khá=70,Trung bình=0"));

    /// <summary>A table that waits for its decision.</summary>
    public Form OfTable() => new($"lam-viec/nhap-so-lieu/bang/{PastTable()}");

    /// <summary>The same, with what a proposal says.</summary>
    public Form ProposeTable() => new($"lam-viec/nhap-so-lieu/bang/{PastTable()}", ("Reason", "Báo cáo năm"));

    private Guid PastTable()
    {
        using var scope = World.App.Services.CreateScope();
        var import = new ImportRequest { Province = "Tỉnh Lai Châu", Year = 1990 + (Number % 35), Group = "so-nganh", Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0") };
        var draft = scope.ServiceProvider.GetRequiredService<TableDrafts>().KeepAsync("bang.csv", Encoding.UTF8.GetBytes(Table), new(import, new()), StaffActor.Of(World.FirstAppraiser)).GetAwaiter().GetResult();
        return draft.Id;
    }

    public Form UploadLeafPoints() => new("lam-viec/nhap-so-lieu/diem-tieu-chi", ("Input.Set", $"{FreeSet(OwnGroup()).Id}"), ("Input.Bands", "Tốt=80,Khá=70,Trung bình=0"), ("Input.Ranking", "OneList"))
    {
        File = ("Input.File", "diem.xlsx", LeafPoints()),
    };

    /// <summary>A workbook of points that waits for its decision.</summary>
    public Form OfLeafPoints()
    {
        using var scope = World.App.Services.CreateScope();
        var request = new LeafPointsRequest { Authority = $"Tỉnh Lai Châu {Number}", CriteriaSetId = FreeSet(OwnGroup()).Id, Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0") };
        var draft = scope.ServiceProvider.GetRequiredService<LeafPointsDrafts>().KeepAsync("diem.xlsx", LeafPoints(), request, StaffActor.Of(World.FirstAppraiser)).GetAwaiter().GetResult();
        return new($"lam-viec/nhap-so-lieu/diem-tieu-chi/{draft.Id}");
    }

    private static byte[] LeafPoints() => new Workbook().Sheet("Điểm", [["STT", "Mã", "Tiêu chí", "Điểm tối đa", "Sở Nội vụ"], [1, "1", "Chỉ đạo, điều hành", 10, 8.5], [2, "1.1", "Kế hoạch", 4, 3.5], [3, "1.2", "Kiểm tra", 6, 5], [4, "2", "Điều tra xã hội học", 30, 25]]).Bytes();

    private static string SetAddress(CriteriaSet set) => $"lam-viec/bo-tieu-chi/{set.Id}";

    private string CriterionAddress(string code) => $"{SetAddress(Set)}/sua/{Leaf(code).Id}";

    /// <summary>A set that no round uses.</summary>
    private CriteriaSet FreeSet(string group)
    {
        var set = new CriteriaSet(2026, group, $"Bộ tiêu chí {Number}");
        var field = set.Add("1", "Chỉ đạo, điều hành", 10);
        set.Add("1.1", "Kế hoạch", 4, parent: field);
        set.Add("1.2", "Kiểm tra", 6, parent: field);
        set.Add("2", "Điều tra xã hội học", 30, Component.Survey);
        _db.Add(set);
        _db.SetUp();
        return set;
    }

    private Unit OwnUnit()
    {
        var unit = new Unit($"Sở Thử số {Number}", UnitKind.Department);
        _db.Add(unit);
        _db.SetUp();
        return unit;
    }

    private Form OfUnit(string part, params (string Name, string Value)[] fields)
    {
        var unit = OwnUnit();
        return new($"lam-viec/don-vi/{unit.Code}/{part}", [("Input.Version", $"{unit.Version}"), .. fields]);
    }
}
