using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Releases;

/// <summary>The columns of what the council looks at, with effects, in every format.</summary>
public static class CouncilColumns
{
    /// <summary>Scores moved after a lock.</summary>
    public static Table<LaterEditEffect> Of(RoundSetup setup, IReadOnlyList<LaterEditEffect> rows) => new($"Điểm thay đổi sau khi khoá, năm {YearOf(setup)}", $"sua-sau-khoa-{YearOf(setup)}",
        [
            new("unit.code", "Mã đơn vị", row => Cell.Of(row.Edit.Unit.Unit.Code)),
            new("unit.name", "Đơn vị", row => Cell.Of(row.Edit.Unit.Name)),
            new("code", "Mã tiêu chí", row => Cell.Of(row.Edit.Leaf.Code)),
            new("name", "Tiêu chí", row => Cell.Of(row.Edit.Leaf.Name)),
            new("stage", "Bước", row => Cell.Of(ScorecardWords.Of(row.Edit.Stage))),
            new("before", "Điểm trước", row => Cell.Trimmed(row.Edit.Before)),
            new("after", "Điểm sau", row => Cell.Trimmed(row.Edit.After)),
            new("at", "Lúc", row => Cell.Of(DateWriter.VietnameseHour(row.Edit.At))),
            new("body", "Cơ quan sửa", row => Cell.Of(row.Edit.Body)),
            new("post", "Chức vụ người sửa", row => Cell.Of(row.Edit.By.Post)),
            new("by", "Người sửa", row => Cell.Of(row.Edit.By.FullName)),
            new("unlock", "Mở khoá bằng", row => Cell.Of(ScorecardWords.Of(row.Edit.Unlock.Act))),
            new("unlockedAt", "Mở khoá lúc", row => Cell.Of(DateWriter.VietnameseHour(row.Edit.Unlock.At))),
            new("reason", "Lý do mở khoá", row => Cell.Of(row.Edit.Unlock.Note)),
            new("overtaken", "Đã sửa lại sau đó", row => Cell.Of(row.IsOvertaken)),
            .. Effects<LaterEditEffect>("không có thay đổi này", "có thay đổi này", row => row.Effect),
        ],
        rows);

    /// <summary>The same in sum, by unit.</summary>
    public static Table<LaterEditSum> Of(RoundSetup setup, IReadOnlyList<LaterEditSum> rows) => new($"Tổng hợp điểm thay đổi sau khi khoá theo đơn vị, năm {YearOf(setup)}", $"sua-sau-khoa-don-vi-{YearOf(setup)}",
        [
            new("unit.code", "Mã đơn vị", row => Cell.Of(row.Unit.Unit.Code)),
            new("unit.name", "Đơn vị", row => Cell.Of(row.Unit.Name)),
            new("changes", "Số lần thay đổi", row => Cell.Of(row.Changes)),
            .. Effects<LaterEditSum>("khi khoá", "hiện nay", row => row.Effect),
        ],
        rows);

    /// <summary>Leaves on which opinions differ.</summary>
    public static Table<WeighedOpinion> Of(RoundSetup setup, IReadOnlyList<WeighedOpinion> rows)
    {
        var table = BoardColumns.Of(setup, rows.Select(row => row.Opinion).ToList());
        return new(table.Title, table.Name,
            [
                .. table.Columns.Select(column => column.Within<WeighedOpinion>(row => row.Opinion)),
                new("atStake", "Chênh lệch điểm", row => Cell.Trimmed(row.AtStake)),
                .. Effects<WeighedOpinion>("đang tính", "nếu tính điểm tự chấm", row => row.Effect),
            ],
            rows);
    }

    private static IEnumerable<Column<T>> Effects<T>(string before, string after, Func<T, ScoreEffect?> of) =>
    [
        new("indexBefore", $"Chỉ số {before} (%)", row => Index(of(row)?.Before)),
        new("indexAfter", $"Chỉ số {after} (%)", row => Index(of(row)?.After)),
        new("ratingBefore", $"Xếp loại {before}", row => Cell.Of(of(row)?.Before?.Rating)),
        new("ratingAfter", $"Xếp loại {after}", row => Cell.Of(of(row)?.After?.Rating)),
        new("rankBefore", $"Hạng {before}", row => Cell.Of(of(row)?.Before?.Rank)),
        new("rankAfter", $"Hạng {after}", row => Cell.Of(of(row)?.After?.Rank)),
        new("others", "Đơn vị khác đổi hạng", row => Cell.Of(of(row)?.Others is { Count: > 0 } others ? string.Join("; ", others.Select(other => other.Words)) : null)),
    ];

    private static Cell Index(UnitStanding? standing) => standing is null ? Cell.Of((string?)null) : Cell.Of(standing.Index, standing.Decimals);

    private static int YearOf(RoundSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return setup.Round.Year;
    }
}
