using ParIndex.Application.Accounts;

namespace ParIndex.Application.Staff;

/// <summary>
/// Who can be the second of two people, whatever the act: another person than the one who asks, of another unit, and
/// established; so that nobody agrees with themselves under another account (what matters to careers nobody does alone).
/// </summary>
public static class SecondPerson
{
    /// <summary>Why this account cannot agree to what that one asks, as a Vietnamese sentence; <c>null</c> when it can.</summary>
    /// <param name="second">Who would agree, as stored now.</param>
    /// <param name="asker">Who asks, as stored now.</param>
    /// <param name="askedAt">When it was asked, UTC.</param>
    /// <param name="history">What happened to both.</param>
    /// <param name="now">Instant, UTC.</param>
    public static string? WhyNot(StaffAccount second, StaffAccount asker, DateTime askedAt, StaffHistory history, DateTime now) =>
        WhyNotAnother(second, asker, history)
        ?? (!asker.IsActive || history.ChangedAfter(asker.Id, askedAt)
                ? "Tài khoản của người đề nghị đã bị khoá, cấp lại, hoặc đổi vai trò, đơn vị sau khi gửi; đề nghị này không còn hiệu lực, chỉ có thể từ chối."
            : !history.IsEstablished(second.Id, now)
                ? $"Tài khoản của bạn mới được tạo, mở lại, cấp lại hoặc đổi vai trò, đơn vị; chỉ xác nhận được việc của người khác sau {StaffHistory.Establishing.TotalHours:0} giờ."
            : history.Touched(second.Id, asker.Id, now)
                ? $"Bạn vừa tạo, cấp lại hoặc đổi vai trò, đơn vị của người đề nghị trong {StaffHistory.Establishing.TotalHours:0} giờ qua; chờ người khác."
            : null);

    /// <summary>Why the two accounts are not two people of two units, as a Vietnamese sentence; <c>null</c> when they are.</summary>
    public static string? WhyNotAnother(StaffAccount second, StaffAccount asker, StaffHistory history)
    {
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(asker);
        ArgumentNullException.ThrowIfNull(history);
        return second.Id == asker.Id ? "Người đề nghị không tự quyết định; chờ người thứ hai."
            : history.AreOne(second.Id, asker.Id) ? "Tài khoản này và tài khoản của người đề nghị được xem là của cùng một người; chờ người khác."
            : second.UnitId is null ? "Tài khoản của bạn chưa thuộc đơn vị nào, nên chưa xác định được là người của đơn vị khác."
            : second.UnitId == asker.UnitId ? "Bạn cùng đơn vị với người đề nghị; chờ người của đơn vị khác."
            : null;
    }
}
