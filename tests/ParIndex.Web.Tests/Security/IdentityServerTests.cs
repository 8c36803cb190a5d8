using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Security;

/// <summary>Signing in by the province's identity server, which is a real one: its metadata, keys, codes and tokens.</summary>
public sealed class IdentityServerTests
{
    private const string ByServer = "Đăng nhập qua máy chủ xác thực";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SignIn_ByTheServer_BeginsTheSameSession_AndLeadsBack(DatabaseKind kind)
    {
        await using var server = (await ProvinceServer.StartAsync()).Knows("an", new("CB.01"));
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = server.For(new TestApp(database));
        await Person.AddAsync(app, "cb.01", StaffRoles.Appraiser);
        using var traveller = new TwoHostsTraveller(app, server);

        using var arrived = await traveller.SignInAsync("an", "?tro-lai=%2Flam-viec%2Fphieu-cham-diem");

        Assert.Equal("/lam-viec/phieu-cham-diem", TwoHostsTraveller.Next(arrived));
        Assert.True(await traveller.Person.IsInAsync());
        Assert.Equal([("test", "Tạo tài khoản cb.01"), ("cb.01", ByServer)], await Person.ActsAsync(database));
        var cookie = Assert.Single(traveller.LastCookies, cookie => cookie.StartsWith("__Host-parindex-session=", StringComparison.Ordinal));
        Assert.Contains("secure; samesite=strict; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("code", "S256", "query"), (server.Asked["response_type"], server.Asked["code_challenge_method"], server.Asked.GetValueOrDefault("response_mode", "query")));
        Assert.DoesNotContain("prompt", server.Asked.Keys);
    }

    [Fact]
    public async Task StateAndNonce_LieInCookiesOfThisHost_ThatAnotherSitesLinkMaySend()
    {
        await using var world = await WorldAsync();
        using var traveller = world.Traveller();

        using var sent = await traveller.Person.GetAsync("/tai-khoan/may-chu");

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var cookies = sent.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie => Assert.Matches("^__Host-parindex-(state|nonce)\\.[^=]+=.*; path=/; secure; samesite=lax; httponly", cookie));
    }

    [Theory]
    [InlineData("la", "không có mã cán bộ mà máy chủ nêu", "chưa đăng nhập")]
    [InlineData("khoa", "tài khoản đã khoá", "cb.khoa")]
    [InlineData("trong", "máy chủ không nêu mã cán bộ", "chưa đăng nhập")]
    public async Task WhoHasNoActiveAccount_IsToldCalmly_AndNotWhy(string name, string note, string actor)
    {
        await using var world = await WorldAsync();
        world.Server.Knows("la", new("CB.99")).Knows("khoa", new("cb.khoa")).Knows("trong", new(StaffCode: null));
        await Person.AddAsync(world.App, "cb.khoa", StaffRoles.Appraiser);
        await using (var db = world.Database.NewContext())
        {
            (await db.StaffAccounts.SingleAsync(account => account.UserName == "cb.khoa")).IsActive = false;
            await db.SetUpAsync();
        }

        using var traveller = world.Traveller();
        using var refused = await traveller.SignInAsync(name);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var page = (await SignedIn.ReadAsync(refused)).QuerySelector("main").Words();
        Assert.Contains("cổng chưa có tài khoản đang hoạt động mang mã cán bộ đó", page, StringComparison.Ordinal);
        Assert.DoesNotContain("cb.khoa", page, StringComparison.OrdinalIgnoreCase);
        Assert.False(await traveller.Person.IsInAsync());
        Assert.Equal([(actor, ByServer, note, 1)], await RefusalsAsync(world));
    }

    [Theory]
    [InlineData("mfa", true)]
    [InlineData("hwk", true)]
    [InlineData("sms", false)]
    [InlineData("pwd", false)]
    public async Task SecondFactorOfTheServer_CountsOnlyWhenItSaysSo(string method, bool counts)
    {
        await using var world = await WorldAsync(("SecondFactorByServer", "true"));
        world.Server.Knows("dieu", new("dp.01") { Methods = ["pwd", method] });
        await Person.AddAsync(world.App, "dp.01", StaffRoles.Coordinator);
        using var traveller = world.Traveller();

        using var arrived = await traveller.SignInAsync("dieu");

        using var work = await traveller.Person.GetAsync("/lam-viec");
        Assert.Equal(counts ? null : "/tai-khoan/xac-thuc-hai-buoc", work.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task SecondFactorOfTheServer_CountsForNothing_UnlessTheSettingsSaySo()
    {
        await using var world = await WorldAsync();
        world.Server.Knows("dieu", new("dp.01") { Methods = ["pwd", "mfa"] });
        await Person.AddAsync(world.App, "dp.01", StaffRoles.Coordinator);
        using var traveller = world.Traveller();

        using var arrived = await traveller.SignInAsync("dieu");

        using var work = await traveller.Person.GetAsync("/lam-viec");
        Assert.Equal("/tai-khoan/xac-thuc-hai-buoc", work.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task LevelOfTheSettings_IsAskedForAndCounts()
    {
        await using var world = await WorldAsync(("SecondFactorByServer", "true"), ("SecondFactorAcr", "urn:hai-buoc"));
        world.Server.Knows("dieu", new("dp.01") { Level = "urn:hai-buoc" }).Knows("khac", new("dp.01") { Level = "urn:mot-buoc" });
        await Person.AddAsync(world.App, "dp.01", StaffRoles.Coordinator);
        using var lower = world.Traveller();
        using var traveller = world.Traveller();

        using var first = await lower.SignInAsync("khac");
        using var second = await traveller.SignInAsync("dieu");

        Assert.Equal("urn:hai-buoc", world.Server.Asked["acr_values"]);
        Assert.False(await lower.Person.IsInAsync());
        Assert.True(await traveller.Person.IsInAsync());
    }

    [Fact]
    public async Task OwnSecondFactor_IsSetUpWithoutAPassword_AndAskedForNextTime()
    {
        await using var world = await WorldAsync();
        world.Server.Knows("dieu", new("dp.01"));
        await Person.AddAsync(world.App, "dp.01", StaffRoles.Coordinator);
        using var traveller = world.Traveller();
        using var arrived = await traveller.SignInAsync("dieu");
        var page = await traveller.Person.OpenAsync("/tai-khoan/xac-thuc-hai-buoc");
        Assert.Null(page.QuerySelector("#Input_Password"));

        var (key, recovery) = await traveller.Person.SetUpSecondFactorAsync(world.Clock);
        Assert.Equal(10, recovery.Count);
        Assert.True(await traveller.Person.IsInAsync());

        using var later = world.Traveller();
        using var half = await later.SignInAsync("dieu", "?tro-lai=%2Flam-viec%2Fnhom");
        Assert.Equal("/tai-khoan/buoc-hai?tro-lai=%2Flam-viec%2Fnhom", TwoHostsTraveller.Next(half));
        Assert.False(await later.Person.IsInAsync());
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        using var entered = await later.Person.PostAsync(TwoHostsTraveller.Next(half)!, ("Input.Code", Totp.Code(key, Totp.StepAt(world.Clock.GetUtcNow()))));
        Assert.Equal("/lam-viec/nhom", entered.Headers.Location!.OriginalString);
        Assert.True(await later.Person.IsInAsync());
    }

    [Fact]
    public async Task OwnSecondFactor_AfterAnOldSignInAtTheServer_AsksForANewOne()
    {
        await using var world = await WorldAsync();
        world.Server.Knows("dieu", new("dp.01") { SignedInAgo = TimeSpan.FromHours(2) });
        await Person.AddAsync(world.App, "dp.01", StaffRoles.Coordinator);
        using var traveller = world.Traveller();
        using var arrived = await traveller.SignInAsync("dieu");

        using var setUp = await traveller.Person.GetAsync("/tai-khoan/xac-thuc-hai-buoc");

        Assert.Equal("/tai-khoan/dang-nhap?tro-lai=%2Ftai-khoan%2Fxac-thuc-hai-buoc&ly-do=thiet-lap-hai-buoc", setUp.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Publishing_AfterANewSignInAtTheServer_IsAsked_AndAnOldOneIsNot()
    {
        await using var world = await WorldAsync(("SecondFactorByServer", "true"));
        world.Server.Knows("cong", new("cbo.01") { Methods = ["pwd", "otp"], SignedInAgo = TimeSpan.FromMinutes(20) });
        await Person.AddAsync(world.App, "cbo.01", StaffRoles.Publisher);
        var round = await TestResults.AddAsync(world.Database);
        await SessionTests.ReadyAsync(world.App, round);
        var act = round.Address + "/ket-qua/cong-bo";
        var asked = "?tro-lai=" + Uri.EscapeDataString(act) + "&ly-do=qua-5-phut";
        using var traveller = world.Traveller();
        using var arrived = await traveller.SignInAsync("cong");
        using var old = await traveller.Person.GetAsync(act);
        Assert.Equal("/tai-khoan/dang-nhap" + asked, old.Headers.Location?.OriginalString);

        // A server that answers by the session it has is found out.
        world.Server.IgnoresPrompt = true;
        using var stale = await traveller.SignInAsync("cong", asked);
        Assert.Equal(("login", "300"), (world.Server.Asked["prompt"], world.Server.Asked["max_age"]));
        Assert.Equal(HttpStatusCode.Forbidden, stale.StatusCode);
        Assert.Contains("auth_time", (await SignedIn.ReadAsync(stale)).QuerySelector("main").Words(), StringComparison.Ordinal);

        world.Server.IgnoresPrompt = false;
        world.Server.Knows("cong", new("cbo.01") { Methods = ["pwd", "otp"] });
        using var again = await traveller.SignInAsync("cong", asked);
        Assert.Equal(act, TwoHostsTraveller.Next(again));
        using var opened = await traveller.Person.GetAsync(act);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        world.Clock.Advance(TimeSpan.FromMinutes(6));
        using var late = await traveller.Person.GetAsync(act);
        Assert.Equal("/tai-khoan/dang-nhap" + asked, late.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Answer_OfAnotherBrowser_OrATamperedOne_IsRefused()
    {
        await using var world = await WorldAsync();
        world.Server.Knows("an", new("CB.01"));
        await Person.AddAsync(world.App, "cb.01", StaffRoles.Appraiser);
        using var traveller = world.Traveller();
        using var victim = world.Traveller();
        var answer = await traveller.AnswerAsync("an");

        using var others = await victim.Person.GetAsync(answer);
        using var tampered = await traveller.Person.GetAsync(answer.Replace("state=", "state=x", StringComparison.Ordinal));
        using var bare = await traveller.Person.GetAsync("/tai-khoan/may-chu/tra-loi");
        using var own = await traveller.Person.GetAsync(answer);
        using var replayed = await traveller.Person.GetAsync(answer);

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.BadRequest],
            new[] { others, tampered, bare, own, replayed }.Select(one => one.StatusCode));
        Assert.False(await victim.Person.IsInAsync());
        Assert.True(await traveller.Person.IsInAsync());
        Assert.Contains("Lần đăng nhập không còn hiệu lực", (await SignedIn.ReadAsync(others)).QuerySelector("h1").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task HostileReturnAddress_LeadsToTheWorkspace(string address)
    {
        await using var world = await WorldAsync();
        world.Server.Knows("an", new("CB.01"));
        await Person.AddAsync(world.App, "cb.01", StaffRoles.Appraiser);
        using var traveller = world.Traveller();

        using var arrived = await traveller.SignInAsync("an", "?tro-lai=" + Uri.EscapeDataString(address));
        using var forged = await traveller.Person.GetAsync("/tai-khoan/may-chu/xong?tro-lai=" + Uri.EscapeDataString(address));

        Assert.Equal("/lam-viec", TwoHostsTraveller.Next(arrived));
        Assert.Equal("0; url=/lam-viec", forged.Headers.GetValues("Refresh").Single());
    }

    [Fact]
    public async Task ServerThatIsAway_IsSaidSo_AndThePasswordStillOpens()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var server = await ProvinceServer.StartAsync();
        await using var app = server.For(new TestApp(database));
        await server.DisposeAsync();
        using var person = await Person.WithPasswordAsync(app, "cb.01");

        using var away = await person.GetAsync("/tai-khoan/may-chu");
        using var entered = await person.SignInAsync("cb.01");

        Assert.Equal(HttpStatusCode.BadGateway, away.StatusCode);
        var page = await SignedIn.ReadAsync(away);
        Assert.Contains("SignIn:OpenIdConnect", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/tai-khoan/dang-nhap']"));
        Assert.True(await person.IsInAsync());
    }

    [Fact]
    public async Task WhoGivesUpAtTheServer_IsLedBackCalmly()
    {
        await using var world = await WorldAsync();
        using var traveller = world.Traveller();

        using var answer = await traveller.Person.GetAsync(await traveller.CancelAsync());

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Chưa đăng nhập", (await SignedIn.ReadAsync(answer)).QuerySelector("h1").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PasswordsForAdministratorsAlone_ShutNobodyElseIn_AndNobodyOut()
    {
        await using var world = await WorldAsync(("PasswordsToo", "false"));
        using var officer = await Person.WithPasswordAsync(world.App, "cb.01");
        using var administrator = await Person.WithPasswordAsync(world.App, "qt.01", StaffRoles.Administrator);

        using var refused = await officer.SignInAsync("cb.01");
        using var entered = await administrator.SignInAsync("qt.01");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (refused.StatusCode, entered.StatusCode));
        Assert.Equal([("cb.01", "Đăng nhập", "đúng mật khẩu, nhưng tài khoản chỉ đăng nhập qua máy chủ xác thực", 1)], await RefusalsAsync(world));
        var page = await officer.OpenAsync("/tai-khoan/dang-nhap");
        Assert.NotNull(page.QuerySelector("details form[method=post]"));
        Assert.NotNull(page.QuerySelector("a#may-chu"));
    }

    [Fact]
    public async Task SigningOut_EndsTheSessionHere_AndWhereTheSettingsSaySoAtTheServer()
    {
        await using var world = await WorldAsync(("SignOutAtServer", "true"));
        world.Server.Knows("an", new("CB.01"));
        await Person.AddAsync(world.App, "cb.01", StaffRoles.Appraiser);
        using var traveller = world.Traveller();
        using var arrived = await traveller.SignInAsync("an");

        using var left = await traveller.Person.PostAsync("/tai-khoan/dang-xuat");
        using var page = await traveller.Person.GetAsync(left.Headers.Location!.OriginalString);
        using var leading = await traveller.Person.GetAsync(TwoHostsTraveller.Next(left)!);
        using var ended = await traveller.AtServer.GetAsync(leading.Headers.Location);
        using var back = await traveller.Person.GetAsync(ended.Headers.Location!.PathAndQuery);

        Assert.False(await traveller.Person.IsInAsync());
        Assert.Equal("0; url=/tai-khoan/may-chu/ket-thuc", page.Headers.GetValues("Refresh").Single());
        Assert.Equal("/tai-khoan/dang-nhap", back.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task WithoutAServer_TheSignInPageKnowsNone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = new Person(app);

        var page = await person.OpenAsync("/tai-khoan/dang-nhap");
        using var asked = await person.GetAsync("/tai-khoan/may-chu");

        Assert.Null(page.QuerySelector("a#may-chu"));
        Assert.NotNull(page.QuerySelector("main > .wrap > form[method=post], main form[method=post]"));
        Assert.Equal("/tai-khoan/dang-nhap", asked.Headers.Location!.OriginalString);
    }

    private static async Task<World> WorldAsync(params (string Setting, string Value)[] settings)
    {
        var (server, database, clock) = (await ProvinceServer.StartAsync(), await TestDatabase.CreateAsync(DatabaseKind.Sqlite), TestClock.Now());
        return new(server, database, server.For(new TestApp(database) { Clock = clock }, settings), clock);
    }

    private static async Task<IEnumerable<(string, string, string, int)>> RefusalsAsync(World world) =>
        (await Person.CountsAsync(world.Database)).Where(count => count.Kind == CountedKind.RefusedSignIn).Select(count => (count.Actor, count.Address, count.Note, count.Count));

    /// <summary>A portal and the server of its province.</summary>
    private sealed record World(ProvinceServer Server, TestDatabase Database, TestApp App, Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock) : IAsyncDisposable
    {
        public TwoHostsTraveller Traveller() => new(App, Server);

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Database.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
