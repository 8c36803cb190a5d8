using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security;

/// <summary>The key of a second factor is in the database only as what nobody can read without the secret of the keys.</summary>
public sealed class SecondFactorStorageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SetUp_StoresTheKeyEncrypted_AndItStillOpensTheDoor(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Clock = clock };
        using var person = await Person.WithPasswordAsync(app, "cb.01");
        await person.SignInAsync("cb.01");

        var (key, codes) = await person.SetUpSecondFactorAsync(clock);

        var stored = await StoredAsync(database);
        Assert.Equal(2, stored.Count);
        Assert.All(stored, token => Assert.DoesNotContain(key, token, StringComparison.OrdinalIgnoreCase));
        Assert.All(stored, token => Assert.All(codes, code => Assert.DoesNotContain(code, token, StringComparison.OrdinalIgnoreCase)));
        Assert.True(await EntersAsync(app, clock, key));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task PlainKey_OfAnEarlierVersion_IsAcceptedAndEncryptedByTheSignIn(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Clock = clock };
        var key = await WithPlainKeyAsync(database, app, clock);

        Assert.True(await EntersAsync(app, clock, key));

        Assert.DoesNotContain(key, await StoredAsync(database));
        Assert.True(await EntersAsync(app, clock, key));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task PlainKeys_AreEncryptedWhenTheProgramStarts_AsOneEvent(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        string key;
        await using (var earlier = new TestApp(database) { Clock = clock })
        {
            key = await WithPlainKeyAsync(database, earlier, clock);
        }

        await using var app = new TestApp(database) { Clock = clock };
        using var client = app.Open();
        using var alive = await client.GetAsync(new Uri("/health/live", UriKind.Relative));

        Assert.DoesNotContain(key, await StoredAsync(database));
        Assert.Single(await Person.ActsAsync(database), e => e.Act == "Mã hóa khóa xác thực hai bước đã lưu từ trước");
        Assert.True(await EntersAsync(app, clock, key));
    }

    [Fact]
    public async Task LostSecret_OpensNothing_ButRecoveryCodesDo()
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        string key;
        IReadOnlyList<string> codes;
        await using (var machine = new TestApp(database) { Clock = clock })
        {
            using var person = await Person.WithPasswordAsync(machine, "cb.01");
            await person.SignInAsync("cb.01");
            (key, codes) = await person.SetUpSecondFactorAsync(clock);
        }

        // A database that was restored on a machine without the secret; the keys it opens no more are forgotten.
        await using (var db = database.NewContext())
        {
            await db.DataProtectionKeys.ExecuteDeleteAsync();
        }

        await using var app = new TestApp(database) { Clock = clock }.With("Keys:Secret", "bi-mat-cua-may-khac-0123456789abcdef");

        Assert.False(await EntersAsync(app, clock, key));
        using var other = new Person(app);
        await other.SignInAsync("cb.01");
        using var entered = await other.SecondStepAsync(codes[0]);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    private static async Task<string> WithPlainKeyAsync(TestDatabase database, TestApp app, FakeTimeProvider clock)
    {
        using var person = await Person.WithPasswordAsync(app, "cb.01");
        await person.SignInAsync("cb.01");
        var (key, _) = await person.SetUpSecondFactorAsync(clock);
        await using var db = database.NewContext();
        (await db.Set<IdentityUserToken<Guid>>().SingleAsync(token => token.Name == "TotpKey")).Value = key;
        await db.SetUpAsync();
        return key;
    }

    private static async Task<bool> EntersAsync(TestApp app, FakeTimeProvider clock, string key)
    {
        // A code is good once.
        clock.Advance(TimeSpan.FromSeconds(60));
        using var person = new Person(app);
        await person.SignInAsync("cb.01");
        using var answer = await person.SecondStepAsync(Totp.Code(key, Totp.StepAt(clock.GetUtcNow())));
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return await db.Set<IdentityUserToken<Guid>>().AsNoTracking().Select(token => token.Value!).ToListAsync();
    }
}
