using System.Net;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Pages.Account;

namespace ParIndex.Web.Tests.Security;

public sealed class SignInTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OneTimeCode_LeadsToAPassword_AndInto_TheWorkspace(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        using var person = await Person.WithPasswordAsync(app, "cb.01");

        using var entered = await person.SignInAsync("CB.01", address: "/tai-khoan/dang-nhap?tro-lai=%2Flam-viec%2Fx");

        Assert.True(entered.StatusCode == HttpStatusCode.Redirect, (await SignedIn.ReadAsync(entered)).Body!.TextContent);
        Assert.Equal("/lam-viec/x", entered.Headers.Location!.OriginalString);
        Assert.True(await person.IsInAsync());
        Assert.Equal(
            [("test", "Tạo tài khoản cb.01"), ("cb.01", "Đặt mật khẩu bằng mã dùng một lần"), ("cb.01", "Đăng nhập")],
            await Person.ActsAsync(database));
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-parindex-session=", StringComparison.Ordinal));
        Assert.Contains("secure; samesite=strict; httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task OneTimeCode_IsGoodOnceAndFor72Hours()
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { Clock = clock };
        using var person = new Person(app);
        var (early, late) = (await Person.AddAsync(app, "som", StaffRoles.Appraiser), await Person.AddAsync(app, "muon", StaffRoles.Appraiser));

        clock.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));
        using var first = await person.ActivateAsync("som", early.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), Person.Password);
        using var again = await person.ActivateAsync("som", early.Code, Person.Password);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var expired = await person.ActivateAsync("muon", late.Code, Person.Password);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (first.StatusCode, again.StatusCode, expired.StatusCode));
    }

    [Fact]
    public async Task UnknownCode_AndWrongPassword_GetTheSameAnswer()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = await Person.WithPasswordAsync(app, "cb.01");

        using var wrong = await person.SignInAsync("cb.01", "sai mật khẩu");
        using var unknown = await person.SignInAsync("cb.99", "sai mật khẩu");

        var texts = new List<string>();
        foreach (var answer in new[] { wrong, unknown })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            texts.Add((await SignedIn.ReadAsync(answer)).QuerySelector(".errors")!.TextContent);
        }

        Assert.Contains(SignInModel.Refusal, texts[0], StringComparison.Ordinal);
        Assert.Equal(texts[0], texts[1]);
        Assert.Equal(
            [("cb.01", "Đăng nhập", "sai mật khẩu", 1), ("chưa đăng nhập", "Đăng nhập", "không có mã cán bộ đã nhập", 1)],
            (await Person.CountsAsync(database)).Where(count => count.Kind == CountedKind.RefusedSignIn).Select(count => (count.Actor, count.Address, count.Note, count.Count)));
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task HostileReturnAddress_LeadsToTheWorkspace(string address)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = await Person.WithPasswordAsync(app, "cb.01");

        using var entered = await person.SignInAsync("cb.01", address: "/tai-khoan/dang-nhap?tro-lai=" + Uri.EscapeDataString(address));

        Assert.Equal("/lam-viec", entered.Headers.Location!.OriginalString);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SecondFactor_IsAskedAndTakenOnce(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Clock = clock };
        using var person = await Person.WithPasswordAsync(app, "dp.01", StaffRoles.Coordinator);
        await person.SignInAsync("dp.01");
        Assert.False(await person.IsInAsync());
        var (key, recovery) = await person.SetUpSecondFactorAsync(clock);
        Assert.True(await person.IsInAsync());
        Assert.Equal(10, recovery.Count);

        using var other = new Person(app);
        await other.SignInAsync("dp.01");
        Assert.False(await other.IsInAsync());
        using var replayed = await other.SecondStepAsync(Totp.Code(key, Totp.StepAt(clock.GetUtcNow())));
        clock.Advance(TimeSpan.FromSeconds(30));
        using var fresh = await other.SecondStepAsync(Totp.Code(key, Totp.StepAt(clock.GetUtcNow())));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (replayed.StatusCode, fresh.StatusCode));
        Assert.True(await other.IsInAsync());
    }

    [Fact]
    public async Task RecoveryCode_IsTakenOnce()
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { Clock = clock };
        using var person = await Person.WithPasswordAsync(app, "dp.01", StaffRoles.Coordinator);
        await person.SignInAsync("dp.01");
        var (_, recovery) = await person.SetUpSecondFactorAsync(clock);

        using var other = new Person(app);
        await other.SignInAsync("dp.01");
        using var first = await other.SecondStepAsync(recovery[3]);
        await other.SignInAsync("dp.01");
        using var second = await other.SecondStepAsync(recovery[3]);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task Session_EndsAfter30IdleMinutes_And12HoursInAll()
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { Clock = clock };
        using var busy = await Person.WithPasswordAsync(app, "cb.01");
        using var idle = await Person.WithPasswordAsync(app, "cb.02");
        await busy.SignInAsync("cb.01");
        await idle.SignInAsync("cb.02");

        for (var minutes = 20; minutes < 12 * 60; minutes += 20)
        {
            clock.Advance(TimeSpan.FromMinutes(20));
            Assert.True(await busy.IsInAsync(), $"after {minutes} minutes");
        }

        Assert.False(await idle.IsInAsync());
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.False(await busy.IsInAsync());
    }

    [Fact]
    public async Task SignOut_EndsEverySessionOfThePerson()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var desk = await Person.WithPasswordAsync(app, "cb.01");
        using var phone = new Person(app);
        await desk.SignInAsync("cb.01");
        await phone.SignInAsync("cb.01");

        using var left = await desk.PostAsync("/tai-khoan/dang-xuat");

        Assert.False(await desk.IsInAsync());
        Assert.False(await phone.IsInAsync());
        Assert.Equal(("cb.01", "Đăng xuất"), (await Person.ActsAsync(database))[^1]);
    }

    [Fact]
    public async Task ChangedPassword_EndsOtherSessions_AndKeepsThisOne()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var desk = await Person.WithPasswordAsync(app, "cb.01");
        using var phone = new Person(app);
        await desk.SignInAsync("cb.01");
        await phone.SignInAsync("cb.01");

        using var changed = await desk.PostAsync("/tai-khoan/mat-khau", ("Input.Present", Person.Password), ("Input.Password", "một câu hoàn toàn khác câu cũ"), ("Input.Again", "một câu hoàn toàn khác câu cũ"));

        Assert.Equal("/tai-khoan", changed.Headers.Location?.OriginalString);
        Assert.True(await desk.IsInAsync());
        Assert.False(await phone.IsInAsync());
    }

    [Fact]
    public async Task SignedInPages_AreNeverStored()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Administrator);

        foreach (var address in new[] { "/lam-viec", "/tai-khoan", "/quan-tri/tai-khoan", "/" })
        {
            using var answer = await person.GetAsync(address);
            Assert.True(answer.Headers.CacheControl?.NoStore, address);
        }
    }

    [Fact]
    public async Task Refusal_IsAnEventOfItsOwn()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer);

        using var answer = await officer.GetAsync("/quan-tri/tai-khoan");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var told = Assert.Single(await Person.CountsAsync(database));
        Assert.Equal((CountedKind.RefusedRight, officer.Account.StaffCode, "GET /quan-tri/tai-khoan", 1), (told.Kind, told.Actor, told.Address, told.Count));
    }

    [Fact]
    public async Task Password_IsHashedWith220000RoundsOfSha512()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { CostlyPasswords = true };
        using var person = await Person.WithPasswordAsync(app, "cb.01");

        await using var db = database.NewContext();
        var hash = Convert.FromBase64String((await db.StaffAccounts.SingleAsync()).PasswordHash!);

        Assert.Equal((1, 2u), (hash[0], System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1))));
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 220_000);
    }
}
