using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Scorecards;

/// <summary>The sheet as a form, and as its script talks to the server.</summary>
public sealed class SheetPageTests(ITestOutputHelper output)
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Get_ByAnOfficer_ShowsEveryLeafAndWeighsLittle(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);

        using var answer = await desk.Officer.GetAsync(desk.Address);
        var html = await answer.Content.ReadAsStringAsync();
        var page = await SignedIn.ReadAsync(answer);

        Assert.Equal(93, page.QuerySelectorAll("tr[id^='t-']").Length);
        Assert.All(page.QuerySelectorAll<IHtmlInputElement>("table input:not([type=hidden])"), input => Assert.All(input.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id))));
        var exempt = page.GetElementById("t-1.4.3")!;
        Assert.Contains("Không tổ chức cuộc thi", exempt.TextContent, StringComparison.Ordinal);
        Assert.Empty(exempt.QuerySelectorAll("input, select"));
        Assert.Contains("0/", page.QuerySelector("#thanh")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chu", page.QuerySelector("ul[hidden]")!.Id, StringComparison.Ordinal);
        output.WriteLine($"{Encoding.UTF8.GetByteCount(html)} bytes of page");
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 90 * 1024);
    }

    [Fact]
    public async Task Get_OfAScorecardThatIsNotTheirs_AnswersLikeOneThatIsNotThere()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        using var stranger = await SignedIn.AsAsync(desk.App, StaffRoles.UnitOfficer, desk.Round.Test.Office.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(desk.Address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/lam-viec/phieu-cham-diem/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{desk.Address}/tieu-chi/{desk.Round.Test.Leaf("1.1.1").Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Officer.GetAsync($"{desk.Address}/tieu-chi/{Guid.NewGuid()}")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Post_OfTheForm_SavesTheCellsTouchedAndNoOther(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);

        using var answer = await desk.PostAsync(desk.Officer, ("a-1.1.2", "48"), ("r-1.1.2", "50"), ("l-1.1.1", "0"), ("p-1.2.2", "0.2"), ("g-1.2.2", "Công văn số 5"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await desk.Officer.OpenAsync(desk.Address);
        Assert.Contains("Đã lưu 03 ô.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1,44", page.QuerySelector<IHtmlInputElement>("[name='p-1.1.2']")!.Value);
        Assert.Equal("0,20", page.QuerySelector<IHtmlInputElement>("[name='p-1.2.2']")!.Value);
        Assert.Equal("Công văn số 5", page.QuerySelector<IHtmlInputElement>("[name='g-1.2.2']")!.Value);
        Assert.Equal("0", page.QuerySelector<IHtmlSelectElement>("[name='l-1.1.1']")!.Value);
        Assert.Equal("2,14", page.QuerySelector("[data-sum='1']")!.TextContent);
        Assert.Equal(3, await desk.EditsAsync());
    }

    [Fact]
    public async Task Post_OfWhatCannotBeRead_KeepsItAndSavesTheOthers()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);

        using var answer = await desk.PostAsync(desk.Officer, ("p-1.2.2", "hai phần mười"), ("a-1.2.1", "1"), ("a-1.1.2", "48"));
        var page = await SignedIn.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("hai phần mười", page.QuerySelector<IHtmlInputElement>("[name='p-1.2.2']")!.Value);
        Assert.Equal("48", page.QuerySelector<IHtmlInputElement>("[name='a-1.1.2']")!.Value);
        Assert.Contains("Tiêu chí 1.2.2: điểm “hai phần mười” không phải là số hợp lệ", page.GetElementById("t-1.2.2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("thiếu số phải thực hiện", page.GetElementById("t-1.1.2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã lưu 01 ô.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await desk.EditsAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Post_OnWhatAColleagueChanged_ShowsBothAndASecondPostKeepsMine(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        using var colleague = await SignedIn.AsAsync(desk.App, StaffRoles.UnitOfficer, desk.Round.Test.Justice.Id);
        var stale = desk.Fields(await desk.Officer.OpenAsync(desk.Address));
        await desk.PostAsync(colleague, ("p-1.2.2", "0,1"), ("a-1.2.1", "1"));

        stale["p-1.2.2"] = "0,25";
        using var refused = await desk.Officer.PostAsync(desk.Address, stale, "#phieu");
        var page = await SignedIn.ReadAsync(refused);

        // The colleague's other cell was not touched here, so there is nothing to settle.
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Single(page.QuerySelectorAll("td .error"));
        Assert.Equal("0,25", page.QuerySelector<IHtmlInputElement>("[name='p-1.2.2']")!.Value);
        Assert.Contains("Nguyễn Văn Thử (Sở Tư pháp): 0,10", page.GetElementById("t-1.2.2")!.TextContent, StringComparison.Ordinal);

        using var kept = await desk.Officer.PostAsync(desk.Address, desk.Fields(page), "#phieu");
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var after = await desk.Officer.OpenAsync(desk.Address);
        Assert.Equal("0,25", after.QuerySelector<IHtmlInputElement>("[name='p-1.2.2']")!.Value);
        Assert.Equal("1", after.QuerySelector<IHtmlInputElement>("[name='a-1.2.1']")!.Value);
    }

    [Fact]
    public async Task Get_ByAnAppraiser_ShowsTheSelfScoreAndTakesItWithOneAct()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        await desk.PostAsync(desk.Officer, ("a-1.1.2", "48"), ("r-1.1.2", "50"));
        await desk.Round.MoveAsync(desk.Round.Test.Justice, ScorecardAct.Submit);
        using var appraiser = await SignedIn.AsAsync(desk.App, StaffRoles.Appraiser, desk.Round.Test.Office.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await appraiser.GetAsync(desk.Address)).StatusCode);
        await desk.Round.AssignAsync(appraiser.Account);

        using var answer = await desk.PostAsync(appraiser, ("accept", "1.1.2"));
        var page = await appraiser.OpenAsync(desk.Address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("1,44", page.QuerySelector<IHtmlInputElement>("[name='p-1.1.2']")!.Value);
        Assert.Contains("48/50", page.QuerySelector("#t-1\\.1\\.2 [data-stage=selfScore]")!.TextContent, StringComparison.Ordinal);

        // The unit does not watch the appraisal while it is being made.
        var own = await desk.Officer.OpenAsync(desk.Address);
        Assert.Empty(own.QuerySelectorAll("[data-stage=firstAppraisal]"));
        Assert.Empty(own.QuerySelectorAll("table input"));
    }

    [Theory]
    [InlineData("?loc=chua-cham", "1.2.2", "1.1.2")]
    [InlineData("?loc=cua-toi", "1.1.2", "1.4.3")]
    public async Task Get_OfAFilter_ShowsItsRows(string filter, string shown, string hidden)
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        await desk.PostAsync(desk.Officer, ("a-1.1.2", "48"), ("r-1.1.2", "50"));

        var page = await desk.Officer.OpenAsync(desk.Address + filter);

        Assert.NotNull(page.GetElementById("t-" + shown));
        Assert.Null(page.GetElementById("t-" + hidden));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Cell_SentByTheScript_IsSavedOnceAndAnsweredWithWhatItComesTo(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var page = await desk.Officer.OpenAsync(desk.Address);
        var edit = desk.Edit(page, "1.1.2", ("a", "48"), ("r", "50"));

        using var first = await desk.SendAsync(desk.Officer, page, edit);
        using var again = await desk.SendAsync(desk.Officer, page, edit);
        var told = await JsonAsync(first);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        var cell = told.GetProperty("cells")[0];
        Assert.Equal(("saved", "1,44", "given"), (cell.GetProperty("result").GetString(), cell.GetProperty("points").GetString(), cell.GetProperty("state").GetString()));
        Assert.Equal("1,44", cell.GetProperty("boxes").GetProperty("p").GetString());
        Assert.Equal(1, told.GetProperty("status").GetProperty("given").GetInt32());
        Assert.Equal("1,44", told.GetProperty("status").GetProperty("sums").GetProperty("1.1").GetString());
        Assert.Equal(1, await desk.EditsAsync());
    }

    [Fact]
    public async Task Cell_ThatCannotBeSaved_IsAProblemThatTellsWhy()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        var page = await desk.Officer.OpenAsync(desk.Address);
        using var colleague = await SignedIn.AsAsync(desk.App, StaffRoles.UnitOfficer, desk.Round.Test.Justice.Id);
        await desk.PostAsync(colleague, ("p-1.2.2", "0,1"));

        using var wrong = await desk.SendAsync(desk.Officer, page, desk.Edit(page, "1.3.2", ("p", "6")));
        using var conflict = await desk.SendAsync(desk.Officer, page, desk.Edit(page, "1.2.2", ("p", "0,2")));
        await desk.Round.MoveAsync(desk.Round.Test.Justice, ScorecardAct.Submit);
        using var refused = await desk.SendAsync(desk.Officer, page, desk.Edit(page, "1.2.1", ("a", "0")));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (wrong.StatusCode, conflict.StatusCode, refused.StatusCode));
        Assert.All([wrong, conflict, refused], answer => Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType));
        JsonElement[] told = [await JsonAsync(wrong), await JsonAsync(conflict), await JsonAsync(refused)];
        var theirs = told[1].GetProperty("cells")[0];
        Assert.Equal(("conflict", "Nguyễn Văn Thử (Sở Tư pháp)", "0,10"), (theirs.GetProperty("result").GetString(), theirs.GetProperty("who").GetString(), theirs.GetProperty("theirs").GetString()));
        Assert.Contains("điểm phải từ 0 đến 1", told[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("refused", told[2].GetProperty("code").GetString());
        Assert.Equal(["answer.points-above-maximum", "cell.conflict", "cell.other-state"], told.Select(answer => answer.GetProperty("cells")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Cell_WithoutSessionTokenOrRight_IsToldInJson()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        var page = await desk.Officer.OpenAsync(desk.Address);
        var edit = desk.Edit(page, "1.2.2", ("p", "0,1"));
        using var nobody = desk.App.Open();
        using var auditor = await SignedIn.AsAsync(desk.App, StaffRoles.Auditor | StaffRoles.CouncilMember);
        using var stranger = await SignedIn.AsAsync(desk.App, StaffRoles.UnitOfficer, desk.Round.Test.Office.Id);

        using var unsigned = await nobody.PostAsJsonAsync(desk.Address + "/o", new { edits = new[] { edit } });
        using var bare = await desk.SendAsync(desk.Officer, page: null, edit);
        using var forbidden = await desk.SendAsync(auditor, page: null, edit);
        using var unknown = await desk.SendAsync(stranger, await stranger.OpenAsync("/lam-viec/phieu-cham-diem"), edit, ownToken: await TokenAsync(stranger));
        using var empty = await desk.SendAsync(desk.Officer, page);

        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
        Assert.Equal("application/problem+json", unsigned.Content.Headers.ContentType!.MediaType);
        Assert.Equal((HttpStatusCode.BadRequest, "page"), (bare.StatusCode, (await JsonAsync(bare)).GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(0, await desk.EditsAsync());
    }

    [Fact]
    public async Task List_ShowsAnOfficerTheOwnAndAnAppraiserTheQueue()
    {
        await using var desk = await Desk.OpenAsync(DatabaseKind.Sqlite);
        await desk.PostAsync(desk.Officer, ("p-1.2.2", "0,1"));
        using var appraiser = await SignedIn.AsAsync(desk.App, StaffRoles.Appraiser, desk.Round.Test.Office.Id);
        await desk.Round.AssignAsync(appraiser.Account);
        using var coordinator = await SignedIn.AsAsync(desk.App, StaffRoles.Coordinator, desk.Round.Test.HomeAffairs.Id);

        var own = await desk.Officer.OpenAsync("/lam-viec/phieu-cham-diem");
        var queue = await appraiser.OpenAsync("/lam-viec/phieu-cham-diem");
        var byField = await appraiser.OpenAsync("/lam-viec/phieu-cham-diem?theo=linh-vuc");
        var all = await coordinator.OpenAsync("/lam-viec/phieu-cham-diem");

        Assert.Matches(@"Sở Tư pháp[\s\S]*Đang tự chấm điểm · 1/\d+ tiêu chí", own.Body!.TextContent);
        Assert.Single(own.QuerySelectorAll("main a[href^='/lam-viec/phieu-cham-diem/']"));
        Assert.Equal(["Sở Nội vụ", "Sở Tư pháp"], queue.QuerySelectorAll("tbody th a").Select(link => link.TextContent).Order(StringComparer.Ordinal));
        Assert.True(byField.QuerySelectorAll("caption").Length > 5);
        Assert.Equal(3, all.QuerySelectorAll("tbody th a").Length);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Leaf_ShowsRuleAndHistory_AndSavesWithoutScript(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind);
        var address = $"{desk.Address}/tieu-chi/{desk.Round.Test.Leaf("1.1.2").Id}";

        using var saved = await desk.Officer.PostAsync(address, Pairs(("a-1.1.2", "48"), ("r-1.1.2", "50"), ("p-1.1.2", ""), ("g-1.1.2", "Báo cáo số 12")), "#cham form");
        using var wrong = await desk.Officer.PostAsync(address, Pairs(("a-1.1.2", "nhiều"), ("g-1.1.2", "Báo cáo số 13")), "#cham form");
        var page = await desk.Officer.OpenAsync(address);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (saved.StatusCode, wrong.StatusCode));
        var kept = await SignedIn.ReadAsync(wrong);
        Assert.Equal("nhiều", kept.QuerySelector<IHtmlInputElement>("[name='a-1.1.2']")!.Value);
        Assert.Equal("Báo cáo số 13", kept.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.Contains("Điểm = đạt ÷ phải thực hiện × 1,50.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dưới 50%: 0 điểm.", page.Body.TextContent, StringComparison.Ordinal);
        var history = Assert.Single(page.QuerySelectorAll(".history li"));
        Assert.Matches(@"Nguyễn Văn Thử \(Sở Tư pháp\)[\s\S]*– → 1,44[\s\S]*48/50 · Báo cáo số 12", history.TextContent);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(params (string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>())!;

    /// <summary>A token of the person's own: any form of a signed-in page has one.</summary>
    private static async Task<string> TokenAsync(SignedIn person) =>
        (await person.OpenAsync("/tai-khoan/mat-khau")).QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;

    /// <summary>The program with an open round, and an officer of Sở Tư pháp signed in.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private readonly TestDatabase _database;

        private Desk(TestDatabase database, TestApp app, OpenRound round, SignedIn officer, Guid cardId) =>
            (_database, App, Round, Officer, Address) = (database, app, round, officer, $"/lam-viec/phieu-cham-diem/{cardId}");

        public TestApp App { get; }

        public OpenRound Round { get; }

        public SignedIn Officer { get; }

        public string Address { get; }

        public static async Task<Desk> OpenAsync(DatabaseKind kind)
        {
            var database = await TestDatabase.CreateAsync(kind);
            var round = await OpenRound.AddAsync(database);
            var app = new TestApp(database);
            return new(database, app, round, await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, round.Test.Justice.Id), await round.CardIdAsync(round.Test.Justice));
        }

        /// <summary>Every field of the sheet as a browser would send it.</summary>
        public Dictionary<string, string> Fields(IHtmlDocument page) => page.QuerySelector<IHtmlFormElement>("#phieu")!.Elements
            .Select(element => element switch { IHtmlInputElement input => (input.Name, input.Value), IHtmlSelectElement list => (list.Name, list.Value ?? ""), _ => (null, "") })
            .Where(field => field.Item1 is not null).ToDictionary(field => field.Item1!, field => field.Item2);

        public async Task<HttpResponseMessage> PostAsync(SignedIn person, params (string Name, string Value)[] changes)
        {
            var fields = Fields(await person.OpenAsync(Address));
            foreach (var (name, value) in changes)
            {
                fields[name] = value;
            }

            // The page opened again brings its own token and versions; those sent are of the page read.
            return await person.PostAsync(Address, fields, "#phieu");
        }

        public Dictionary<string, object> Edit(IHtmlDocument page, string leaf, params (string Box, string Text)[] boxes)
        {
            var edit = new Dictionary<string, object> { ["key"] = Guid.NewGuid(), ["leaf"] = leaf, ["stage"] = "SelfScore", ["version"] = page.QuerySelector<IHtmlInputElement>($"[name='v-{leaf}']")!.Value };
            foreach (var (box, text) in boxes)
            {
                edit[box] = text;
            }

            return edit;
        }

        public Task<HttpResponseMessage> SendAsync(SignedIn person, IHtmlDocument? page, params Dictionary<string, object>[] edits) => SendAsync(person, page, edits, ownToken: null);

        public Task<HttpResponseMessage> SendAsync(SignedIn person, IHtmlDocument? page, Dictionary<string, object> edit, string ownToken) => SendAsync(person, page, [edit], ownToken);

        private Task<HttpResponseMessage> SendAsync(SignedIn person, IHtmlDocument? page, Dictionary<string, object>[] edits, string? ownToken)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, Address + "/o") { Content = JsonContent.Create(new { edits }) };
            if ((ownToken ?? page?.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")?.Value) is { } token)
            {
                request.Headers.Add("RequestVerificationToken", token);
            }

            return person.SendAsync(request);
        }

        public async Task<int> EditsAsync()
        {
            await using var db = _database.NewContext();
            return await db.ScoreEdits.CountAsync();
        }

        public async ValueTask DisposeAsync()
        {
            Officer.Dispose();
            await App.DisposeAsync();
            await _database.DisposeAsync();
        }
    }
}
