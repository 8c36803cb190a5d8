using ParIndex.Domain.Outbox;

namespace ParIndex.Domain.Tests.Outbox;

public sealed class OutboxMessageTests
{
    private static readonly DateTime Now = new(2026, 1, 8, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Message_Waits_UntilItIsSent()
    {
        var message = Message();
        Assert.Null(message.SentAt);

        message.Failed("Không kết nối được", Now.AddMinutes(5));
        Assert.Equal((1, "Không kết nối được", Now.AddMinutes(5)), (message.Failures, message.LastError, message.RetryAt));

        message.Sent(Now.AddMinutes(6));

        Assert.Equal((Now.AddMinutes(6), 1), (message.SentAt, message.Failures));
        Assert.Null(message.LastError);
        Assert.Null(message.RetryAt);
    }

    [Fact]
    public void Failures_AddUp()
    {
        var message = Message();

        message.Failed("Lần một", Now);
        message.Failed("Lần hai", Now.AddMinutes(1));

        Assert.Equal((2, "Lần hai"), (message.Failures, message.LastError));
    }

    [Fact]
    public void Message_IsToOnePerson_AndSaysWhoCausesIt()
    {
        var recipient = Guid.NewGuid();

        var message = new OutboxMessage(recipient, "Nhắc hạn", "Còn 02 ngày.", "dieu-phoi", Now);

        Assert.Equal((recipient, "Nhắc hạn", "Còn 02 ngày.", "dieu-phoi", Now), (message.RecipientId, message.Subject, message.Body, message.By, message.QueuedAt));
        Assert.Equal((0, null, null, null), (message.Failures, message.RetryAt, message.LastError, message.RefusedAddress));
    }

    [Fact]
    public void Refused_IsNotTriedAgain_AtThatAddress()
    {
        var message = Message();
        message.Failed("Không kết nối được", Now.AddMinutes(5));

        message.Refused("Địa chỉ không tồn tại", "pao@example.vn");

        Assert.Equal((2, "Địa chỉ không tồn tại", "pao@example.vn"), (message.Failures, message.LastError, message.RefusedAddress));
        Assert.Null(message.RetryAt);
        Assert.Null(message.SentAt);
    }

    [Theory]
    [InlineData("", "Nội dung")]
    [InlineData("Nhắc hạn", " ")]
    public void Message_WithoutWords_IsRefused(string subject, string body) =>
        Assert.Throws<ArgumentException>(() => new OutboxMessage(Guid.NewGuid(), subject, body, "dieu-phoi", Now));

    [Fact]
    public void Lease_IsOneNodesUntilItRunsOut()
    {
        var lease = new JobLease("outbox");

        Assert.True(lease.TryTake("a", Now, TimeSpan.FromMinutes(1)));
        Assert.False(lease.TryTake("b", Now.AddSeconds(59), TimeSpan.FromMinutes(1)));
        Assert.Equal(("a", Now.AddMinutes(1)), (lease.Holder, lease.HeldUntil));
        Assert.True(lease.TryTake("a", Now.AddSeconds(30), TimeSpan.FromMinutes(1)));
        Assert.False(lease.TryTake("b", Now.AddSeconds(89), TimeSpan.FromMinutes(1)));
        Assert.True(lease.TryTake("b", Now.AddSeconds(90), TimeSpan.FromMinutes(1)));
        Assert.Equal("b", lease.Holder);
    }

    [Fact]
    public void Lease_IsFreeAtFirst()
    {
        var lease = new JobLease("outbox");

        Assert.Equal(("outbox", null), (lease.Job, lease.Holder));
        Assert.True(lease.HeldUntil < Now);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(500_000, true)]
    public void Lease_OfAClockThatRanAhead_HoldsNothing(int minutesAhead, bool isFree)
    {
        var lease = new JobLease("outbox");
        lease.TryTake("a", Now.AddMinutes(minutesAhead - 1), TimeSpan.FromMinutes(1));

        Assert.Equal(isFree, lease.TryTake("b", Now, TimeSpan.FromMinutes(1)));
    }

    private static OutboxMessage Message() => new(Guid.NewGuid(), "Nhắc hạn tự chấm điểm", "Thời hạn còn 02 ngày.", "dieu-phoi", Now);
}
