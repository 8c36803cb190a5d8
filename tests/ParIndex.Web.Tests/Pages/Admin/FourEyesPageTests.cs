using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security;

namespace ParIndex.Web.Tests.Pages.Admin;

/// <summary>What takes two people, from the pages of both, and what owners and the council are shown of it.</summary>
public sealed class FourEyesPageTests
{
    private const string Requests = "/lam-viec/de-nghi";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Publisher_IsMadeByTwo_EachHandingOverHalfOfTheCode_AndIsPointedOutToTheCouncil(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database) { Clock = clock };
        using var admin = await SignedIn.AsAsync(app, StaffRoles.Administrator, test.Office.Id);
        using var second = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.Justice.Id);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        Assert.Contains("Không có.", (await council.OpenAsync(test.Address + "/ket-qua/thong-qua")).QuerySelector("#tai-khoan-moi")!.TextContent, StringComparison.Ordinal);

        using var asked = await admin.PostAsync("/quan-tri/tai-khoan/them", Fields(("Input.StaffCode", "CBO.01"), ("Input.FullName", "Phạm Thị Công"), ("Input.Unit", test.Office.Code), ("Input.Roles", "Publisher")));
        var answer = await SignedIn.ReadAsync(asked);
        var own = await admin.OpenAsync(Requests);
        using var agreed = await second.PostAsync(Requests, Fields(("decision", "dong-y")));
        var (first, rest) = (answer.QuerySelector(".code-slip code")!.TextContent, (await SignedIn.ReadAsync(agreed)).QuerySelector(".code-slip code")!.TextContent);

        Assert.Contains("Phạm Thị Công", answer.QuerySelector("#cho-nguoi-thu-hai")!.TextContent, StringComparison.Ordinal);
        Assert.Null(own.QuerySelector("form[method=post]"));
        using var owner = new Person(app);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.ActivateAsync("CBO.01", first, Person.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.ActivateAsync("CBO.01", rest, Person.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.ActivateAsync("CBO.01", $"{first} {rest}", Person.Password)).StatusCode);
        var pointedOut = (await council.OpenAsync(test.Address + "/ket-qua/thong-qua")).QuerySelector("#tai-khoan-moi")!.TextContent;
        Assert.Contains("Phạm Thị Công", pointedOut, StringComparison.Ordinal);
        Assert.Contains($"do {admin.Account.FullName} ({admin.Account.StaffCode}) đề nghị, {second.Account.FullName} ({second.Account.StaffCode}) đồng ý", pointedOut, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromDays(8));
        using var later = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        Assert.DoesNotContain("Phạm Thị Công", (await later.OpenAsync(test.Address + "/ket-qua/thong-qua")).QuerySelector("#tai-khoan-moi")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Owner_IsToldOnTheNextPage_UntilTheySayToHaveReadIt_AndByMail(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        await using var app = new TestApp(database);
        using var admin = await SignedIn.AsAsync(app, StaffRoles.Administrator, test.Office.Id);
        using var second = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.Justice.Id);
        using var owner = await SignedIn.AsAsync(app, StaffRoles.Appraiser, test.Office.Id);
        Assert.Null((await owner.OpenAsync("/lam-viec")).QuerySelector("#bao-tai-khoan"));

        var address = $"/quan-tri/tai-khoan/{owner.Account.Id}/sua";
        using var asked = await admin.PostAsync(address, Fields(("Input.Unit", test.Office.Code), ("Input.Roles", "CouncilMember")), "form.card");
        Assert.Contains("người thứ hai", (await admin.OpenAsync($"/quan-tri/tai-khoan/{owner.Account.Id}")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        using var agreed = await second.PostAsync(Requests, Fields(("decision", "dong-y")));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (asked.StatusCode, agreed.StatusCode));
        await using var db = database.NewContext();
        var now = await db.StaffAccounts.AsNoTracking().SingleAsync(account => account.Id == owner.Account.Id);
        Assert.Equal(StaffRoles.CouncilMember, now.Roles);
        Assert.Contains(await db.OutboxMessages.ToListAsync(), message => message.RecipientId == now.Id && message.Body.Contains("Đổi vai trò", StringComparison.Ordinal));
        var session = (await SignedIn.SessionAsync(app, now)).ToString();
        using var client = app.CreateClient(new Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"), HandleCookies = true });
        client.DefaultRequestHeaders.Add("Cookie", session);
        var page = await SignedIn.ReadAsync(await client.GetAsync("/tai-khoan"));
        Assert.Contains(second.Account.FullName, page.QuerySelector("#bao-tai-khoan")!.TextContent, StringComparison.Ordinal);

        var notices = await SignedIn.ReadAsync(await client.GetAsync("/tai-khoan/thong-bao"));
        using var form = new FormUrlEncodedContent(notices.QuerySelectorAll<IHtmlInputElement>("#da-doc input").Select(input => KeyValuePair.Create(input.Name!, input.Value)));
        using var read = await client.PostAsync("/tai-khoan/thong-bao", form);
        Assert.Null((await SignedIn.ReadAsync(await client.GetAsync("/tai-khoan"))).QuerySelector("#bao-tai-khoan"));
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
}
