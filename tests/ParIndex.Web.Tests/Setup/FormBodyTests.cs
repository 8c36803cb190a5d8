using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Setup;

/// <summary>A form says each thing once and in its body, and can be sent by a browser at all.</summary>
public sealed class FormBodyTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Field_SentTwice_IsRefused_AndNothingIsSaved(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var round = await OpenRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, round.Test.Justice.Id);
        var address = $"/lam-viec/phieu-cham-diem/{await round.CardIdAsync(round.Test.Justice)}";
        var leaf = $"{address}/tieu-chi/{round.Test.Leaf("1.2.2").Id}";
        var version = (await officer.OpenAsync(address)).QuerySelector<IHtmlInputElement>("[name='v-1.2.2']")!.Value;

        // “0” and “1” together would be read as 0,1.
        foreach (var (page, form, fields) in new (string, string, (string, string)[])[]
        {
            (address, "#phieu", [("p-1.2.2", "0"), ("p-1.2.2", "1")]),
            (address, "#phieu", [("p-1.2.2", "0,1"), ("p-1.2.2", "0,1")]),
            (address, "#phieu", [("p-1.2.2", "0,1"), ("P-1.2.2", "0,2")]),
            (address, "#phieu", [("p-1.2.2", "0,1"), ("v-1.2.2", version), ("v-1.2.2", version)]),
            (address, "#phieu", [("p-1.2.2", "0,1"), ("stage", "SelfScore"), ("stage", "FirstAppraisal")]),
            (address, "#phieu", [("accept", "1.2.2"), ("accept", "1.2.3")]),
            (leaf, "#o", [("p-1.2.2", "0,1"), ("p-1.2.2", "0,2")]),
            (leaf, "#o", [("p-1.2.2", "0,1"), ("g-1.2.2", "a"), ("g-1.2.2", "b")]),
            (leaf + "/minh-chung", "#them", [("Input.Title", "a"), ("Input.Title", "b")]),
            ("/tai-khoan/mat-khau", "form", [("Input.Present", "a"), ("Input.Present", "b")]),
            ("/tai-khoan/mat-khau", "form", [("khong-co", "a"), ("khong-co", "b")]),
        })
        {
            using var answer = await officer.PostAsync(page, Pairs(fields), page.StartsWith("/tai-khoan", StringComparison.Ordinal) ? "main form[method=post]" : form);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains($"Trường “{fields.GroupBy(field => field.Item1, StringComparer.OrdinalIgnoreCase).First(same => same.Count() > 1).Key}” được gửi hai lần", (await SignedIn.ReadAsync(answer)).Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        }

        await using var db = database.NewContext();
        Assert.Equal(0, await db.ScoreEdits.CountAsync());
    }

    [Fact]
    public async Task Cell_SentTwiceAsJson_IsRefused_InWhateverWay()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var round = await OpenRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, round.Test.Justice.Id);
        var address = $"/lam-viec/phieu-cham-diem/{await round.CardIdAsync(round.Test.Justice)}";
        var page = await officer.OpenAsync(address);
        string Value(string name) => page.QuerySelector<IHtmlInputElement>($"[name='{name}']")!.Value;
        var (key, other) = (Guid.NewGuid(), Guid.NewGuid());
        string Edit(Guid id, string leaf, string boxes) => $$"""{"key":"{{id}}","leaf":"{{leaf}}","stage":"SelfScore","version":"{{Value("v-" + leaf)}}",{{boxes}}}""";

        foreach (var body in new[]
        {
            $$"""{"edits":[{{Edit(key, "1.2.2", "\"p\":\"0\",\"p\":\"1\"")}}]}""",
            $$"""{"edits":[{{Edit(key, "1.2.2", "\"p\":\"0\",\"P\":\"1\"")}}]}""",
            $$"""{"edits":[],"edits":[{{Edit(key, "1.2.2", "\"p\":\"0,1\"")}}]}""",
            $$"""{"preview":true,"preview":false,"edits":[{{Edit(key, "1.2.2", "\"p\":\"0,1\"")}}]}""",
            $$"""{"edits":[{{Edit(key, "1.2.2", "\"p\":\"0,1\"")}},{{Edit(other, "1.2.2", "\"p\":\"0,2\"")}}]}""",
            $$"""{"edits":[{{Edit(key, "1.2.2", "\"p\":\"0,1\"")}},{{Edit(key, "1.2.1", "\"a\":\"1\"")}}]}""",
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address + "/o") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Add("RequestVerificationToken", Value("__RequestVerificationToken"));
            using var answer = await officer.SendAsync(request);

            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest || (text.Contains("hai lần", StringComparison.Ordinal) && !text.Contains("\"saved\"", StringComparison.Ordinal)), $"{body}\n{(int)answer.StatusCode} {text}");
        }

        await using var db = database.NewContext();
        Assert.Equal(0, await db.ScoreEdits.CountAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Post_ReadsItsBodyAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.Office.Id);
        using var administrator = await SignedIn.AsAsync(app, StaffRoles.Administrator, world.Test.Office.Id);
        using var second = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Office.Id);
        var unit = "/lam-viec/don-vi/" + world.Test.Justice.Code + "/doi-ten";
        var token = (await administrator.OpenAsync("/tai-khoan/mat-khau")).QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;

        // What the query says is nowhere in the body: it is missing.
        using var renamed = await SendAsync(coordinator, unit + "?Input.Name=S%E1%BB%9F%20B%E1%BB%8B%20%C4%91%E1%BB%95i&Input.From=1/1/2026", [], (await coordinator.OpenAsync("/tai-khoan/mat-khau")).QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value);
        Assert.Equal(HttpStatusCode.BadRequest, renamed.StatusCode);

        // And the body cannot name another thing than the path.
        using var disabled = await SendAsync(administrator, $"/quan-tri/tai-khoan/{second.Account.Id}?handler=disable&Id={coordinator.Account.Id}", [("Id", $"{coordinator.Account.Id}"), ("id", "")], token);
        Assert.Equal(HttpStatusCode.BadRequest, disabled.StatusCode);
        using var alone = await SendAsync(administrator, $"/quan-tri/tai-khoan/{second.Account.Id}?handler=disable&Id={coordinator.Account.Id}", [("Id", $"{coordinator.Account.Id}")], token);
        await using var db = database.NewContext();
        Assert.True((await db.StaffAccounts.SingleAsync(account => account.Id == coordinator.Account.Id)).IsActive);
    }

    [Fact]
    public async Task List_AndCheckBox_MayComeMoreThanOnce()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.HomeAffairs.Id);
        var address = test.Address + "/phan-cong";
        var page = await coordinator.OpenAsync(address);
        var appraiser = page.QuerySelectorAll<IHtmlOptionElement>("[name='Input.Appraiser'] option").First(option => option.Value.Length > 0).Value;
        var units = page.QuerySelectorAll<IHtmlInputElement>("[name='Input.Units']").Select(box => box.Value).Take(2).ToList();

        using var taken = await coordinator.PostAsync(address, Pairs(("Input.Appraiser", appraiser), ("Input.Units", units[0]), ("Input.Units", units[1])), "#phan-cong");
        using var twice = await coordinator.PostAsync(address, Pairs(("Input.Appraiser", appraiser), ("Input.Appraiser", appraiser), ("Input.Units", units[0])), "#phan-cong");

        // The rules may refuse who is assigned already; the form itself is taken.
        Assert.Contains(taken.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Conflict });
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        Assert.Contains("được gửi hai lần", (await SignedIn.ReadAsync(twice)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutAddressOfItsOwn_IsNotSteeredByTheLinkThatLedToIt()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.HomeAffairs.Id);

        var page = await coordinator.OpenAsync("/tai-khoan/mat-khau?Input.Present=khac");

        Assert.Equal("/tai-khoan/mat-khau", page.QuerySelector("main form[method=post]")!.GetAttribute("action"));
        Assert.Single(page.QuerySelectorAll("main form[method=post] [name=__RequestVerificationToken]"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Workbook_IsDiscardedAndAccepted_ByTheFormsOfThePage(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var round = await OpenRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, round.Test.Justice.Id);
        var address = $"/lam-viec/phieu-cham-diem/{await round.CardIdAsync(round.Test.Justice)}";
        var sheet = FilledSheet.Of(await (await officer.GetAsync((await officer.OpenAsync(address)).QuerySelector("a[href$='.xlsx']")!.GetAttribute("href")!)).Content.ReadAsByteArrayAsync(), "1.2.2", "0.2");

        async Task<string> UploadAsync()
        {
            using var sent = await officer.UploadAsync(address + "/nhap-xlsx", "phieu.xlsx", sheet, [], "File");
            return sent.Headers.Location!.ToString();
        }

        using var discarded = await officer.PostAsync(await UploadAsync(), [], "#bo");
        Assert.Equal(HttpStatusCode.Redirect, discarded.StatusCode);
        Assert.Contains("Đã bỏ tệp", (await officer.OpenAsync(address + "/nhap-xlsx")).Body!.TextContent, StringComparison.Ordinal);
        var waiting = await UploadAsync();
        using var accepted = await officer.PostAsync(waiting, [], "#nhan");
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        await using var db = database.NewContext();
        Assert.Equal(0.2m, Assert.Single(await db.ScoreEdits.ToListAsync()).Points);
    }

    private static async Task<HttpResponseMessage> SendAsync(SignedIn person, string address, (string Name, string Value)[] fields, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(Pairs([("__RequestVerificationToken", token), .. fields])) };
        return await person.SendAsync(request);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(params (string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
}
