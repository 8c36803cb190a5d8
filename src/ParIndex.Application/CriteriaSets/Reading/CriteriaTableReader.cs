using System.Text.RegularExpressions;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>A sum the annex states in a row of its own.</summary>
/// <param name="Points">Points.</param>
/// <param name="IsOfPart">Whether it says that it is of a field only.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record StatedSum(decimal Points, bool IsOfPart, CellPlace Place);

/// <summary>Understands the table of an annex as a tree of criteria, and says of everything else what it made of it.</summary>
public sealed partial class CriteriaTableReader
{
    private static readonly NumberFormat Max = new(Decimals: 4);

    private readonly SourceTable _table;
    private readonly CriteriaHeader _header;
    private readonly IReadOnlyList<CriteriaMeaning?> _meanings;
    private readonly List<DraftProblem> _problems = [];
    private readonly List<CriteriaRow> _rows = [];
    private readonly List<StatedSum> _sums = [];
    private readonly List<IReadOnlyList<SourceCell>> _body;
    private readonly bool _isRelative;
    private readonly bool _restarts;
    private string _field = "";
    private string? _title;
    private int _lettered;

    private CriteriaTableReader(SourceTable table, CriteriaHeader header, IReadOnlyList<CriteriaMeaning?> meanings)
    {
        (_table, _header, _meanings) = (table, header, meanings);
        _body = [.. table.Rows.Skip(header.First + header.Height)];
        var codes = _body.Select(row => Code(row).Code).OfType<string>().ToList();
        var numbers = codes.Where(code => !CriterionCode.IsRoman(code)).Select(CriterionCode.Read).OfType<string>().Where(read => read.All(char.IsAsciiDigit)).ToList();
        // Under fields I, II, … criteria may be numbered 1, 2, … anew in each: a single number is then no field.
        _isRelative = codes.Exists(CriterionCode.IsRoman) && numbers.Count > 0;
        _restarts = numbers.Distinct(StringComparer.Ordinal).Count() < numbers.Count;
    }

    /// <summary>Reads a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="meanings">What a person said the columns are, by their place from the left; <c>null</c> for the program's own reading.</param>
    /// <exception cref="UnreadableTableException">The table has a single column. Where no heading is known, the draft says which are missing.</exception>
    public static CriteriaDraft Read(SourceTable table, IReadOnlyList<CriteriaMeaning?>? meanings = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var header = CriteriaHeader.Find(table) ?? CriteriaHeader.Guess(table)
            ?? throw UnreadableTableException.Of(AnnexWords.NoHeader());
        return new CriteriaTableReader(table, header, meanings ?? header.Meanings).Read();
    }

    /// <summary>The name of a meaning, for a person to choose from.</summary>
    public static string NameOf(CriteriaMeaning meaning) => CriteriaHeader.Name(meaning);

    private CriteriaDraft Read()
    {
        CheckColumns();
        if (_problems.Count == 0)
        {
            for (var i = 0; i < _body.Count; i++)
            {
                ReadRow(_body[i], i);
            }

            NameUnusedColumns();
        }

        var nodes = new CriteriaTree(_rows, _problems).Nodes(_sums);
        return new(Columns(), nodes, [.. _problems.OrderByDescending(problem => problem.Blocks)], _table.Remarks);
    }

    private List<DraftColumn> Columns() =>
        [.. _header.Texts.Select((text, i) => new DraftColumn(i, text, Meaning(i), _body.Select(row => i < row.Count ? row[i].Text : "").FirstOrDefault(example => example.Length > 0) ?? ""))];

    private CriteriaMeaning? Meaning(int column) => column < _meanings.Count ? _meanings[column] : null;

    private void CheckColumns()
    {
        foreach (var needed in new[] { CriteriaMeaning.Name, CriteriaMeaning.MaxScore }.Where(needed => !_meanings.Contains(needed)))
        {
            Block(AnnexWords.ColumnMissing(needed), place: null);
        }

        foreach (var twice in _meanings.OfType<CriteriaMeaning>().GroupBy(meaning => meaning).Where(same => same.Count() > 1))
        {
            Block(AnnexWords.ColumnTwice(twice.Key, twice.Count()), place: null);
        }
    }

    private void ReadRow(IReadOnlyList<SourceCell> row, int index)
    {
        var texts = row.Where(cell => cell.Text.Length > 0).ToList();
        if (texts.Count == 0 || _header.IsRepeatedIn(row) || (texts.Count > 1 && texts.TrueForAll(cell => CellText.IsColumnNumber(cell.Text))))
        {
            return;
        }

        var name = Text(row, CriteriaMeaning.Name);
        var (code, rest) = Code(row);
        if (SumWords().Match(VietnameseText.Fold(name.Length > 0 ? name : Text(row, CriteriaMeaning.Code))) is { Success: true } sum)
        {
            if (MaxScore(row, texts[0].Place) is { } points)
            {
                _sums.Add(new(points, sum.Groups["part"].Success, Cell(row, CriteriaMeaning.MaxScore)!.Place));
            }
        }
        else if (code is null)
        {
            ReadWithoutCode(row, texts[0], index);
        }
        else if (name.Length == 0 && (CellText.IsFootnote(code) || CellText.IsSignature(code)))
        {
            // Merged over the whole width, a note stands in the first column.
            Warn(AnnexWords.NotePassedOver(code), texts[0].Place);
        }
        else if (CodeOf(code) is not { } read)
        {
            Block(AnnexWords.CodeUnreadable(code), Cell(row, CriteriaMeaning.Code)?.Place ?? texts[0].Place);
        }
        else
        {
            ReadNode(row, read, rest);
        }
    }

    /// <summary>The code as printed, and the lines of the name without it.</summary>
    private (string? Code, string Lines) Code(IReadOnlyList<SourceCell> row)
    {
        var name = Cell(row, CriteriaMeaning.Name);
        var cell = Cell(row, CriteriaMeaning.Code);
        var lines = name?.Lines ?? "";
        if (cell is { Text.Length: > 0 } && cell.Text.Any(char.IsLetterOrDigit))
        {
            // Merged over code and name, the heading of a field stands in the first column.
            return cell.IsRepeated ? (null, lines)
                : lines.Length == 0 && LeadingCode.In(cell.Lines) is { } heading ? heading
                : (cell.Text, lines);
        }

        var found = name is { IsRepeated: false } ? LeadingCode.In(lines) : null;
        return found ?? (null, lines);
    }

    private string? CodeOf(string printed)
    {
        if (printed.Trim().TrimEnd('.', ')') is [>= 'a' and <= 'z'] letter && _rows.Count > 0)
        {
            return Numbered(_rows[^1].Code) + "." + letter;
        }

        if (CriterionCode.Read(printed) is not { } code)
        {
            return null;
        }

        if (_isRelative && CriterionCode.IsRoman(printed))
        {
            (_field, _title) = (code, null);
            return code;
        }

        if (_field.Length == 0 && _title is not null && _rows.Exists(row => row.Code == code))
        {
            // Under a title without a code the numbers begin anew.
            _field = _title;
        }

        return _field.Length > 0 && char.IsAsciiDigit(code[0]) ? $"{_field}.{code}" : code;
    }

    /// <summary>The node that letters a), b), c) divide.</summary>
    private static string Numbered(string code) => code[^1] is >= 'a' and <= 'z' && code[^2] == '.' ? code[..^2] : code;

    private void ReadNode(IReadOnlyList<SourceCell> row, string code, string lines)
    {
        var place = Cell(row, CriteriaMeaning.Code)?.Place ?? row[0].Place;
        var max = MaxScore(row, place);
        var parts = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var levelsFrom = Array.FindIndex(parts, part => max is { } most && part != parts[0] && RuleWording.IsLevel(part, most));
        var name = string.Join(' ', levelsFrom < 0 ? parts : parts[..levelsFrom]);
        if (name.Length == 0)
        {
            Block(AnnexWords.NameMissing(code), place);
            name = code;
        }

        CheckLength(name, CriterionContent.MostName, CriteriaMeaning.Name, place);
        var read = new CriteriaRow(code, name, place) { MaxScore = max, ParentCode = ParentOf(row, code) };
        _rows.Add(read);
        read.Scoring.AddRange((levelsFrom < 0 ? [] : parts[levelsFrom..]).Select(part => new WordedLine(part, Points: null)));
        ReadDetails(row, read);
    }

    /// <summary>What the annex says stands above, or a title without a code; <c>null</c> where the code says it.</summary>
    private string? ParentOf(IReadOnlyList<SourceCell> row, string code) =>
        CriterionCode.Read(Text(row, CriteriaMeaning.Parent)) is { } said && said != CriterionCode.ParentOf(code) ? said
        : CriterionCode.ParentOf(code) is null && code != _title ? _title
        : null;

    private decimal? MaxScore(IReadOnlyList<SourceCell> row, CellPlace place)
    {
        var cell = Cell(row, CriteriaMeaning.MaxScore);
        var text = cell is null or { IsRepeated: true } || CellText.IsAbsent(cell.Text) ? "" : cell.Text;
        text = PointWords().Replace(text, "");
        var read = ScoreText.Read(text, Max);
        if (read.Problem is { } problem)
        {
            Block(AnnexWords.Maximum(text, NumberMessages.ForScore(problem, Max)), cell?.Place ?? place);
        }
        else if (read.Value is 0)
        {
            Block(AnnexWords.MaximumNotPositive(), cell?.Place ?? place);
        }

        return read.Value is > 0 ? read.Value : null;
    }

    private void ReadDetails(IReadOnlyList<SourceCell> row, CriteriaRow read)
    {
        if (Cell(row, CriteriaMeaning.Rule) is { IsRepeated: false } rule && !CellText.IsAbsent(rule.Text))
        {
            AddScoring(read, rule.Lines);
        }

        read.ScoringText = Cell(row, CriteriaMeaning.ScoringText)?.Lines ?? "";
        CheckLength(read.ScoringText, CriterionContent.MostScoringText, CriteriaMeaning.ScoringText, read.Place);
        read.Evidence = Own(row, CriteriaMeaning.Evidence, CriterionContent.MostEvidence);
        read.Body = Own(row, CriteriaMeaning.Body, CriterionContent.MostBody);
        read.NameEn = Own(row, CriteriaMeaning.NameEn, CriterionContent.MostName);
        var component = Text(row, CriteriaMeaning.Component);
        read.Component = ComponentWords.Read(component);
        if (read.Component is null && !CellText.IsAbsent(component))
        {
            Block(AnnexWords.ComponentUnknown(component), Cell(row, CriteriaMeaning.Component)!.Place);
        }

        ReadRemark(row, read);
        read.FigureNoun = Own(row, CriteriaMeaning.FigureNoun, CriterionContent.MostNoun);
        read.Decimals = Places(row, CriteriaMeaning.Decimals, usual: 2);
        read.FigureDecimals = Places(row, CriteriaMeaning.FigureDecimals, usual: 0);
    }

    private int Places(IReadOnlyList<SourceCell> row, CriteriaMeaning meaning, int usual)
    {
        var text = Text(row, meaning);
        if (CellText.IsAbsent(text))
        {
            return usual;
        }

        if (CountText.Read(text).Value is { } places and <= 4)
        {
            return (int)places;
        }

        Block(AnnexWords.DecimalsUnfit(), Cell(row, meaning)!.Place);
        return usual;
    }

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

    private string Own(IReadOnlyList<SourceCell> row, CriteriaMeaning meaning, int most)
    {
        var text = Text(row, meaning);
        CheckLength(text, most, meaning, Cell(row, meaning)?.Place);
        return CellText.IsAbsent(text) ? "" : text;
    }

    private void CheckLength(string text, int most, CriteriaMeaning field, CellPlace? place)
    {
        if (text.Length > most)
        {
            Block(AnnexWords.TooLong(field, text.Length, most), place);
        }
    }

    /// <summary>“Tổng cộng”, “Tổng điểm (I + II)”, “Cộng lĩnh vực 1”, folded.</summary>
    [GeneratedRegex(@"^(?:tong cong|tong so|tong|cong)(?: so)?(?: diem)?(?: toi da)?(?<part> (?:linh vuc|phan|muc))?(?: [ivx\d]+)*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SumWords();

    /// <summary>“Điểm: 1”, “Điểm tối đa 1”, “1 điểm”, “1đ” are 1.</summary>
    [GeneratedRegex(@"^(?:số\s+)?điểm(?:\s+tối\s+đa)?\s*:?\s*(?=\d)|(?<=\d)\s*(?:điểm|đ)\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PointWords();

    [GeneratedRegex(@"^(?:diem )?(?:dieu tra|khao sat|dtxhh|xhh)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SurveyRemark();

    private SourceCell? Cell(IReadOnlyList<SourceCell> row, CriteriaMeaning meaning)
    {
        for (var i = 0; i < row.Count && i < _meanings.Count; i++)
        {
            if (_meanings[i] == meaning)
            {
                return row[i];
            }
        }

        return null;
    }

    private string Text(IReadOnlyList<SourceCell> row, CriteriaMeaning meaning) => Cell(row, meaning)?.Text ?? "";

    private void Block(Finding finding, CellPlace? place) => _problems.Add(new(finding, place, Blocks: true));

    private void Warn(Finding finding, CellPlace? place) => _problems.Add(new(finding, place, Blocks: false));
}
