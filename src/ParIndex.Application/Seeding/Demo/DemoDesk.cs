using ParIndex.Application.Accounts;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>What the walks of one round share.</summary>
/// <param name="Ids">Keys of rows.</param>
/// <param name="Criteria">Criteria sets, and the keys of their leaves.</param>
/// <param name="Accounts">Staff by code.</param>
/// <param name="Days">When things happen.</param>
/// <param name="Evidence">The documents of the round.</param>
internal sealed record DemoDesk(DemoIds Ids, DemoCriteria Criteria, IReadOnlyDictionary<string, StaffAccount> Accounts, DemoDays Days, DemoEvidence Evidence)
{
    /// <summary>Rows that belong to scorecards and are saved with them.</summary>
    public List<object> Rows { get; } = [];

    /// <summary>The bytes of stored files.</summary>
    public Dictionary<StoredFile, byte[]> Files { get; } = [];
}

/// <summary>Where opinions differ.</summary>
internal static class DemoAppraisals
{
    /// <summary>Keys of the leaves, of any group, at which the first appraisal gives less than the unit.</summary>
    public static readonly IReadOnlySet<string> Disputed = new HashSet<string> { "1.1", "1.1.2", "1.2", "3.1.1", "3.1.2", "5.1", "7.1", "7.2.1", "7.3" };
}

/// <summary>The heads of units who approve a self-assessment; all fictional.</summary>
internal static class DemoHeads
{
    private static readonly string[] Names = ["Nguyễn Văn Mẫu An", "Trần Thị Mẫu Bình", "Lê Văn Mẫu Cường", "Phạm Thị Mẫu Dung", "Hoàng Văn Mẫu Giang", "Lò Thị Mẫu Hoa", "Giàng A Mẫu"];

    public static string Name(Unit unit) => Names[(int)(DemoScores.Share("head|" + unit.Code) * Names.Length)];

    public static string Post(Unit unit) => unit.Code switch
    {
        "thanh-tra-tinh" => "Chánh Thanh tra tỉnh",
        "van-phong-ubnd-tinh" => "Chánh Văn phòng",
        _ when unit.Code.StartsWith("ban-quan-ly", StringComparison.Ordinal) => "Trưởng Ban",
        _ when unit.Code.StartsWith("cuc-", StringComparison.Ordinal) => "Cục trưởng",
        _ => unit.Kind switch
        {
            UnitKind.Department => "Giám đốc Sở",
            UnitKind.Commune => "Chủ tịch Ủy ban nhân dân",
            _ => "Giám đốc",
        },
    };
}
