using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>What was typed is still there after a session that ended, and after a token that holds no longer; without script.</summary>
public sealed class KeptFormTests
{
    private const string Library = "/lam-viec/tai-lieu";

    private const string Typed = "Báo cáo “đã gõ” & <b>dấu</b> 😀";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FormSentAfterTheSessionEnded_IsFilledInAfterSigningIn_AndNotSentByItself(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var clock = TestClock.Now();
        await using var app = new TestApp(database) { Clock = clock, Jobs = false };
        using var client = await SignedInAsync(database, app, "CB77");
        var form = await FormAsync(client, Library, "#them");

        clock.Advance(TimeSpan.FromMinutes(31));
        using var refused = await SendAsync(client, Library, form, ("Input.Title", Typed), ("Input.Number", "77/BC"));
        var signIn = refused.Headers.Location!.OriginalString;
        var words = await (await client.GetAsync(signIn)).Content.ReadAsStringAsync();
        using var signed = await SignInAsync(client, signIn, "CB77");
        using var back = await client.GetAsync(signed.Headers.Location!.OriginalString);
        var page = await SignedIn.ReadAsync(back);

        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.StartsWith("https://localhost/tai-khoan/dang-nhap?tro-lai=", new Uri(client.BaseAddress!, signIn).AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("hiện ra sau khi đăng nhập", words, StringComparison.Ordinal);
        Assert.DoesNotContain("77/BC", Uri.UnescapeDataString(signIn) + words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Equal((Typed, "77/BC"), (Box(page, "Input.Title"), Box(page, "Input.Number")));
        Assert.Contains("Phiên làm việc đã kết thúc", page.QuerySelector(".notice[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(form[Visitor.TokenName], Box(page, Visitor.TokenName));
        await using var db = database.NewContext();
        Assert.False(await db.EvidenceDocuments.AnyAsync());
    }

    [Fact]
    public async Task KeptForm_IsNotShownToAnotherPerson_NorKeptForAStranger()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var clock = TestClock.Now();
        await using var app = new TestApp(database) { Clock = clock, Jobs = false };
        using var client = await SignedInAsync(database, app, "CB77");
        using var other = await SignedInAsync(database, app, "CB78");
        var form = await FormAsync(client, Library, "#them");

        clock.Advance(TimeSpan.FromMinutes(31));
        using var refused = await SendAsync(client, Library, form, ("Input.Title", "Giữ Lại"));
        using var signed = await SignInAsync(other, refused.Headers.Location!.OriginalString, "CB78");
        var theirs = await (await other.GetAsync(signed.Headers.Location!.OriginalString)).Content.ReadAsStringAsync();
        using var stranger = Open(app);
        using var sent = await SendAsync(stranger, Library, form, ("Input.Title", "Giữ Lại"));

        Assert.Contains("id=\"them\"", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Giữ Lại", theirs, StringComparison.Ordinal);
        Assert.EndsWith("/tai-khoan/dang-nhap?tro-lai=%2Flam-viec%2Ftai-lieu", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FormWithATokenThatHoldsNoLonger_ComesBackFilledInWith400_AndCanBeSent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Jobs = false };
        using var client = await SignedInAsync(database, app, "CB77");
        var form = await FormAsync(client, Library, "#them");

        using var answer = await SendAsync(client, Library, form, (Visitor.TokenName, "CfDJ8-het-han"), ("Input.Title", Typed));
        var page = await SignedIn.ReadAsync(answer);
        var words = page.QuerySelector(".notice[role=alert]")!.TextContent;
        using var again = await SendAsync(client, Library, form, (Visitor.TokenName, Box(page, Visitor.TokenName)!), ("Input.Title", Box(page, "Input.Title")!));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(Typed, Box(page, "Input.Title"));
        Assert.Contains("Trang này đã cũ", words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task SignInFormWithoutAToken_KeepsTheStaffCodeAndNoPassword()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { Jobs = false };
        using var client = Open(app);

        using var answer = await SendAsync(client, "/tai-khoan/dang-nhap", [], ("Input.StaffCode", "CB99"), ("Input.Password", "mật khẩu của tôi"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("value=\"CB99\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("mật khẩu của tôi", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReturnAddressWithOtherLettersThanAscii_IsGoneToOnARealServer()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { Environment = "Development", Jobs = false };
        var server = app.Listen();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = server };
        await ActivateAsync(database, app, client, "CB77");

        using var answer = await SignInAsync(client, "/tai-khoan/dang-nhap?tro-lai=" + Uri.EscapeDataString("/tim-kiem?q=Sở Nội vụ 😀"), "CB77");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/tim-kiem?q=S%E1%BB%9F%20N%E1%BB%99i%20v%E1%BB%A5%20%F0%9F%98%80", answer.Headers.GetValues("Location").Single());
    }

    private static HttpClient Open(TestApp app) => app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"), HandleCookies = true });

    private static async Task<HttpClient> SignedInAsync(TestDatabase database, TestApp app, string code)
    {
        var client = Open(app);
        await ActivateAsync(database, app, client, code);
        using var signed = await SignInAsync(client, "/tai-khoan/dang-nhap", code);
        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        return client;
    }

    private static async Task ActivateAsync(TestDatabase database, TestApp app, HttpClient client, string code)
    {
        var unit = new Unit($"Sở Thử {code}", UnitKind.Department);
        await using (var db = database.NewContext())
        {
            db.Add(unit);
            await db.SetUpAsync();
        }

        var issued = await Person.AddAsync(app, code, StaffRoles.UnitOfficer, unit.Id);
        using var answer = await SendAsync(client, "/tai-khoan/kich-hoat", await FormAsync(client, "/tai-khoan/kich-hoat", "form[method=post]"), ("Input.StaffCode", code), ("Input.Code", issued.Code), ("Input.Password", Person.Password), ("Input.Again", Person.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string address, string code) =>
        await SendAsync(client, "/tai-khoan/dang-nhap", await FormAsync(client, address, "form[action='/tai-khoan/dang-nhap']"), ("Input.StaffCode", code), ("Input.Password", Person.Password));

    private static async Task<Dictionary<string, string>> FormAsync(HttpClient client, string address, string selector)
    {
        using var answer = await client.GetAsync(address);
        var form = (await SignedIn.ReadAsync(answer)).QuerySelector<IHtmlFormElement>(selector)!;
        return form.Elements.OfType<IHtmlInputElement>().Where(input => input is { Type: "hidden", Name: not null }).GroupBy(input => input.Name!).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, Dictionary<string, string> form, params (string Name, string Value)[] typed)
    {
        var all = new Dictionary<string, string>(form, StringComparer.Ordinal);
        typed.ToList().ForEach(field => all[field.Name] = field.Value);
        using var content = new FormUrlEncodedContent(all);
        return await client.PostAsync(address, content);
    }

    private static string? Box(IParentNode page, string name) => page.QuerySelectorAll<IHtmlInputElement>($"#them input[name='{name}']").Concat(page.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']")).FirstOrDefault()?.Value;
}
