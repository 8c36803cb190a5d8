using System.Net;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security;

/// <summary>Guessing slows whoever guesses, is told to the owner, and shuts out nobody else.</summary>
public sealed class GuessTests
{
    private const string Proxy = "10.0.0.1";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Guessing_SlowsItsSource_TellsTheOwner_AndEndsNoSession(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Clock = clock }.With("Proxies", Proxy);
        using var owner = (await Person.WithPasswordAsync(app, "cb.01")).From("198.51.100.1");
        await owner.SignInAsync("cb.01");
        using var guesser = new Person(app).From("203.0.113.9");

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await guesser.SignInAsync("cb.01", $"đoán mò {i}"));
        }

        // The sixth is not looked at, were it right.
        using var right = await guesser.SignInAsync("cb.01");
        Assert.Equal([400, 400, 400, 400, 400, 429], answers.Select(answer => (int)answer.StatusCode));
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.InRange(right.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
        Assert.Contains("Thử lại sau 03 phút", (await SignedIn.ReadAsync(right)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);

        // The session goes on, and its next page tells.
        Assert.True(await owner.IsInAsync());
        Assert.Contains("Có thông báo mới về bảo mật", (await owner.OpenAsync("/lam-viec")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var told = await owner.OpenAsync("/tai-khoan/thong-bao");
        Assert.Contains("Có người nhập sai mật khẩu của tài khoản này", told.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("05 lần", told.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var read = await owner.PostAsync("/tai-khoan/thong-bao");
        Assert.Null((await owner.OpenAsync("/tai-khoan/thong-bao")).QuerySelector("form"));
        Assert.DoesNotContain("Có thông báo mới về bảo mật", (await owner.OpenAsync("/lam-viec")).Body!.TextContent, StringComparison.Ordinal);

        // From elsewhere the right password is taken; after a while from there too.
        using var elsewhere = new Person(app).From("192.0.2.7");
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.SignInAsync("cb.01")).StatusCode);
        clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.Redirect, (await guesser.SignInAsync("cb.01")).StatusCode);
        Assert.Contains(await Person.CountsAsync(database), count => count is { Kind: CountedKind.RefusedSignIn, Actor: "cb.01", Source: "203.0.113.9", Note: "sai mật khẩu", Count: 5 });
    }

    /// <summary>Many accounts from one address: the department behind it.</summary>
    [Fact]
    public async Task GuessingAtADepartment_LocksNobodyOut()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database).With("Proxies", Proxy);
        var codes = Enumerable.Range(1, 12).Select(i => $"cb.{i}").ToList();
        var people = new List<Person>();
        foreach (var code in codes)
        {
            // From their own department, all behind one address; each has signed in there once.
            var person = await KnownAsync(app, code);
            people.Add(person);
        }

        using var insider = new Person(app).From("203.0.113.1");
        foreach (var code in codes)
        {
            for (var i = 0; i < 6; i++)
            {
                using var _ = await insider.SignInAsync(code, "đoán mò");
            }
        }

        foreach (var (person, code) in people.Zip(codes))
        {
            using var entered = await person.SignInAsync(code);
            Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        }

        people.ForEach(person => person.Dispose());
    }

    /// <summary>One account from many addresses: the guesses of all together end, and the owner's own browser goes on.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task GuessingFromEverywhere_IsLimited_AndTheOwnerStillEnters(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database).With("Proxies", Proxy);
        using var owner = await KnownAsync(app, "cb.01");
        await using var scope = app.Services.CreateAsyncScope();
        var guesses = scope.ServiceProvider.GetRequiredService<Guesses>();

        var taken = 0;
        for (var i = 0; i < 60; i++)
        {
            try
            {
                await guesses.PayAsync(GuessAt.Password, "cb.01", accountId: null, GuessFrom.Unknown($"203.0.113.{i}"));
                taken++;
            }
            catch (TooManyGuessesException)
            {
                // All addresses together have had theirs.
            }
        }

        Assert.Equal(50, taken);
        using var stranger = new Person(app).From("192.0.2.9");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.SignInAsync("cb.01", "đoán mò")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SignInAsync("cb.01")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task GuessesAtOnce_AreCountedEach(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            await using var db = database.NewContext();
            try
            {
                await new Guesses(db, TimeProvider.System).PayAsync(GuessAt.SecondFactor, "cb.01", accountId: null, GuessFrom.Unknown("203.0.113.1"));
                return true;
            }
            catch (TooManyGuessesException)
            {
                return false;
            }
        }));

        Assert.Equal(5, answers.Count(taken => taken));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task RightGuesses_CostNothing_AndWrongOnesComeBackWithTime(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        var guesses = new Guesses(db, clock);
        var from = GuessFrom.Unknown("203.0.113.1");
        for (var i = 0; i < 300; i++)
        {
            await guesses.RightAsync(await guesses.PayAsync(GuessAt.Password, $"cb.{i}", accountId: null, from));
        }

        Assert.Empty(await db.GuessLimits.AsNoTracking().ToListAsync());
        for (var i = 0; i < 5; i++)
        {
            await guesses.PayAsync(GuessAt.Password, "cb.01", accountId: null, from);
        }

        await Assert.ThrowsAsync<TooManyGuessesException>(() => guesses.PayAsync(GuessAt.Password, "CB.01", accountId: null, from));
        clock.Advance(TimeSpan.FromMinutes(3));
        await guesses.PayAsync(GuessAt.Password, "cb.01", accountId: null, from);
        await Assert.ThrowsAsync<TooManyGuessesException>(() => guesses.PayAsync(GuessAt.Password, "cb.01", accountId: null, from));

        // A clock that was years ahead when it was written down shuts nobody out.
        clock.AdjustTime(clock.GetUtcNow().AddDays(-900));
        await guesses.PayAsync(GuessAt.Password, "cb.01", accountId: null, from);
        clock.Advance(TimeSpan.FromDays(900));
        await guesses.SweepAsync();
        Assert.Empty(await db.GuessLimits.AsNoTracking().ToListAsync());
    }

    [Fact]
    public async Task CodesOfTheSecondStep_AndOneTimeCodes_AreLimitedToo()
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { Clock = clock };
        using var person = await Person.WithPasswordAsync(app, "dp.01", StaffRoles.Coordinator);
        await person.SignInAsync("dp.01");
        var (key, recovery) = await person.SetUpSecondFactorAsync(clock);
        using var guesser = new Person(app);
        await guesser.SignInAsync("dp.01");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await guesser.SecondStepAsync(i % 2 == 0 ? "000000" : "K7PD-2MXN-Q4RT-9HWB")).StatusCode);
        }

        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.SecondStepAsync(Totp.Code(key, Totp.StepAt(clock.GetUtcNow())))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.SecondStepAsync(recovery[0])).StatusCode);
        Assert.True(await person.IsInAsync());
        Assert.Contains("Có người nhập đúng mật khẩu nhưng sai mã xác thực bước hai", (await person.OpenAsync("/tai-khoan/thong-bao")).Body!.TextContent, StringComparison.Ordinal);

        await Person.AddAsync(app, "cb.02", StaffRoles.Appraiser);
        using var other = new Person(app);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await other.ActivateAsync("cb.02", "K7PD-2MXN-Q4RT-9HWB", Person.Password)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await other.ActivateAsync("cb.02", "K7PD-2MXN-Q4RT-9HWB", Person.Password)).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Password_TypedWithSeparateMarks_IsTheSame(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        var decomposed = Person.Password.Normalize(NormalizationForm.FormD);
        Assert.NotEqual(Person.Password, decomposed);
        using var onWindows = await Person.WithPasswordAsync(app, "cb.01");
        using var onAMac = new Person(app);
        Assert.Equal(HttpStatusCode.Redirect, (await onAMac.ActivateAsync("cb.02", (await Person.AddAsync(app, "cb.02", StaffRoles.Appraiser)).Code, decomposed)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await onWindows.SignInAsync("cb.01", decomposed)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await onAMac.SignInAsync("cb.02", Person.Password)).StatusCode);

        // One that an earlier version kept as it was typed still opens, and is kept composed from then on.
        await using (var db = database.NewContext())
        {
            var account = await db.StaffAccounts.SingleAsync(a => a.NormalizedUserName == "CB.02");
            await using var scope = app.Services.CreateAsyncScope();
            account.PasswordHash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<StaffAccount>>().HashPassword(account, decomposed);
            await db.SetUpAsync();
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await onAMac.SignInAsync("cb.02", Person.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await onAMac.SignInAsync("cb.02", decomposed)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await onAMac.SignInAsync("cb.02", Person.Password)).StatusCode);
    }

    [Fact]
    public async Task Activation_WithTheNameOfTheProvince_IsRefused_AndTheCodeStaysGood()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        var issued = await Person.AddAsync(app, "cb.01", StaffRoles.Appraiser);
        using var person = new Person(app);

        foreach (var password in new[] { "thanhpholaichau", "LaiChau20262027", "toiyeulaichau!!" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await person.ActivateAsync("cb.01", issued.Code, password)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await person.ActivateAsync("cb.01", issued.Code, Person.Password)).StatusCode);
    }

    /// <summary>Somebody at the address of their department who has signed in there before.</summary>
    private static async Task<Person> KnownAsync(TestApp app, string code)
    {
        var issued = await Person.AddAsync(app, code, StaffRoles.Appraiser);
        var person = new Person(app).From($"198.51.100.{code.GetHashCode(StringComparison.Ordinal) & 63}");
        using var activated = await person.ActivateAsync(code, issued.Code, Person.Password);
        Assert.Equal(HttpStatusCode.Redirect, activated.StatusCode);
        return person.From("203.0.113.1");
    }
}
