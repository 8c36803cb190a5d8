using System.Globalization;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Endpoints;

/// <summary>What programs are told of data that is not published: what there is instead.</summary>
internal static class PublishedWords
{
    public static Finding YearUnknown(int year, IReadOnlyList<int> years) => new("open-data.year-unknown", years.Count == 0
        ? $"Chưa có bản công bố năm {year}; cổng chưa công bố năm nào."
        : $"Chưa có bản công bố năm {year}; các năm đã công bố: {Listed(years)}.", ("year", year), ("years", years));

    public static Finding VersionUnknown(int year, int version, IReadOnlyList<int> versions) =>
        new("open-data.version-unknown", $"Năm {year} không có lần công bố {version}; các lần đã công bố: {Listed(versions)}.", ("year", year), ("version", version), ("versions", versions));

    public static Finding GroupUnknown(int year, string group, IReadOnlyList<string> groups) =>
        new("open-data.group-unknown", $"Bản công bố năm {year} không có khối “{group}”; các khối: {string.Join(", ", groups)}.", ("year", year), ("group", group), ("groups", groups));

    public static Finding UnitUnknown(string unit) =>
        new("open-data.unit-unknown", $"Danh mục không có đơn vị mã “{unit}”; tìm mã tại /api/v1/units?q=.", ("unit", unit));

    public static Finding UnitNotAssessed(string unit, int year, IReadOnlyList<int> years) => new("open-data.unit-not-assessed", years.Count == 0
        ? $"Đơn vị “{unit}” chưa có kết quả trong bản công bố nào."
        : $"Đơn vị “{unit}” không có trong bản công bố năm {year}; các năm có kết quả: {Listed(years)}.", ("unit", unit), ("year", year), ("years", years));

    public static Finding OnlyTotals(int year, string group) =>
        new("open-data.only-totals", $"Khối “{group}” năm {year} chỉ có số tổng hợp, không có bộ tiêu chí và điểm từng tiêu chí.", ("year", year), ("group", group));

    /// <summary>What was published and is no more: since which version, why, and where that is told.</summary>
    public static Finding Withdrawn(int year, string subject, ReleaseChange change, int version, DateOnly date, string? reason, string address)
    {
        var since = $"lần công bố {version} ngày {DateWriter.Vietnamese(date)}";
        var what = change == ReleaseChange.Withdrawal ? $"đã được thu hồi ở {since}" : $"không còn trong kết quả kể từ {since}";
        return new(
            "open-data.withdrawn",
            $"Số liệu năm {year} của “{subject}” {what}{(reason is null ? "" : $". Lý do: {reason.TrimEnd('.')}")}. Xem {address}.",
            ("year", year), ("subject", subject), ("change", change), ("version", version), ("date", date), ("reason", reason), ("address", address));
    }

    public static Finding PageUnfit(int most) =>
        new("open-data.page-unfit", $"limit là số nguyên từ 1 đến {most}, offset là số nguyên từ 0.", ("most", most));

    private static string Listed(IReadOnlyList<int> numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
