using System.Globalization;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Reading;

/// <summary>Which table of a file with several is meant. Never the first in silence.</summary>
/// <param name="Asked">The sheet's name, or the table's number from 1, as staff gave it; <c>null</c> when they did not.</param>
/// <param name="Group">The group of units wanted: a sheet of that name is meant; otherwise <c>null</c>.</param>
/// <param name="Hint">How staff say which, for the refusal.</param>
public sealed record TableChoice(string? Asked = null, string? Group = null, string Hint = "hãy chỉ để lại bảng cần nhập")
{
    /// <summary>The one table that is wanted, with remarks that name the others.</summary>
    /// <exception cref="UnreadableTableException">There are several and nothing tells which, or none is what was asked for.</exception>
    internal SourceTable Choose(IReadOnlyList<NamedTable> tables, WantedTable wanted, string what)
    {
        if (Asked is { } asked)
        {
            var found = tables.Where(table => NameIdentity.Same(table.Name, asked)).ToList();
            var numbered = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= tables.Count ? tables[number - 1] : null;
            return Chosen(found.Count == 1 ? found[0] : numbered ?? throw UnreadableTableException.Of($"Tệp không có {what} “{asked}”; có: {List(tables, tables, what)}."), tables, wanted, what);
        }

        var candidates = tables.Where(table => wanted.HasHeader(table.Table)).ToList();
        if (candidates.Count > 1 && Group is { } group)
        {
            var named = candidates.FindAll(table => VietnameseText.Slug(table.Name) == group);
            named = named.Count > 0 ? named : candidates.FindAll(table => table.Name.Length > 0 && UnitGroup.SlugOf(table.Name) == UnitGroup.SlugOf(group));
            candidates = named.Count == 1 ? named : candidates;
        }

        return candidates.Count > 1
            ? throw UnreadableTableException.Of($"Tệp có {candidates.Count} bảng đọc được ({List(candidates, tables, what)}); {Hint}.", candidates[1].Table.Rows[0][0].Place)
            : Chosen(candidates.Count == 1 ? candidates[0] : tables.MaxBy(table => wanted.Recognised(table.Table.Rows))!, tables, wanted, what);
    }

    private static SourceTable Chosen(NamedTable chosen, IReadOnlyList<NamedTable> tables, WantedTable wanted, string what)
    {
        if (tables.Count == 1)
        {
            return chosen.Table;
        }

        var passed = tables.Where(table => table != chosen).Select(table =>
            $"Bỏ qua {Label(table, tables, what)}: {(wanted.HasHeader(table.Table) ? "không phải bảng được chọn" : "không có dòng tiêu đề nhận ra được")} ({table.Table.Rows.Count} dòng, bắt đầu bằng “{CellText.Shorten(First(table.Table))}”).");
        return chosen.Table with { Remarks = [.. passed, $"Đọc {Label(chosen, tables, what)}.", .. chosen.Table.Remarks] };
    }

    private static string List(IEnumerable<NamedTable> listed, IReadOnlyList<NamedTable> tables, string what) => string.Join("; ", listed.Select(table => Label(table, tables, what)));

    private static string Label(NamedTable table, IReadOnlyList<NamedTable> tables, string what)
    {
        var number = tables.Index().First(other => other.Item == table).Index + 1;
        return what == Sheet ? $"{what} “{table.Name}”" : $"{what} {number}{(table.Name.Length > 0 ? $" “{CellText.Shorten(table.Name)}”" : "")}";
    }

    internal const string Sheet = "trang tính";

    internal const string Table = "bảng";

    private static string First(SourceTable table) => table.Rows.SelectMany(row => row).FirstOrDefault(cell => cell.Text.Length > 0)?.Text ?? "";
}
