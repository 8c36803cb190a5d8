using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ParIndex.Application.Data;
using ParIndex.Application.Backup;
using ParIndex.Application.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security;

/// <summary>The keys of cookies and second factors lie in the database, where only the secret opens them.</summary>
public sealed class KeyStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-keys-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Key_IsStoredUnderItsName_AndOnlyEncrypted(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        using var client = app.Open();

        await using var db = database.NewContext();
        var stored = Assert.Single(await db.DataProtectionKeys.ToListAsync());

        var key = XElement.Parse(stored.Xml!);
        Assert.Equal($"key-{key.Attribute("id")!.Value}", stored.FriendlyName);
        Assert.Empty(key.Descendants("masterKey"));
        // Kept for ever: this is how the framework finds what decrypts it.
        Assert.Equal("ParIndex.Web.Security.KeyDecryptor, ParIndex.Web, Version=0.1.0.0, Culture=neutral, PublicKeyToken=null", Assert.Single(key.Descendants(), element => element.Name.LocalName == "encryptedSecret").Attribute("decryptorType")!.Value);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task KeysOfAFolder_AreTakenOverOnce_WithEverySecondFactorAndSession(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        var (key, cookie) = await AsAnEarlierVersionLeftItAsync(database, clock);

        for (var start = 0; start < 2; start++)
        {
            await using var app = new TestApp(database) { Clock = clock }.With("DataFolder", _folder.FullName);
            Assert.Equal("phiên", app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("phép thử").Unprotect(cookie));
            Assert.True(await EntersAsync(app, clock, key));
        }

        await using var db = database.NewContext();
        var stored = Assert.Single(await db.DataProtectionKeys.ToListAsync());
        var file = Assert.Single(_folder.GetFiles("keys/*.xml"));
        Assert.Equal(Path.GetFileNameWithoutExtension(file.Name), stored.FriendlyName);
        Assert.DoesNotContain(XElement.Load(file.FullName).Descendants("masterKey").Single().Element("value")!.Value, stored.Xml!, StringComparison.Ordinal);
        Assert.Single(await Person.ActsAsync(database), act => act.Act == $"Chuyển khoá bảo vệ dữ liệu từ thư mục keys vào cơ sở dữ liệu {stored.FriendlyName}");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restored_WithTheSecretKeptApart_EverySecondFactorLivesOn(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        var file = Path.Combine(_folder.FullName, "a.zip");
        string key;
        await using (var database = await TestDatabase.CreateAsync(kind))
        {
            await using var machine = new TestApp(database) { Clock = clock };
            using var person = await Person.WithPasswordAsync(machine, "cb.01");
            await person.SignInAsync("cb.01");
            (key, _) = await person.SetUpSecondFactorAsync(clock);
            await using var db = database.NewContext();
            await new DatabaseBackup(db, clock).WriteAsync(file);
        }

        await using var restored = await TestDatabase.CreateEmptyAsync(kind);
        await using (var db = restored.NewContext())
        {
            await new DatabaseRestore(db).ReadAsync(file);
        }

        await using var app = new TestApp(restored) { Clock = clock };
        Assert.True(await EntersAsync(app, clock, key));
    }

    /// <summary>A second factor whose key the ring of a folder encrypts, and a cookie of that ring; no key in the database.</summary>
    private async Task<(string Key, string Cookie)> AsAnEarlierVersionLeftItAsync(TestDatabase database, FakeTimeProvider clock)
    {
        var ring = DataProtectionProvider.Create(_folder.CreateSubdirectory("keys"), keys => keys.SetApplicationName("ParIndex"));
        await using var app = new TestApp(database) { Clock = clock };
        using var person = await Person.WithPasswordAsync(app, "cb.01");
        await person.SignInAsync("cb.01");
        var (key, _) = await person.SetUpSecondFactorAsync(clock);
        await using var db = database.NewContext();
        (await db.Set<IdentityUserToken<Guid>>().SingleAsync(token => token.Name == "TotpKey")).Value = ring.CreateProtector("ParIndex.SecondFactor.TotpKey").Protect(key);
        await db.SetUpAsync();
        await db.DataProtectionKeys.ExecuteDeleteAsync();
        return (key, ring.CreateProtector("phép thử").Protect("phiên"));
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
}
