using ParIndex.Application.Tables;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>What a spreadsheet program accepts in the open cells of sheets.</summary>
internal sealed class SheetRules
{
    /// <summary>Most characters of the numbers of statements, <c>1+2+…</c>.</summary>
    private const int MostTicked = 40;

    private const decimal MostFigure = 999_999_999;

    private readonly List<FormRule> _lists = [];
    private readonly Dictionary<decimal, List<string>> _points = [];
    private readonly List<string> _counts = [];
    private readonly List<string> _notes = [];

    /// <summary>All of them; cells that accept the same share one.</summary>
    public IReadOnlyList<FormRule> All =>
    [
        .. _lists,
        .. _points.Select(rule => new FormRule.Points(rule.Value, $"Nhập điểm từ 0 đến {NumberWriter.VietnameseTrimmed(rule.Key)}.", rule.Key)),
        .. _counts.Count > 0 ? [new FormRule.Count(_counts, "Nhập số nguyên từ 0.")] : Array.Empty<FormRule>(),
        .. _notes.Count > 0 ? [new FormRule.Text(_notes, $"Ghi chú tối đa {CellAnswer.MostNote} ký tự.", CellAnswer.MostNote)] : Array.Empty<FormRule>(),
    ];

    /// <summary>The open cells of a leaf on the sheet of one unit.</summary>
    public void Add(Criterion leaf, int row, int first, IReadOnlyList<CellField> open, SheetLists lists)
    {
        foreach (var field in open)
        {
            var cell = WorkbookForm.CellName(row, first + SheetText.Columns.ToList().IndexOf(field));
            switch (field)
            {
                case CellField.Level when leaf.Rule is CumulativeRule rule:
                    // Some of several: no list of a spreadsheet program offers that, so the reader alone checks it.
                    _lists.Add(new FormRule.Text([cell], $"Tiêu chí {leaf.Code}: ghi số thứ tự các nội dung đạt, ví dụ 1+2; ghi 0 nếu không đạt nội dung nào. {string.Join("; ", rule.Levels.Select((level, position) => $"{position + 1}: {level.Statement}"))}", MostTicked));
                    break;
                case CellField.Level:
                    _lists.Add(lists.Statements([cell], leaf, (LevelsRule)leaf.Rule));
                    break;
                case CellField.Points:
                    Points(leaf.MaxScore, cell);
                    break;
                case CellField.Achieved when leaf.Rule is SurveyRule { LikertTop: { } top }:
                    Points(top, cell);
                    break;
                case CellField.Achieved when leaf.Rule is WeightedRatioRule rule:
                    _lists.Add(new FormRule.Text([cell], $"Tiêu chí {leaf.Code}: ghi số {rule.Wanted}, ví dụ 45+3.", MostTicked));
                    break;
                case CellField.Achieved or CellField.Required when leaf.FigureDecimals > 0:
                    _lists.Add(new FormRule.Points([cell], $"Nhập số từ 0, tối đa {leaf.FigureDecimals} chữ số thập phân.", MostFigure));
                    break;
                case CellField.Note:
                    _notes.Add(cell);
                    break;
                default:
                    _counts.Add(cell);
                    break;
            }
        }
    }

    /// <summary>The open cells of a leaf on the sheet of several units.</summary>
    public void Add(Criterion leaf, IReadOnlyList<string> cells, SheetLists lists)
    {
        if (leaf.Rule is LevelsRule rule)
        {
            _lists.Add(lists.Points(cells, leaf, rule));
        }
        else
        {
            cells.ToList().ForEach(cell => Points(leaf.MaxScore, cell));
        }
    }

    private void Points(decimal most, string cell)
    {
        if (!_points.TryGetValue(most, out var cells))
        {
            _points.Add(most, cells = []);
        }

        cells.Add(cell);
    }
}
