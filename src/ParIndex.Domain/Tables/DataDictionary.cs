namespace ParIndex.Domain.Tables;

/// <summary>What a column of a table means, as a row of the data dictionary.</summary>
/// <param name="Key">Its name in data files.</param>
/// <param name="Header">Its heading in words.</param>
/// <param name="Meaning">What it holds.</param>
public sealed record DictionaryEntry(string Key, string Header, FieldMeaning Meaning);

/// <summary>The data dictionary of a table, made from the very columns that are written.</summary>
public static class DataDictionary
{
    /// <summary>The columns of the dictionary itself.</summary>
    public static readonly IReadOnlyList<Column<DictionaryEntry>> Columns =
    [
        new("column", "Cột", entry => Cell.Of(entry.Header)),
        new("key", "Tên cột trong tệp CSV", entry => Cell.Of(entry.Key)),
        new("kind", "Kiểu", entry => Cell.Of(KindInWords(entry.Meaning.Kind))),
        new("note", "Ý nghĩa, đơn vị tính", entry => Cell.Of(entry.Meaning.Note)),
        new("codes", "Giá trị", entry => Cell.Of(CodesInWords(entry.Meaning))),
        new("columnEn", "Tên tiếng Anh", entry => Cell.Of(entry.Meaning.HeaderEn)),
        new("noteEn", "Ý nghĩa (tiếng Anh)", entry => Cell.Of(entry.Meaning.NoteEn)),
    ];

    /// <summary>An entry for each column that has a meaning to the public.</summary>
    public static IReadOnlyList<DictionaryEntry> Of<T>(IEnumerable<Column<T>> columns) =>
        [.. columns.Where(column => column.Meaning is not null).Select(column => new DictionaryEntry(column.SnakeKey, column.Header, column.Meaning!))];

    /// <summary>The entries as a table.</summary>
    public static Table<DictionaryEntry> TableOf(IReadOnlyList<DictionaryEntry> entries) => new("Từ điển dữ liệu", "tu-dien-du-lieu", Columns, entries);

    /// <summary>The kind of value, Vietnamese.</summary>
    public static string KindInWords(CellKind kind) => kind switch
    {
        CellKind.Number => "số",
        CellKind.Whole => "số nguyên",
        CellKind.YesNo => "có, không",
        CellKind.Day => "ngày",
        _ => "chữ",
    };

    /// <summary>“derived: tổng điểm tối đa…; printed: …”; <c>null</c> without codes.</summary>
    public static string? CodesInWords(FieldMeaning meaning)
    {
        ArgumentNullException.ThrowIfNull(meaning);
        return meaning.Codes.Count == 0 ? null : string.Join("; ", meaning.Codes.Select(code => $"{code.Code}: {code.Word}"));
    }
}
