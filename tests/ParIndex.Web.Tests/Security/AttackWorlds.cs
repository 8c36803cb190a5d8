using System.Net;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security.Matrix;
using Xunit;

namespace ParIndex.Web.Tests.Security;

/// <summary>One program per database for all attacks; each attack brings people and a round of its own.</summary>
public sealed class AttackWorlds : IAsyncLifetime
{
    private readonly Dictionary<DatabaseKind, World> _worlds = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _worlds.Values)
        {
            world.Dispose();
            await world.App.DisposeAsync();
            await world.Database.DisposeAsync();
        }
    }

    internal async Task<World> OfAsync(DatabaseKind kind)
    {
        if (!_worlds.TryGetValue(kind, out var world))
        {
            var database = await TestDatabase.CreateAsync(kind);
            _worlds[kind] = world = await World.MakeAsync(database, new TestApp(database) { Jobs = false, Clock = TestClock.Now() }.With("Proxies", "10.0.0.1"));
        }

        return world;
    }
}

/// <summary>What an attacker does, and what is looked at afterwards.</summary>
internal static class Attacks
{
    public const string Agreeing = "dong-y";

    public const string NewPassword = "một câu hoàn toàn khác câu cũ";

    /// <summary>A person of these roles who was there before anything was recorded, and is therefore established.</summary>
    public static Task<Poster> PersonAsync(this World world, StaffRoles roles, Unit unit) => Poster.MakeAsync(world.App, roles, unit.Id, world.Source());

    /// <summary>A session of an account that is there.</summary>
    public static async Task<Poster> SessionAsync(this World world, Guid accountId) => await Poster.OfAsync(await SignedIn.OfAsync(world.App, await world.StoredAsync(accountId)), world.Source());

    /// <summary>An address nobody else asks from.</summary>
    public static string Source(this World world)
    {
        var number = world.Next();
        return $"198.51.{number / 250}.{(number % 250) + 1}";
    }

    /// <summary>An account that others have.</summary>
    public static async Task<StaffAccount> AccountAsync(this World world, StaffRoles roles, Unit unit, Action<StaffAccount>? change = null)
    {
        var number = world.Next();
        var account = new StaffAccount($"NAN.{number}", $"Hoàng Văn Lành {number}", roles, unit.Id) { PasswordHash = world.PasswordHash };
        change?.Invoke(account);
        await using var db = world.Database.NewContext();
        db.Add(account);
        await db.SetUpAsync();
        return account;
    }

    /// <summary>Changes an account past all rules, as two others would have.</summary>
    public static async Task ChangeAsync(this World world, Guid accountId, Action<StaffAccount> change)
    {
        await using var db = world.Database.NewContext();
        change(await db.StaffAccounts.AsTracking().SingleAsync(account => account.Id == accountId));
        await db.SetUpAsync();
    }

    public static async Task<StaffAccount> StoredAsync(this World world, Guid accountId)
    {
        await using var db = world.Database.NewContext();
        return await db.StaffAccounts.AsNoTracking().SingleAsync(account => account.Id == accountId);
    }

    public static async Task<StaffAccount?> FindAsync(this World world, string staffCode)
    {
        await using var db = world.Database.NewContext();
        return await db.StaffAccounts.AsNoTracking().SingleOrDefaultAsync(account => account.UserName == staffCode);
    }

    /// <summary>Posts a form, and says what was answered.</summary>
    public static async Task<HttpStatusCode> TryAsync(this Poster poster, Form form, string handler = "")
    {
        using var answer = await poster.PostAsync($"/{form.Address}{(handler.Length > 0 ? "?handler=" + handler : "")}", form);
        return answer.StatusCode;
    }

    /// <summary>Posts a form that gives a one-time code or half of one, and reads it.</summary>
    public static async Task<string> CodeAsync(this Poster poster, Form form, string handler = "")
    {
        using var answer = await poster.PostAsync($"/{form.Address}{(handler.Length > 0 ? "?handler=" + handler : "")}", form);
        return (await SignedIn.ReadAsync(answer)).QuerySelector(".code-slip code")?.TextContent ?? "";
    }

    /// <summary>What the person asked for and nobody has decided.</summary>
    public static async Task<TwoPersonRequest> AskedAsync(this World world, Poster asker)
    {
        var by = asker.Account!.Id;
        await using var db = world.Database.NewContext();
        return await db.TwoPersonRequests.AsNoTracking().SingleAsync(request => request.RequestedBy == by && request.State == TwoPersonState.Pending);
    }

    public static Form Decision(TwoPersonRequest request, string decision = Agreeing) => new("lam-viec/de-nghi", ("id", $"{request.Id}"), ("version", $"{request.Version}"), ("decision", decision));

    /// <summary>That somebody who tries to agree cannot, and that the request still waits.</summary>
    public static async Task CannotAgreeAsync(this World world, Poster who, TwoPersonRequest request)
    {
        var answer = await who.TryAsync(Decision(request));
        Assert.True(answer is HttpStatusCode.Conflict or HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Redirect, answer.ToString());
        await using var db = world.Database.NewContext();
        Assert.Equal(TwoPersonState.Pending, (await db.TwoPersonRequests.AsNoTracking().SingleAsync(known => known.Id == request.Id)).State);
    }

    /// <summary>An honest second person agrees, so that what was refused before was refused for who asked.</summary>
    public static async Task<HttpStatusCode> HonestlyAgreedAsync(this World world, TwoPersonRequest request) => await world.Of(Who.OtherCoordinator).TryAsync(Decision(request));

    public static Form Edit(StaffAccount account, Unit unit, string role, string? name = null, string? mail = null) => new(
        $"quan-tri/tai-khoan/{account.Id}/sua",
        ("Input.Stamp", account.ConcurrencyStamp!), ("Input.FullName", name ?? account.FullName), ("Input.Post", ""), ("Input.Email", mail ?? account.Email ?? ""), ("Input.Unit", unit.Code), ("Input.Roles", role));

    public static Form Reset(StaffAccount account) => new($"quan-tri/tai-khoan/{account.Id}");

    /// <summary>Chooses <see cref="NewPassword"/> with a code.</summary>
    public static async Task<HttpStatusCode> ActivateAsync(this World world, string staffCode, string code)
    {
        using var person = new Person(world.App).From(world.Source());
        using var answer = await person.ActivateAsync(staffCode, code, NewPassword);
        return answer.StatusCode;
    }

    /// <summary>Whether a password opens the door, or its second step.</summary>
    public static async Task<bool> OpensAsync(this World world, string staffCode, string password)
    {
        using var person = new Person(world.App).From(world.Source());
        using var answer = await person.SignInAsync(staffCode, password);
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    public static async Task<RoundSetup> RoundAsync(this World world, Scene scene)
    {
        await using var db = world.Database.NewContext();
        return (await new RoundReader(db).FindAsync(scene.Round.Id))!;
    }

    /// <summary>State of the scorecard that a form is sent to.</summary>
    public static async Task<ScorecardState> CardAsync(this World world, Form form)
    {
        var id = Guid.Parse(form.Address.Split('/')[2]);
        await using var db = world.Database.NewContext();
        return await db.Scorecards.Where(card => card.Id == id).Select(card => card.State).SingleAsync();
    }

    /// <summary>That the round is as far as it was and no release came of it.</summary>
    public static async Task NotPublishedAsync(this World world, Scene scene)
    {
        Assert.NotEqual(RoundState.Published, (await world.RoundAsync(scene)).Round.State);
        await using var db = world.Database.NewContext();
        Assert.Empty(await db.Releases.ToListAsync());
    }
}
