using ParIndex.Domain.Text;

namespace ParIndex.Domain.Staff;

/// <summary>The roles in words, and which a person may hold together.</summary>
public static class RoleWords
{
    /// <summary>Roles that must prove a second factor before anything else.</summary>
    public const StaffRoles WithSecondFactor = StaffRoles.Coordinator | StaffRoles.Publisher | StaffRoles.CouncilMember | StaffRoles.Administrator;

    /// <summary>Roles that stand alone: who administers sees no score, who audits changes nothing.</summary>
    private const StaffRoles Alone = StaffRoles.Administrator | StaffRoles.Auditor;

    private static readonly (StaffRoles Role, string Name, string What, string[] Words)[] Dictionary =
    [
        (StaffRoles.UnitOfficer, "Cán bộ đơn vị", "tự chấm điểm cho đơn vị mình", ["can bo don vi", "can bo cham diem", "don vi", "unit officer", "unitofficer"]),
        (StaffRoles.UnitHead, "Thủ trưởng đơn vị", "phân công trong đơn vị mình và phê duyệt phiếu trước khi nộp", ["thu truong don vi", "thu truong", "lanh dao don vi", "nguoi dung dau", "unit head", "unithead"]),
        (StaffRoles.Appraiser, "Cán bộ thẩm định", "thẩm định phần được phân công", ["can bo tham dinh", "tham dinh", "nguoi tham dinh", "appraiser"]),
        (StaffRoles.Coordinator, "Cán bộ điều phối", "lập và theo dõi kỳ đánh giá", ["can bo dieu phoi", "dieu phoi", "nguoi dieu phoi", "coordinator"]),
        (StaffRoles.CouncilMember, "Thành viên Hội đồng", "xem xét nội dung còn ý kiến khác nhau và phê duyệt", ["thanh vien hoi dong", "hoi dong", "council member", "councilmember"]),
        (StaffRoles.Publisher, "Người công bố", "công bố kết quả, là người thứ hai", ["nguoi cong bo", "cong bo", "publisher"]),
        (StaffRoles.Administrator, "Quản trị hệ thống", "tài khoản, cài đặt, nhật ký; không xem điểm", ["quan tri he thong", "quan tri", "quan tri vien", "administrator"]),
        (StaffRoles.Auditor, "Người giám sát", "xem toàn bộ, không thay đổi", ["nguoi giam sat", "giam sat", "kiem tra", "auditor"]),
    ];

    /// <summary>Every role, in the order forms list them.</summary>
    public static IReadOnlyList<StaffRoles> All { get; } = [.. Dictionary.Select(entry => entry.Role)];

    /// <summary>The names of all roles, for a refusal.</summary>
    public static string Accepted => string.Join("; ", Dictionary.Select(entry => entry.Name));

    /// <summary>The word for one role.</summary>
    public static string Name(StaffRoles role) => Dictionary.First(entry => entry.Role == role).Name;

    /// <summary>What one role does, to stand after its name.</summary>
    public static string What(StaffRoles role) => Dictionary.First(entry => entry.Role == role).What;

    /// <summary>The roles of a person: “Cán bộ đơn vị; Cán bộ thẩm định”, or “Chưa giao”.</summary>
    public static string Text(StaffRoles roles) =>
        roles == StaffRoles.None ? "Chưa giao" : string.Join("; ", All.Where(role => (roles & role) != StaffRoles.None).Select(Name));

    /// <summary>Reads roles separated by semicolons or commas, with or without accents; <c>null</c> when one is unknown or there is none.</summary>
    public static StaffRoles? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var roles = StaffRoles.None;
        foreach (var word in text.Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var folded = VietnameseText.Fold(word);
            var found = Dictionary.FirstOrDefault(entry => entry.Words.Contains(folded, StringComparer.Ordinal));
            if (found.Name is null)
            {
                return null;
            }

            roles |= found.Role;
        }

        return roles == StaffRoles.None ? null : roles;
    }

    /// <summary>Why these roles cannot be held by one person of that unit, or <c>null</c>.</summary>
    public static string? Refuse(StaffRoles roles, Guid? unitId)
    {
        if (roles == StaffRoles.None)
        {
            return "Chọn ít nhất một vai trò.";
        }

        if ((roles & Alone) != StaffRoles.None && System.Numerics.BitOperations.PopCount((uint)roles) > 1)
        {
            return $"“{Name(StaffRoles.Administrator)}” và “{Name(StaffRoles.Auditor)}” phải đứng riêng: người quản trị không xem điểm, người giám sát không thay đổi số liệu.";
        }

        var ofUnit = unitId is null ? new[] { StaffRoles.UnitOfficer, StaffRoles.UnitHead }.FirstOrDefault(role => (roles & role) != StaffRoles.None) : StaffRoles.None;
        return ofUnit == StaffRoles.None ? null : $"{Name(ofUnit)} phải thuộc một đơn vị.";
    }
}
