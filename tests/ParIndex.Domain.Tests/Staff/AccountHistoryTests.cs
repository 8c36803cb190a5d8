using ParIndex.Domain.Staff;

namespace ParIndex.Domain.Tests.Staff;

public sealed class AccountHistoryTests
{
    private static readonly DateTime At = new(2026, 1, 8, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Event_KeepsWhoThePersonWasBefore()
    {
        var account = Guid.NewGuid();
        var was = new StaffFace("Lò Văn Páo", "Chuyên viên", "pao@example.vn", Guid.NewGuid(), StaffRoles.Appraiser | StaffRoles.UnitOfficer);

        var happened = new StaffEvent(account, StaffEventKind.RolesChanged, was, At);

        Assert.Equal((account, StaffEventKind.RolesChanged, At), (happened.AccountId, happened.Kind, happened.At));
        Assert.Equal(was, happened.Was);
        Assert.Equal((was.FullName, was.Post, was.Email, was.UnitId, was.Roles), (happened.FullName, happened.Post, happened.Email, happened.UnitId, happened.Roles));
    }

    [Fact]
    public void Event_NeedsNobodyWhoDidIt_AndEstablishesNobodyByItself()
    {
        var happened = new StaffEvent(Guid.NewGuid(), StaffEventKind.Created, new("Lò Văn Páo", null, null, null, StaffRoles.Administrator), At);

        Assert.Equal((null, null, null, null, false), (happened.Sequence, happened.By, happened.Second, happened.PredecessorId, happened.Establishes));
    }

    [Fact]
    public void Notice_IsToldOnce_AndStaysRead()
    {
        var account = Guid.NewGuid();
        var notice = new AccountNotice(account, "Mật khẩu đã được đặt lại.", At);
        Assert.Equal((account, "Mật khẩu đã được đặt lại.", At, At, 1, null), (notice.AccountId, notice.Text, notice.At, notice.LastAt, notice.Count, notice.ReadAt));

        notice.Read(At.AddHours(1));
        notice.Read(At.AddHours(2));

        Assert.Equal(At.AddHours(1), notice.ReadAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Notice_WithoutWords_IsRefused(string text) => Assert.Throws<ArgumentException>(() => new AccountNotice(Guid.NewGuid(), text, At));

    [Fact]
    public void GuessLimit_IsForgottenAtAnInstant()
    {
        var limit = new GuessLimit("ab12", 1_767_837_600_000);

        Assert.Equal(("ab12", 1_767_837_600_000), (limit.Key, limit.ForgottenAt));
    }

    [Fact]
    public void IssuedCode_IsAWholeOne_UnlessItIsSaidToBeAHalf() =>
        Assert.Equal(CodePart.Whole, new IssuedCode("CB-0123456789", "Lò Văn Páo", Unit: null, "K7PD-2MXN-Q4RT-9HWB", At).Part);
}
