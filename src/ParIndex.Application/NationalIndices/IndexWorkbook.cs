using ParIndex.Application.Reading;
using ParIndex.Application.Tables;
using ParIndex.Domain;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Tables;
using ParIndex.Domain.Text;

namespace ParIndex.Application.NationalIndices;

/// <summary>A row of a workbook beside what stands.</summary>
/// <param name="Key">What it is of.</param>
/// <param name="Figures">What it says.</param>
/// <param name="Was">What stands, or <c>null</c> for a new one.</param>
public sealed record IndexRow(IndexKey Key, IndexFigures Figures, NationalIndex? Was)
{
    /// <summary>Whether it says something else than what stands.</summary>
    public bool Changes => Was?.Figures != Figures;
}

/// <summary>The workbook of figures beside the index: what goes out comes back without a difference.</summary>
public static class IndexWorkbook
{
    /// <summary>Where each typed property stands, by the heading of its column.</summary>
    private static readonly (string Header, string Property)[] Fields =
    [
        (IndexColumns.Province, nameof(TypedIndex.Province)), (IndexColumns.Unit, nameof(TypedIndex.Unit)), (IndexColumns.Name, nameof(TypedIndex.Name)), (IndexColumns.Year, nameof(TypedIndex.Year)),
        (IndexColumns.Score, nameof(TypedIndex.Score)), (IndexColumns.Scale, nameof(TypedIndex.Scale)), (IndexColumns.Rank, nameof(TypedIndex.Rank)), (IndexColumns.RankedProvinces, nameof(TypedIndex.RankedProvinces)),
        (IndexColumns.Group, nameof(TypedIndex.Group)), (IndexColumns.RegionalRank, nameof(TypedIndex.RegionalRank)), (IndexColumns.RankedInRegion, nameof(TypedIndex.RankedInRegion)),
        (IndexColumns.Source, nameof(TypedIndex.Source)), (IndexColumns.Derived, nameof(TypedIndex.Derived)),
    ];

    private static readonly WantedTable Wanted = new(_ => 0, table => table.Rows.Any(IsHeader));

    /// <summary>The workbook with what stands.</summary>
    public static byte[] Write(IReadOnlyList<NationalIndex> rows)
    {
        var cover = new WorkbookCover("Chỉ số tham khảo bên cạnh Chỉ số cải cách hành chính", [], [
            "Mỗi dòng một chỉ số, một năm, của một tỉnh hoặc một đơn vị. Để trống mã đơn vị nếu là số liệu của tỉnh; để trống tên tỉnh nếu là tỉnh mình.",
            "Ô trống là không công bố, không phải là 0. Dòng không có trong tệp giữ nguyên khi nhập lại.",
            "Từ ngày 01/7/2025 có 34 tỉnh, thành phố; trước đó là 63.",
        ]);
        return XlsxWorkbook.Write(cover, WorkbookSheet.Of(new Table<NationalIndex>(cover.Title, "chi-so-ben-canh", IndexColumns.OfWorkbook, rows), "Chỉ số"));
    }

    /// <summary>Reads every row or refuses, with the cell of every problem. Rows left out change nothing.</summary>
    /// <param name="content">The file.</param>
    /// <param name="ownProvince">The own province, without its type.</param>
    /// <param name="units">Codes of the register.</param>
    /// <param name="stored">What stands.</param>
    /// <exception cref="UnreadableTableException">Not such a workbook, or a cell is not understood.</exception>
    public static (IReadOnlyList<IndexRow> Rows, IReadOnlyList<Finding> Remarks) Read(byte[] content, string ownProvince, IReadOnlySet<string> units, IReadOnlyList<NationalIndex> stored)
    {
        var table = TableOf(content);
        var (header, columns) = FindHeader(table);
        var used = table.Rows.Skip(header).SelectMany(row => Used(row, columns)).ToHashSet<SourceCell>(ReferenceEqualityComparer.Instance);
        var problems = CellReview.Doubts(table.Rows.Skip(header + 1).SelectMany(row => Used(row, columns))).ToList();
        var (known, rows, first) = (stored.ToDictionary(IndexKey.Of), new List<IndexRow>(), new Dictionary<IndexKey, CellPlace>());
        foreach (var row in table.Rows.Skip(header + 1).Where(row => Used(row, columns).Any(cell => cell.Text.Length > 0)))
        {
            if (Typed(row, columns).Read(ownProvince, units, (property, problem) => problems.Add(new(problem, PlaceOf(row, columns, property)))) is not var (key, figures))
            {
                continue;
            }

            if (first.TryAdd(key, row[0].Place))
            {
                rows.Add(new(key, figures, known.GetValueOrDefault(key)));
            }
            else
            {
                problems.Add(new(IndexWords.Twice(first[key]), row[0].Place));
            }
        }

        return problems.Count > 0 ? throw new UnreadableTableException(problems)
            : rows.Count == 0 ? throw UnreadableTableException.Of(IndexWords.NoRows())
            : (rows, [.. table.Notes, .. CellReview.Unused(table.Rows, header, used.Contains)]);
    }

    private static TypedIndex Typed(IReadOnlyList<SourceCell> row, int?[] columns)
    {
        var texts = Fields.Select((_, i) => columns[i] is { } at && at < row.Count ? row[at].Text : "").ToArray();
        return new()
        {
            Province = texts[0],
            Unit = texts[1],
            Name = texts[2],
            Year = texts[3],
            Score = texts[4],
            Scale = texts[5],
            Rank = texts[6],
            RankedProvinces = texts[7],
            Group = texts[8],
            RegionalRank = texts[9],
            RankedInRegion = texts[10],
            Source = texts[11],
            Derived = texts[12],
        };
    }

    private static CellPlace PlaceOf(IReadOnlyList<SourceCell> row, int?[] columns, string property)
    {
        var at = columns[Array.FindIndex(Fields, field => field.Property == property)] ?? 0;
        return at < row.Count ? row[at].Place : new(row[0].Place.Line, at + 1, row[0].Place.Sheet);
    }

    private static IEnumerable<SourceCell> Used(IReadOnlyList<SourceCell> row, int?[] columns) => columns.OfType<int>().Where(column => column < row.Count).Select(column => row[column]);

    private static (int Row, int?[] Columns) FindHeader(SourceTable table)
    {
        var at = table.Rows.Index().Where(row => IsHeader(row.Item)).Select(row => (int?)row.Index).FirstOrDefault() ?? throw UnreadableTableException.Of(IndexWords.NoHeader([IndexColumns.Name, IndexColumns.Year]));
        var folded = table.Rows[at].Select(cell => VietnameseText.Fold(cell.Text)).ToList();
        return (at, [.. Fields.Select(field => folded.IndexOf(VietnameseText.Fold(field.Header)) is >= 0 and var found ? found : (int?)null)]);
    }

    private static bool IsHeader(IReadOnlyList<SourceCell> row)
    {
        var folded = row.Select(cell => VietnameseText.Fold(cell.Text)).ToList();
        return folded.Contains(VietnameseText.Fold(IndexColumns.Name)) && folded.Contains(VietnameseText.Fold(IndexColumns.Year));
    }

    private static SourceTable TableOf(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Length > SourceTableReader.MostBytes ? throw UnreadableTableException.Of(IndexWords.TooLarge())
            : FileSignature.IsZip(content) ? WorkbookReader.Read(content, Wanted)
            : throw UnreadableTableException.Of(IndexWords.NoWorkbook(FileSignature.Foreign(content)));
    }
}
