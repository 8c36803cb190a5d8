using System.Text.Json.Serialization;

namespace ParIndex.Application.Reading;

/// <summary>Where a cell stands in the file as its reader sees it, so that a refusal can be looked up.</summary>
/// <param name="Line">Line of a text file, source line of an HTML page, or row of a sheet; from 1.</param>
/// <param name="Column">Column of the table; from 1.</param>
/// <param name="Sheet">The sheet's name in a workbook, otherwise <c>null</c>.</param>
public sealed record CellPlace(int Line, int Column, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sheet = null)
{
    /// <summary>Which table of a document with several, from 1; otherwise <c>null</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Table { get; init; }

    /// <summary>“dòng 3, cột 5”, or in a workbook “trang tính “Sheet1”, ô E3”.</summary>
    public override string ToString() =>
        Sheet is null ? $"{InTable}dòng {Line}, cột {Column}" : $"trang tính “{Sheet}”, ô {Letters(Column)}{Line}";

    /// <summary>The place's row alone: “dòng 3”, or “trang tính “Sheet1”, dòng 3”.</summary>
    [JsonIgnore]
    public string Row => Sheet is null ? $"{InTable}dòng {Line}" : $"trang tính “{Sheet}”, dòng {Line}";

    /// <summary>The cell alone: “E3” in a workbook, otherwise as <see cref="ToString"/>.</summary>
    [JsonIgnore]
    public string Name => Sheet is null ? ToString() : $"{Letters(Column)}{Line}";

    private string InTable => Table is { } table ? $"bảng {table}, " : "";

    private static string Letters(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
