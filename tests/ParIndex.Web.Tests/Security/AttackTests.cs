using System.Net;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security.Matrix;

namespace ParIndex.Web.Tests.Security;

/// <summary>What one person tries alone, with any roles, further accounts and forged forms. First: by way of accounts.</summary>
public sealed partial class AttackTests(AttackWorlds worlds) : IClassFixture<AttackWorlds>
{
    private const StaffRoles Administrator = StaffRoles.Administrator;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_MakesAPublisher_AndUsesTheOwnHalfOfTheCode(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        using var scene = new Scene(world, state: null);
        var form = scene.AddPublisher();
        var code = form.Fields[0].Value;

        var half = await admin.CodeAsync(form);

        await world.CannotAgreeAsync(admin, await world.AskedAsync(admin));
        Assert.Equal(HttpStatusCode.BadRequest, await world.ActivateAsync(code, half));
        Assert.Null(await world.FindAsync(code));
        Assert.Equal(HttpStatusCode.OK, await world.HonestlyAgreedAsync(await world.AskedAsync(admin)));
        Assert.Equal(HttpStatusCode.BadRequest, await world.ActivateAsync(code, half));
        Assert.Equal(HttpStatusCode.BadRequest, await world.ActivateAsync(code, $"{half} {half}"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_ImportsAPublisher_WithAWorkbook(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var code = $"DS.{world.Next()}";
        var list = new Workbook().Sheet("Danh sách", [["Mã cán bộ", "Họ và tên", "Đơn vị", "Vai trò"], [code, $"Lý A Nhập {code}", "Sở Nội vụ", "Người công bố"]]).Bytes();

        var half = await admin.CodeAsync(new Form("quan-tri/tai-khoan/nhap") { File = ("Upload", "danh-sach.xlsx", list) }, "Confirm");

        await world.CannotAgreeAsync(admin, await world.AskedAsync(admin));
        Assert.Equal(HttpStatusCode.BadRequest, await world.ActivateAsync(code, half));
        Assert.Null(await world.FindAsync(code));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_MakesAPlainAccomplice_AndGivesItARoleAlone(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var (accomplice, _) = await AccompliceAsync(world, admin);

        Assert.Equal(HttpStatusCode.OK, await admin.TryAsync(Attacks.Edit(accomplice, world.Office, "CouncilMember")));

        await world.CannotAgreeAsync(admin, await world.AskedAsync(admin));
        Assert.Equal(StaffRoles.Appraiser, (await world.StoredAsync(accomplice.Id)).Roles);
    }

    /// <summary>The second person means well: a colleague is to sit in the council. Nobody but the asker has ever seen that colleague.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_UsesAPlainAccomplice_AndHasItPromotedByAnHonestSecond(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var (accomplice, _) = await AccompliceAsync(world, admin);
        Assert.True(await world.OpensAsync(accomplice.StaffCode, Attacks.NewPassword));

        var half = await admin.CodeAsync(Attacks.Edit(accomplice, world.Office, "CouncilMember"));
        await world.HonestlyAgreedAsync(await world.AskedAsync(admin));

        Assert.Equal(StaffRoles.CouncilMember, (await world.StoredAsync(accomplice.Id)).Roles);
        Assert.False(await world.OpensAsync(accomplice.StaffCode, Attacks.NewPassword));
        Assert.Equal(HttpStatusCode.BadRequest, await world.ActivateAsync(accomplice.StaffCode, half));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_TakesTheRole_ResetsAlone_AndHasTheRoleGivenBack(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var council = await world.AccountAsync(StaffRoles.CouncilMember, world.Justice);
        Assert.Equal(HttpStatusCode.Redirect, await admin.TryAsync(Attacks.Edit(council, world.Justice, "Appraiser")));
        var code = await admin.CodeAsync(Attacks.Reset(council), "Reset");
        Assert.Equal(HttpStatusCode.Redirect, await world.ActivateAsync(council.StaffCode, code));

        var half = await admin.CodeAsync(Attacks.Edit(await world.StoredAsync(council.Id), world.Justice, "CouncilMember"));
        await world.HonestlyAgreedAsync(await world.AskedAsync(admin));

        Assert.Equal(StaffRoles.CouncilMember, (await world.StoredAsync(council.Id)).Roles);
        Assert.False(await world.OpensAsync(council.StaffCode, Attacks.NewPassword));
        Assert.Equal(HttpStatusCode.BadRequest, await world.ActivateAsync(council.StaffCode, half));
    }

    /// <summary>The code is given while the request waits, when nothing asked for halves.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_AsksForARole_AndResetsBeforeTheSecondAgrees(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var officer = await world.AccountAsync(StaffRoles.UnitOfficer, world.Justice);
        Assert.Equal(HttpStatusCode.Redirect, await admin.TryAsync(Attacks.Edit(officer, world.Justice, "Publisher")));
        var code = await admin.CodeAsync(Attacks.Reset(officer), "Reset");
        await world.ActivateAsync(officer.StaffCode, code);

        var agreed = await world.HonestlyAgreedAsync(await world.AskedAsync(admin));

        Assert.Equal((HttpStatusCode.Conflict, StaffRoles.UnitOfficer), (agreed, (await world.StoredAsync(officer.Id)).Roles));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_ResetsACouncilMember_AndUsesTheOwnHalf(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var council = await world.AccountAsync(StaffRoles.CouncilMember, world.Justice);

        var half = await admin.CodeAsync(Attacks.Reset(council), "Reset");

        await world.CannotAgreeAsync(admin, await world.AskedAsync(admin));
        Assert.Equal(HttpStatusCode.BadRequest, await world.ActivateAsync(council.StaffCode, half));
        Assert.True(await world.OpensAsync(council.StaffCode, World.Password));
        Assert.Equal(HttpStatusCode.OK, await world.HonestlyAgreedAsync(await world.AskedAsync(admin)));
        Assert.Equal(HttpStatusCode.BadRequest, await world.ActivateAsync(council.StaffCode, half));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_HandsACouncilMembersAccountOver_ToAnAccomplice(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        using var scene = new Scene(world, state: null);
        var council = await world.AccountAsync(StaffRoles.CouncilMember, world.Justice);
        var form = scene.HandOver(council);

        var half = await admin.CodeAsync(form);

        await world.CannotAgreeAsync(admin, await world.AskedAsync(admin));
        Assert.Equal(HttpStatusCode.BadRequest, await world.ActivateAsync(form.Fields[0].Value, half));
        Assert.Null(await world.FindAsync(form.Fields[0].Value));
        Assert.True((await world.StoredAsync(council.Id)).IsActive);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_MovesASecondPerson_ToAnotherUnit(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        using var neighbour = await world.PersonAsync(StaffRoles.Coordinator, world.Office);

        Assert.Equal(HttpStatusCode.Redirect, await admin.TryAsync(Attacks.Edit(await world.StoredAsync(neighbour.Account!.Id), world.Finance, "Coordinator")));

        var request = await world.AskedAsync(admin);
        await world.CannotAgreeAsync(admin, request);
        await world.CannotAgreeAsync(neighbour, request);
        Assert.Equal(world.Office.Id, (await world.StoredAsync(neighbour.Account.Id)).UnitId);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_ChangesNameAndAddressOfACouncilMember_ToGetTheirNotices(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var council = await world.AccountAsync(StaffRoles.CouncilMember, world.Justice, account => account.Email = $"hoi{world.Next()}@example.gov.vn");

        Assert.Equal(HttpStatusCode.Redirect, await admin.TryAsync(Attacks.Edit(council, world.Justice, "CouncilMember", admin.Account!.FullName, "quan@example.gov.vn")));

        await world.CannotAgreeAsync(admin, await world.AskedAsync(admin));
        Assert.Equal((council.FullName, council.Email), ((await world.StoredAsync(council.Id)).FullName, (await world.StoredAsync(council.Id)).Email));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_SwitchesOnAnAdministrator_WhoLeft(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var gone = await world.AccountAsync(Administrator, world.Justice, account => account.IsActive = false);

        var half = await admin.CodeAsync(Attacks.Reset(gone), "Enable");

        await world.CannotAgreeAsync(admin, await world.AskedAsync(admin));
        Assert.Equal(HttpStatusCode.BadRequest, await world.ActivateAsync(gone.StaffCode, half));
        Assert.False((await world.StoredAsync(gone.Id)).IsActive);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_GivesThemselvesTheCouncil(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var own = await world.StoredAsync(admin.Account!.Id);

        Assert.Equal(HttpStatusCode.Conflict, await admin.TryAsync(Attacks.Edit(own, world.Office, "CouncilMember")));

        Assert.Equal(Administrator, (await world.StoredAsync(own.Id)).Roles);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_TakesASecondFactorAway_Alone(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var council = await world.AccountAsync(StaffRoles.CouncilMember, world.Justice, account => account.TwoFactorEnabled = true);

        Assert.Equal(HttpStatusCode.Redirect, await admin.TryAsync(Attacks.Reset(council) with { Fields = [("Reason", "Mất điện thoại")] }, "Recover"));

        await world.CannotAgreeAsync(admin, await world.AskedAsync(admin));
        Assert.True((await world.StoredAsync(council.Id)).TwoFactorEnabled);
    }

    /// <summary>The present owner of the address is the asker; a second account would be a second voice.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_MakesThemselvesASecondAccount_UnderTheirOwnAddressNameOrCode(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var mail = $"quan{world.Next()}@example.gov.vn";
        await world.ChangeAsync(admin.Account!.Id, account => account.Email = mail);

        var byMail = await admin.TryAsync(Account($"HAI.{world.Next()}", $"Tên Khác {world.Next()}", world.Justice.Code, mail.Replace("@", "+2@", StringComparison.Ordinal)));
        await admin.CodeAsync(Account($"HAI.{world.Next()}", admin.Account.FullName.ToUpperInvariant(), world.Office.Code, ""));
        var byName = await world.AskedAsync(admin);
        await world.CannotAgreeAsync(admin, byName);
        await world.Of(Who.OtherCoordinator).TryAsync(Attacks.Decision(byName, "tu-choi"));
        await admin.CodeAsync(Account(admin.Account.StaffCode.Insert(2, "."), $"Tên Nữa {world.Next()}", world.Justice.Code, ""));

        Assert.Equal(HttpStatusCode.Conflict, byMail);
        await world.CannotAgreeAsync(admin, await world.AskedAsync(admin));
        await using var db = world.Database.NewContext();
        Assert.Equal(1, await db.StaffAccounts.CountAsync(account => account.Email != null && account.Email.StartsWith("quan") && account.Email == mail));
    }

    public static TheoryData<DatabaseKind, string> SecondAccounts() => Each("name", "address", "code", "successor");

    [Theory, MemberData(nameof(SecondAccounts))]
    public async Task Asker_AgreesWithAnAccountOfTheirOwn(DatabaseKind kind, string of)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        using var twin = await world.PersonAsync(StaffRoles.Coordinator, of == "name" ? world.Office : world.Justice);
        await MakeOneAsync(world, admin.Account!, twin.Account!, of);
        using var scene = new Scene(world, state: null);
        await admin.CodeAsync(scene.AddPublisher());

        var request = await world.AskedAsync(admin);
        await world.CannotAgreeAsync(twin, request);
        Assert.Equal(HttpStatusCode.OK, await world.HonestlyAgreedAsync(request));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoAccountsOfOne_AgreeToEachOthersRequests(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var one = await world.PersonAsync(Administrator, world.Office);
        using var other = await world.PersonAsync(Administrator, world.Justice);
        await MakeOneAsync(world, one.Account!, other.Account!, "address");
        using var scene = new Scene(world, state: null);
        using var further = new Scene(world, state: null);
        await one.CodeAsync(scene.AddPublisher());
        await other.CodeAsync(further.AddPublisher());

        await world.CannotAgreeAsync(other, await world.AskedAsync(one));
        await world.CannotAgreeAsync(one, await world.AskedAsync(other));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Asker_HasANeighbourANewcomerOrSomebodyTheyMadeAgree(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        using var neighbour = await world.PersonAsync(StaffRoles.Coordinator, world.Office);
        using var newcomer = await world.PersonAsync(StaffRoles.Coordinator, world.Justice);
        await using (var db = world.Database.NewContext())
        {
            db.Add(new StaffHand(admin.Account, world.Account(Who.Coordinator), DateTime.UtcNow.AddHours(-71)).Event(newcomer.Account!, StaffEventKind.Created, newcomer.Account!.Face));
            await db.SetUpAsync();
        }

        using var scene = new Scene(world, state: null);
        await admin.CodeAsync(scene.AddPublisher());

        var request = await world.AskedAsync(admin);
        await world.CannotAgreeAsync(neighbour, request);
        await world.CannotAgreeAsync(newcomer, request);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SecondPerson_WhoWasSwitchedOffAfterTheAsking_Agrees(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        using var second = await world.PersonAsync(StaffRoles.Coordinator, world.Justice);
        using var scene = new Scene(world, state: null);
        await admin.CodeAsync(scene.AddPublisher());
        await world.ChangeAsync(second.Account!.Id, account => account.IsActive = false);

        await world.CannotAgreeAsync(second, await world.AskedAsync(admin));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Asker_RacesTheirOwnAgreement_TwelveTimesAtOnce(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        using var scene = new Scene(world, state: null);
        var form = scene.AddPublisher();
        await admin.CodeAsync(form);
        var request = await world.AskedAsync(admin);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => admin.TryAsync(Attacks.Decision(request))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Conflict, answer));
        Assert.Null(await world.FindAsync(form.Fields[0].Value));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SecondPerson_IsLedToAgree_ByAForgedForm(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        using var scene = new Scene(world, state: null);
        await admin.CodeAsync(scene.AddPublisher());
        var (request, second) = (await world.AskedAsync(admin), world.Of(Who.OtherCoordinator));
        (string Name, string Value) id = ("id", $"{request.Id}");
        (string Name, string Value) version = ("version", $"{request.Version}");

        var twice = await second.TryAsync(new("lam-viec/de-nghi", id, version, ("decision", "tu-choi"), ("decision", Attacks.Agreeing)));
        var inAddress = await second.TryAsync(new($"lam-viec/de-nghi?id={request.Id}&version={request.Version}&decision=dong-y"));
        var halfInAddress = await second.TryAsync(new("lam-viec/de-nghi?decision=dong-y", id, version));
        var ofAnother = await second.TryAsync(new("lam-viec/de-nghi", id, ("version", $"{Guid.NewGuid()}"), ("decision", Attacks.Agreeing)));
        var ofNothing = await second.TryAsync(new("lam-viec/de-nghi", ("id", $"{Guid.NewGuid()}"), version, ("decision", Attacks.Agreeing)));

        Assert.Equal([400, 400, 400, 409, 404], new[] { twice, inAddress, halfInAddress, ofAnother, ofNothing }.Select(answer => (int)answer));
        await using var db = world.Database.NewContext();
        Assert.Equal(TwoPersonState.Pending, (await db.TwoPersonRequests.AsNoTracking().SingleAsync(known => known.Id == request.Id)).State);
    }

    private static TheoryData<DatabaseKind, string> Each(params string[] what)
    {
        var data = new TheoryData<DatabaseKind, string>();
        foreach (var one in what)
        {
            data.Add(DatabaseKind.Sqlite, one);
            data.Add(DatabaseKind.Postgres, one);
        }

        return data;
    }

    private static Form Account(string code, string name, string unit, string mail) =>
        new("quan-tri/tai-khoan/them", ("Input.StaffCode", code), ("Input.FullName", name), ("Input.Post", ""), ("Input.Email", mail), ("Input.Unit", unit), ("Input.Roles", "Appraiser"));

    /// <summary>Somebody who is nobody: made by an administrator alone, who has the whole code and uses it.</summary>
    private static async Task<(StaffAccount Account, string Code)> AccompliceAsync(World world, Poster admin)
    {
        var form = Account($"MA.{world.Next()}", $"Người Không Có {world.Next()}", world.Office.Code, "");
        var code = await admin.CodeAsync(form);
        Assert.Equal(HttpStatusCode.Redirect, await world.ActivateAsync(form.Fields[0].Value, code));
        return ((await world.FindAsync(form.Fields[0].Value))!, code);
    }

    /// <summary>Makes two accounts one person's.</summary>
    private static async Task MakeOneAsync(World world, StaffAccount one, StaffAccount other, string of)
    {
        var mail = $"mot{world.Next()}@example.gov.vn";
        await world.ChangeAsync(one.Id, account => account.Email = of == "address" ? mail : account.Email);
        await world.ChangeAsync(other.Id, account =>
        {
            account.FullName = of == "name" ? one.FullName.ToUpperInvariant() : account.FullName;
            account.Email = of == "address" ? mail.Replace("@", "+hai@", StringComparison.Ordinal) : account.Email;
            (account.UserName, account.NormalizedUserName) = of == "code" ? ($"{one.StaffCode[..4]}-{one.StaffCode[4..]}", $"{one.StaffCode[..4]}-{one.StaffCode[4..]}".ToUpperInvariant()) : (account.UserName, account.NormalizedUserName);
        });
        if (of == "successor")
        {
            await using var db = world.Database.NewContext();
            db.Add(new StaffHand(By: null, Second: null, DateTime.UtcNow.AddDays(-30)).Event(other, StaffEventKind.Created, other.Face, one.Id));
            await db.SetUpAsync();
        }
    }
}
