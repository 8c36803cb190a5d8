using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ParIndex.Application.Reading;
using ParIndex.Application.Tables.Xlsx;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>Texts of a sheet as they are read back from a workbook, by which is told what a person touched.</summary>
internal static class SheetText
{
    /// <summary>The columns of one unit's sheet, from the left.</summary>
    public static readonly IReadOnlyList<CellField> Columns = [CellField.Achieved, CellField.Required, CellField.Level, CellField.Points, CellField.Note];

    private const int MarkBytes = 6;

    /// <summary>The text of a cell as it will be read back.</summary>
    public static string Of(Cell cell) => cell switch
    {
        Cell.Number number => number.AsData,
        Cell.Text text => AsRead(text.Value),
        _ => "",
    };

    /// <summary>A text as it comes out of a workbook: one line, composed, without the signs XML forbids.</summary>
    public static string AsRead(string text) => SourceCell.Of(XmlText.Legal(text), new CellPlace(1, 1)).Text;

    /// <summary>A mark of a text: enough to tell whether a person touched it.</summary>
    public static string Mark(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, MarkBytes));
}
