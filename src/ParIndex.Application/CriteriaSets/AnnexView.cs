using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Domain;

namespace ParIndex.Application.CriteriaSets;

/// <summary>A kept annex as it is to be shown.</summary>
/// <param name="Request">What was said beside it.</param>
/// <param name="Tables">Its criteria tables, in the order of the file, at least one.</param>
/// <param name="Table">The table that is meant, from 0; <c>null</c> while one has to be chosen.</param>
/// <param name="Draft">What was understood of it; <c>null</c> while one has to be chosen.</param>
public sealed record AnnexView(AnnexRequest Request, IReadOnlyList<AnnexTable> Tables, int? Table, CriteriaDraft? Draft)
{
    /// <summary>What it changes of the group's set of an earlier year; <c>null</c> while year and group are not said, or there is none.</summary>
    public YearDifference? SinceEarlier { get; init; }

    /// <summary>What was said of it, with the year, the group, and the columns where they are not those that are shown.</summary>
    /// <param name="year">The year the set is for, as typed.</param>
    /// <param name="group">The group the set is for.</param>
    /// <param name="columns">What a person says the columns are, from the left; none leaves them.</param>
    public AnnexRequest Said(string? year, string? group, IReadOnlyList<CriteriaMeaning?> columns)
    {
        var named = Request with { Year = year, Group = group };
        return Table is { } table && IsOtherThan(columns) ? named.With(named.Of(table) with { Columns = columns }) : named;
    }

    /// <summary>What was understood, as somebody who saw this table with these columns may take it over.</summary>
    /// <exception cref="RefusedException">They saw another, or something still blocks.</exception>
    public CriteriaDraft ForAcceptance(int? table, IReadOnlyList<CriteriaMeaning?> columns)
    {
        if (Draft is null || Table != table || IsOtherThan(columns))
        {
            throw new RefusedException("Xem lại theo bảng và các cột đã chọn rồi mới nhận; chưa lưu gì.");
        }

        return Draft.CanBeAccepted ? Draft : throw new RefusedException("Còn nội dung phải sửa trước khi nhận bộ tiêu chí; chưa lưu gì.");
    }

    private bool IsOtherThan(IReadOnlyList<CriteriaMeaning?> columns) => columns.Count > 0 && Draft is not null && !columns.SequenceEqual(Draft.Columns.Select(column => column.Meaning));
}
