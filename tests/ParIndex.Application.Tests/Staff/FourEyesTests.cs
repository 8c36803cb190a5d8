using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Staff;

/// <summary>What one administrator tries alone, and what two people may: on accounts, each path by which rights or access come about.</summary>
public sealed class FourEyesTests
{
    private readonly FakeTimeProvider _clock = TestClock.Now();
    private readonly Unit _home = new("Sở Nội vụ", UnitKind.Department);
    private readonly Unit _away = new("Sở Tư pháp", UnitKind.Department);
    private readonly Unit _office = new("Văn phòng UBND tỉnh", UnitKind.Department);
    private readonly StaffAccount _admin;
    private readonly StaffAccount _second;
    private readonly StaffAccount _council;
    private readonly StaffAccount _auditor;
    private readonly StaffAccount _officer;

    public FourEyesTests()
    {
        _admin = new("QT.01", "Lý A Quản", StaffRoles.Administrator, _home.Id);
        _second = new("DP.01", "Trần Thị Điều", StaffRoles.Coordinator, _away.Id);
        _council = new("HD.01", "Lê Thị Hội", StaffRoles.CouncilMember, _office.Id) { PasswordHash = "x", TwoFactorEnabled = true, Email = "hoi@example.gov.vn" };
        _auditor = new("GS.01", "Vũ Thị Giám", StaffRoles.Auditor, _office.Id);
        _officer = new("CB.01", "Hà Văn Cán", StaffRoles.UnitOfficer, _away.Id);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Creation_OfSomebodyWithSuchARole_WaitsForASecondPerson(DatabaseKind kind)
    {
        await using var database = await MakeAsync(kind);

        var outcome = await DoAsync(database, register => register.AddAsync(Actor(_admin), [new("CBO.01", "Phạm Văn Công", Post: null, StaffRoles.Publisher, _home.Id), new("TD.01", "Đỗ Văn Thẩm", Post: null, StaffRoles.Appraiser, _home.Id)]));

        Assert.Single(outcome.Asked);
        Assert.Equal([CodePart.First, CodePart.Whole], outcome.Issued.Select(slip => slip.Part));
        Assert.Null(await FindAsync(database, "CBO.01"));
        Assert.NotNull(await FindAsync(database, "TD.01"));
        Assert.Contains("không tự quyết định", (await RefusedAsync(database, _admin)).Message, StringComparison.Ordinal);

        var agreed = await DecideAsync(database, _second);

        var made = (await FindAsync(database, "CBO.01"))!;
        Assert.Equal((StaffRoles.Publisher, agreed!.SubjectId), (made.Roles, made.Id));
        Assert.False(OneTimeCode.Matches(outcome.Issued[0].Code, made.OneTimeCodeHash));
        Assert.False(OneTimeCode.Matches(agreed.Issued!.Code, made.OneTimeCodeHash));
        Assert.False(OneTimeCode.Matches($"{agreed.Issued.Code}-{outcome.Issued[0].Code}", made.OneTimeCodeHash));
        Assert.True(OneTimeCode.Matches($"{outcome.Issued[0].Code} {agreed.Issued.Code}", made.OneTimeCodeHash));
    }

    public static TheoryData<DatabaseKind, string> SensitiveChanges()
    {
        var data = new TheoryData<DatabaseKind, string>();
        foreach (var change in new[] { "grant", "re-role auditor", "move", "move to no unit", "rename", "new address", "reset", "hand over" })
        {
            data.Add(DatabaseKind.Sqlite, change);
            data.Add(DatabaseKind.Postgres, change);
        }

        return data;
    }

    [Theory, MemberData(nameof(SensitiveChanges))]
    public async Task Change_ThatTakesTwo_DoesNothingBeforeTheSecondAgrees_AndTellsTheOwnerAfter(DatabaseKind kind, string change)
    {
        await using var database = await MakeAsync(kind);
        var subject = change switch { "grant" or "move" or "move to no unit" => _officer, "re-role auditor" => _auditor, _ => _council };
        var before = await FaceAsync(database, subject);

        var outcome = await DoAsync(database, register => ChangeAsync(register, change));

        Assert.Single(outcome.Asked);
        Assert.Equal(before, await FaceAsync(database, subject));
        await using (var db = database.NewContext())
        {
            Assert.Empty(await db.StaffEvents.ToListAsync());
        }

        await RefusedAsync(database, _admin);
        await DecideAsync(database, _second);

        Assert.NotEqual(before, await FaceAsync(database, subject));
        await using var after = database.NewContext();
        var told = await after.StaffEvents.Where(e => e.AccountId == subject.Id).ToListAsync();
        Assert.All(told, e => Assert.Equal((_admin.Id, _second.Id), (e.By, e.Second)));
        if (change != "hand over")
        {
            Assert.Contains(await after.AccountNotices.ToListAsync(), notice => notice.AccountId == subject.Id && notice.ReadAt is null);
            Assert.Contains(await after.OutboxMessages.ToListAsync(), message => message.RecipientId == subject.Id && message.Body.Contains("Lý A Quản (QT.01) đề nghị, Trần Thị Điều (DP.01) đồng ý", StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Enabling_OfSuchAnAccount_WaitsForASecondPerson_AndDisablingDoesNot(DatabaseKind kind)
    {
        await using var database = await MakeAsync(kind);

        Assert.Empty((await DoAsync(database, register => register.SetActiveAsync(Actor(_admin), _council.Id, isActive: false))).Asked);
        Assert.Single((await DoAsync(database, register => register.SetActiveAsync(Actor(_admin), _council.Id, isActive: true))).Asked);

        Assert.False((await FindAsync(database, "HD.01"))!.IsActive);
        await DecideAsync(database, _second);
        Assert.True((await FindAsync(database, "HD.01"))!.IsActive);
    }

    [Fact]
    public async Task TakingRightsAway_OneMayDo()
    {
        await using var database = await MakeAsync(DatabaseKind.Sqlite);

        var outcome = await DoAsync(database, register => register.EditAsync(Actor(_admin), _second.Id, Entry(_second) with { Roles = StaffRoles.Appraiser }, _second.ConcurrencyStamp));

        Assert.Empty(outcome.Asked);
        Assert.Equal(StaffRoles.Appraiser, (await FindAsync(database, "DP.01"))!.Roles);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SecondPerson_WhoIsTheSubject_OrNew_OrWhoseAskerWasDisabled_IsRefused(DatabaseKind kind)
    {
        await using var database = await MakeAsync(kind);
        await DoAsync(database, register => register.ResetAsync(Actor(_admin), _second.Id));
        Assert.Contains("chính bạn", (await RefusedAsync(database, _second)).Message, StringComparison.Ordinal);

        // Somebody two people appointed yesterday agrees to nothing yet.
        var late = await AddAsync(database, "QT.03", "Giàng A Mới", _office);
        Assert.Contains("72 giờ", (await RefusedAsync(database, late)).Message, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromHours(72));

        await using (var db = database.NewContext())
        {
            await db.StaffAccounts.Where(account => account.Id == _admin.Id).ExecuteUpdateAsync(set => set.SetProperty(account => account.IsActive, false));
        }

        Assert.Contains("không còn hiệu lực", (await RefusedAsync(database, late)).Message, StringComparison.Ordinal);
        Assert.Equal(TwoPersonState.Refused, (await DecideAsync(database, late, agree: false))!.State);
        Assert.Null((await FindAsync(database, "DP.01"))!.OneTimeCodeHash);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Race_OfTwoAgreements_CarriesOutOne(DatabaseKind kind)
    {
        await using var database = await MakeAsync(kind);
        await DoAsync(database, register => register.ResetAsync(Actor(_admin), _council.Id));
        await using (var db = database.NewContext())
        {
            db.Add(new StaffAccount("DP.02", "Trần Thị Hai", StaffRoles.Coordinator, _office.Id));
            await db.SetUpAsync();
        }

        var other = (await FindAsync(database, "DP.02"))!;
        var outcomes = await Task.WhenAll(new[] { _second, other, _second, other }.Select(async person =>
        {
            try
            {
                return await DecideAsync(database, person);
            }
            catch (Exception refusal) when (refusal is RefusedException or InvalidOperationException)
            {
                return null;
            }
        }));

        Assert.Single(outcomes, outcome => outcome?.Issued is not null);
        await using var after = database.NewContext();
        Assert.Single(await after.StaffEvents.Where(e => e.Kind == StaffEventKind.CodeIssued).ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task DisablingEverySecond_GainsNothing_AndTheServerRecovers(DatabaseKind kind)
    {
        await using var database = await MakeAsync(kind);
        await DoAsync(database, register => register.SetActiveAsync(Actor(_admin), _second.Id, isActive: false));
        await DoAsync(database, register => register.SetActiveAsync(Actor(_admin), _council.Id, isActive: false));
        await DoAsync(database, register => register.AddAsync(Actor(_admin), [new("CBO.01", "Phạm Văn Công", Post: null, StaffRoles.Publisher, _away.Id)]));

        await RefusedAsync(database, _admin);
        var code = await ServerAsync(database, "QT.09", "Người Của Máy Chủ", _away);

        await DecideAsync(database, code);
        Assert.NotNull(await FindAsync(database, "CBO.01"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Server_MakesThreePeopleWhoAreEstablishedAtOnce_AndAFourthWhoWaits(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            db.AddRange(_home, _away, _office);
            await db.SetUpAsync();
        }

        var people = new[] { await ServerAsync(database, "QT.01", "Một", _home), await ServerAsync(database, "QT.02", "Hai", _away), await ServerAsync(database, "QT.03", "Ba", _office), await ServerAsync(database, "QT.04", "Bốn", _office) };

        await using var read = database.NewContext();
        var history = await StaffHistory.ReadAsync(read);
        Assert.Equal([true, true, true, false], people.Select(person => history.IsEstablished(person.Id, _clock.GetUtcNow().UtcDateTime)));
        await DoAsync(database, register => register.AddAsync(Actor(people[0]), [new("DP.01", "Trần Thị Điều", Post: null, StaffRoles.Coordinator, _home.Id)]));
        await RefusedAsync(database, people[3]);
        await DecideAsync(database, people[1]);
        Assert.NotNull(await FindAsync(database, "DP.01"));
    }

    [Fact]
    public async Task RolesOfAnOldSession_AreNotAsked()
    {
        await using var database = await MakeAsync(DatabaseKind.Sqlite);
        var stale = new StaffActor(_officer.Id, _officer.StaffCode, StaffRoles.Administrator, _away.Id);

        Assert.True((await Assert.ThrowsAsync<RefusedException>(() => DoAsync(database, register => register.ResetAsync(stale, _council.Id)))).Refusal.IsOfRights);
        Assert.True((await Assert.ThrowsAsync<RefusedException>(() => DoAsync(database, register => register.AddAsync(stale, [new("CB.09", "Ai Đó", Post: null, StaffRoles.Appraiser, _home.Id)])))).Refusal.IsOfRights);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SecondAccount_OfOneAddress_IsRefused_AndOneOfNameAndUnitIsAsked(DatabaseKind kind)
    {
        await using var database = await MakeAsync(kind);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => DoAsync(database, register => register.AddAsync(Actor(_admin), [new("HD.09", "Tên Khác", Post: null, StaffRoles.Appraiser, _home.Id, "HOI+2@example.gov.vn")])));
        var inOneList = await Assert.ThrowsAsync<RefusedException>(() => DoAsync(database, register => register.AddAsync(Actor(_admin), [new("A.01", "Một", Post: null, StaffRoles.Appraiser, _home.Id, "a@b.vn"), new("A.02", "Hai", Post: null, StaffRoles.Appraiser, _home.Id, "A@b.vn")])));
        var edit = await Assert.ThrowsAsync<RefusedException>(() => DoAsync(database, register => register.EditAsync(Actor(_admin), _officer.Id, Entry(_officer) with { Email = "hoi@example.gov.vn" }, _officer.ConcurrencyStamp)));
        var asked = await DoAsync(database, register => register.AddAsync(Actor(_admin), [new("CB.08", "hà  văn CÁN", Post: null, StaffRoles.Appraiser, _away.Id)]));

        Assert.All([refusal, inOneList, edit], refused => Assert.Contains("mỗi người một tài khoản", refused.Message, StringComparison.Ordinal));
        Assert.Single(asked.Asked);
        Assert.Null(await FindAsync(database, "CB.08"));
        var shown = Assert.Single(await ListAsync(database, _second));
        Assert.Contains(shown.Subject!.Facts, fact => fact.Name.Contains("cùng một người", StringComparison.Ordinal) && fact.Text!.Contains("CB.01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Request_AboutWhatWasChangedMeanwhile_IsNotCarriedOut()
    {
        await using var database = await MakeAsync(DatabaseKind.Sqlite);
        await DoAsync(database, register => register.EditAsync(Actor(_admin), _officer.Id, Entry(_officer) with { Roles = StaffRoles.Publisher }, _officer.ConcurrencyStamp));
        await DoAsync(database, register => register.EditAsync(Actor(_admin), _officer.Id, Entry(_officer) with { FullName = "Hà Văn Khác" }, _officer.ConcurrencyStamp));

        Assert.Contains("đã được sửa", (await RefusedAsync(database, _second)).Message, StringComparison.Ordinal);
        Assert.Equal(StaffRoles.UnitOfficer, (await FindAsync(database, "CB.01"))!.Roles);
        var twice = await Assert.ThrowsAsync<RefusedException>(() => DoAsync(database, async register => await register.EditAsync(Actor(_admin), _officer.Id, Entry(_officer) with { Roles = StaffRoles.CouncilMember }, (await FindAsync(database, "CB.01"))!.ConcurrencyStamp)));
        Assert.Contains("đang chờ", twice.Message, StringComparison.Ordinal);
    }

    private Task<StaffOutcome> ChangeAsync(StaffRegister register, string change) => change switch
    {
        "grant" => register.EditAsync(Actor(_admin), _officer.Id, Entry(_officer) with { Roles = StaffRoles.UnitOfficer | StaffRoles.CouncilMember }, _officer.ConcurrencyStamp),
        "re-role auditor" => register.EditAsync(Actor(_admin), _auditor.Id, Entry(_auditor) with { Roles = StaffRoles.Administrator }, _auditor.ConcurrencyStamp),
        "move" => register.EditAsync(Actor(_admin), _officer.Id, Entry(_officer) with { UnitId = _office.Id }, _officer.ConcurrencyStamp),
        "move to no unit" => register.EditAsync(Actor(_admin), _officer.Id, Entry(_officer) with { Roles = StaffRoles.Appraiser, UnitId = null }, _officer.ConcurrencyStamp),
        "rename" => register.EditAsync(Actor(_admin), _council.Id, Entry(_council) with { FullName = "Lý A Quản" }, _council.ConcurrencyStamp),
        "new address" => register.EditAsync(Actor(_admin), _council.Id, Entry(_council) with { Email = "quan@example.gov.vn" }, _council.ConcurrencyStamp),
        "reset" => register.ResetAsync(Actor(_admin), _council.Id),
        "hand over" => register.HandOverAsync(Actor(_admin), _council.Id, "HD.02", "Người Kế Nhiệm", post: null),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static StaffActor Actor(StaffAccount account) => StaffActor.Of(account);

    private static StaffEntry Entry(StaffAccount account) => new(account.StaffCode, account.FullName, account.Post, account.Roles, account.UnitId, account.Email);

    private async Task<TestDatabase> MakeAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        db.AddRange(_home, _away, _office, _admin, _second, _council, _auditor, _officer);
        await db.SetUpAsync();
        return database;
    }

    private async Task<StaffOutcome> DoAsync(TestDatabase database, Func<StaffRegister, Task<StaffOutcome>> act)
    {
        await using var db = database.NewContext();
        return await act(new StaffRegister(db, _clock));
    }

    /// <summary>Somebody made by two people now: not yet established.</summary>
    private async Task<StaffAccount> AddAsync(TestDatabase database, string code, string name, Unit unit)
    {
        await using var db = database.NewContext();
        var made = new StaffAccount(code, name, StaffRoles.Administrator, unit.Id);
        db.AddRange(made, new StaffHand(_admin, _second, _clock.GetUtcNow().UtcDateTime).Event(made, StaffEventKind.Created, made.Face));
        await db.SetUpAsync();
        return made;
    }

    private async Task<StaffAccount> ServerAsync(TestDatabase database, string code, string name, Unit unit)
    {
        await using var db = database.NewContext();
        await new StaffRegister(db, _clock).AddAsync("create-admin", [new(code, name, Post: null, StaffRoles.Administrator, unit.Id)]);
        return (await FindAsync(database, code))!;
    }

    private static async Task<StaffAccount?> FindAsync(TestDatabase database, string code)
    {
        await using var db = database.NewContext();
        return await db.StaffAccounts.AsNoTracking().SingleOrDefaultAsync(account => account.UserName == code);
    }

    /// <summary>All by which somebody could act as the person.</summary>
    private static async Task<(StaffFace, bool, string?, string?)> FaceAsync(TestDatabase database, StaffAccount account)
    {
        var now = (await FindAsync(database, account.StaffCode))!;
        return (now.Face, now.IsActive, now.PasswordHash, now.OneTimeCodeHash);
    }

    private async Task<IReadOnlyList<TwoPersonRow>> ListAsync(TestDatabase database, StaffAccount reader)
    {
        await using var db = database.NewContext();
        return await Requests(db).ListAsync(Actor(reader));
    }

    private async Task<TwoPersonRequest?> DecideAsync(TestDatabase database, StaffAccount person, bool agree = true)
    {
        await using var db = database.NewContext();
        var request = await db.TwoPersonRequests.AsNoTracking().SingleAsync(known => known.State == TwoPersonState.Pending);
        return await Requests(db).DecideAsync(person.Id, request.Id, request.Version, agree);
    }

    private async Task<RefusedException> RefusedAsync(TestDatabase database, StaffAccount person) =>
        await Assert.ThrowsAsync<RefusedException>(() => DecideAsync(database, person));

    private TwoPersonDecisions Requests(ParIndexDb db) =>
        new(db, StaffRequests.Acts.Select(act => new TwoPersonHandler(act, StaffRequests.SecondPersons, StaffRequests.CarryOutAsync) { Describe = StaffRequests.DescribeAsync }), _clock);
}
