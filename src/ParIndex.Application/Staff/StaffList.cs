using ParIndex.Application.Accounts;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Staff;

/// <summary>A person of a list, as understood.</summary>
/// <param name="Entry">What will be entered.</param>
/// <param name="Unit">The unit's present name, or <c>null</c>.</param>
public sealed record ListedPerson(StaffEntry Entry, string? Unit);

/// <summary>
/// A list of staff from XLSX, CSV or pasted cells: Mã cán bộ, Họ và tên, Chức vụ, Đơn vị, Vai trò, Thư điện tử, in any order, with or
/// without accents. All of it is understood, or none.
/// </summary>
/// <param name="People">The people in the order of the list; at least one.</param>
public sealed record StaffList(IReadOnlyList<ListedPerson> People)
{
    /// <summary>What of the list was passed over or assumed.</summary>
    public IReadOnlyList<Finding> Remarks { get; init; } = [];

    private const int HeaderWithin = 20;

    private const int MostPeople = 2000;

    /// <summary>Longest name of a person or a post.</summary>
    private const int MostLetters = 200;

    private enum Field
    {
        Code,
        Name,
        Post,
        Unit,
        Roles,
        Email,
    }

    private static readonly (Field Field, string Name, string[] Words)[] Headers =
    [
        (Field.Code, "Mã cán bộ", ["ma can bo", "ma cb", "ma so", "ma cong chuc", "ma nhan vien", "so hieu", "tai khoan", "staff code"]),
        (Field.Name, "Họ và tên", ["ho va ten", "ho ten", "ho va ten can bo", "ten can bo", "full name"]),
        (Field.Post, "Chức vụ", ["chuc vu", "chuc danh", "vi tri", "post"]),
        (Field.Unit, "Đơn vị", ["don vi", "ten don vi", "co quan", "co quan don vi", "don vi cong tac", "noi cong tac", "unit"]),
        (Field.Roles, "Vai trò", ["vai tro", "quyen", "nhiem vu", "vai tro tren he thong", "roles", "role"]),
        (Field.Email, "Thư điện tử", ["thu dien tu", "dia chi thu dien tu", "hop thu", "email", "e mail", "dia chi email"]),
    ];

    /// <summary>Understands a table.</summary>
    /// <param name="table">As read from a file.</param>
    /// <param name="units">Every unit.</param>
    /// <param name="year">The year whose names of units count.</param>
    /// <param name="taken">Staff codes that exist, normalised.</param>
    /// <exception cref="UnreadableTableException">What cannot be understood, each with its cell.</exception>
    public static StaffList Read(SourceTable table, IReadOnlyList<Unit> units, int year, IReadOnlySet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (first, columns) = FindHeader(table);
        var used = table.Rows.Skip(first).SelectMany(row => columns.Values.Where(column => column < row.Count).Select(column => row[column])).ToHashSet<SourceCell>(ReferenceEqualityComparer.Instance);
        var problems = CellReview.Doubts(used).ToList();
        problems.AddRange(table.Rows.Skip(first + 1).Where(row => table.IsText && row.Count > table.Rows[first].Count && row.Any(cell => cell.Text.Length > 0))
            .Select(row => new ReadingProblem(StaffListWords.TooManyCells(), row[^1].Place)));
        var seen = new Dictionary<string, CellPlace>(StringComparer.Ordinal);
        var people = new List<ListedPerson>();
        foreach (var row in table.Rows.Skip(first + 1).Where(row => row.Any(cell => cell.Text.Length > 0)))
        {
            people.Add(ReadRow(new Row(row, columns), units, year, taken, seen, problems));
        }

        if (problems.Count == 0 && people.Count is 0 or > MostPeople)
        {
            problems.Add(new(people.Count == 0 ? StaffListWords.NoRows() : StaffListWords.TooManyPeople(MostPeople), Place: null));
        }

        return problems.Count == 0 ? new(people) { Remarks = [.. table.Notes, .. CellReview.Unused(table.Rows, first, used.Contains)] } : throw new UnreadableTableException(problems);
    }

    /// <summary>Takes the table out of a file or of pasted cells.</summary>
    /// <exception cref="UnreadableTableException">The file is of another kind, damaged, beyond the limits, or holds several such tables.</exception>
    public static SourceTable TableOf(byte[] content, string fileName) => SourceTableReader.Read(content, fileName, Wanted);

    private static readonly WantedTable Wanted = new(
        rows => rows.Take(HeaderWithin).Select(row => ColumnsOf(row).Count).DefaultIfEmpty(0).Max(),
        table => table.Rows.Take(HeaderWithin).Any(row => ColumnsOf(row) is var columns && columns.ContainsKey(Field.Code) && columns.ContainsKey(Field.Name)));

    /// <summary>The staff codes of a table, to ask which exist; empty when it has no such column.</summary>
    public static IReadOnlyList<string> CodesIn(SourceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (first, columns) = FindHeader(table);
        return [.. table.Rows.Skip(first + 1).Select(row => new Row(row, columns)[Field.Code].Text)];
    }

    private static (int First, Dictionary<Field, int> Columns) FindHeader(SourceTable table)
    {
        var best = table.Rows.Take(HeaderWithin).Select((row, i) => (First: i, Columns: ColumnsOf(row))).MaxBy(header => header.Columns.Count);
        var missing = Headers.Where(header => header.Field is not (Field.Post or Field.Email) && best.Columns?.ContainsKey(header.Field) != true).Select(header => header.Name).ToList();
        return missing.Count == 0
            ? (best.First, best.Columns)
            : throw new UnreadableTableException([new(StaffListWords.ColumnsMissing(missing, [.. Headers.Select(header => header.Name)]), table.Rows.Count > 0 && best.Columns?.Count > 0 ? table.Rows[best.First][0].Place : null)]);
    }

    private static Dictionary<Field, int> ColumnsOf(IReadOnlyList<SourceCell> row)
    {
        var columns = new Dictionary<Field, int>();
        foreach (var (cell, i) in row.Select((cell, i) => (cell, i)))
        {
            var folded = VietnameseText.Fold(cell.Text);
            foreach (var header in Headers.Where(header => header.Words.Contains(folded, StringComparer.Ordinal)))
            {
                columns.TryAdd(header.Field, i);
            }
        }

        return columns;
    }

    private static ListedPerson ReadRow(Row row, IReadOnlyList<Unit> units, int year, IReadOnlySet<string> taken, Dictionary<string, CellPlace> seen, List<ReadingProblem> problems)
    {
        var (code, name, roles) = (row[Field.Code], row[Field.Name], row[Field.Roles]);
        var before = problems.Count;
        if (!StaffRegister.IsCode(code.Text))
        {
            problems.Add(new(code.Text.Length == 0 ? StaffListWords.CodeMissing() : StaffListWords.CodeUnfit(code.Text), code.Place));
        }
        else if (taken.Contains(StaffAccount.NormalizeCode(code.Text)))
        {
            problems.Add(new(StaffListWords.CodeTaken(code.Text), code.Place));
        }
        else if (!seen.TryAdd(StaffAccount.NormalizeCode(code.Text), code.Place))
        {
            problems.Add(new(StaffListWords.CodeTwice(code.Text, seen[StaffAccount.NormalizeCode(code.Text)]), code.Place));
        }

        if (name.Text.Length is 0 or > MostLetters)
        {
            problems.Add(new(name.Text.Length == 0 ? StaffListWords.NameMissing() : StaffListWords.NameTooLong(MostLetters), name.Place));
        }

        if (row[Field.Post].Text.Length > MostLetters)
        {
            problems.Add(new(StaffListWords.PostTooLong(MostLetters), row[Field.Post].Place));
        }

        if (row[Field.Email] is { Text.Length: > 0 } email && !StaffRegister.IsEmail(email.Text))
        {
            problems.Add(new(StaffListWords.EmailUnfit(email.Text), email.Place));
        }

        var unit = ReadUnit(row[Field.Unit], units, year, problems);
        if (RoleWords.Read(roles.Text) is not { } read)
        {
            problems.Add(new(StaffListWords.RolesUnknown(roles.Text), roles.Place));
        }
        else if (problems.Count == before && RoleWords.Refuse(read, unit?.Id) is { } refusal)
        {
            problems.Add(new(StaffListWords.RolesUnfit(roles.Text, refusal), roles.Place));
        }

        return new(new(code.Text, name.Text, TextOrNull(Field.Post), RoleWords.Read(roles.Text) ?? StaffRoles.None, unit?.Id, TextOrNull(Field.Email)), unit?.CurrentName.Name);

        string? TextOrNull(Field field) => row[field].Text is { Length: > 0 } text ? text : null;
    }

    private static Unit? ReadUnit(SourceCell cell, IReadOnlyList<Unit> units, int year, List<ReadingProblem> problems)
    {
        var found = cell.Text.Length == 0 ? [] : Unit.Called(units, year, cell.Text);
        if (cell.Text.Length > 0 && found.Count != 1)
        {
            problems.Add(new(found.Count == 0 ? StaffListWords.UnitUnknown(cell.Text, year, Nearest(cell.Text, units, year)) : StaffListWords.UnitAmbiguous(cell.Text, found.Count), cell.Place));
        }

        return found.Count == 1 ? found[0] : null;
    }

    private static IReadOnlyList<string> Nearest(string name, IReadOnlyList<Unit> units, int year) =>
        UnitNaming.Nearest(name, units.Where(unit => unit.ExistedIn(year)).Select(unit => unit.NameIn(year).Name));

    /// <summary>The cells of a row by field; a cell that the row lacks is empty, and stands where it would.</summary>
    private sealed record Row(IReadOnlyList<SourceCell> Cells, Dictionary<Field, int> Columns)
    {
        public SourceCell this[Field field] =>
            !Columns.TryGetValue(field, out var column) ? new("", Cells[0].Place)
            : column < Cells.Count ? Cells[column]
            : new("", (Cells.Count > 0 ? Cells[^1].Place : new CellPlace(1, 1)) with { Column = column + 1 });
    }
}
