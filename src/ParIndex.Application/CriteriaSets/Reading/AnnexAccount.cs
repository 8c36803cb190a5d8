using ParIndex.Application.Reading;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>Draws up, once the tree is known, what became of every row of the table.</summary>
internal sealed class AnnexAccount(SourceTable table, CriteriaHeader header, AnnexBody body, IReadOnlyList<CriteriaRow> read, IReadOnlyList<DraftNode> nodes)
{
    private readonly Dictionary<int, DraftNode> _byRow = nodes.ToDictionary(node => node.Row);

    /// <summary>The account of every row, in the order of the table.</summary>
    /// <param name="isRead">Whether the columns were known, so that rows could be read.</param>
    internal IReadOnlyList<RowAccount> Rows(bool isRead) =>
    [
        .. table.Rows.Take(header.First).Select((row, i) => Whole(row, i, RowRole.Above)),
        .. table.Rows.Skip(header.First).Take(header.Height).Select((row, i) => Whole(row, header.First + i, RowRole.Heading)),
        .. isRead ? body.Rows.SelectMany(row => row.Accounts(Role(row), Line(row))).OrderBy(row => row.Index) : table.Rows.Skip(header.First + header.Height).Select((row, i) => Whole(row, header.First + header.Height + i, RowRole.Unread)),
    ];

    private static RowAccount Whole(IReadOnlyList<SourceCell> cells, int index, RowRole role)
    {
        var filled = Enumerable.Range(0, cells.Count).Where(column => cells[column] is { Text.Length: > 0, IsRepeated: false });
        return new(index, cells, cells.All(cell => cell.Text.Length == 0) ? RowRole.Blank : role, Code: null, Line: null, [.. filled.Select(column => role switch
        {
            RowRole.Heading => new CellUse(column, CellRole.Heading),
            RowRole.Above => new CellUse(column, CellRole.Unused, AnnexWords.AboveTheHeadings()),
            _ => new CellUse(column, CellRole.Unused, AnnexWords.ColumnsFirst()),
        })]);
    }

    private RowRole Role(AnnexRow row) => row.Role is not (RowRole.Leaf or RowRole.Field) ? row.Role
        : !_byRow.TryGetValue(row.Index, out var node) ? RowRole.Refused
        : node.IsLeaf ? RowRole.Leaf
        : node.Depth == 1 || nodes.Any(below => below.ParentCode == node.Content.Code && !below.IsLeaf) ? RowRole.Field
        : RowRole.Group;

    /// <summary>What the lines of a row turned out to be in the rule they are part of.</summary>
    private LineKind? Line(AnnexRow row)
    {
        if (row.Role != RowRole.Scoring || row.Lines.Count == 0)
        {
            return null;
        }

        var of = read.LastOrDefault(node => node.Code == row.Code);
        if (of is null || !_byRow.TryGetValue(of.Row.Index, out var node) || !node.IsLeaf || node.Content.Rule is DirectRule)
        {
            return LineKind.Text;
        }

        var lines = row.Lines.Select(line => ScoringLine.Read(line.Text, line.Points, node.Content.MaxScore, node.Content.Component)).ToList();
        return lines.Exists(line => line.Formula is not null || line.Weighted is not null) ? LineKind.Formula
            : lines.Exists(line => line.PerCase is not null) ? LineKind.PerCase
            : lines.Exists(line => line.Level is not null) ? LineKind.Level
            : LineKind.Explanation;
    }
}
