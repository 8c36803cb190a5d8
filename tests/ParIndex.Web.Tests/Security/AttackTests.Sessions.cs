using System.Net;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security.Matrix;

namespace ParIndex.Web.Tests.Security;

/// <summary>Last: sessions, codes and time.</summary>
public sealed partial class AttackTests
{
    public static TheoryData<DatabaseKind, string> EndsOfASession() => Each("sign-out", "role", "disabled", "reset");

    [Theory, MemberData(nameof(EndsOfASession))]
    public async Task Thief_UsesACopiedSession_AfterItEnded(DatabaseKind kind, string how)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var owner = await world.AccountAsync(StaffRoles.Appraiser | StaffRoles.UnitOfficer, world.Justice);
        using var thief = await world.SessionAsync(owner.Id);
        using var own = await world.SessionAsync(owner.Id);

        var ended = how switch
        {
            "sign-out" => await own.TryAsync(new("tai-khoan/dang-xuat")),
            "role" => await admin.TryAsync(Attacks.Edit(owner, world.Justice, "UnitOfficer")),
            "disabled" => await admin.TryAsync(Attacks.Reset(owner), "Disable"),
            _ => await admin.TryAsync(Attacks.Reset(owner), "Reset"),
        };

        Assert.True(ended is HttpStatusCode.Redirect or HttpStatusCode.OK, ended.ToString());
        Assert.Equal(HttpStatusCode.Redirect, await thief.TryAsync(new("tai-khoan/mat-khau", ("Input.Present", World.Password), ("Input.Password", Attacks.NewPassword), ("Input.Again", Attacks.NewPassword))));
        Assert.False(await world.OpensAsync(owner.StaffCode, Attacks.NewPassword));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Publisher_WithARecoveryCode_HasNoFreshSignIn(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, RoundState.Closed);
        scene.Publish(approvedBy: Who.CouncilMember);
        var (code, key, recovery) = await WithFactorAsync(world, StaffRoles.Publisher);
        var act = $"/lam-viec/ky-danh-gia/{scene.Round.Id}/ket-qua/cong-bo";
        using var thief = new Person(world.App).From(world.Source());
        await thief.SignInAsync(code);
        using var entered = await thief.SecondStepAsync(recovery[0]);
        using var again = await thief.GetAsync(act);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (entered.StatusCode, again.StatusCode));
        Assert.StartsWith("/tai-khoan/dang-nhap", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.NotEmpty(key);
        await world.NotPublishedAsync(scene);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Thief_ReplaysACodeOfTheApp_ARecoveryCode_AndGuessesFromManySources(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        var (code, key, recovery) = await WithFactorAsync(world, StaffRoles.Coordinator);
        var seen = Totp.Code(key, Totp.StepAt(world.Clock.GetUtcNow()));
        using var owner = new Person(world.App).From(world.Source());
        await owner.SignInAsync(code);
        using var used = await owner.SecondStepAsync(recovery[0]);
        Assert.Equal(HttpStatusCode.Redirect, used.StatusCode);

        // The code that set the app up, and the recovery code the owner came in with.
        var replayed = await SecondStepAsync(world, code, seen);
        var recovered = await SecondStepAsync(world, code, recovery[0]);
        var guesses = new List<HttpStatusCode>();
        using var guesser = new Person(world.App).From(world.Source());
        await guesser.SignInAsync(code);
        for (var i = 0; i < 14; i++)
        {
            using var guess = await guesser.From(world.Source()).SecondStepAsync("000000");
            guesses.Add(guess.StatusCode);
        }

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (replayed, recovered));
        Assert.DoesNotContain(HttpStatusCode.Redirect, guesses);
        Assert.Equal(HttpStatusCode.TooManyRequests, guesses[^1]);
        Assert.True(await owner.IsInAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Thief_OfASessionAndPassword_ReplacesTheSecondFactor(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        var (code, key, recovery) = await WithFactorAsync(world, StaffRoles.Coordinator);
        using var thief = new Person(world.App).From(world.Source());
        await thief.SignInAsync(code);
        await thief.SecondStepAsync(recovery[0]);

        var (_, without) = await thief.SetUpSecondFactorAsync(world.Clock, present: "");
        var (_, used) = await thief.SetUpSecondFactorAsync(world.Clock, present: recovery[0]);
        var (_, replayed) = await thief.SetUpSecondFactorAsync(world.Clock, present: Totp.Code(key, Totp.StepAt(world.Clock.GetUtcNow())));

        Assert.Equal((0, 0, 0), (without.Count, used.Count, replayed.Count));
    }

    /// <summary>A program of its own: here time passes.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Asker_WaitsThreeDays_ForTheOwnRequestAndForAnAccompliceToCount(DatabaseKind kind)
    {
        var clock = TestClock.Now();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Jobs = false, Clock = clock }.With("Proxies", "10.0.0.1");
        using var world = await World.MakeAsync(database, app);
        using var scene = new Scene(world, state: null);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var (accomplice, _) = await AccompliceAsync(world, admin);
        await admin.CodeAsync(scene.AddPublisher());
        var request = await world.AskedAsync(admin);
        clock.Advance(TimeSpan.FromHours(73));

        using var later = await world.SessionAsync(admin.Account!.Id);
        using var other = await world.SessionAsync(accomplice.Id);
        await world.CannotAgreeAsync(admin, request);
        await world.CannotAgreeAsync(later, request);
        await world.CannotAgreeAsync(other, request);
    }

    /// <summary>Somebody who set up a second factor, signed in with it and signed out.</summary>
    private static async Task<(string Code, string Key, IReadOnlyList<string> Recovery)> WithFactorAsync(World world, StaffRoles roles)
    {
        var code = $"CH.{world.Next()}";
        using var person = (await Person.WithPasswordAsync(world.App, code, roles)).From(world.Source());
        await person.SignInAsync(code);
        var (key, recovery) = await person.SetUpSecondFactorAsync(world.Clock);
        Assert.Equal(10, recovery.Count);
        return (code, key, recovery);
    }

    private static async Task<HttpStatusCode> SecondStepAsync(World world, string staffCode, string code)
    {
        using var thief = new Person(world.App).From(world.Source());
        using var half = await thief.SignInAsync(staffCode);
        if (half.StatusCode != HttpStatusCode.Redirect)
        {
            return half.StatusCode;
        }

        using var whole = await thief.SecondStepAsync(code);
        return whole.StatusCode;
    }
}
