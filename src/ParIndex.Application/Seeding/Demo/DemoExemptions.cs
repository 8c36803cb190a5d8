namespace ParIndex.Application.Seeding.Demo;

/// <summary>
/// What does not apply to whom in Tỉnh Mẫu. With it the departments' scales of 2024 are 100, 98 for two ordinary
/// units, and 85, 81 and 72,5 for the three special-case units.
/// </summary>
internal static class DemoExemptions
{
    private const string NoServiceUnits = "Không có đơn vị sự nghiệp công lập trực thuộc";
    private const string NoInvestment = "Không được giao vốn đầu tư công";
    private const string NoOneStopShop = "Không có thủ tục hành chính tiếp nhận tại bộ phận một cửa";
    private const string NoLegalDrafting = "Không được giao chủ trì tham mưu văn bản quy phạm pháp luật";
    private const string TooFewFiles = "Số hồ sơ thủ tục hành chính không đủ để điều tra xã hội học";
    private const string NotSurveyed = "Không thuộc đối tượng khảo sát DDCI";

    private static readonly (string Unit, string[] Keys, string Reason)[] All =
    [
        ("so-tu-phap", ["4.3"], NoServiceUnits),
        ("so-cong-thuong", ["6.1"], NoInvestment),
        ("thanh-tra-tinh", ["4.3", "6.3"], NoServiceUnits),
        ("thanh-tra-tinh", ["3.2", "3.3", "7.2.1", "7.2.2"], NoOneStopShop),
        ("thanh-tra-tinh", ["8.4"], NotSurveyed),
        ("van-phong-ubnd-tinh", ["4.3", "6.3"], NoServiceUnits),
        ("van-phong-ubnd-tinh", ["2.1", "2.2"], NoLegalDrafting),
        ("van-phong-ubnd-tinh", ["3.1.2"], NoOneStopShop),
        ("van-phong-ubnd-tinh", ["6.1"], NoInvestment),
        ("van-phong-ubnd-tinh", ["8.1"], TooFewFiles),
        ("van-phong-ubnd-tinh", ["8.4"], NotSurveyed),
        ("ban-dan-toc", ["4.3", "6.3"], NoServiceUnits),
        ("ban-dan-toc", ["3.2", "7.2.1", "7.2.2"], NoOneStopShop),
        ("xa-mau-van", ["6.1"], NoInvestment),
    ];

    private static readonly string[] SpecialCases = ["thanh-tra-tinh", "van-phong-ubnd-tinh", "ban-dan-toc"];

    private static readonly string[] Unranked = ["ban-quan-ly-khu-kinh-te-tinh-mau"];

    public static bool IsSpecialCase(string unitCode) => SpecialCases.Contains(unitCode);

    /// <summary>One unit is assessed and not ranked.</summary>
    public static bool IsRanked(string unitCode) => !Unranked.Contains(unitCode);

    /// <summary>Reasons by key of the leaf.</summary>
    public static IReadOnlyDictionary<string, string> Of(string unitCode) =>
        All.Where(exemption => exemption.Unit == unitCode).SelectMany(exemption => exemption.Keys.Select(key => (key, exemption.Reason))).ToDictionary(pair => pair.key, pair => pair.Reason);
}
