using System.Globalization;
using ParIndex.Application.Reading;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Tables;
using ParIndex.Domain;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Tables;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Surveys;

/// <summary>A row of a loaded workbook with what it would change.</summary>
/// <param name="Line">Unit and leaf as they stand.</param>
/// <param name="Typed">What the row says.</param>
/// <param name="Answer">The answer that would stand.</param>
public sealed record SurveyRow(SurveyLine Line, TypedAnswer Typed, CellAnswer Answer)
{
    /// <summary>Whether it says something else than what stands.</summary>
    public bool Changes => Answer != Line.Cell.Answer;

    /// <summary>As something to be taken.</summary>
    public SurveyEntry Entry => new(Line.Cell.ScorecardId, Line.Leaf.Id, Line.Cell.Version, Typed);
}

/// <summary>The workbook of survey points: a row for each unit and leaf, with their codes; written to be filled in, and read back.</summary>
public static class SurveyWorkbook
{
    private static readonly (string Header, string[] Words)[] Headers =
    [
        ("Mã đơn vị", ["ma don vi"]),
        ("Đơn vị", ["don vi", "ten don vi"]),
        ("Mã tiêu chí", ["ma tieu chi"]),
        ("Tiêu chí", ["tieu chi", "ten tieu chi"]),
        ("Điểm tối đa", ["diem toi da"]),
        ("Điểm", ["diem", "diem dieu tra"]),
        ("Số hài lòng hoặc điểm trung bình", ["so hai long hoac diem trung binh", "so hai long", "diem trung binh"]),
        ("Số được hỏi", ["so duoc hoi"]),
        ("Cỡ mẫu n", ["co mau n", "co mau", "n"]),
        ("Độ lệch chuẩn", ["do lech chuan"]),
    ];

    /// <summary>The workbook with what stands already.</summary>
    public static byte[] Write(RoundSetup setup, GroupSetup group, IReadOnlyList<SurveyLine> lines)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(group);
        Column<SurveyLine>[] columns =
        [
            new("unitCode", Headers[0].Header, line => Cell.Of(line.Folder.Unit.Unit.Code)),
            new("unit", Headers[1].Header, line => Cell.Of(line.Folder.Unit.Name)),
            new("code", Headers[2].Header, line => Cell.Of(line.Leaf.Code)),
            new("criterion", Headers[3].Header, line => Cell.Of(line.Leaf.Name)),
            new("maxScore", Headers[4].Header, line => Cell.Trimmed(line.Leaf.MaxScore)),
            new("points", Headers[5].Header, line => line.Cell.Achieved is null ? Written(line, CellField.Points) : Cell.Nothing),
            new("achieved", Headers[6].Header, line => Written(line, CellField.Achieved)),
            new("required", Headers[7].Header, line => Written(line, CellField.Required)),
            new("sampleSize", Headers[8].Header, line => Written(line, CellField.SampleSize)),
            new("spread", Headers[9].Header, line => Written(line, CellField.Spread)),
        ];
        var cover = new WorkbookCover(
            $"Điểm điều tra xã hội học năm {setup.Round.Year}",
            [("Kỳ đánh giá", setup.Round.Title), ("Khối", group.UnitGroup.Name), ("Năm", setup.Round.Year.ToString(CultureInfo.InvariantCulture))],
            [
                "Mỗi dòng một đơn vị và một tiêu chí. Không sửa mã đơn vị và mã tiêu chí.",
                "Ghi điểm, hoặc ghi số liệu để điểm được tính: số người hài lòng và số người được hỏi; với thang Likert ghi điểm trung bình.",
                "Ghi cỡ mẫu n và độ lệch chuẩn nếu có. Ô trống là chưa có số liệu.",
            ]);
        return XlsxWorkbook.Write(cover, WorkbookSheet.Of(new Table<SurveyLine>(cover.Title, "diem-dieu-tra", columns, lines), "Điểm điều tra"));

        static Cell Written(SurveyLine line, CellField field) => AnswerText.InWorkbook(field, line.Leaf, line.Cell.Answer);
    }

    /// <summary>Reads every row or refuses, with the cell of every problem. Rows left out change nothing.</summary>
    /// <param name="table">The table of the file.</param>
    /// <param name="lines">What stands, as the reader may change it.</param>
    /// <exception cref="UnreadableTableException">A header, code or figure is not understood, or a row changes what its reader may not.</exception>
    public static IReadOnlyList<SurveyRow> Read(SourceTable table, IReadOnlyList<SurveyLine> lines)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(lines);
        var (header, columns) = FindHeader(table);
        var problems = CellReview.Doubts(table.Rows.Skip(header + 1).SelectMany(row => Used(row, columns))).ToList();
        var rows = new List<SurveyRow>();
        var first = new Dictionary<SurveyLine, CellPlace>();
        var known = lines.ToDictionary(line => (line.Folder.Unit.Unit.Code, line.Leaf.Code));
        foreach (var row in table.Rows.Skip(header + 1).Where(row => row.Any(cell => cell.Text.Length > 0)))
        {
            if (LineOf(row) is not { } line)
            {
                continue;
            }

            var before = problems.Count;
            if (Used(row, columns).Any(cell => cell.Doubt is not null))
            {
                continue;
            }

            var typed = TypedAnswer.Row(At(row, 5).Text, At(row, 6).Text, At(row, 7).Text, At(row, 8).Text, At(row, 9).Text);
            var answer = typed.Read(line.Leaf, line.Cell.Answer, Note);
            if (problems.Count == before && answer.Problem(line.Leaf) is { } problem)
            {
                Note(CellField.Points, problem);
            }

            if (problems.Count > before)
            {
                continue;
            }

            var read = new SurveyRow(line, typed, answer);
            if (read.Changes && line.WhyNot is { } reason)
            {
                problems.Add(new(SurveyWords.NotTheirs(line.Folder.Unit.Name, reason), At(row, 0).Place));
            }

            rows.Add(read);

            void Note(CellField field, Finding problem) => problems.Add(new(SurveyWords.OfUnit(line.Folder.Unit.Name, problem), At(row, ColumnOf(field)).Place));
        }

        return problems.Count > 0 ? throw new UnreadableTableException(problems)
            : rows.Count > 0 ? rows
            : throw UnreadableTableException.Of(SurveyWords.NoRows());

        SurveyLine? LineOf(IReadOnlyList<SourceCell> row)
        {
            var (unit, code) = (At(row, 0), At(row, 2));
            if (!known.TryGetValue((unit.Text, code.Text), out var line))
            {
                problems.Add(known.Keys.Any(key => key.Item1 == unit.Text)
                    ? new(SurveyWords.LeafUnknown(code.Text, unit.Text), code.Place)
                    : new(SurveyWords.UnitUnknown(unit.Text), unit.Place));
                return null;
            }

            if (!first.TryAdd(line, unit.Place))
            {
                problems.Add(new(SurveyWords.Twice(line.Folder.Unit.Name, line.Leaf.Code, first[line]), unit.Place));
                return null;
            }

            return line;
        }

        SourceCell At(IReadOnlyList<SourceCell> row, int meaning) =>
            columns[meaning] is { } column && column < row.Count ? row[column] : new("", new CellPlace(row[0].Place.Line, (columns[meaning] ?? 0) + 1, row[0].Place.Sheet));
    }

    /// <summary>What of the table was passed over or assumed.</summary>
    public static IReadOnlyList<Finding> Remarks(SourceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (header, columns) = FindHeader(table);
        var used = table.Rows.Skip(header).SelectMany(row => Used(row, columns)).ToHashSet<SourceCell>(ReferenceEqualityComparer.Instance);
        return [.. table.Notes, .. CellReview.Unused(table.Rows, header, used.Contains)];
    }

    private static IEnumerable<SourceCell> Used(IReadOnlyList<SourceCell> row, int?[] columns) => columns.OfType<int>().Where(column => column < row.Count).Select(column => row[column]);

    /// <summary>The first row that names unit and leaf, and where each meaning stands in it.</summary>
    private static (int Row, int?[] Columns) FindHeader(SourceTable table)
    {
        foreach (var (index, row) in table.Rows.Index())
        {
            var folded = row.Select(cell => VietnameseText.Fold(cell.Text)).ToList();
            int?[] columns = [.. Headers.Select(header => folded.FindIndex(text => header.Words.Contains(text)) is >= 0 and var at ? at : (int?)null)];
            if (columns[0] is not null && columns[2] is not null)
            {
                return columns[5] is not null || columns[6] is not null
                    ? (index, columns)
                    : throw UnreadableTableException.Of(SurveyWords.NoFigureColumn(Headers[5].Header, Headers[6].Header), row[0].Place);
            }
        }

        throw UnreadableTableException.Of(SurveyWords.NoHeader(Headers[0].Header, Headers[2].Header));
    }

    private static int ColumnOf(CellField field) => field switch
    {
        CellField.Achieved => 6,
        CellField.Required => 7,
        CellField.SampleSize => 8,
        CellField.Spread => 9,
        _ => 5,
    };

    /// <summary>Takes the table out of an uploaded workbook.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="year">The year of the round: a workbook whose cover or titles say another is refused.</param>
    /// <exception cref="UnreadableTableException">Not an XLSX workbook, damaged, beyond the limits, with several such sheets, or of another year.</exception>
    public static SourceTable TableOf(byte[] content, int year)
    {
        var table = TableOf(content);
        var (header, _) = FindHeader(table);
        var titles = WorkbookReader.Visible(content).Sheets.SelectMany(sheet => sheet.Table.Rows.TakeWhile(row => !IsHeader(row)).SelectMany(Labelled))
            .Concat(table.Rows[header]).Where(cell => cell.Text.Length > 0);
        return CellReview.OfOtherYear(titles, year) is { } other
            ? throw UnreadableTableException.Of(SurveyWords.OtherYear(other.Title.Text, other.Years, year), other.Title.Place)
            : table;
    }

    /// <summary>Titles that say a year: “… năm 2024”, or a year in a row that begins with “Năm”. Other numbers are none.</summary>
    private static IEnumerable<SourceCell> Labelled(IReadOnlyList<SourceCell> row)
    {
        var filled = row.Where(cell => cell.Text.Length > 0).ToList();
        return filled is [{ } label, ..] && VietnameseText.Fold(label.Text) is "nam" or "nam danh gia" ? filled.Skip(1) : filled.Where(cell => $" {VietnameseText.Fold(cell.Text)} ".Contains(" nam ", StringComparison.Ordinal));
    }

    private static SourceTable TableOf(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Length > SourceTableReader.MostBytes ? throw UnreadableTableException.Of(SurveyWords.TooLarge())
            : FileSignature.IsZip(content) ? WorkbookReader.Read(content, Wanted)
            : throw UnreadableTableException.Of(SurveyWords.NoWorkbook(FileSignature.Foreign(content)));
    }

    private static readonly WantedTable Wanted = new(_ => 0, table => table.Rows.Any(IsHeader));

    private static bool IsHeader(IReadOnlyList<SourceCell> row) => row.Any(cell => VietnameseText.Fold(cell.Text) == "ma don vi");
}
