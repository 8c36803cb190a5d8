using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Pages.Workspace.Scorecards;

namespace ParIndex.Web.Tests.Pages.Workspace.Rounds;

/// <summary>Acts of a round as a person does them: by the buttons of the page that was shown last.</summary>
public sealed class RoundActsTests
{
    private const string Send = "#nhac button.primary";

    private const string Preview = "#nhac button[formaction]";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reminders_AreSentByTheButtonThatSaysSo_AlsoAfterAPreview(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.HomeAffairs.Id);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Justice.Id);
        var page = await coordinator.OpenAsync(world.Test.Address + "/nhac-viec");
        Choose(page, "NotStarted");
        page.QuerySelector<IHtmlTextAreaElement>("#nhac textarea")!.Value = "Đề nghị khẩn trương.";

        // Looked at twice, as people do; each answer is a page of its own address.
        page = await SignedIn.ReadAsync(await ClickAsync(coordinator, page, Preview));
        page = await SignedIn.ReadAsync(await ClickAsync(coordinator, page, Preview));
        Assert.Contains("Gửi 04 thông báo", page.QuerySelector(Send)!.TextContent, StringComparison.Ordinal);
        var sent = await ClickAsync(coordinator, page, Send);

        Assert.Equal(world.Test.Address + "/nhac-viec", sent.Headers.Location?.ToString());
        Assert.Contains("Đã ghi 04 thông báo", (await coordinator.OpenAsync(world.Test.Address + "/nhac-viec")).Body!.TextContent, StringComparison.Ordinal);
        await using var db = database.NewContext();
        var reminders = await db.OutboxMessages.Where(message => message.By == coordinator.Account.UserName).ToListAsync();
        Assert.Equal(4, reminders.Count);
        Assert.All(reminders, message => Assert.Contains("(UTC+7)", message.Body, StringComparison.Ordinal));
        Assert.Contains("Đề nghị khẩn trương.", (await officer.OpenAsync("/lam-viec")).QuerySelector("#viec-can-lam")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Cancelling_AsksForTheYear_WaitsForTheSecond_AndIsTakenBack_FromThePages(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.HomeAffairs.Id);
        using var second = await SignedIn.AsAsync(app, StaffRoles.CouncilMember, world.Test.Office.Id);
        var page = await coordinator.OpenAsync(world.Test.Address);
        Assert.Empty(page.QuerySelectorAll("#chuyen button[value=Cancelled]"));
        Assert.Contains("03 đơn vị, 00 đơn vị đã nộp phiếu", page.QuerySelector("#huy-ky")!.TextContent, StringComparison.Ordinal);
        Fill(page, "#huy", ("Cancellation.Year", "2025"), ("Cancellation.Reason", "Bão lũ."));

        var wrong = await ClickAsync(coordinator, page, "#huy button");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        page = await SignedIn.ReadAsync(wrong);
        Assert.Contains("2026", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bão lũ.", page.QuerySelector("#Cancellation_Reason")!.TextContent.Trim());
        Assert.Equal(world.Test.Address, page.QuerySelector("#chuyen")!.GetAttribute("action"));
        Fill(page, "#huy", ("Cancellation.Year", "2026"));
        Assert.Equal(HttpStatusCode.Redirect, (await ClickAsync(coordinator, page, "#huy button")).StatusCode);
        Assert.Equal(RoundState.Open, (await world.Test.ReadAsync(database)).Round.State);
        Assert.Contains("chờ người thứ hai", (await coordinator.OpenAsync(world.Test.Address)).QuerySelector("#huy-ky")!.TextContent, StringComparison.Ordinal);

        await AgreeAsync(second, "Hủy kỳ đánh giá đang mở");
        Assert.Equal(RoundState.Cancelled, (await world.Test.ReadAsync(database)).Round.State);
        page = await coordinator.OpenAsync(world.Test.Address);
        Assert.Contains("(UTC+7)", page.QuerySelector("#khoi-phuc-ky")!.TextContent, StringComparison.Ordinal);
        Fill(page, "#khoi-phuc", ("Restoration.Reason", "Hủy nhầm."));
        Assert.Equal(HttpStatusCode.Redirect, (await ClickAsync(coordinator, page, "#khoi-phuc button")).StatusCode);
        await AgreeAsync(second, "Khôi phục kỳ đánh giá đã hủy");

        Assert.Equal(RoundState.Open, (await world.Test.ReadAsync(database)).Round.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Appraiser_TypesNoSurveyPoints_OnAnyPath(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await using var app = new TestApp(database);
        using var appraiser = await SignedIn.AsAsync(app, StaffRoles.Appraiser, world.Test.Office.Id);
        await using (var db = database.NewContext())
        {
            db.Add(new AppraiserAssignment(await db.Set<RoundGroup>().SingleAsync(), appraiser.Account.Id, field: null, participant: null));
            await db.SetUpAsync();
        }

        var (card, leaf) = ($"/lam-viec/phieu-cham-diem/{await world.IdAsync(world.Test.Justice)}", world.Test.Leaf("8.1"));
        var survey = world.Test.Address + "/khao-sat";

        // The sheet, the leaf and the page of the survey show no field for it.
        var sheet = await appraiser.OpenAsync(card);
        Assert.NotNull(sheet.QuerySelector("[name='v-1.1']"));
        Assert.Null(sheet.QuerySelector("[name='v-8.1']"));
        Assert.Null((await appraiser.OpenAsync($"{card}/tieu-chi/{leaf.Id}")).QuerySelector("[name='v-8.1']"));
        Assert.Empty((await appraiser.OpenAsync(survey)).QuerySelectorAll("#diem-dieu-tra input:not([type=hidden])"));
        Assert.Equal(HttpStatusCode.Forbidden, (await appraiser.GetAsync(survey + "/nhap?khoi=so-nganh")).StatusCode);

        // What is sent all the same is refused: the survey's form, the sheet's form, and its script's cell.
        var token = sheet.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;
        var cell = (await world.ReadAsync()).Card.Cell(ScoreStage.Survey, leaf.Id)!;
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(survey + "?khoi=so-nganh&tieu-chi=8.1", ("Rows[0].Scorecard", $"{cell.ScorecardId}"), ("Rows[0].Version", $"{cell.Version}"), ("Rows[0].Points", "20")));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(card, ("v-8.1", CellToken.Of(cell, leaf)), ("p-8.1", "20")));
        using var json = new HttpRequestMessage(HttpMethod.Post, card + "/o") { Content = JsonContent.Create(new { edits = new[] { new { key = Guid.NewGuid(), leaf = "8.1", stage = "Survey", version = CellToken.Of(cell, leaf), accept = false, p = "20" } } }) };
        json.Headers.Add("RequestVerificationToken", token);
        Assert.Equal(HttpStatusCode.Conflict, (await appraiser.SendAsync(json)).StatusCode);
        Assert.Null((await world.ReadAsync()).Card.Cell(ScoreStage.Survey, leaf.Id)!.Points);

        async Task<HttpStatusCode> PostAsync(string address, params (string Name, string Value)[] fields)
        {
            using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            return (await appraiser.SendAsync(request)).StatusCode;
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Decision_OfADayToCome_IsRefused_AndALaterAnnouncementAskedAbout(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var address = test.Address + "/ket-qua/quyet-dinh";

        var early = await coordinator.PostAsync(address, Fields(("Input.Number", "9/QĐ"), ("Input.Date", "1/1/2099"), ("Input.AnnouncedOn", "2/1/2099")), "#quyet-dinh");
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        Assert.Contains("Ngày quyết định 1/1/2099 chưa tới", (await SignedIn.ReadAsync(early)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);

        var asked = await coordinator.PostAsync(address, Fields(("Input.Number", "9/QĐ"), ("Input.Date", "1/3/2026"), ("Input.AnnouncedOn", "2/1/2099")), "#quyet-dinh");
        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
        var page = await SignedIn.ReadAsync(asked);
        Assert.Null((await test.ReadAsync(database)).Round.Decision);

        page.QuerySelector<IHtmlInputElement>("#Input_AnnouncesLater")!.IsChecked = true;
        Assert.Equal(HttpStatusCode.Redirect, (await ClickAsync(coordinator, page, "#quyet-dinh button")).StatusCode);
        Assert.Equal(new DateOnly(2099, 1, 2), (await test.ReadAsync(database)).Round.Decision!.AnnouncedOn);
    }

    private static async Task AgreeAsync(SignedIn person, string what)
    {
        var page = await person.OpenAsync("/lam-viec/de-nghi");
        Assert.Contains(what, page.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ClickAsync(person, page, "button[value=dong-y]")).StatusCode);
    }

    private static void Choose(IHtmlDocument page, string value) => page.QuerySelector<IHtmlInputElement>($"input[type=radio][value={value}]")!.IsChecked = true;

    private static void Fill(IHtmlDocument page, string form, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            switch (page.QuerySelector($"{form} [name='{name}']"))
            {
                case IHtmlTextAreaElement area:
                    area.Value = value;
                    break;
                case IHtmlInputElement input:
                    input.Value = value;
                    break;
                case var other:
                    Assert.Fail($"{form} {name}: {other}");
                    break;
            }
        }
    }

    /// <summary>Presses a button: what its form holds goes where the button, the form or else the page's own address says.</summary>
    private static async Task<HttpResponseMessage> ClickAsync(SignedIn person, IHtmlDocument page, string selector)
    {
        var button = page.QuerySelector<IHtmlButtonElement>(selector) ?? throw new InvalidOperationException($"no {selector}:\n{page.Body?.TextContent}");
        var form = button.Form!;
        var fields = form.Elements.Select(element => element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } => (null, ""),
            IHtmlInputElement input => (input.Name, input.Value),
            IHtmlTextAreaElement area => (area.Name, area.Value),
            IHtmlSelectElement select => (select.Name, select.Value ?? ""),
            _ => (null, ""),
        }).Where(field => field.Item1 is not null).Select(field => KeyValuePair.Create(field.Item1!, field.Item2)).ToList();
        if (button.Name is { Length: > 0 } name)
        {
            fields.Add(KeyValuePair.Create(name, button.Value));
        }

        var target = button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? new Uri(page.Url).PathAndQuery;
        using var content = new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
        return await person.SendAsync(request);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
}
