using ParIndex.Application.Reading;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>One criteria table of a file; a decision has an annex for each group of units.</summary>
/// <param name="Title">What stands above it, or where it stands.</param>
/// <param name="Table">The table.</param>
public sealed record AnnexTable(string Title, SourceTable Table);

/// <summary>Tells the annexes of one table apart: after headings of their own the codes begin anew.</summary>
internal static class Annexes
{
    /// <summary>Whether a table with headings of its own begins with the first code of those before: a new annex, not the next page.</summary>
    internal static bool BeginsAnew(IEnumerable<SourceTable> before, SourceTable table) =>
        Codes(table).FirstOrDefault() is { } first && first == before.SelectMany(Codes).FirstOrDefault();

    /// <summary>The annexes that stand below each other in one table.</summary>
    internal static IReadOnlyList<AnnexTable> Split(AnnexTable annex)
    {
        var table = annex.Table;
        if (CriteriaHeader.Find(table) is not { } header)
        {
            return [annex];
        }

        var starts = new List<int> { 0 };
        for (var i = header.First + header.Height; i < table.Rows.Count; i++)
        {
            if (header.IsRepeatedIn(table.Rows[i]) && BeginsAnew([Part(table, starts[^1], i)], Part(table, i, table.Rows.Count)))
            {
                starts.Add(i);
            }
        }

        return starts.Count == 1 ? [annex] : [.. starts.Select((start, n) => new AnnexTable(
            (n == 0 ? annex.Title : Above(table, start)) is { Length: > 0 } title ? title : $"Bảng từ {table.Rows[start][0].Place.Row}",
            Part(table, start, n + 1 == starts.Count ? table.Rows.Count : Above(table, starts[n + 1]) is null ? starts[n + 1] : starts[n + 1] - 1)))];
    }

    private static SourceTable Part(SourceTable table, int from, int to) => table with { Rows = [.. table.Rows.Skip(from).Take(to - from)] };

    /// <summary>A title in the row above the headings: the only text of its row.</summary>
    private static string? Above(SourceTable table, int start) =>
        table.Rows[start - 1].Where(cell => cell.Text.Length > 0).ToList() is [var only] ? only.Text : null;

    private static IEnumerable<string> Codes(SourceTable table)
    {
        if (CriteriaHeader.Find(table) is not { } header)
        {
            return [];
        }

        var column = header.Meanings.ToList().IndexOf(CriteriaMeaning.Code);
        return table.Rows.Skip(header.First + header.Height)
            .Select(row => column >= 0 && column < row.Count && !row[column].IsRepeated ? row[column].Text : "")
            .Where(text => CriterionCode.Read(text) is not null)
            .Select(text => CriterionCode.IsRoman(text) ? text : CriterionCode.Read(text)!);
    }
}
