using System.Globalization;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Reading;

/// <summary>By what people know a table of a file with several.</summary>
/// <param name="IsSheet">Whether it is a sheet of a workbook, which has a name; others may have none.</param>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Name">Its name or caption; may be empty.</param>
internal sealed record TableLabel(bool IsSheet, int Number, string Name);

/// <summary>Which table of a file with several is meant. Never the first in silence.</summary>
/// <param name="Asked">The sheet's name, or the table's number from 1, as staff gave it; <c>null</c> when they did not.</param>
/// <param name="Group">The group of units wanted: a sheet of that name is meant; otherwise <c>null</c>.</param>
/// <param name="Hint">How staff say which, for the refusal.</param>
public sealed record TableChoice(string? Asked = null, string? Group = null, string Hint = "hãy chỉ để lại bảng cần nhập")
{
    /// <summary>The one table that is wanted, with remarks that name the others.</summary>
    /// <exception cref="UnreadableTableException">There are several and nothing tells which, or none is what was asked for.</exception>
    internal SourceTable Choose(IReadOnlyList<NamedTable> tables, WantedTable wanted, bool areSheets)
    {
        if (Asked is { } asked)
        {
            var found = tables.Where(table => NameIdentity.Same(table.Name, asked)).ToList();
            var numbered = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= tables.Count ? tables[number - 1] : null;
            return Chosen(found.Count == 1 ? found[0] : numbered ?? throw UnreadableTableException.Of(ReadingWords.NoSuchTable(areSheets, asked, Labels(tables, tables, areSheets))), tables, wanted, areSheets);
        }

        var candidates = tables.Where(table => wanted.HasHeader(table.Table)).ToList();
        if (candidates.Count > 1 && Group is { } group)
        {
            var named = candidates.FindAll(table => VietnameseText.Slug(table.Name) == group);
            named = named.Count > 0 ? named : candidates.FindAll(table => table.Name.Length > 0 && UnitGroup.SlugOf(table.Name) == UnitGroup.SlugOf(group));
            candidates = named.Count == 1 ? named : candidates;
        }

        return candidates.Count > 1
            ? throw UnreadableTableException.Of(ReadingWords.SeveralTables(Labels(candidates, tables, areSheets), Hint), candidates[1].Table.Rows[0][0].Place)
            : Chosen(candidates.Count == 1 ? candidates[0] : tables.MaxBy(table => wanted.Recognised(table.Table.Rows))!, tables, wanted, areSheets);
    }

    private static SourceTable Chosen(NamedTable chosen, IReadOnlyList<NamedTable> tables, WantedTable wanted, bool areSheets)
    {
        if (tables.Count == 1)
        {
            return chosen.Table;
        }

        var passed = tables.Where(table => table != chosen).Select(table =>
            ReadingWords.TablePassedOver(Label(table, tables, areSheets), wanted.HasHeader(table.Table), table.Table.Rows.Count, First(table.Table)));
        return chosen.Table with { Remarks = [.. passed, ReadingWords.TableRead(Label(chosen, tables, areSheets)), .. chosen.Table.Remarks] };
    }

    private static IReadOnlyList<TableLabel> Labels(IEnumerable<NamedTable> listed, IReadOnlyList<NamedTable> tables, bool areSheets) => [.. listed.Select(table => Label(table, tables, areSheets))];

    private static TableLabel Label(NamedTable table, IReadOnlyList<NamedTable> tables, bool areSheets) =>
        new(areSheets, tables.Index().First(other => other.Item == table).Index + 1, table.Name);

    private static string First(SourceTable table) => table.Rows.SelectMany(row => row).FirstOrDefault(cell => cell.Text.Length > 0)?.Text ?? "";
}
