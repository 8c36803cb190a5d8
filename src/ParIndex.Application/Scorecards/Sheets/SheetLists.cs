using ParIndex.Application.Tables;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>The hidden sheet with what can be chosen for leaves that have statements.</summary>
internal sealed class SheetLists
{
    private const string Name = "Danh mục";

    private readonly List<FormCell> _values = [new(Cell.Of("Mức của các tiêu chí"))];

    /// <summary>The sheet, once all lists are made.</summary>
    public FormSheet ToSheet() => new(Name, "", [60], [.. _values.Select(value => new[] { value })]) { IsHidden = true };

    /// <summary>A choice among the statements of a leaf.</summary>
    public FormRule Statements(IReadOnlyList<string> cells, Criterion leaf, LevelsRule rule) =>
        Add(cells, $"Tiêu chí {leaf.Code}: chọn một mức trong danh sách.", rule.Levels.Select(level => Cell.Of(level.Statement)));

    /// <summary>A choice among the points of the statements, and the statements that have none.</summary>
    public FormRule Points(IReadOnlyList<string> cells, Criterion leaf, LevelsRule rule) =>
        Add(cells, $"Tiêu chí {leaf.Code}: chọn điểm của một mức trong danh sách.", rule.Levels.Select(level => level.Points is null ? Cell.Of(level.Statement) : Cell.Trimmed(level.Points)).Distinct());

    private FormRule.OneOf Add(IReadOnlyList<string> cells, string message, IEnumerable<Cell> values)
    {
        var first = _values.Count + 1;
        _values.AddRange(values.Select(value => new FormCell(value)));
        return new(cells, message, Name, first, _values.Count);
    }
}
