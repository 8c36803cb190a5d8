using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ParIndex.Application.Imports.Reading;
using ParIndex.Application.Tables;
using ParIndex.Application.Tables.Xlsx;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>What a cell of a workbook says of a leaf.</summary>
internal enum SheetField
{
    Achieved,
    Required,
    Level,
    Points,
    Note,

    /// <summary>On a sheet of several units: points, or the statement that proposes an exemption.</summary>
    Answer,
}

/// <summary>The fields of leaves, and their texts as they are read back from a workbook.</summary>
internal static class SheetFields
{
    /// <summary>The columns of one unit's sheet, from the left.</summary>
    public static readonly IReadOnlyList<SheetField> All = [SheetField.Achieved, SheetField.Required, SheetField.Level, SheetField.Points, SheetField.Note];

    private const int MarkBytes = 6;

    /// <summary>The fields a leaf has by its rule on the sheet of one unit.</summary>
    public static IReadOnlyList<SheetField> Of(Criterion leaf) => leaf.Rule switch
    {
        StatementsRule => [SheetField.Level, SheetField.Points, SheetField.Note],
        RatioBasedRule or SurveyRule { LikertTop: null } => [SheetField.Achieved, SheetField.Required, SheetField.Points, SheetField.Note],
        CountRule or DeductionRule or SurveyRule => [SheetField.Achieved, SheetField.Points, SheetField.Note],
        _ => [SheetField.Points, SheetField.Note],
    };

    /// <summary>What stands in the workbook.</summary>
    public static Cell Cell(SheetField field, Criterion leaf, CellAnswer answer) => field switch
    {
        SheetField.Achieved => Tables.Cell.Trimmed(answer.Achieved),
        SheetField.Required => Tables.Cell.Trimmed(answer.Required),
        SheetField.Points => Tables.Cell.Trimmed(answer.Points),
        SheetField.Level => Tables.Cell.Of(Statement(leaf, answer)),
        SheetField.Note => Tables.Cell.Of(answer.Note),
        _ => answer.Points is null ? Tables.Cell.Of(Statement(leaf, answer)) : Tables.Cell.Trimmed(answer.Points),
    };

    /// <summary>The text of a cell as it will be read back.</summary>
    public static string Text(Cell cell) => cell switch
    {
        Cell.Number number => number.AsData,
        Cell.Text text => AsRead(text.Value),
        _ => "",
    };

    /// <summary>A text as it comes out of a workbook: one line, composed, without the signs XML forbids.</summary>
    public static string AsRead(string text) => SourceCell.Of(XmlText.Legal(text), new CellPlace(1, 1)).Text;

    /// <summary>A text as people read it on a page.</summary>
    public static string Shown(SheetField field, Criterion leaf, CellAnswer answer) => field switch
    {
        SheetField.Achieved => TypedAnswer.FigureText(answer.Achieved),
        SheetField.Required => TypedAnswer.FigureText(answer.Required),
        SheetField.Points or SheetField.Answer => TypedAnswer.TextOf(answer.Points),
        SheetField.Level => Statement(leaf, answer) ?? "",
        _ => answer.Note ?? "",
    };

    /// <summary>What a field is called.</summary>
    public static string NameOf(SheetField field, Criterion leaf) => field switch
    {
        SheetField.Achieved when leaf.Rule is SurveyRule { LikertTop: not null } => "Điểm trung bình",
        SheetField.Achieved => "Số đạt được",
        SheetField.Required => "Số phải thực hiện",
        SheetField.Level when leaf.Rule is CumulativeRule => "Nội dung đạt",
        SheetField.Level => "Mức",
        SheetField.Note => "Ghi chú",
        _ => "Điểm",
    };

    /// <summary>A mark of a text: enough to tell whether a person touched it.</summary>
    public static string Mark(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, MarkBytes));

    /// <summary>The statement chosen; of statements that add up, the numbers of those ticked: <c>1+3</c>.</summary>
    private static string? Statement(Criterion leaf, CellAnswer answer) => (leaf.Rule, answer.Level) switch
    {
        (CumulativeRule rule, { } ticked) when rule.Has(ticked) => CumulativeRule.TextOf(ticked),
        (LevelsRule rule, { } level) when rule.Has(level) => rule.Levels[level].Statement,
        _ => null,
    };
}
