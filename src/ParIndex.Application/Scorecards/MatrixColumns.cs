using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Tables;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Scorecards;

/// <summary>A field or criterion across units: its words, and its columns as a file.</summary>
public static class MatrixColumns
{
    /// <summary>The matrix as it is shown.</summary>
    public static Table<MatrixUnit> Of(AppraisalMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new(
            $"{matrix.Node.Code}. {matrix.Node.Name}, {VietnameseText.InSentence(matrix.Group.UnitGroup.Name)}, năm {matrix.Round.Year}",
            $"tham-dinh-{matrix.Round.Year}-{matrix.Group.UnitGroup.Slug}-{matrix.Node.Code}",
            [
                new("unit.code", "Mã đơn vị", unit => Cell.Of(unit.Code)),
                new("unit.name", "Đơn vị", unit => Cell.Of(unit.Place.Unit.Name)),
                new("state", "Bước", unit => Cell.Of(State(unit))),
                .. matrix.Leaves.SelectMany(Of),
                new("self", "Cộng tự chấm", unit => Cell.Trimmed(unit.Self)),
                new("appraised", "Cộng thẩm định", unit => Cell.Trimmed(unit.Appraised)),
            ],
            matrix.Units);
    }

    /// <summary>Where a unit stands, or why nothing of it is shown.</summary>
    public static string State(MatrixUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Lock switch
        {
            MatrixLock.NotSubmitted => "Chưa nộp",
            MatrixLock.OwnUnit => "Đơn vị công tác của người thẩm định",
            MatrixLock.ScoredIt => "Người thẩm định đã tự chấm phiếu này",
            _ => ScorecardWords.Of(unit.Place.Card.State),
        };
    }

    /// <summary>What became of a question: “đã hỏi”, “đã trả lời”; <c>null</c> where nothing was asked.</summary>
    public static string? Asked(MatrixCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Asked switch
        {
            null => null,
            { RequestedBy: null } => "đơn vị tự giải trình",
            { IsOpen: true } => "đã hỏi",
            _ => "đã trả lời",
        };
    }

    private static IEnumerable<Column<MatrixUnit>> Of(Criterion leaf)
    {
        var key = "c" + leaf.Code.Replace('.', '_');
        yield return new($"{key}.self", $"{leaf.Code} tự chấm", unit => Of(unit, cell => Points(leaf, cell.Self)));
        yield return new($"{key}.first", $"{leaf.Code} thẩm định lần 1", unit => Of(unit, cell => Points(leaf, cell.First)));
        yield return new($"{key}.second", $"{leaf.Code} thẩm định lần 2", unit => Of(unit, cell => Points(leaf, cell.Second)));
        yield return new($"{key}.documents", $"{leaf.Code} số tài liệu", unit => Of(unit, cell => Cell.Of(cell.Documents)));
        yield return new($"{key}.asked", $"{leaf.Code} giải trình", unit => Of(unit, cell => Cell.Of(Asked(cell))));
        yield return new($"{key}.note", $"{leaf.Code} ghi chú thẩm định", unit => Of(unit, cell => Cell.Of(cell.Second?.Note ?? cell.First?.Note)));

        Cell Of(MatrixUnit unit, Func<MatrixCell, Cell> value) => unit.Cells.GetValueOrDefault(leaf.Id) is not { } cell ? Cell.Nothing
            : cell.Exemption is not null ? Cell.Of("không áp dụng") : value(cell);
    }

    private static Cell Points(Criterion leaf, ScoreCell? cell) => cell is null ? Cell.Nothing : AnswerText.InWorkbook(CellField.PointsOrStatement, leaf, cell.Answer);
}
