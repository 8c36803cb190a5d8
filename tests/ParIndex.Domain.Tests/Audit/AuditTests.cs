using ParIndex.Domain.Audit;

namespace ParIndex.Domain.Tests.Audit;

public sealed class AuditTests
{
    [Theory]
    [InlineData("2026-01-08T02:00:00.000", "2026-01-08T02:00:00")]
    [InlineData("2026-01-08T02:59:59.999", "2026-01-08T02:00:00")]
    [InlineData("2026-01-08T23:30:00.000", "2026-01-08T23:00:00")]
    [InlineData("2026-01-09T00:00:00.001", "2026-01-09T00:00:00")]
    public void Count_IsOfTheHourItHappenedIn(string at, string hour)
    {
        var instant = Utc(at);
        var count = new AuditCount(CountedKind.RefusedForm, "CB-0123456789", "10.0.0.1", "POST /lam-viec", "Thiếu lý do", instant);

        Assert.Equal(Utc(hour), AuditCount.HourOf(instant));
        Assert.Equal(DateTimeKind.Utc, AuditCount.HourOf(instant).Kind);
        Assert.Equal((Utc(hour), instant, instant), (count.Hour, count.FirstAt, count.LastAt));
    }

    [Fact]
    public void Count_BeginsWithOne()
    {
        var count = new AuditCount(CountedKind.RefusedForm, "CB-0123456789", "10.0.0.1", "POST /lam-viec", "Thiếu lý do", Utc("2026-01-08T02:00:00"));

        Assert.Equal((CountedKind.RefusedForm, "CB-0123456789", "10.0.0.1", "POST /lam-viec", "Thiếu lý do", 1), (count.Kind, count.Actor, count.Source, count.Address, count.Note, count.Count));
        Assert.Null(count.Sequence);
    }

    [Fact]
    public void Event_SaysWhoWhenWhatAndWhatItChanged()
    {
        var at = Utc("2026-01-08T02:00:00");
        var renamed = new AuditChange("Unit", "1", "Name", "Sở Nội vụ", "Sở Nội vụ và Lao động");
        var added = new AuditChange("Unit", "2", property: null, oldValue: null, newValue: null);

        var happened = new AuditEvent(at, "CB-0123456789", "10.0.0.1", "Đổi tên", [renamed, added]);

        Assert.Equal((at, "CB-0123456789", "10.0.0.1", "Đổi tên"), (happened.At, happened.Actor, happened.Source, happened.Act));
        Assert.Equal([renamed, added], happened.Changes);
        Assert.Equal(("Unit", "1", "Name", "Sở Nội vụ", "Sở Nội vụ và Lao động"), (renamed.Entity, renamed.EntityId, renamed.Property, renamed.OldValue, renamed.NewValue));
        Assert.Equal(("Unit", "2", null, null, null), (added.Entity, added.EntityId, added.Property, added.OldValue, added.NewValue));
        Assert.Null(happened.Sequence);
    }

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal);
}
