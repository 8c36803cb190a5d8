using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Reading;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>One row of an annex beside what it became.</summary>
/// <param name="Account">What became of it.</param>
/// <param name="Line">Its number in the file.</param>
/// <param name="Code">What stands in the column of codes.</param>
/// <param name="Text">What stands in the column of names, line by line.</param>
/// <param name="Points">What stands in the column of maxima.</param>
/// <param name="More">What else stands in it, each with the heading of its column.</param>
/// <param name="Node">The node it became, or <c>null</c>.</param>
/// <param name="Problems">What is to be said of it.</param>
public sealed record AnnexLine(RowAccount Account, int Line, string Code, string Text, string Points, IReadOnlyList<(string Header, string Text)> More, DraftNode? Node, IReadOnlyList<DraftProblem> Problems)
{
    /// <summary>Whether somebody should look at it.</summary>
    public bool IsDoubtful => Problems.Count > 0;
}

/// <summary>Rows one after the other, or folded into one line that says what they hold.</summary>
/// <param name="Lines">The rows, at least one.</param>
/// <param name="IsFolded">Whether one line stands for them.</param>
/// <param name="Words">How many of them became what.</param>
public sealed record AnnexRange(IReadOnlyList<AnnexLine> Lines, bool IsFolded, string Words);

/// <summary>A node whose parts have to add up to it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Sum">What those below it add up to.</param>
public sealed record AnnexSum(DraftNode Node, decimal Sum);

/// <summary>What the preview of an annex shows: its rows beside what they became, and its sums.</summary>
public sealed class AnnexBoard(CriteriaDraft draft)
{
    private const int AlwaysShown = 10;
    private const int LeastFolded = 4;

    private readonly Dictionary<int, DraftNode> _nodes = draft.Nodes.ToDictionary(node => node.Row);
    private readonly ILookup<int, DraftProblem> _problems = draft.Problems.Where(problem => problem.Row is not null).ToLookup(problem => problem.Row!.Value);

    /// <summary>The rows that hold anything.</summary>
    public IReadOnlyList<AnnexLine> Lines => [.. draft.Rows.Where(row => row.Role != RowRole.Blank).Select(Line)];

    /// <summary>The nodes at the top, and the fields of parts, with what those below them add up to.</summary>
    public IReadOnlyList<AnnexSum> Sums =>
    [
        .. draft.Rows.Where(row => row.Role == RowRole.Field).Select(row => _nodes[row.Index]).Where(node => !node.IsLeaf)
            .Where(node => node.Depth == 1 || draft.Nodes.Any(above => above.Content.Code == node.ParentCode && above.Depth == 1 && above.Content.Code.Length == 1 && char.IsAsciiLetter(above.Content.Code[0])))
            .Select(node => new AnnexSum(node, draft.Nodes.Where(below => below.ParentCode == node.Content.Code).Sum(below => below.Content.MaxScore))),
    ];

    /// <summary>How many rows became what, in words, the most telling first.</summary>
    public string Counts => CountsOf(draft.Rows, " · ");

    /// <summary>Whether rows are folded where nothing is filtered.</summary>
    public bool Folds => Ranges(filter: null, at: null).Any(range => range.IsFolded);

    /// <summary>The filters: their word in the address, and their name.</summary>
    public IReadOnlyList<(string? Filter, string Name)> Filters =>
        [.. Folds ? [(null, "Rút gọn"), ("tat-ca", "Tất cả")] : new[] { ((string?)null, "Tất cả") }, ("can-xem", "Cần xem"), ("khong-dung", "Không dùng"), ("duoc-cham", "Tiêu chí được chấm")];

    /// <summary>The rows a filter shows.</summary>
    public IReadOnlyList<AnnexLine> Shown(string? filter) => filter switch
    {
        "can-xem" => [.. Lines.Where(line => line.IsDoubtful)],
        "khong-dung" => [.. Lines.Where(line => line.Account.IsLeftOut || line.Account.Reasons.Any())],
        "duoc-cham" => [.. Lines.Where(line => line.Node is { IsLeaf: true })],
        _ => Lines,
    };

    /// <summary>
    /// The rows a filter shows, in ranges. Without a filter, rows that were understood whole are folded where many follow one
    /// another, but for the first ones, which show how this annex is read.
    /// </summary>
    /// <param name="filter">The filter.</param>
    /// <param name="at">A row whose range is open, from 0.</param>
    public IReadOnlyList<AnnexRange> Ranges(string? filter, int? at)
    {
        if (filter is not null)
        {
            return [new(Shown(filter), IsFolded: false, "")];
        }

        var ranges = new List<List<AnnexLine>>();
        foreach (var (place, line) in Lines.Index())
        {
            var isPlain = place >= AlwaysShown && IsPlain(line);
            if (ranges.Count > 0 && isPlain && IsPlain(ranges[^1][^1]) && place > AlwaysShown)
            {
                ranges[^1].Add(line);
            }
            else
            {
                ranges.Add([line]);
            }
        }

        return [.. ranges.Select(lines => new AnnexRange(lines, lines.Count >= LeastFolded && lines.TrueForAll(line => line.Account.Index != at), CountsOf(lines.Select(line => line.Account), ", ")))];
    }

    /// <summary>What a row is used as, in words.</summary>
    public static string UseOf(AnnexLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var of = line.Account.Code is { } code ? $" của {code}" : "";
        return (line.Account.Role, line.Account.Line) switch
        {
            (RowRole.Heading, _) => "tiêu đề cột",
            (RowRole.ColumnNumbers, _) => "số thứ tự cột",
            (RowRole.Field, _) => line.Node is { Depth: 1 } ? "lĩnh vực" : "lĩnh vực, nhóm",
            (RowRole.Group, _) => "nhóm",
            (RowRole.Leaf, _) => "tiêu chí",
            (RowRole.Scoring, LineKind.Level) => "mức" + of,
            (RowRole.Scoring, LineKind.Formula) => "công thức" + of,
            (RowRole.Scoring, LineKind.PerCase) => "điểm mỗi lần" + of,
            (RowRole.Scoring, LineKind.Explanation) => "diễn giải" + of,
            (RowRole.Scoring, LineKind.Text) => "nguyên văn" + of,
            (RowRole.Scoring, _) => "ghi chú" + of,
            (RowRole.Sum, _) => "đối chiếu",
            (RowRole.Merged, _) => "gộp vào dòng trên",
            (RowRole.Refused, _) => "phải sửa",
            (RowRole.Unread, _) => "chưa đọc",
            _ => "không dùng",
        };
    }

    /// <summary>Whether nothing of it needs to be looked at; a field is a landmark, and stays in sight.</summary>
    private static bool IsPlain(AnnexLine line) =>
        !line.IsDoubtful && !line.Account.IsLeftOut && line.Account.Correction is null && !line.Account.Reasons.Any() && line.Account.Role is RowRole.Group or RowRole.Leaf or RowRole.Scoring or RowRole.Merged;

    private static string CountsOf(IEnumerable<RowAccount> rows, string separator) => string.Join(separator, rows.GroupBy(row => WordOf(row.Role)).Where(same => same.Key is not null)
        .OrderBy(same => same.Min(row => row.Role)).Select(same => $"{NumberWriter.VietnameseCount(same.Count())} {same.Key}"));

    private static string? WordOf(RowRole role) => role switch
    {
        RowRole.Heading or RowRole.ColumnNumbers => "tiêu đề cột",
        RowRole.Field => "lĩnh vực",
        RowRole.Group => "nhóm",
        RowRole.Leaf => "tiêu chí được chấm",
        RowRole.Scoring => "mức, công thức, diễn giải",
        RowRole.Sum => "đối chiếu tổng",
        RowRole.Merged => "gộp vào dòng trên",
        RowRole.Unused or RowRole.Above => "không dùng",
        RowRole.Refused => "phải sửa",
        RowRole.Unread => "chưa đọc",
        _ => "trống",
    };

    private AnnexLine Line(RowAccount row)
    {
        var more = row.Cells.Index().Where(cell => cell.Item is { Text.Length: > 0, IsRepeated: false } && Meaning(cell.Index) is not (CriteriaMeaning.Code or CriteriaMeaning.Name or CriteriaMeaning.MaxScore))
            .Select(cell => (HeaderOf(row, cell.Index), cell.Item.Lines)).ToList();
        return new(row, row.Cells[0].Place.Line, Printed(row, CriteriaMeaning.Code)?.Text ?? "", Printed(row, CriteriaMeaning.Name)?.Lines ?? "", Printed(row, CriteriaMeaning.MaxScore)?.Text ?? "", more, _nodes.GetValueOrDefault(row.Index), [.. _problems[row.Index]]);
    }

    /// <summary>What the column is called, and that nothing is read from it.</summary>
    private string HeaderOf(RowAccount row, int column) => row.Role == RowRole.Heading || column >= draft.Columns.Count ? ""
        : Meaning(column) is null && row.IsNode ? $"{draft.Columns[column].Header} (không dùng)"
        : draft.Columns[column].Header;

    private SourceCell? Printed(RowAccount row, CriteriaMeaning meaning) =>
        row.Cells.Index().Where(cell => Meaning(cell.Index) == meaning && cell.Item is { IsRepeated: false }).Select(cell => cell.Item).FirstOrDefault();

    private CriteriaMeaning? Meaning(int column) => column < draft.Columns.Count ? draft.Columns[column].Meaning : null;
}
