using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Workspace.CriteriaSets;

/// <summary>What the preview of an annex says beside its rows: ranges that are folded, rules tried with figures, and what changed since the year before.</summary>
public sealed class AnnexPreviewPageTests
{
    [Fact]
    public async Task RowsUnderstood_AreFolded_ButForTheFirst_Fields_AndWhatIsToBeLookedAt()
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        // A heading, a field with twelve criteria, and a field with six of which the third has no maximum.
        var preview = await PasteAsync(coordinator, Annex(first: 12, second: 6, broken: 3));

        var folded = preview.QuerySelectorAll("tr.folded").Select(row => row.Words()).ToList();
        Assert.Equal(["… dòng 11–14 mở các dòng 11 đến 14 04 dòng đã hiểu: 04 tiêu chí được chấm"], folded);
        Assert.NotNull(preview.QuerySelector("tr.bad-row"));
        Assert.Null(preview.QuerySelector("#dong-12"));

        var open = await coordinator.OpenAsync(preview.QuerySelector<IHtmlAnchorElement>("tr.folded a")!.Href.Split('#')[0]);
        Assert.Empty(open.QuerySelectorAll("tr.folded"));
        var all = await coordinator.OpenAsync(preview.QuerySelectorAll<IHtmlAnchorElement>("a.chip").Single(chip => chip.TextContent.StartsWith("Tất cả", StringComparison.Ordinal)).Href.Split('#')[0]);
        Assert.Equal(21, all.QuerySelectorAll("table.map tbody tr").Length);
        Assert.Equal(21, open.QuerySelectorAll("table.map tbody tr").Length);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rule_IsTriedWithFigures_AsItStandsTyped_AndNothingIsKept(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var preview = await PasteAsync(coordinator, "Mã\tNội dung\tĐiểm tối đa\tCách chấm\n1\tKế hoạch\t2,5\ttỷ lệ; sàn=70\n");
        Assert.Contains("Thử: 100/100 → 2,50; 85/100 → 2,13; 70/100 → 1,75; 69/100 → 0,00; 0/0 → chấm tay", preview.QuerySelector("#dong-1")!.TextContent, StringComparison.Ordinal);
        var row = await coordinator.OpenAsync(preview.QuerySelector<IHtmlAnchorElement>("#dong-1 .edit-link")!.Href.Split('#')[0]);

        Assert.Equal("40/44 → 2,27", await TryAsync(coordinator, row, ("Input.Figures", "40/44")));
        Assert.Equal("30/44 → 0,00", await TryAsync(coordinator, row, ("Input.Figures", "30/44")));
        Assert.Equal("30/44 → 1,70", await TryAsync(coordinator, row, ("Input.Rule", "tỷ lệ"), ("Input.Figures", "30/44")));
        Assert.Equal("“nhiều” chưa phải số liệu để thử; cần số đạt được rồi tổng số, ví dụ 40/44.", await TryAsync(coordinator, row, ("Input.Figures", "nhiều")));
        Assert.Equal("Cách chấm “trực tiếp” không tính điểm từ số liệu nên không có gì để thử.", await TryAsync(coordinator, row, ("Input.Rule", "trực tiếp"), ("Input.Figures", "1/2")));
        Assert.Equal("Dòng này không thành tiêu chí được chấm nên không có cách tính để thử.", await TryAsync(coordinator, row, ("Input.Meaning", "Drop"), ("Input.Figures", "1/2")));
        Assert.Contains("tỷ lệ; sàn=70", (await coordinator.OpenAsync(row.Location.PathName)).QuerySelector("#dong-1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task YearBefore_IsComparedBeforeAnythingIsTakenOver(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using (var db = database.NewContext())
        {
            var earlier = new CriteriaSet(2025, "so-nganh", "Bộ tiêu chí năm 2025");
            earlier.Add("1", "Ban hành kế hoạch cải cách hành chính năm", 1);
            earlier.Add("2", "Thực hiện chế độ báo cáo định kỳ", 1);
            earlier.Add("3", "Công khai thủ tục hành chính", 1);
            await new CriteriaSetRegister(db).AddAsync(earlier, new("test", "Tạo bộ tiêu chí"));
        }

        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        const string Later = "Mã\tNội dung\tĐiểm tối đa\n1\tBan hành kế hoạch cải cách hành chính năm\t1,5\n2\tThực hiện chế độ báo cáo định kỳ đúng hạn\t1\n4\tỨng dụng chữ ký số\t0,5\n";

        var difference = (await PasteAsync(coordinator, Later)).QuerySelector("#so-voi-nam-truoc")!;

        Assert.Contains("năm 2025", difference.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("01 tiêu chí đổi điểm tối đa, 01 đổi câu chữ, 01 mới, 01 bỏ", difference.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [
                "1 Ban hành kế hoạch cải cách hành chính năm: 1 → 1,5 điểm",
                "2 Thực hiện chế độ báo cáo định kỳ đúng hạn: năm trước là “Thực hiện chế độ báo cáo định kỳ”",
                "4 Ứng dụng chữ ký số: mới, 0,5 điểm",
                "3 Công khai thủ tục hành chính: năm trước 1 điểm, không còn",
            ],
            difference.QuerySelectorAll("li").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

        var first = await PasteAsync(coordinator, Later, group: "xa");
        Assert.Null(first.QuerySelector("#so-voi-nam-truoc"));
    }

    private static string Annex(int first, int second, int broken)
    {
        var text = new StringBuilder("Mã\tNội dung\tĐiểm tối đa\n").Append($"1\tLĩnh vực một\t{first}\n");
        text.AppendJoin("", Enumerable.Range(1, first).Select(number => $"1.{number}\tTiêu chí số {number} của lĩnh vực một\t1\n"));
        text.Append($"2\tLĩnh vực hai\t{second}\n");
        text.AppendJoin("", Enumerable.Range(1, second).Select(number => $"2.{number}\tTiêu chí số {number} của lĩnh vực hai\t{(number == broken ? "nhiều" : "1")}\n"));
        return text.ToString();
    }

    private static async Task<string> TryAsync(SignedIn person, IHtmlDocument row, params (string Name, string Value)[] typed)
    {
        var form = row.QuerySelector<IHtmlFormElement>("#sua-dong")!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(select => KeyValuePair.Create(select.Name!, select.Value ?? "")))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(area => KeyValuePair.Create(area.Name!, area.Value)))
            .Where(field => typed.All(other => other.Name != field.Key))
            .Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{row.Location.PathName}?handler=Try") { Content = new FormUrlEncodedContent(fields) };
        using var answer = await person.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await SignedIn.ReadAsync(answer);
        Assert.Equal(typed.Single(field => field.Name == "Input.Figures").Value, page.QuerySelector<IHtmlInputElement>("#Input_Figures")!.Value);
        return page.QuerySelector("#ket-qua-thu")!.TextContent.Trim();
    }

    private static async Task<IHtmlDocument> PasteAsync(SignedIn person, string table, string group = "so-nganh")
    {
        using var answer = await person.PostAsync("/lam-viec/bo-tieu-chi/nhap", [new("Form.Year", "2026"), new("Form.Group", group), new("Pasted", table)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await person.OpenAsync(answer.Headers.Location!.OriginalString.Split('#')[0]);
    }

    private static async Task<TestDatabase> WithGroupsAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        db.AddRange(UnitGroup.Usual());
        await db.SetUpAsync();
        return database;
    }
}
