namespace ParIndex.Domain.Tables;

/// <summary>
/// One column of a table in every format that is given away: CSV, XLSX, JSON and the text that is hashed read the same
/// list, so they cannot drift. Pages are laid out by hand.
/// </summary>
/// <param name="Key">camelCase name in JSON; a dot nests (<c>unit.code</c>). CSV writes it in snake_case (<c>unit_code</c>).</param>
/// <param name="Header">Vietnamese heading.</param>
/// <param name="Value">The cell of a row.</param>
public sealed record Column<T>(string Key, string Header, Func<T, Cell> Value)
{
    /// <summary>The column's name in CSV files.</summary>
    public string SnakeKey { get; } = string.Concat(Key.Select(c => c == '.' ? "_" : char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>What it holds, for dictionaries and schemas; <c>null</c> for columns that the public never sees.</summary>
    public FieldMeaning? Meaning { get; init; }

    /// <summary>The same column of rows that hold such a row.</summary>
    public Column<TOther> Within<TOther>(Func<TOther, T> row) => new(Key, Header, other => Value(row(other))) { Meaning = Meaning };
}

/// <summary>Rows with their columns, a title for the reader and a name for the file.</summary>
public sealed record Table<T>(string Title, string Name, IReadOnlyList<Column<T>> Columns, IReadOnlyList<T> Rows);
