using ParIndex.Application.Reading;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>The rows below the headings, those put together that a person says are one.</summary>
/// <param name="header">The headings.</param>
/// <param name="rows">The rows.</param>
internal sealed class AnnexBody(CriteriaHeader header, IReadOnlyList<AnnexRow> rows)
{
    public IReadOnlyList<AnnexRow> Rows => rows;

    internal static AnnexBody Of(SourceTable table, CriteriaHeader header, IReadOnlyList<CriteriaMeaning?> meanings, IReadOnlyList<RowCorrection> corrections, ProblemList problems)
    {
        var rows = new List<AnnexRow>();
        for (var i = header.First + header.Height; i < table.Rows.Count; i++)
        {
            var index = i;
            var row = new AnnexRow(index, table.Rows[index], meanings, corrections.FirstOrDefault(correction => correction.Row == index));
            if (row.Correction?.Meaning != RowMeaning.Merge)
            {
                rows.Add(row);
            }
            else if (rows.Count > 0)
            {
                rows[^1].Merge(row);
            }
            else
            {
                problems.Stop(AnnexWords.NothingToMergeInto(), row.Place, row);
                rows.Add(row);
            }
        }

        return new(header, rows);
    }

    /// <summary>The next row that holds anything, or <c>null</c>.</summary>
    public AnnexRow? After(AnnexRow row) => rows.SkipWhile(other => other != row).Skip(1).FirstOrDefault(next => next.Cells.Any(cell => cell.Text.Length > 0) && !header.IsRepeatedIn(next.Cells));
}
