using ParIndex.Application.Accounts;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>What happened to accounts, in Vietnamese.</summary>
public static class StaffEventWords
{
    /// <summary>What happened, without who and when.</summary>
    public static string Of(StaffEventKind kind) => kind switch
    {
        StaffEventKind.Created => "Tạo tài khoản",
        StaffEventKind.Activated => "Đặt mật khẩu bằng mã dùng một lần",
        StaffEventKind.RolesChanged => "Đổi vai trò",
        StaffEventKind.UnitChanged => "Chuyển đơn vị",
        StaffEventKind.DetailsChanged => "Sửa họ tên, chức vụ hoặc thư điện tử",
        StaffEventKind.CodeIssued => "Cấp lại mật khẩu bằng mã dùng một lần",
        StaffEventKind.FactorTaken => "Bỏ xác thực hai bước để thiết lập lại",
        StaffEventKind.FactorSet => "Thiết lập xác thực hai bước mới",
        StaffEventKind.Disabled => "Khoá tài khoản",
        StaffEventKind.Enabled => "Mở lại tài khoản",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>An event in one sentence: what, when, by whom.</summary>
    internal static string Sentence(StaffEvent e, StaffAccount? by, StaffAccount? second)
    {
        var who = e.By is null ? "tại máy chủ" : e.By == e.AccountId ? "từ chính tài khoản này" : $"do {Named(by)}{(second is null ? "" : $" đề nghị, {Named(second)} đồng ý")}";
        return $"{Of(e.Kind)}: lúc {DateWriter.VietnameseHour(e.At)}, {who}.";
    }

    private static string Named(StaffAccount? person) => person is null ? "người không rõ" : $"{person.FullName} ({person.StaffCode})";
}
