using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using static ParIndex.Web.Tests.Pages.Workspace.CriteriaSets.CriteriaPages;

namespace ParIndex.Web.Tests.Pages.Workspace.CriteriaSets;

/// <summary>An annex on its way to a set: read, corrected, shown, accepted.</summary>
public sealed class AnnexPageTests
{
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
}
