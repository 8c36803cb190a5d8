using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security;

/// <summary>What ends a session ends it at the next request, on every node and for every copy of its cookie.</summary>
public sealed class SessionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SignOut_EndsACopiedCookie_AtOnce_AlsoOnTheOtherNode(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = new TestApp(database);
        await using var other = new TestApp(database);
        using var person = await Person.WithPasswordAsync(node, "cb.01");
        using var entered = await person.SignInAsync("cb.01");
        var copied = entered.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-parindex-session=", StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await WorkAsync(node, copied), await WorkAsync(other, copied)));

        using var left = await person.PostAsync("/tai-khoan/dang-xuat");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (await WorkAsync(node, copied), await WorkAsync(other, copied)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NextVisit_BeginsWhereTheOneBeforeEnded(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var clock = TestClock.Now();
        await using var app = new TestApp(database) { Clock = clock };
        using var person = await Person.WithPasswordAsync(app, "cb.01");
        using var first = await person.SignInAsync("cb.01");
        clock.Advance(TimeSpan.FromMinutes(20));
        using var left = await person.PostAsync("/tai-khoan/dang-xuat");
        var ended = clock.GetUtcNow().UtcDateTime;
        clock.Advance(TimeSpan.FromDays(1));
        using var second = await person.SignInAsync("cb.01");
        clock.Advance(TimeSpan.FromMinutes(20));

        var said = (await person.OpenAsync("/lam-viec")).QuerySelector("#thay-doi h2")!.TextContent;

        Assert.Equal($"Thay đổi từ lần truy cập trước ({DateWriter.VietnameseHour(ended)})", said);
    }

    public static TheoryData<DatabaseKind, string> WhatEndsASession()
    {
        var data = new TheoryData<DatabaseKind, string>();
        foreach (var what in new[] { "khoá", "vai trò", "đơn vị", "cấp mã", "tem" })
        {
            data.Add(DatabaseKind.Sqlite, what);
            data.Add(DatabaseKind.Postgres, what);
        }

        return data;
    }

    /// <summary>Also when whatever changed the row forgot to renew the stamp.</summary>
    [Theory, MemberData(nameof(WhatEndsASession))]
    public async Task AnotherRoleUnitOrDisabledAccount_EndsTheSession_AtTheNextRequest(DatabaseKind kind, string what)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Appraiser);
        using var before = await person.GetAsync("/lam-viec");
        await using (var db = database.NewContext())
        {
            var account = await db.StaffAccounts.SingleAsync();
            var unit = new Unit("Sở Nội vụ", UnitKind.Department);
            db.Add(unit);
            await db.SetUpAsync();
            switch (what)
            {
                case "khoá": account.IsActive = false; break;
                case "vai trò": account.Roles |= StaffRoles.Coordinator; break;
                case "đơn vị": account.UnitId = unit.Id; break;
                case "cấp mã": account.IssueCode(DateTime.UtcNow); break;
                default: account.EndSessions(); break;
            }

            await db.SetUpAsync();
        }

        using var after = await person.GetAsync("/lam-viec");
        using var posted = await person.GetAsync("/tai-khoan");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (before.StatusCode, after.StatusCode, posted.StatusCode));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SecondFactor_IsReplacedOnlyWithThePresentOne(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Clock = clock };
        using var person = await Person.WithPasswordAsync(app, "dp.01", StaffRoles.Coordinator);
        await person.SignInAsync("dp.01");
        var (key, recovery) = await person.SetUpSecondFactorAsync(clock);
        clock.Advance(TimeSpan.FromMinutes(1));

        var (_, without) = await person.SetUpSecondFactorAsync(clock, present: "");
        var (_, wrong) = await person.SetUpSecondFactorAsync(clock, present: "000000");
        var (second, withCode) = await person.SetUpSecondFactorAsync(clock, present: Code(key, clock));
        clock.Advance(TimeSpan.FromMinutes(10));
        var (_, withOldRecovery) = await person.SetUpSecondFactorAsync(clock, present: recovery[0]);
        var (_, withRecovery) = await person.SetUpSecondFactorAsync(clock, present: withCode[0]);

        Assert.Equal((0, 0, 10, 0, 10), (without.Count, wrong.Count, withCode.Count, withOldRecovery.Count, withRecovery.Count));
        Assert.NotEqual(key, second);
        await using var db = database.NewContext();
        Assert.Equal(3, await db.AccountNotices.CountAsync(notice => notice.Text.StartsWith("Thiết lập xác thực hai bước mới")));
        Assert.Equal(3, await db.OutboxMessages.CountAsync(message => message.Subject.StartsWith("Thay đổi bảo mật của tài khoản")));
    }

    [Fact]
    public async Task OnlyPasswordAndApp_AreAFreshSignIn_AndLeadBackToTheAct()
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database) { Clock = clock };
        using var publisher = await Person.WithPasswordAsync(app, "cbo.01", StaffRoles.Publisher);
        await ReadyAsync(app, test);
        var act = test.Address + "/ket-qua/cong-bo";
        var signIn = $"/tai-khoan/dang-nhap?tro-lai={Uri.EscapeDataString(act)}";
        var (withoutApp, tooOld) = (signIn + "&ly-do=khong-ma-ung-dung", signIn + "&ly-do=qua-5-phut");
        await publisher.SignInAsync("cbo.01");
        var (key, recovery) = await publisher.SetUpSecondFactorAsync(clock);

        // A new key and a new password do not make the session fresh.
        Assert.Equal(withoutApp, await AskedAsync(publisher, act));
        using var changed = await publisher.PostAsync("/tai-khoan/mat-khau", ("Input.Present", Person.Password), ("Input.Password", "một câu hoàn toàn khác câu cũ"), ("Input.Again", "một câu hoàn toàn khác câu cũ"));
        Assert.Equal("/tai-khoan", changed.Headers.Location!.OriginalString);
        Assert.Equal(withoutApp, await AskedAsync(publisher, act));

        // A recovery code opens the door, and not this one.
        Assert.Equal(act, await EnterAsync(publisher, signIn, recovery[0]));
        Assert.Equal(withoutApp, await AskedAsync(publisher, act));

        // Password and app do, and lead back.
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(act, await EnterAsync(publisher, signIn, Code(key, clock)));
        Assert.Null(await AskedAsync(publisher, act));

        // Time alone ends it; it counts from the password.
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(tooOld, await AskedAsync(publisher, act));
        await publisher.PostAsync(signIn, ("Input.StaffCode", "cbo.01"), ("Input.Password", "một câu hoàn toàn khác câu cũ"));
        clock.Advance(TimeSpan.FromMinutes(4));
        using var late = await publisher.PostAsync($"/tai-khoan/buoc-hai?tro-lai={Uri.EscapeDataString(act)}", ("Input.Code", Code(key, clock)));
        Assert.Equal(act, late.Headers.Location!.OriginalString);
        Assert.Null(await AskedAsync(publisher, act));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(tooOld, await AskedAsync(publisher, act));
    }

    [Fact]
    public async Task SettingUpTheFactorFirst_LeadsBackToWhatWasAskedFor()
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { Clock = clock };
        using var person = await Person.WithPasswordAsync(app, "qt.01", StaffRoles.Administrator);
        await person.SignInAsync("qt.01");

        using var sent = await person.GetAsync("/quan-tri/nhat-ky?loai=tu-choi");
        var page = await person.OpenAsync(sent.Headers.Location!.OriginalString);

        Assert.Equal("/quan-tri/nhat-ky?loai=tu-choi", page.QuerySelector("input[name=tro-lai]")!.GetAttribute("value"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OneRecoveryCode_SentTwiceAtOnce_OpensOnce(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Clock = clock };
        using var person = await Person.WithPasswordAsync(app, "dp.01", StaffRoles.Coordinator);
        await person.SignInAsync("dp.01");
        var (_, recovery) = await person.SetUpSecondFactorAsync(clock);
        using var one = new Person(app);
        using var two = new Person(app);
        await one.SignInAsync("dp.01");
        await two.SignInAsync("dp.01");

        var answers = await Task.WhenAll(one.SecondStepAsync(recovery[0]), two.SecondStepAsync(recovery[0]));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
    }

    private static string Code(string key, FakeTimeProvider clock) => Totp.Code(key, Totp.StepAt(clock.GetUtcNow()));

    /// <summary>Where the page sends, or <c>null</c> when it opens.</summary>
    private static async Task<string?> AskedAsync(Person person, string address)
    {
        using var answer = await person.GetAsync(address);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, answer.StatusCode.ToString());
        return answer.Headers.Location?.OriginalString;
    }

    private static async Task<string> EnterAsync(Person person, string signIn, string code)
    {
        using var half = await person.PostAsync(signIn, ("Input.StaffCode", "cbo.01"), ("Input.Password", "một câu hoàn toàn khác câu cũ"));
        using var whole = await person.PostAsync(half.Headers.Location!.OriginalString, ("Input.Code", code));
        return whole.Headers.Location!.OriginalString;
    }

    /// <summary>The council approves the results and the coordinator records the decision: they wait for who publishes.</summary>
    internal static async Task ReadyAsync(TestApp app, TestRound test)
    {
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        using var approved = await council.UploadAsync(test.Address + "/ket-qua/thong-qua", "bb.pdf", TestResults.Pdf, [KeyValuePair.Create("digest", (await council.OpenAsync(test.Address + "/ket-qua/thong-qua")).QuerySelector("[name=digest]")!.GetAttribute("value")!), KeyValuePair.Create("Input.Confirmed", "true")], "Input.Minutes");
        using var decided = await coordinator.UploadAsync(test.Address + "/ket-qua/quyet-dinh", "qd.pdf", TestResults.Pdf, [KeyValuePair.Create("Input.Number", "2486/QĐ-UBND"), KeyValuePair.Create("Input.Date", "1/11/2026"), KeyValuePair.Create("Input.AnnouncedOn", "10/11/2026")], "Input.Signed");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (approved.StatusCode, decided.StatusCode));
    }

    private static async Task<HttpStatusCode> WorkAsync(TestApp app, string cookie)
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"), HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/lam-viec");
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
