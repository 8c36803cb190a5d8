using ParIndex.Application.Rounds;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Releases;

/// <summary>The checks of the results as a file.</summary>
public static class FindingColumns
{
    /// <summary>Every finding, with the unit it is about.</summary>
    public static Table<ResultsFinding> Of(RoundSetup setup, IReadOnlyList<ResultsFinding> rows)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return new($"Kiểm tra kết quả, năm {setup.Round.Year}", $"kiem-tra-ket-qua-{setup.Round.Year}",
            [
                new("unit", "Đơn vị", row => Cell.Of(row.Unit)),
                new("kind", "Mức", row => Cell.Of(row.Blocks ? "Phải xử lý" : "Cần lưu ý")),
                new("text", "Nội dung", row => Cell.Of(row.TextOfUnit)),
            ],
            rows);
    }
}
