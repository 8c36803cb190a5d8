using System.Text.RegularExpressions;
using ParIndex.Application.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>What stands below and beside a node: statements, formulas, remarks, titles without a code, columns left over.</summary>
public sealed partial class CriteriaTableReader
{
    /// <summary>“Điều tra XHH” among the remarks says what the points are; every other remark is kept.</summary>
    private void ReadRemark(IReadOnlyList<SourceCell> row, CriteriaRow read)
    {
        if (Cell(row, CriteriaMeaning.Remark) is not { IsRepeated: false } cell || CellText.IsAbsent(cell.Text))
        {
            return;
        }

        if (ComponentWords.Read(cell.Text) is { } component)
        {
            read.Component ??= component;
        }
        else
        {
            read.Component ??= SurveyRemark().IsMatch(VietnameseText.Fold(cell.Text)) ? Component.Survey : null;
            AddRemark(read, cell);
        }
    }

    private void AddRemark(CriteriaRow read, SourceCell cell)
    {
        read.Remark = read.Remark.Length == 0 ? cell.Text : $"{read.Remark}; {cell.Text}";
        CheckLength(read.Remark, CriterionContent.MostRemark, CriteriaMeaning.Remark, cell.Place);
    }

    /// <summary>A row below a node: one of its statements with points, more of its scoring, or the title of the next field.</summary>
    private void ReadWithoutCode(IReadOnlyList<SourceCell> row, SourceCell first, int index)
    {
        var name = Cell(row, CriteriaMeaning.Name) is { IsRepeated: false, Text.Length: > 0 } own ? own : null;
        var text = name?.Lines ?? "";
        if (FieldTitle.Is(text, MaxScoreOfLevel(row), _rows.Count > 0 ? _rows[^1].MaxScore : null, NextCode(index)))
        {
            ReadTitle(row, name!, index);
            return;
        }

        if (_rows.Count == 0)
        {
            Warn(AnnexWords.BeforeTheFirst(first.Text), first.Place);
            return;
        }

        if (CellText.IsSignature(text) || CellText.IsFootnote(text))
        {
            Warn(AnnexWords.NotePassedOver(first.Text), first.Place);
            return;
        }

        var last = _rows[^1];
        if (text.Length > 0)
        {
            var points = MaxScoreOfLevel(row);
            var unread = points is null && Cell(row, CriteriaMeaning.MaxScore) is { IsRepeated: false } beside && !CellText.IsAbsent(beside.Text) ? $": {beside.Text}" : "";
            AddScoring(last, text + unread, points);
        }

        // Beside a statement of its own, the column says how that one is shown or proved.
        if (Cell(row, CriteriaMeaning.Rule) is { IsRepeated: false, Text.Length: > 0 } rule && !CellText.IsAbsent(rule.Text))
        {
            if (text.Length == 0)
            {
                AddScoring(last, rule.Lines);
            }
            else
            {
                AddRemark(last, rule);
            }
        }

        foreach (var kept in new[] { CriteriaMeaning.Remark, CriteriaMeaning.Evidence }.Select(meaning => Cell(row, meaning)).OfType<SourceCell>().Where(cell => !cell.IsRepeated && !CellText.IsAbsent(cell.Text)))
        {
            AddRemark(last, kept);
        }

        if (text.Length == 0 && Cell(row, CriteriaMeaning.MaxScore) is { IsRepeated: false, Text.Length: > 0 } alone && !CellText.IsAbsent(alone.Text))
        {
            Warn(AnnexWords.PointsAlone(alone.Text), alone.Place);
        }
    }

    private void AddScoring(CriteriaRow row, string lines, decimal? points = null)
    {
        var parts = lines.Split('\n');
        // Points beside several lines belong to all of them as one statement.
        row.Scoring.AddRange(points is null ? parts.Select(part => new WordedLine(part, Points: null)) : [new(string.Join(' ', parts), points)]);
        CheckLength(row.Worded, CriterionContent.MostScoringText, CriteriaMeaning.Rule, row.Place);
    }

    /// <summary>A field whose title has no code: the codes below tell it, or it gets a letter.</summary>
    private void ReadTitle(IReadOnlyList<SourceCell> row, SourceCell name, int index)
    {
        var below = NextCode(index) is { } next && !_isRelative ? CriterionCode.Read(next) : null;
        var root = below is not null && below.Contains('.', StringComparison.Ordinal) ? below[..below.IndexOf('.', StringComparison.Ordinal)] : null;
        if (root is not null && _rows.Exists(known => known.Code == root))
        {
            Warn(AnnexWords.BetweenCriteria(name.Text, root), name.Place);
            return;
        }

        var code = root ?? Letter();
        (_title, _field) = root is not null ? (null, "") : (code, _isRelative || _restarts ? code : "");
        CheckLength(name.Text, CriterionContent.MostName, CriteriaMeaning.Name, name.Place);
        var read = new CriteriaRow(code, name.Text, name.Place) { MaxScore = MaxScore(row, name.Place) };
        _rows.Add(read);
        ReadDetails(row, read);
        Warn(AnnexWords.TitleIsField(name.Text, code), name.Place);
    }

    private string Letter()
    {
        string letter;
        do
        {
            letter = ((char)('A' + (_lettered++ % 26))).ToString();
        }
        while (_rows.Exists(row => row.Code == letter) && _lettered <= 26);
        return letter;
    }

    /// <summary>The code of the next row that has any text, or <c>null</c> when it has none.</summary>
    private string? NextCode(int index) =>
        _body.Skip(index + 1).FirstOrDefault(row => row.Any(cell => cell.Text.Length > 0) && !_header.IsRepeatedIn(row)) is { } next ? Code(next).Code : null;

    private decimal? MaxScoreOfLevel(IReadOnlyList<SourceCell> row) =>
        Cell(row, CriteriaMeaning.MaxScore) is { IsRepeated: false } cell ? ScoreText.Read(PointWords().Replace(cell.Text, ""), Max).Value : null;

    /// <summary>Columns that nothing was read from, though something stands in them.</summary>
    private void NameUnusedColumns()
    {
        for (var i = 0; i < _header.Texts.Count; i++)
        {
            var column = i;
            if (Meaning(i) is null && _body.Where(row => column < row.Count && !_header.IsRepeatedIn(row) && !CellText.IsAbsent(row[column].Text) && !CellText.IsColumnNumber(row[column].Text)).ToList() is { Count: > 0 } filled)
            {
                Warn(AnnexWords.ColumnUnused(i + 1, _header.Texts[i], filled.Count, filled[0][column].Text), filled[0][column].Place);
            }
        }
    }

    [GeneratedRegex(@"^(?:diem )?(?:dieu tra|khao sat|dtxhh|xhh)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SurveyRemark();
}
