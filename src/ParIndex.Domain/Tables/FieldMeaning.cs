namespace ParIndex.Domain.Tables;

/// <summary>What kind of value a column holds, in the words of table schemas.</summary>
public enum CellKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number with a decimal dot in data files.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A day, <c>2026-02-01</c> in data files.</summary>
    Day,
}

/// <summary>A code that may stand in a column, with the words people read for it.</summary>
/// <param name="Code">The code of data files and the API.</param>
/// <param name="Word">What it means, Vietnamese.</param>
/// <param name="English">What it means, English.</param>
public sealed record ColumnCode(string Code, string Word, string English);

/// <summary>What a column of the public data holds: the data dictionary, table schemas and the description of the API are made from it.</summary>
/// <param name="Kind">The kind of its values.</param>
/// <param name="HeaderEn">English heading.</param>
/// <param name="Note">What it says, a Vietnamese sentence with its unit.</param>
/// <param name="NoteEn">The same in English.</param>
public sealed record FieldMeaning(CellKind Kind, string HeaderEn, string Note, string NoteEn)
{
    /// <summary>The codes that may stand in it; empty where it is not a list of codes.</summary>
    public IReadOnlyList<ColumnCode> Codes { get; init; } = [];

    /// <summary>Whether every row has a value.</summary>
    public bool IsAlways { get; init; }

    /// <summary>Text.</summary>
    public static FieldMeaning Text(string headerEn, string note, string noteEn) => new(CellKind.Text, headerEn, note, noteEn);

    /// <summary>A number.</summary>
    public static FieldMeaning Number(string headerEn, string note, string noteEn) => new(CellKind.Number, headerEn, note, noteEn);

    /// <summary>A whole number.</summary>
    public static FieldMeaning Whole(string headerEn, string note, string noteEn) => new(CellKind.Whole, headerEn, note, noteEn);

    /// <summary>Yes or no.</summary>
    public static FieldMeaning YesNo(string headerEn, string note, string noteEn) => new(CellKind.YesNo, headerEn, note, noteEn);

    /// <summary>A day.</summary>
    public static FieldMeaning Day(string headerEn, string note, string noteEn) => new(CellKind.Day, headerEn, note, noteEn);

    /// <summary>One of these codes.</summary>
    public static FieldMeaning Code(string headerEn, string note, string noteEn, params IReadOnlyList<ColumnCode> codes) => new(CellKind.Text, headerEn, note, noteEn) { Codes = codes };

    /// <summary>The same of a column in which every row has a value.</summary>
    public FieldMeaning Always() => this with { IsAlways = true };
}
