using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ParIndex.Application.Accounts;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.CriteriaSets;

public sealed class CriteriaSetPageTests
{
    private const string Home = "/lam-viec/bo-tieu-chi";
    private const string Table = "Mã\tNội dung\tĐiểm tối đa\tCách chấm\n1\tLĩnh vực\t2\t\n1.1\tKế hoạch\t1\ttrừ: 0,5\n1.2\tBáo cáo\t1\t\n";

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Annex_PastedAndAccepted_BecomesASet(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var preview = await PasteAsync(coordinator, Table);
        Assert.Empty(await SetsAsync(database));

        var accepted = await AcceptAsync(coordinator, preview);

        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var set = Assert.Single(await SetsAsync(database));
        Assert.Equal(["1.1", "1.2"], set.Leaves.Select(leaf => leaf.Code));
        var page = await coordinator.OpenAsync(accepted.Headers.Location!.OriginalString);
        Assert.Contains("02 tiêu chí được chấm", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Annex_UploadedAsAFile_IsShownThenAcceptedWithoutTheFile(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var annex = CriteriaWorkbook.Write(TestRound.NewSet());

        using var answer = await coordinator.UploadAsync(Home + "/nhap", "phu-luc.xlsx", annex, Fields(("Form.Year", "2026"), ("Form.Group", "so-nganh")), "Annex");
        var preview = await FollowAsync(coordinator, answer);
        Assert.Empty(await SetsAsync(database));
        var accepted = await AcceptAsync(coordinator, preview);

        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var set = Assert.Single(await SetsAsync(database));
        Assert.Equal(TestRound.NewSet().Leaves.Select(leaf => (leaf.Code, leaf.Name, leaf.MaxScore, leaf.Component)), set.Leaves.Select(leaf => (leaf.Code, leaf.Name, leaf.MaxScore, leaf.Component)));
    }

    [Theory]
    [InlineData("phu-luc.xlsx", "không phải là sổ tính")]
    [InlineData("phu-luc.docx", "không phải là văn bản")]
    [InlineData("phu-luc.xlsx", "")]
    public async Task Annex_ThatIsNoSuchFile_Is400AndStoresNothing(string name, string content)
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        using var answer = await coordinator.UploadAsync(Home + "/nhap", name, System.Text.Encoding.UTF8.GetBytes(content), Fields(("Form.Year", "2026"), ("Form.Group", "so-nganh")), "Annex");

        var page = await SignedIn.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(page.QuerySelector(".errors li"));
        Assert.Equal("2026", page.QuerySelector<IHtmlInputElement>("#Form_Year")!.Value);
        Assert.Empty(await SetsAsync(database));
    }

    [Fact]
    public async Task Annex_WithColumnsChosenByHand_IsReadSo()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var preview = await PasteAsync(coordinator, "STT\tDiễn giải\tĐiểm\n1\tKế hoạch\t1\n");
        Assert.Null(preview.QuerySelector("button[formaction*=Accept]"));
        preview.QuerySelector<IHtmlSelectElement>("select[name='Columns[1]']")!.Value = "Name";

        var again = await FollowAsync(coordinator, await SendAsync(coordinator, preview, "Columns"));

        Assert.NotNull(again.QuerySelector("button[formaction*=Accept]"));
        Assert.Contains("1 Kế hoạch", again.QuerySelector("#dong-1 .became")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Annex_WithUnknownHeadings_OffersTheColumns_AndIsReadAsChosen()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var preview = await PasteAsync(coordinator, "Số hiệu\tDiễn giải\tTrọng số\n1\tKế hoạch\t1\n");
        Assert.Null(preview.QuerySelector("button[formaction*=Accept]"));
        Assert.Contains("Chọn cột tên tiêu chí", preview.QuerySelector("#nhan")!.TextContent, StringComparison.Ordinal);
        foreach (var (column, meaning) in new[] { (0, "Code"), (1, "Name"), (2, "MaxScore") })
        {
            preview.QuerySelector<IHtmlSelectElement>($"select[name='Columns[{column}]']")!.Value = meaning;
        }

        var accepted = await AcceptAsync(coordinator, await FollowAsync(coordinator, await SendAsync(coordinator, preview, "Columns")));

        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal("Kế hoạch", Assert.Single(Assert.Single(await SetsAsync(database)).Leaves).Name);
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FileWithTwoAnnexes_AsksWhichIsMeant_AndBothBecomeSets(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        object[] header = ["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm"];
        var file = new Annex()
            .Text("PHỤ LỤC I: SỞ, BAN, NGÀNH").Table(header, ["1", "Chỉ đạo", "1", "Có: 1; Không: 0"])
            .Text("PHỤ LỤC II: XÃ, PHƯỜNG").Table(header, ["1", "Chỉ đạo", "2", "Mỗi văn bản sai trừ 0,5 điểm"])
            .Bytes();

        foreach (var (table, group) in new[] { (0, "so-nganh"), (1, "xa") })
        {
            using var answer = await coordinator.UploadAsync(Home + "/nhap", "phu-luc.docx", file, Fields(("Form.Year", "2026"), ("Form.Group", group)), "Annex");
            var choice = await FollowAsync(coordinator, answer);
            Assert.Null(choice.QuerySelector("#nhan"));
            Assert.Contains("PHỤ LỤC II: XÃ, PHƯỜNG", choice.QuerySelector("#chon-bang")!.TextContent, StringComparison.Ordinal);
            choice.QuerySelectorAll<IHtmlInputElement>("#chon-bang input[type=radio]").ElementAt(table).IsChecked = true;

            var preview = await FollowAsync(coordinator, await SendAsync(coordinator, choice, "Table", "#chon-bang"));
            var accepted = await AcceptAsync(coordinator, preview);
            Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        }

        var sets = (await SetsAsync(database)).ToDictionary(set => set.GroupSlug, set => Assert.Single(set.Leaves));
        Assert.Equal(("mức: Có=1; Không=0", "trừ: 0,5"), (sets["so-nganh"].Rule.ToString(), sets["xa"].Rule.ToString()));
        Assert.Equal("Mỗi văn bản sai trừ 0,5 điểm", sets["xa"].ScoringText);
    }

    [Fact]
    public async Task Annex_OfAnotherTableThanShown_IsNotAccepted()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        object[] header = ["STT", "Tiêu chí", "Điểm tối đa"];
        var file = new Annex().Table(header, ["1", "Chỉ đạo", "1"]).Text("Phụ lục II").Table(header, ["1", "Chỉ đạo", "2"]).Bytes();
        using var answer = await coordinator.UploadAsync(Home + "/nhap", "phu-luc.docx", file, Fields(("Form.Year", "2026"), ("Form.Group", "so-nganh")), "Annex");
        var choice = await FollowAsync(coordinator, answer);
        choice.QuerySelectorAll<IHtmlInputElement>("#chon-bang input[type=radio]").ElementAt(0).IsChecked = true;
        var preview = await FollowAsync(coordinator, await SendAsync(coordinator, choice, "Table", "#chon-bang"));
        preview.QuerySelector<IHtmlInputElement>("#nhan input[name=Table]")!.Value = "1";

        var refused = await AcceptAsync(coordinator, preview);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Empty(await SetsAsync(database));
    }

    [Fact]
    public async Task Annex_ThatDoesNotAddUp_IsShownButNotAccepted()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var preview = await PasteAsync(coordinator, Table.Replace("vực\t2", "vực\t3", StringComparison.Ordinal));

        var refused = await AcceptAsync(coordinator, preview);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Empty(await SetsAsync(database));
    }

    [Fact]
    public async Task Annex_OfAnotherPersonsPreview_IsNotThere()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        using var other = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var preview = await PasteAsync(coordinator, Table);

        using var read = await other.GetAsync(preview.Location.PathName);
        var own = await PasteAsync(other, Table);
        using var accepted = await PostFormAsync(other, own, preview.Location.PathName + "?handler=Accept");

        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.EndsWith("/nhap", accepted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Empty(await SetsAsync(database));
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Annex_CorrectedAtARow_IsAcceptedSo_AndRememberedForTheNext(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var wrong = Table.Replace("Báo cáo\t1", "Báo cáo\tmột", StringComparison.Ordinal);
        var preview = await PasteAsync(coordinator, wrong);
        Assert.Null(preview.QuerySelector("button[formaction*=Accept]"));

        var editing = await coordinator.OpenAsync(preview.QuerySelector<IHtmlAnchorElement>("#dong-3 .act a")!.GetAttribute("href")!.Split('#')[0]);
        editing.QuerySelector<IHtmlInputElement>("#Input_MaxScore")!.Value = "1";
        var corrected = await FollowAsync(coordinator, await SendAsync(coordinator, editing, "Correct", "#sua-dong"));
        var accepted = await AcceptAsync(coordinator, corrected);

        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(2m, Assert.Single(await SetsAsync(database)).MaxScore);
        var next = await PasteAsync(coordinator, wrong, "2027");
        Assert.Contains("Đã dùng lại 01 chỗ sửa", next.QuerySelector(".annex-memory")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(next.QuerySelector("button[formaction*=Accept]"));
        var forgotten = await FollowAsync(coordinator, await SendAsync(coordinator, next, "Forget", ".annex-memory"));
        Assert.Null(forgotten.QuerySelector("button[formaction*=Accept]"));
    }

    [Fact]
    public async Task Correction_ThatCannotBeRead_IsToldAtItsRow_AndKept()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var preview = await PasteAsync(coordinator, Table);
        var edit = preview.QuerySelector<IHtmlAnchorElement>("#dong-2 .act a")!.GetAttribute("href")!.Split('#')[0];
        var editing = await coordinator.OpenAsync(edit);
        editing.QuerySelector<IHtmlTextAreaElement>("#Input_Rule")!.Value = "theo thực tế";

        var told = await FollowAsync(coordinator, await SendAsync(coordinator, editing, "Correct", "#sua-dong"));

        Assert.Contains("Cách chấm vừa sửa không đọc được", told.QuerySelector("#dong-2 .late")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("theo thực tế", (await coordinator.OpenAsync(edit)).QuerySelector<IHtmlTextAreaElement>("#Input_Rule")!.Value);
        var restored = await FollowAsync(coordinator, await SendAsync(coordinator, await coordinator.OpenAsync(edit), "Restore", "#sua-dong"));
        Assert.NotNull(restored.QuerySelector("button[formaction*=Accept]"));
    }

    [Fact]
    public async Task File_WithAWrongYear_IsKept_AndNeedNotBeSentAgain()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        using var answer = await coordinator.UploadAsync(Home + "/nhap", "phu-luc.xlsx", CriteriaWorkbook.Write(TestRound.NewSet()), Fields(("Form.Year", "26"), ("Form.Group", "so-nganh")), "Annex");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var parcel = (await SignedIn.ReadAsync(answer)).QuerySelector<IHtmlInputElement>("input[name=Parcel]")!.Value;

        var preview = await FollowAsync(coordinator, await coordinator.PostAsync(Home + "/nhap", Fields(("Form.Year", "2026"), ("Form.Group", "so-nganh"), ("Parcel", parcel))));

        Assert.Equal("2026", preview.QuerySelector<IHtmlInputElement>("#Form_Year")!.Value);
    }

    [Theory]
    [InlineData("26", "so-nganh", Table)]
    [InlineData("2026", "khong-co", Table)]
    [InlineData("2026", "so-nganh", "")]
    [InlineData("2026", "so-nganh", "một dòng chữ")]
    public async Task Import_OfWrongInput_Is400AndKeepsIt(string year, string group, string pasted)
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await coordinator.PostAsync(Home + "/nhap", Fields(("Form.Year", year), ("Form.Group", group), ("Pasted", pasted)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await SignedIn.ReadAsync(answer);
        Assert.Equal(year, page.QuerySelector<IHtmlInputElement>("#Form_Year")!.Value);
        Assert.NotNull(page.QuerySelector(".errors li"));
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sample_IsMadeMarkedCopiedAndCompared(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var made = await coordinator.PostAsync(Home + "/tao", Fields(("Form.Year", "2025"), ("Form.Group", "so-nganh"), ("From", "mau")));
        var sample = Assert.Single(await SetsAsync(database));
        Assert.Contains("Bộ tiêu chí mẫu.", (await coordinator.OpenAsync(made.Headers.Location!.OriginalString)).QuerySelector(".notice:not([role])")!.TextContent, StringComparison.Ordinal);
        var copied = await coordinator.PostAsync(Home + "/tao", Fields(("Form.Year", "2026"), ("Form.Group", "so-nganh"), ("From", sample.Id.ToString())));
        var compare = copied.Headers.Location!.OriginalString + "/so-sanh";
        var page = await coordinator.OpenAsync(compare);
        Assert.Contains("141 giữ nguyên", page.Body!.TextContent, StringComparison.Ordinal);

        var leaf = Array.FindIndex([.. page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent)], text => text.StartsWith("1.1.1.", StringComparison.Ordinal));
        var decided = await coordinator.PostAsync(compare, Fields(($"Decisions[{leaf}].EarlierCode", "")));

        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        var after = (await coordinator.OpenAsync(compare)).Body!.TextContent;
        Assert.Contains("140 giữ nguyên", after, StringComparison.Ordinal);
        Assert.Contains("01 mới", after, StringComparison.Ordinal);
        Assert.Contains("01 bỏ", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_WithAnUnknownCode_Is400AndKeepsIt()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        await AddAsync(database, Small(2025));
        var later = await AddAsync(database, Small(2026));

        var answer = await coordinator.PostAsync($"{Home}/{later.Id}/so-sanh", Fields(("Decisions[0].EarlierCode", "9.9")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("9.9", (await SignedIn.ReadAsync(answer)).QuerySelector<IHtmlInputElement>("input[name='Decisions[0].EarlierCode']")!.Value);
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Criterion_ChangedAddedMovedAndRemoved_IsSo(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = await AddAsync(database, Small(2026));
        var (field, leaf) = (set.Criteria.Single(node => node.Code == "1"), set.Criteria.Single(node => node.Code == "1.1"));

        var changed = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{leaf.Id}", Whole(leaf, ("Form.MaxScore", "1.25"), ("Form.Rule", "ty le; san=50")), "#sua");
        var added = await coordinator.PostAsync($"{Home}/{set.Id}/sua/moi?duoi={field.Id}", Whole(leaf, ("Form.Code", "1.3")), "#sua");
        var moved = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{leaf.Id}", [], "#xuong");
        var removed = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{set.Criteria.Single(node => node.Code == "1.2").Id}", [], "#bo");

        Assert.All([changed, added, moved, removed], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var now = Assert.Single(await SetsAsync(database));
        Assert.Equal(["1", "1.1", "1.3"], now.Tree().Select(entry => entry.Node.Code));
        Assert.Equal(("tỷ lệ; sàn=50", 1.25m), (now.Leaves[0].Rule.ToString(), now.Leaves[0].MaxScore));
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Criterion_MovedUnderAnother_TakesWhatIsBelowWithIt(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = Small(2026);
        var (field, plan) = (set.Criteria.Single(node => node.Code == "1"), set.Criteria.Single(node => node.Code == "1.1"));
        var other = set.Add("2", "Lĩnh vực khác", 1);
        set.Add("1.1.1", "Ban hành", 1, parent: plan);
        await AddAsync(database, set);
        var address = $"{Home}/{set.Id}/sua/{plan.Id}";

        var page = await coordinator.OpenAsync(address);
        Assert.Equal(["", field.Id.ToString(), set.Criteria.Single(node => node.Code == "1.2").Id.ToString(), other.Id.ToString()], page.QuerySelectorAll<IHtmlOptionElement>("#under option").Select(option => option.Value));
        Assert.Equal(field.Id.ToString(), page.QuerySelector<IHtmlSelectElement>("#under")!.Value);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.PostAsync(address, Fields(("under", other.Id.ToString())), "#cap-tren")).StatusCode);
        Assert.Equal([("1", 1), ("1.2", 2), ("2", 1), ("1.1", 2), ("1.1.1", 3)], Assert.Single(await SetsAsync(database)).Tree().Select(entry => (entry.Node.Code, entry.Depth)));

        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.PostAsync(address, Fields(("under", "")), "#cap-tren")).StatusCode);
        Assert.Equal([("1", 1), ("1.2", 2), ("2", 1), ("1.1", 1), ("1.1.1", 2)], Assert.Single(await SetsAsync(database)).Tree().Select(entry => (entry.Node.Code, entry.Depth)));
    }

    [Theory]
    [InlineData("below", "nằm trong “1.1”")]
    [InlineData("gone", "không còn trong bộ tiêu chí")]
    [InlineData("late", "vừa được người khác sửa")]
    public async Task Criterion_MovedWhereItCannotStand_Is409AndStays(string where, string words)
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = Small(2026);
        var plan = set.Criteria.Single(node => node.Code == "1.1");
        var below = set.Add("1.1.1", "Ban hành", 1, parent: plan);
        await AddAsync(database, set);
        var under = where switch { "below" => below.Id, "gone" => Guid.NewGuid(), _ => set.Criteria.Single(node => node.Code == "1.2").Id };

        var answer = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{plan.Id}", Fields([("under", under.ToString()), .. where == "late" ? [("Form.Version", Guid.NewGuid().ToString())] : Array.Empty<(string, string)>()]), "#cap-tren");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(words, (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "1.1", "1.1.1", "1.2"], Assert.Single(await SetsAsync(database)).Tree().Select(entry => entry.Node.Code));
    }

    [Theory]
    [InlineData("Form.Code", "--")]
    [InlineData("Form.Name", " ")]
    [InlineData("Form.MaxScore", "6.23000")]
    [InlineData("Form.MaxScore", "0")]
    [InlineData("Form.Rule", "tuỳ")]
    [InlineData("Form.Decimals", "5")]
    public async Task Criterion_OfWrongInput_Is400AndKeepsIt(string field, string typed)
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = await AddAsync(database, Small(2026));

        var answer = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{set.Leaves[0].Id}", Whole(set.Leaves[0], (field, typed)), "#sua");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await SignedIn.ReadAsync(answer);
        var id = field.Replace('.', '_');
        Assert.NotNull(page.QuerySelector($".errors a[href='#{id}']"));
        Assert.Equal(typed.Trim(), (page.GetElementById(id) is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)page.GetElementById(id)!).Value).Trim());
    }

    [Fact]
    public async Task Criterion_WithACodeTaken_Is409() => await RefusedAsync(set => Whole(set.Leaves[0], ("Form.Code", "1.2")), _ => { });

    [Fact]
    public async Task Criterion_OfALockedSet_Is409() => await RefusedAsync(set => Whole(set.Leaves[0]), set => set.Lock(new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc)));

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Criterion_ChangedByTwo_Is409AndShowsBoth(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = await AddAsync(database, Small(2026));
        var leaf = set.Leaves[0];
        await coordinator.PostAsync($"{Home}/{set.Id}/sua/{leaf.Id}", Whole(leaf, ("Form.Name", "Tên của người trước")), "#sua");

        var late = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{leaf.Id}", Whole(leaf, ("Form.Name", "Tên của người sau"), ("Form.Version", set.Version.ToString())), "#sua");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await SignedIn.ReadAsync(late);
        Assert.Contains("Tên của người trước", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tên của người sau", page.QuerySelector<IHtmlTextAreaElement>("#Form_Name")!.Value.Trim());
    }

    [Fact]
    public async Task Auditor_ReadsAndChangesNothing()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var auditor = await SignedIn.AsAsync(app, StaffRoles.Auditor);
        await AddAsync(database, Small(2025));
        var set = await AddAsync(database, Small(2026));

        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync($"{Home}/{set.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync($"{Home}/{set.Id}.xlsx")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"{Home}/{set.Id}/sua")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync($"{Home}/{set.Id}/so-sanh", [])).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Details_AreSaved_AndTheSetDeleted(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = await AddAsync(database, Small(2026));

        var wrong = await coordinator.PostAsync($"{Home}/{set.Id}/sua", Fields(("Form.DecisionDate", "hôm qua")), "#sua");
        var saved = await coordinator.PostAsync($"{Home}/{set.Id}/sua", Fields(("Form.DecisionNumber", "15/QĐ-UBND"), ("Form.DecisionDate", "15/11/2026")), "#sua");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (wrong.StatusCode, saved.StatusCode));
        Assert.Equal(new DateOnly(2026, 11, 15), Assert.Single(await SetsAsync(database)).DecisionDate);
        await coordinator.PostAsync($"{Home}/{set.Id}/sua", [], "#xoa");
        Assert.Empty(await SetsAsync(database));
    }

    private static async Task RefusedAsync(Func<CriteriaSet, List<KeyValuePair<string, string>>> form, Action<CriteriaSet> prepare)
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = Small(2026);
        prepare(set);
        await AddAsync(database, set);

        var answer = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{set.Leaves[0].Id}", form(set), "#sua");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    private static CriteriaSet Small(int year)
    {
        var set = new CriteriaSet(year, "so-nganh", $"Bộ tiêu chí {year}");
        var field = set.Add("1", "Lĩnh vực", 2);
        set.Add("1.1", "Kế hoạch", 1, parent: field);
        set.Add("1.2", "Báo cáo", 1, parent: field);
        return set;
    }

    private static List<KeyValuePair<string, string>> Whole(Criterion criterion, params (string Name, string Value)[] changed)
    {
        List<(string Name, string Value)> fields = [("Form.Code", criterion.Code), ("Form.Name", criterion.Name), ("Form.MaxScore", "1"), ("Form.Rule", "trực tiếp"), ("Form.Component", "Appraisal")];
        return Fields([.. fields.Where(field => !changed.Any(one => one.Name == field.Name)), .. changed]);
    }

    private static List<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) => [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];

    private static Task<HttpResponseMessage> AcceptAsync(SignedIn person, IHtmlDocument preview) => SendAsync(person, preview, "Accept");

    /// <summary>Sends a form of the page to one of its handlers.</summary>
    private static Task<HttpResponseMessage> SendAsync(SignedIn person, IHtmlDocument page, string handler, string selector = "#nhan") =>
        PostFormAsync(person, page, $"{page.Location.PathName}?handler={handler}", selector);

    private static async Task<IHtmlDocument> PasteAsync(SignedIn person, string table, string year = "2026") =>
        await FollowAsync(person, await person.PostAsync(Home + "/nhap", Fields(("Form.Year", year), ("Form.Group", "so-nganh"), ("Pasted", table))));

    /// <summary>The page an answer leads to.</summary>
    private static async Task<IHtmlDocument> FollowAsync(SignedIn person, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await person.OpenAsync(answer.Headers.Location!.OriginalString.Split('#')[0]);
    }

    private static async Task<HttpResponseMessage> PostFormAsync(SignedIn person, IHtmlDocument page, string target, string selector = "#nhan")
    {
        var form = page.QuerySelector<IHtmlFormElement>(selector)!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type != "radio" || input.IsChecked).Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(select => KeyValuePair.Create(select.Name!, select.Value ?? "")))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(area => KeyValuePair.Create(area.Name!, area.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(fields) };
        return await person.SendAsync(request);
    }

    private static async Task<TestDatabase> WithGroupsAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        db.AddRange(UnitGroup.Usual());
        await db.SetUpAsync();
        return database;
    }

    private static async Task<CriteriaSet> AddAsync(TestDatabase database, CriteriaSet set)
    {
        await using var db = database.NewContext();
        await new CriteriaSetRegister(db).AddAsync(set, new("test", "Tạo bộ tiêu chí"));
        return set;
    }

    private static async Task<IReadOnlyList<CriteriaSet>> SetsAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return await new CriteriaSetRegister(db).AllAsync();
    }
}
