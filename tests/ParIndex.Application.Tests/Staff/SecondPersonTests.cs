using ParIndex.Application.Accounts;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Tests.Staff;

/// <summary>Who can be the second of two people: the one rule of every act that takes two.</summary>
public sealed class SecondPersonTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc);

    private readonly Guid _home = Guid.NewGuid();
    private readonly Guid _away = Guid.NewGuid();
    private readonly StaffAccount _asker;
    private readonly StaffAccount _second;
    private readonly StaffAccount _third;

    public SecondPersonTests()
    {
        _asker = new("QT.01", "Lý A Quản", StaffRoles.Administrator, _home);
        _second = new("DP.01", "Trần Thị Điều", StaffRoles.Coordinator, _away);
        _third = new("QT.02", "Mùa Thị Ba", StaffRoles.Administrator, Guid.NewGuid());
    }

    [Fact]
    public void Second_OfAnotherUnit_LeftAloneFor72Hours_IsOne() =>
        Assert.Null(WhyNot(Event(_second, StaffEventKind.Created, hoursAgo: 72), Event(_second, StaffEventKind.RolesChanged, hoursAgo: 73), Event(_asker, StaffEventKind.Created, hoursAgo: 1)));

    [Fact]
    public void Account_OlderThanTheRecord_IsEstablished() => Assert.Null(WhyNot());

    [Theory]
    [InlineData(StaffEventKind.Created)]
    [InlineData(StaffEventKind.Activated)]
    [InlineData(StaffEventKind.RolesChanged)]
    [InlineData(StaffEventKind.UnitChanged)]
    [InlineData(StaffEventKind.CodeIssued)]
    [InlineData(StaffEventKind.FactorTaken)]
    [InlineData(StaffEventKind.Enabled)]
    public void Second_ChangedWithin72Hours_ByWhomever_IsNone(StaffEventKind kind)
    {
        Assert.Contains("72 giờ", WhyNot(Event(_second, kind, hoursAgo: 71.9)), StringComparison.Ordinal);
        // By an accomplice of the asker it would be the same; and a clock that jumped makes nobody older.
        Assert.NotNull(WhyNot(Event(_second, kind, hoursAgo: 1, by: _third)));
        Assert.NotNull(WhyNot(Event(_second, kind, hoursAgo: -5)));
    }

    [Theory]
    [InlineData(StaffEventKind.FactorSet)]
    [InlineData(StaffEventKind.DetailsChanged)]
    public void Second_WhoRenewedTheOwnFactor_OrGotAnotherPost_StaysOne(StaffEventKind kind) => Assert.Null(WhyNot(Event(_second, kind, hoursAgo: 1)));

    [Fact]
    public void FirstPeople_MadeByTheServer_AreEstablishedAtOnce_UntilSomebodyResetsThem()
    {
        var made = new StaffHand(By: null, Second: null, Now.AddHours(-1), Establishes: true).Event(_second, StaffEventKind.Created, _second.Face);
        var activated = Event(_second, StaffEventKind.Activated, hoursAgo: 0.5, by: _second);

        Assert.Null(WhyNot(made, activated));
        Assert.NotNull(WhyNot(made, activated, Event(_second, StaffEventKind.CodeIssued, hoursAgo: 0.2)));
    }

    [Theory]
    [InlineData(StaffEventKind.Disabled)]
    [InlineData(StaffEventKind.RolesChanged)]
    [InlineData(StaffEventKind.UnitChanged)]
    [InlineData(StaffEventKind.CodeIssued)]
    public void Request_OfSomebodyChangedSince_IsVoid(StaffEventKind kind)
    {
        Assert.Contains("không còn hiệu lực", WhyNot(Event(_asker, kind, hoursAgo: 1, by: _third)), StringComparison.Ordinal);
        Assert.Null(WhyNot(Event(_asker, kind, hoursAgo: 3, by: _third)));
    }

    [Fact]
    public void Request_OfADisabledAccount_IsVoid()
    {
        _asker.IsActive = false;
        Assert.Contains("không còn hiệu lực", WhyNot(), StringComparison.Ordinal);
    }

    [Fact]
    public void Second_WhoMadeTheAskerLately_IsNone_AndAThirdIs()
    {
        var granted = Event(_asker, StaffEventKind.RolesChanged, hoursAgo: 5, by: _third, second: _second);
        Assert.Contains("chờ người khác", WhyNot(granted), StringComparison.Ordinal);
        Assert.Null(WhyNot(Event(_asker, StaffEventKind.RolesChanged, hoursAgo: 5, by: _third)));
    }

    [Fact]
    public void SamePerson_SameUnit_NoUnit_AreNone()
    {
        Assert.NotNull(SecondPerson.WhyNot(_asker, _asker, Now, History(), Now));
        _second.UnitId = _home;
        Assert.Contains("cùng đơn vị", WhyNot(), StringComparison.Ordinal);
        _second.UnitId = null;
        Assert.Contains("chưa thuộc đơn vị", WhyNot(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lan@laichau.gov.vn", "lan@LAICHAU.gov.vn")]
    [InlineData("lan@laichau.gov.vn", "lan+2@laichau.gov.vn")]
    public void TwoAccounts_OfOneAddress_AreOnePerson(string one, string other)
    {
        (_asker.Email, _second.Email) = (one, other);
        Assert.Contains("cùng một người", WhyNot(), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoAccounts_OfOneCodeInOtherSigns_AreOnePerson()
    {
        var twin = new StaffAccount("qt-01", "Người Khác", StaffRoles.Coordinator, _away);
        Assert.Contains("cùng một người", SecondPerson.WhyNot(twin, _asker, Now, History(extra: twin), Now), StringComparison.Ordinal);
    }

    [Fact]
    public void Twin_StaysOne_AfterNameAddressOrUnitWereEdited()
    {
        var twin = new StaffAccount("CB.77", "Tên Mới", StaffRoles.Coordinator, _away) { Email = "moi@laichau.gov.vn" };
        var byAddress = new StaffHand(_third, Second: null, Now.AddDays(-90)).Event(twin, StaffEventKind.DetailsChanged, new("Tên Cũ", Post: null, "quan@laichau.gov.vn", _away, twin.Roles));
        var byName = new StaffHand(_third, Second: null, Now.AddDays(-90)).Event(twin, StaffEventKind.UnitChanged, new("Lý  A QUẢN", Post: null, Email: null, _home, twin.Roles));
        _asker.Email = "Quan@laichau.gov.vn";

        Assert.Contains("cùng một người", SecondPerson.WhyNot(twin, _asker, Now, History([byAddress], twin), Now), StringComparison.Ordinal);
        Assert.Contains("cùng một người", SecondPerson.WhyNot(twin, _asker, Now, History([byName], twin), Now), StringComparison.Ordinal);
        Assert.Null(SecondPerson.WhyNot(twin, _asker, Now, History([], twin), Now));
    }

    [Fact]
    public void Successor_AndPredecessor_AreOnePerson_AlsoOverAThird()
    {
        var (next, last) = (new StaffAccount("CB.78", "Hà Thị Kế", StaffRoles.Coordinator, _away), new StaffAccount("CB.79", "Vàng A Cuối", StaffRoles.Coordinator, Guid.NewGuid()));
        var first = new StaffHand(_third, _second, Now.AddDays(-90)).Event(next, StaffEventKind.Created, next.Face, _asker.Id);
        var then = new StaffHand(_third, _second, Now.AddDays(-60)).Event(last, StaffEventKind.Created, last.Face, next.Id);
        var history = new StaffHistory([_asker, _second, _third, next, last], [first, then]);

        Assert.True(history.AreOne(_asker.Id, last.Id));
        Assert.False(history.AreOne(_asker.Id, _second.Id));
        Assert.Equal(new[] { _asker.Id, next.Id, last.Id }.Order(), history.AccountsOf(next.Id).Order());
    }

    [Fact]
    public void WhoSomebodyWas_IsReadFromWhatWasBeforeTheNextChange()
    {
        _second.Post = "Phó Giám đốc";
        var married = new StaffHand(_third, Second: null, Now.AddDays(-10)).Event(_second, StaffEventKind.DetailsChanged, new("Trần Thị Thời", "Chuyên viên", Email: null, _home, _second.Roles));
        var promoted = new StaffHand(_third, Second: null, Now.AddDays(-5)).Event(_second, StaffEventKind.DetailsChanged, new("Trần Thị Điều", "Trưởng phòng", Email: null, _home, _second.Roles));
        var history = History([promoted, married]);

        Assert.Equal(("Trần Thị Thời", "Chuyên viên"), (history.NameOn(_second.Id, Now.AddDays(-11)), history.PostOn(_second.Id, Now.AddDays(-11))));
        Assert.Equal(("Trần Thị Điều", "Trưởng phòng"), (history.NameOn(_second.Id, Now.AddDays(-7)), history.PostOn(_second.Id, Now.AddDays(-7))));
        Assert.Equal("Phó Giám đốc", history.PostOn(_second.Id, Now));
    }

    private string? WhyNot(params StaffEvent[] events) => SecondPerson.WhyNot(_second, _asker, Now.AddHours(-2), History(events), Now);

    private StaffHistory History(IEnumerable<StaffEvent>? events = null, StaffAccount? extra = null) =>
        new(new[] { _asker, _second, _third, extra }.OfType<StaffAccount>(), events ?? []);

    private StaffEvent Event(StaffAccount account, StaffEventKind kind, double hoursAgo, StaffAccount? by = null, StaffAccount? second = null) =>
        new StaffHand(by ?? _asker, second, Now.AddHours(-hoursAgo)).Event(account, kind, account.Face);
}
