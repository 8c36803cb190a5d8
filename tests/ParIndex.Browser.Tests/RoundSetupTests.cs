using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ParIndex.Application.Accounts;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Rounds;
using ParIndex.Application.Seeding;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>Next year's round of a province that has units and groups and nothing else, by the people who set it up.</summary>
[Collection(PortalCollection.Name)]
public sealed class RoundSetupTests(Portal portal)
{
    private const string Coordinator = "NV.01";

    private const string WithoutOfficer = "Sở Ngoại vụ";

    private const string SpecialCase = "Thanh tra tỉnh";

    private static readonly int Year = DateTime.UtcNow.Year + 1;

    [Fact]
    public async Task Round_FromAnAnnexAndAListOfPeople_IsOpened()
    {
        var world = await portal.WorldAsync(World.Register);
        var departments = await DepartmentsAsync(world);
        var administrator = new StaffMember("QT.01", await AdministratorAsync(world, "QT.01", "Lý A Quản", unitId: null));
        var second = new StaffMember("QT.02", await AdministratorAsync(world, "QT.02", "Mùa Thị Trị", departments.Single(unit => unit.Code == "so-tai-chinh").Id));
        var coordinator = await LoadPeopleAsync(administrator, second, departments);

        var round = await PrepareAsync(coordinator, departments);
        await AddOfficerAsync(administrator);
        await OpenAsync(coordinator, round);

        await AssertOpenedAsync(world, round, departments);
    }

    /// <summary>
    /// The administrator signs in for the first time and takes in the list; the account of the coordinator, which two
    /// people give, waits for an administrator of another unit, and each hands half of the code over.
    /// </summary>
    private async Task<StaffMember> LoadPeopleAsync(StaffMember administrator, StaffMember second, IReadOnlyList<Unit> departments)
    {
        var (code, rest) = ("", "");
        await portal.VisitAsync(World.Register, new Window(), async visit =>
        {
            await administrator.ActivateAsync(visit);
            await administrator.SetUpSecondFactorAsync(visit);

            await visit.GoAsync("/quan-tri/tai-khoan/nhap");
            await visit.Page.GetByLabel("Tệp XLSX, CSV hoặc TSV").SetInputFilesAsync(new FilePayload { Name = "can-bo.xlsx", MimeType = "", Buffer = PeopleOf(departments) });
            await visit.SendAsync("Xem trước");
            var people = departments.Count - 1 + 3;
            await Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(people);
            await visit.SendAsync($"Tạo {people} tài khoản");
            code = await visit.Page.Locator(".code-slip", new() { HasText = Coordinator }).Locator("code").InnerTextAsync();
            await Expect(visit.Page.Locator("#cho-nguoi-thu-hai li")).ToContainTextAsync("Nguyễn Thị Điều");
        });
        await portal.VisitAsync(World.Register, new Window(), async visit =>
        {
            await second.EnterAsync(visit);
            await visit.GoAsync("/lam-viec/de-nghi");
            await visit.SendAsync("Đồng ý");
            rest = await visit.Page.Locator(".code-slip", new() { HasText = Coordinator }).Locator("code").InnerTextAsync();
        });
        return new(Coordinator, $"{code} {rest}");
    }

    /// <summary>The coordinator does all that can be done, and is told what is missing. The address of the round.</summary>
    private async Task<string> PrepareAsync(StaffMember coordinator, IReadOnlyList<Unit> departments)
    {
        var round = "";
        await portal.VisitAsync(World.Register, new Window(), async visit =>
        {
            await coordinator.ActivateAsync(visit);
            await coordinator.SetUpSecondFactorAsync(visit);
            await LoadAnnexAsync(visit);
            round = await CreateRoundAsync(visit);
            await SetUpGroupAsync(visit);
            await AdmitAsync(visit, departments);
            await ExemptAsync(visit);
            await SetDeadlinesAsync(visit);
            await AssignAsync(visit, "Lò Văn Thẩm", []);

            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Mở kỳ", Exact = true }).ClickAsync();
            await Expect(visit.Page.Locator(".findings li")).ToHaveTextAsync(
            [
                $"Sở, ban, ngành: chưa có cán bộ đầu mối tự chấm điểm cho 01 đơn vị: {WithoutOfficer}.Bổ sung",
                "Sở, ban, ngành: chưa có người thẩm định lĩnh vực 1, 2, 3, 4, 5, 6, 7, 8 cho 01 đơn vị: Sở Tư pháp.Bổ sung",
            ]);
            await Expect(visit.Page.Locator("#mo")).ToHaveCountAsync(0);
        });
        return round;
    }

    private static async Task LoadAnnexAsync(Visit visit)
    {
        await visit.GoAsync("/lam-viec/bo-tieu-chi/nhap");
        await visit.Page.GetByLabel("Năm đánh giá").FillAsync($"{Year}");
        await visit.Page.GetByLabel("Nhóm đơn vị").SelectOptionAsync("so-nganh");
        await visit.Page.GetByLabel("Tệp phụ lục").SetInputFilesAsync(new FilePayload { Name = "Phụ lục.docx", MimeType = "", Buffer = AnnexOfTheDecision() });
        await visit.SendAsync("Xem trước");

        // The annex calls the column of names in a way the program does not know.
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Nhận bộ tiêu chí" })).ToHaveCountAsync(0);
        await visit.Page.GetByLabel("Cột 2: “Diễn giải”").SelectOptionAsync("Name");
        await visit.SendAsync("Xem lại theo các cột đã chọn");
        await Expect(visit.Page.Locator(".lede")).ToContainTextAsync("93 tiêu chí được chấm, tổng 100 điểm");
        await visit.SendAsync("Nhận bộ tiêu chí");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sửa thông tin" }).ClickAsync();
        await visit.Page.GetByLabel("Số quyết định").FillAsync("1548/QĐ-UBND");
        await visit.Page.GetByLabel("Ngày quyết định").FillAsync($"20/10/{Year - 1}");
        await visit.SendAsync("Lưu");
        await Expect(visit.Page.Locator(".facts")).ToContainTextAsync($"1548/QĐ-UBND, ngày 20/10/{Year - 1}");
    }

    private static async Task<string> CreateRoundAsync(Visit visit)
    {
        await visit.GoAsync("/lam-viec/ky-danh-gia/tao");
        await visit.Page.GetByLabel("Năm đánh giá").FillAsync($"{Year}");
        await visit.SendAsync("Tạo kỳ đánh giá");
        return new Uri(visit.Page.Url).AbsolutePath;
    }

    private static async Task SetUpGroupAsync(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Thêm khối" }).ClickAsync();
        await visit.Page.GetByLabel("Sở, ban, ngành").CheckAsync();
        await visit.SendAsync("Thêm khối");

        await visit.Page.GetByLabel("Bộ tiêu chí").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        (string Label, string Limit)[] bands = [("Xuất sắc", "90"), ("Tốt", "80"), ("Khá", "70"), ("Trung bình", "0")];
        for (var row = 0; row < bands.Length; row++)
        {
            await visit.Page.Locator($"#Input_Bands_{row}__Label").FillAsync(bands[row].Label);
            await visit.Page.Locator($"#Input_Bands_{row}__Limit").FillAsync(bands[row].Limit);
        }

        await visit.Page.GetByLabel("Phạm vi xếp hạng").SelectOptionAsync("BySpecialCase");
        await visit.SendAsync("Lưu thiết lập");
    }

    private static async Task AdmitAsync(Visit visit, IReadOnlyList<Unit> departments)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Đơn vị (0)" }).ClickAsync();
        foreach (var unit in departments)
        {
            await visit.Page.GetByLabel(unit.NameIn(Year).Name, new() { Exact = true }).CheckAsync();
        }

        await visit.SendAsync("Thêm các đơn vị đã chọn");
        await Expect(visit.Page.Locator("#danh-sach tbody tr")).ToHaveCountAsync(departments.Count);
        await visit.Page.GetByLabel($"{SpecialCase}: đơn vị đặc thù").CheckAsync();
        await visit.SendAsync("Lưu danh sách");
    }

    private static async Task ExemptAsync(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Không áp dụng", Exact = true }).ClickAsync();
        var scales = visit.Page.Locator("section", new() { HasText = "Thang điểm đang hình thành" }).Locator("li b");
        await Expect(scales).ToHaveTextAsync(["100 điểm"]);
        foreach (var leaf in new[] { "8.3.1", "8.3.2" })
        {
            await visit.Page.Locator("#Input_Leaves label", new() { HasText = leaf }).Locator("input").CheckAsync();
        }

        await visit.Page.Locator("#Input_Units").GetByLabel(SpecialCase).CheckAsync();
        await visit.Page.GetByLabel("Lý do").FillAsync("Không giải quyết thủ tục hành chính cho doanh nghiệp");
        await visit.Page.GetByLabel("Căn cứ pháp lý").FillAsync("Điều 3 Quyết định số 1548/QĐ-UBND");
        await visit.SendAsync("Ghi không áp dụng");
        await Expect(scales).ToHaveTextAsync(["100 điểm", "93 điểm"]);
    }

    private static async Task SetDeadlinesAsync(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Thời hạn", Exact = true }).ClickAsync();
        foreach (var step in Enum.GetValues<RoundStep>())
        {
            await visit.Page.Locator($"#Input_Rows_{(int)step}__Day").FillAsync($"15/{(int)step + 1}/{Year + 1}");
            await visit.Page.Locator($"#Input_Rows_{(int)step}__Hour").FillAsync("17:00");
        }

        await visit.SendAsync("Lưu thời hạn");
    }

    private static async Task AssignAsync(Visit visit, string appraiser, IReadOnlyList<string> units)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Phân công", Exact = true }).ClickAsync();
        var option = visit.Page.Locator("#Input_Appraiser option", new() { HasText = appraiser });
        await visit.Page.GetByLabel("Người thẩm định").SelectOptionAsync(await option.GetAttributeAsync("value") ?? "");
        foreach (var unit in units)
        {
            await visit.Page.Locator("#phan-cong").GetByLabel(unit).CheckAsync();
        }

        await visit.SendAsync("Phân công");
        await Expect(visit.Page.Locator("#bo")).ToContainTextAsync(appraiser);
    }

    private async Task AddOfficerAsync(StaffMember administrator) => await portal.VisitAsync(World.Register, new Window(), async visit =>
    {
        await administrator.SignInAsync(visit);
        await visit.GoAsync("/quan-tri/tai-khoan/them");
        await visit.Page.GetByLabel("Mã cán bộ").FillAsync("NgV.01");
        await visit.Page.GetByLabel("Họ và tên").FillAsync("Tẩn Thị Ngoại");
        await visit.Page.GetByLabel("Đơn vị", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = WithoutOfficer });
        await visit.Page.GetByLabel("Cán bộ đơn vị").CheckAsync();
        await visit.SendAsync("Tạo tài khoản");
        await Expect(visit.Page.Locator(".code-slip")).ToContainTextAsync("NgV.01");
    });

    private async Task OpenAsync(StaffMember coordinator, string round) => await portal.VisitAsync(World.Register, new Window(), async visit =>
    {
        await coordinator.SignInAsync(visit);
        await visit.GoAsync(round);
        await AssignAsync(visit, "Mùa Thị Định", ["Sở Tư pháp"]);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Mở kỳ", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByText("Không còn nội dung thiếu.")).ToBeVisibleAsync();

        await visit.Page.GetByLabel("Căn cứ mở kỳ").FillAsync("Kế hoạch số 4820/KH-UBND");
        await visit.Page.Locator("#Input_Confirmed").CheckAsync();
        await visit.SendAsync($"Mở kỳ đánh giá năm {Year}");

        await Expect(visit.Page.Locator(".crumbs")).ToContainTextAsync("Đang mở");
    });

    private static async Task AssertOpenedAsync(RunningWorld world, string address, IReadOnlyList<Unit> departments)
    {
        await using var db = world.Database.NewContext();
        var setup = (await new RoundReader(db).FindAsync(Guid.Parse(address.Split('/')[^1])))!;
        var group = Assert.Single(setup.Groups);
        Assert.Equal((RoundState.Open, Year, "Tỉnh Lai Châu"), (setup.Round.State, setup.Round.Year, setup.Round.Authority));
        Assert.NotNull(group.Set!.LockedAt);
        Assert.Equal("1548/QĐ-UBND", group.Set.DecisionNumber);
        Assert.Equal(93, group.Set.Leaves.Count);
        Assert.Equal(departments.Select(unit => unit.Id).Order(), group.Participants.Select(unit => unit.Unit.Id).Order());

        var scored = group.Set.Leaves.ToLookup(leaf => leaf.Component == Component.Survey ? ScoreStage.Survey : ScoreStage.SelfScore);
        var scorecards = await db.Scorecards.AsNoTracking().Include(card => card.Cells).ToListAsync();
        Assert.Equal(departments.Count, scorecards.Count);
        foreach (var unit in group.Participants)
        {
            var isSpecial = unit.Name == SpecialCase;
            Assert.Equal((isSpecial, isSpecial ? 93 : 100), (unit.Participant.IsSpecialCase, unit.Scale));
            var cells = scorecards.Single(card => card.ParticipantId == unit.Participant.Id).Cells;
            Assert.All(cells, cell => Assert.Null(cell.Points));
            foreach (var stage in scored)
            {
                Assert.Equal(
                    stage.Where(leaf => !isSpecial || !leaf.Code.StartsWith("8.3.", StringComparison.Ordinal)).Select(leaf => leaf.Id).Order(),
                    cells.Where(cell => cell.Stage == stage.Key).Select(cell => cell.CriterionId).Order());
            }
        }
    }

    private static async Task<IReadOnlyList<Unit>> DepartmentsAsync(RunningWorld world)
    {
        await using var db = world.Database.NewContext();
        return [.. (await db.Units.AsNoTracking().ToListAsync()).Where(unit => unit.Kind == UnitKind.Department && unit.ExistedIn(Year))];
    }

    /// <summary>As the verb <c>create-admin</c> does: the code of one of the first accounts.</summary>
    private static async Task<string> AdministratorAsync(RunningWorld world, string code, string name, Guid? unitId)
    {
        await using var scope = world.App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<StaffRegister>().AddAsync("create-admin", [new(code, name, Post: null, StaffRoles.Administrator, unitId)]))[0].Code;
    }

    /// <summary>An officer of every department but one, two appraisers, the coordinator.</summary>
    private static byte[] PeopleOf(IEnumerable<Unit> departments) => new Workbook().Sheet(
        "Danh sách",
        [
            ["STT", "Họ và tên", "Mã cán bộ", "Đơn vị", "Chức vụ", "Vai trò"],
            [1, "Nguyễn Thị Điều", Coordinator, "Sở Nội vụ", "Trưởng phòng Cải cách hành chính", "Cán bộ điều phối"],
            [2, "Lò Văn Thẩm", "TD.01", "Sở Tư pháp", "Chuyên viên", "Cán bộ thẩm định"],
            [3, "Mùa Thị Định", "TD.02", "Sở Tài chính", "Chuyên viên", "Cán bộ thẩm định"],
            .. departments.Select(unit => unit.NameIn(Year - 1).Name).Where(name => name != WithoutOfficer).Select((name, i) => new object?[] { i + 4, $"Cán bộ {name}", $"CB.{i + 1:00}", name, "Công chức", "Cán bộ đơn vị" }),
        ]).Bytes();

    /// <summary>The 93 leaves of the sample set, as an annex of its own wording.</summary>
    private static byte[] AnnexOfTheDecision()
    {
        var set = SampleCriteria.For(Year, "so-nganh");
        return new Annex()
            .Table(["ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"])
            .Text("PHỤ LỤC I. BỘ TIÊU CHÍ XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CẤP SỞ")
            .Table(
            [
                ["STT", "Diễn giải", "Điểm tối đa", "Cách chấm", "Thành phần"],
                .. set.Tree().Select(entry => entry.Node).Select(node => new object[]
                {
                    node.Code, node.Name, NumberWriter.VietnameseTrimmed(node.MaxScore), set.IsLeaf(node) ? node.Rule.ToString() : "", ComponentWords.Of(node.Component),
                }),
            ])
            .Bytes();
    }
}
