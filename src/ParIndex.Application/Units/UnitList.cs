using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Units;

/// <summary>A unit of a list, as understood.</summary>
/// <param name="Name">Official name in full.</param>
/// <param name="Kind">The sort of body: as the list says, else as the name begins.</param>
/// <param name="NameEn">English name, or <c>null</c>.</param>
/// <param name="IsKnown">Whether the register has it already: it is passed over.</param>
public sealed record ListedUnit(string Name, UnitKind Kind, string? NameEn, bool IsKnown);

/// <summary>
/// A list of units from XLSX, CSV or pasted cells: Tên đơn vị, and where there are such columns Loại and Tên tiếng Anh, in any order,
/// with or without accents. A list of one column needs no heading. All of it is understood, or none.
/// </summary>
/// <param name="Units">The units in the order of the list; at least one that is new.</param>
public sealed record UnitList(IReadOnlyList<ListedUnit> Units)
{
    /// <summary>Longest name, in letters.</summary>
    public const int MostLetters = 160;

    private const int HeaderWithin = 20;

    private const int MostUnits = 2000;

    private static readonly (UnitKind Kind, string[] Starts, string[] Words)[] Kinds =
    [
        (UnitKind.Department, ["so", "ban", "van phong", "thanh tra", "cuc", "chi cuc", "bao hiem", "cong an", "bo chi huy"], ["so ban nganh", "so", "co quan chuyen mon", "cap tinh"]),
        (UnitKind.District, ["huyen", "thi xa", "thanh pho", "quan"], ["huyen thi xa thanh pho", "huyen", "cap huyen"]),
        (UnitKind.Commune, ["xa", "phuong", "thi tran", "dac khu"], ["xa phuong thi tran", "xa phuong dac khu", "xa phuong", "xa", "phuong", "cap xa"]),
        (UnitKind.Other, [], ["co quan don vi khac", "khac", "don vi khac"]),
    ];

    private static readonly string[] NameWords = ["ten don vi", "don vi", "ten co quan", "co quan don vi", "ten co quan don vi", "ten", "unit"];

    private static readonly string[] KindWords = ["loai", "loai don vi", "cap", "kind"];

    private static readonly string[] EnglishWords = ["ten tieng anh", "tieng anh", "english name", "name en"];

    /// <summary>What of the list was passed over, assumed, or should be looked at twice.</summary>
    public IReadOnlyList<Finding> Remarks { get; init; } = [];

    /// <summary>How many the register does not have yet; above 0.</summary>
    public int New => Units.Count(unit => !unit.IsKnown);

    /// <summary>What kinds a list may name.</summary>
    public static string AcceptedKinds => "Sở, ban, ngành; Huyện, thị xã, thành phố; Xã, phường, đặc khu; Khác";

    /// <summary>Understands a table.</summary>
    /// <param name="table">As read from a file.</param>
    /// <param name="known">Every unit of the register.</param>
    /// <exception cref="UnreadableTableException">What cannot be understood, each with its cell.</exception>
    public static UnitList Read(SourceTable table, IReadOnlyList<Unit> known)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(known);
        var columns = Columns.Of(table);
        var rows = table.Rows.Skip(columns.First).Where(row => row.Any(cell => cell.Text.Length > 0)).ToList();
        var used = rows.SelectMany(row => columns.Used.Where(column => column < row.Count).Select(column => row[column])).ToHashSet<SourceCell>(ReferenceEqualityComparer.Instance);
        var problems = CellReview.Doubts(used).ToList();
        var seen = new Dictionary<string, CellPlace>(StringComparer.Ordinal);
        var units = rows.Select(row => ReadRow(row, columns, known, seen, problems)).ToList();
        if (problems.Count == 0 && units.Count is 0 or > MostUnits)
        {
            problems.Add(new(units.Count == 0 ? UnitListWords.NoRows() : UnitListWords.TooMany(MostUnits), Place: null));
        }

        if (problems.Count == 0 && units.TrueForAll(unit => unit.IsKnown))
        {
            problems.Add(new(UnitListWords.NothingNew(units.Count), Place: null));
        }

        return problems.Count > 0 ? throw new UnreadableTableException(problems)
            : new(units) { Remarks = [.. Twins(units, known), .. table.Notes, .. CellReview.Unused(table.Rows, Math.Max(columns.First - 1, 0), used.Contains)] };
    }

    /// <summary>Takes the table out of a file or of pasted cells.</summary>
    /// <exception cref="UnreadableTableException">The file is of another kind, damaged or beyond the limits.</exception>
    public static SourceTable TableOf(byte[] content, string fileName) => SourceTableReader.Read(content, fileName, Wanted);

    private static readonly WantedTable Wanted = new(
        rows => rows.Take(HeaderWithin).Select(row => row.Any(cell => Is(cell, NameWords)) ? 1 : 0).DefaultIfEmpty(0).Max(),
        table => table.Rows.Take(HeaderWithin).Any(row => row.Any(cell => Is(cell, NameWords))));

    private static bool Is(SourceCell cell, string[] words) => words.Contains(VietnameseText.Fold(cell.Text), StringComparer.Ordinal);

    private static ListedUnit ReadRow(IReadOnlyList<SourceCell> row, Columns columns, IReadOnlyList<Unit> known, Dictionary<string, CellPlace> seen, List<ReadingProblem> problems)
    {
        var (name, kind) = (columns.Name < row.Count ? row[columns.Name] : new("", row[0].Place), columns.Kind is { } at && at < row.Count ? row[at] : null);
        var official = VietnameseText.Normalize(name.Text);
        if (official.Length is 0 or > MostLetters || VietnameseText.Slug(official).Length == 0)
        {
            problems.Add(new(official.Length > MostLetters ? UnitListWords.NameTooLong(MostLetters) : UnitListWords.NameMissing(), name.Place));
        }
        else if (!seen.TryAdd(NameIdentity.Key(official), name.Place))
        {
            problems.Add(new(UnitListWords.NameTwice(official, seen[NameIdentity.Key(official)]), name.Place));
        }

        var read = kind is { Text.Length: > 0 } ? KindOf(kind.Text) : KindOfName(official);
        if (read is null)
        {
            problems.Add(new(UnitListWords.KindUnknown(kind!.Text), kind.Place));
        }

        var english = columns.English is { } column && column < row.Count && row[column].Text.Length > 0 ? VietnameseText.Normalize(row[column].Text) : null;
        return new(official, read ?? UnitKind.Other, english, known.Any(unit => unit.ValidTo is null && unit.IsCalled(official)));
    }

    private static UnitKind? KindOf(string typed)
    {
        var folded = string.Join(' ', VietnameseText.FoldedWords(typed));
        return Kinds.Where(kind => kind.Words.Contains(folded, StringComparer.Ordinal)).Select(kind => (UnitKind?)kind.Kind).FirstOrDefault();
    }

    private static UnitKind KindOfName(string name)
    {
        var folded = string.Join(' ', VietnameseText.FoldedWords(name)) + " ";
        return Kinds.Where(kind => kind.Starts.Any(start => folded.StartsWith(start + " ", StringComparison.Ordinal))).Select(kind => kind.Kind).FirstOrDefault(UnitKind.Other);
    }

    /// <summary>Names that only differ in their marks are different units, and now and then a slip of the keyboard.</summary>
    private static IEnumerable<Finding> Twins(List<ListedUnit> units, IReadOnlyList<Unit> known) =>
        units.Select(unit => unit.Name).Concat(known.SelectMany(unit => unit.Names).Select(name => name.Name))
            .DistinctBy(NameIdentity.Key, StringComparer.Ordinal)
            .GroupBy(VietnameseText.Fold, StringComparer.Ordinal)
            .Where(alike => alike.Count() > 1 && alike.Any(name => units.Exists(unit => !unit.IsKnown && unit.Name == name)))
            .Select(alike => UnitListWords.Alike([.. alike]));

    /// <summary>Where the list has what.</summary>
    private sealed record Columns(int First, int Name, int? Kind, int? English)
    {
        public IEnumerable<int> Used => new int?[] { Name, Kind, English }.OfType<int>();

        public static Columns Of(SourceTable table)
        {
            for (var i = 0; i < Math.Min(HeaderWithin, table.Rows.Count); i++)
            {
                if (Find(table.Rows[i], NameWords) is { } name)
                {
                    return new(i + 1, name, Find(table.Rows[i], KindWords), Find(table.Rows[i], EnglishWords));
                }
            }

            return table.Rows.All(row => row.Skip(1).All(cell => cell.Text.Length == 0)) ? new(0, 0, null, null)
                : throw new UnreadableTableException([new(UnitListWords.NameColumnMissing(), table.Rows[0][0].Place)]);
        }

        private static int? Find(IReadOnlyList<SourceCell> row, string[] words) =>
            row.Select((cell, i) => (cell, i)).Where(one => Is(one.cell, words)).Select(one => (int?)one.i).FirstOrDefault();
    }
}
