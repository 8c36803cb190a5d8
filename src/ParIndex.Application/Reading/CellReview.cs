using System.Text.RegularExpressions;
using ParIndex.Domain;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Reading;

/// <summary>What every reader of a table owes its cells: none is taken that cannot be, and none is left out unnamed.</summary>
internal static partial class CellReview
{
    /// <summary>Names every filled cell that was not used: whole columns by their header, the rest row by row.</summary>
    /// <param name="rows">All rows of the table.</param>
    /// <param name="header">Index of the row that names the columns.</param>
    /// <param name="used">Whether a cell was used, or named already.</param>
    internal static IReadOnlyList<Finding> Unused(IReadOnlyList<IReadOnlyList<SourceCell>> rows, int header, Func<SourceCell, bool> used)
    {
        var columns = rows[header].Index().Where(column => column.Item.Text.Length > 0 && !used(column.Item)).ToDictionary(column => column.Index, column => column.Item);
        var remarks = columns.Values.Where(cell => !cell.IsRepeated).Select(ReadingWords.ColumnNotUsed).ToList();
        foreach (var (index, row) in rows.Index().Where(row => row.Index != header))
        {
            var left = row.Index().Where(cell => cell.Item.Text.Length > 0 && !cell.Item.IsRepeated && !used(cell.Item) && !(index > header && columns.ContainsKey(cell.Index))).Select(cell => cell.Item).ToList();
            if (left.Count > 0)
            {
                remarks.Add(ReadingWords.RowNotUsed(left));
            }
        }

        return remarks;
    }

    /// <summary>The problems of cells that cannot be taken at their word.</summary>
    internal static IEnumerable<ReadingProblem> Doubts(IEnumerable<SourceCell> cells) =>
        cells.Where(cell => cell.Doubt is not null).Select(cell => new ReadingProblem(ReadingWords.Doubtful(cell, cell.Doubt!), cell.Place));

    /// <summary>A title that speaks of another year, when none speaks of the one wanted. The date of a decision is no year of results.</summary>
    internal static (SourceCell Title, IReadOnlyList<int> Years)? OfOtherYear(IEnumerable<SourceCell> titles, int wanted)
    {
        var said = titles.Select(title => (Title: title, Years: HeaderWords.YearsIn(Date().Replace(VietnameseText.Fold(title.Text), " ")))).Where(title => title.Years.Count > 0).ToList();
        return said.Count == 0 || said.Exists(title => title.Years.Contains(wanted)) ? null : said[0];
    }

    [GeneratedRegex(@"\b(thang|ngay) [0-9]{1,2}( [0-9]{1,2})?( nam)? [0-9]{4}|[0-9]{1,2} [0-9]{1,2} [0-9]{4}|\bgiai doan [0-9]{4} [0-9]{4}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();
}
