using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>Understands the table of an annex as a tree of criteria, and says of every row and cell what it made of it.</summary>
public sealed class CriteriaTableReader
{
    private readonly SourceTable _table;
    private readonly CriteriaHeader _header;
    private readonly IReadOnlyList<CriteriaMeaning?> _meanings;
    private readonly AnnexBody _body;
    private readonly CodeReading _codes;
    private readonly NodeDetails _details;
    private readonly ProblemList _problems = new();
    private readonly List<CriteriaRow> _rows = [];
    private readonly List<StatedSum> _sums = [];

    private CriteriaTableReader(SourceTable table, CriteriaHeader header, IReadOnlyList<CriteriaMeaning?> meanings, IReadOnlyList<RowCorrection> corrections)
    {
        (_table, _header, _meanings) = (table, header, meanings);
        _body = AnnexBody.Of(table, header, meanings, corrections, _problems);
        _codes = new([.. _body.Rows.Select(row => PrintedCode.In(row).Code).OfType<string>()]);
        _details = new(_problems);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="meanings">What a person said the columns are, by their place from the left; <c>null</c> for the program's own reading.</param>
    /// <param name="corrections">What a person corrected at rows of the table; <c>null</c> for nothing.</param>
    /// <exception cref="UnreadableTableException">The table has a single column. Where no heading is known, the draft says which are missing.</exception>
    public static CriteriaDraft Read(SourceTable table, IReadOnlyList<CriteriaMeaning?>? meanings = null, IReadOnlyList<RowCorrection>? corrections = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var header = CriteriaHeader.Find(table) ?? CriteriaHeader.Guess(table)
            ?? throw UnreadableTableException.Of(AnnexWords.NoHeader());
        return new CriteriaTableReader(table, header, meanings ?? header.Meanings, corrections ?? []).Read();
    }

    /// <summary>The name of a meaning, for a person to choose from.</summary>
    public static string NameOf(CriteriaMeaning meaning) => CriteriaHeader.Name(meaning);

    private CriteriaDraft Read()
    {
        CheckColumns();
        var isReadable = !_problems.Block;
        foreach (var row in isReadable ? _body.Rows : [])
        {
            ReadRow(row);
        }

        if (isReadable)
        {
            NameUnusedColumns();
            SpecialUnits.Remark(_rows, _sums, _problems);
        }

        var nodes = new CriteriaTree(_rows, _problems).Nodes(_sums);
        return new(Columns(), nodes, _problems.Sorted, _table.Remarks) { Rows = new AnnexAccount(_table, _header, _body, _rows, nodes).Rows(isReadable) };
    }

    private List<DraftColumn> Columns() =>
        [.. _header.Texts.Select((text, i) => new DraftColumn(i, text, Meaning(i), _body.Rows.Select(row => i < row.Cells.Count ? row.Cells[i].Text : "").FirstOrDefault(example => example.Length > 0) ?? ""))];

    private CriteriaMeaning? Meaning(int column) => column < _meanings.Count ? _meanings[column] : null;

    private void CheckColumns()
    {
        foreach (var needed in new[] { CriteriaMeaning.Name, CriteriaMeaning.MaxScore }.Where(needed => !_meanings.Contains(needed)))
        {
            _problems.Stop(AnnexWords.ColumnMissing(needed));
        }

        foreach (var twice in _meanings.OfType<CriteriaMeaning>().GroupBy(meaning => meaning).Where(same => same.Count() > 1))
        {
            _problems.Stop(AnnexWords.ColumnTwice(twice.Key, twice.Count()));
        }
    }

    private void ReadRow(AnnexRow row)
    {
        var texts = row.Cells.Where(cell => cell.Text.Length > 0).ToList();
        if (row.Correction?.Meaning == RowMeaning.Drop)
        {
            (row.Role, var dropped) = (RowRole.Unused, AnnexWords.DroppedByHand());
            row.LeaveOut(dropped);
        }
        else if (_header.IsRepeatedIn(row.Cells))
        {
            row.Role = RowRole.Heading;
            row.UseAll(CellRole.Heading);
        }
        else if (texts.Count > 1 && texts.TrueForAll(cell => CellText.IsColumnNumber(cell.Text)) && row.Correction is not { IsOfNode: true })
        {
            row.Role = RowRole.ColumnNumbers;
            row.UseAll(CellRole.ColumnNumber);
        }
        else if (texts.Count > 0)
        {
            ReadText(row);
            LeaveTheRest(row);
        }
    }

    private void ReadText(AnnexRow row)
    {
        var printed = PrintedCode.In(row);
        var name = row.Text(CriteriaMeaning.Name);
        if (row.Correction is { IsOfNode: true } given)
        {
            ReadGiven(row, given, printed);
        }
        else if (row.Correction?.Meaning == RowMeaning.Scoring)
        {
            ReadBelow(row, PrintedCode.Without(row));
        }
        else if (SumWording.Is(name.Length > 0 ? name : row.Text(CriteriaMeaning.Code), out var isOfPart))
        {
            ReadSum(row, isOfPart);
        }
        else if (printed.Code is not { } code)
        {
            ReadWithoutCode(row, printed);
        }
        else if (name.Length == 0 && (CellText.IsFootnote(code) || CellText.IsSignature(code)))
        {
            // Merged over the whole width, a note stands in the first column.
            Leave(row, AnnexWords.NotePassedOver(code));
        }
        else
        {
            ReadCoded(row, code, printed);
        }
    }

    private void ReadCoded(AnnexRow row, string code, PrintedCode printed)
    {
        var read = _codes.Next(code);
        if (read.Code is null)
        {
            Refuse(row, read.Said ?? AnnexWords.CodeUnreadable(code));
            return;
        }

        ReadNode(row, read, printed);
    }

    private void ReadSum(AnnexRow row, bool isOfPart)
    {
        row.Role = RowRole.Sum;
        foreach (var meaning in new[] { CriteriaMeaning.Code, CriteriaMeaning.Name, CriteriaMeaning.MaxScore, CriteriaMeaning.SpecialMaxScore }.Where(meaning => row.Own(meaning) is not null))
        {
            row.Use(meaning, CellRole.Sum);
        }

        if (_details.MaxScore(row) is { } points)
        {
            _sums.Add(new(points, isOfPart, _codes.Last, row.Cell(CriteriaMeaning.MaxScore)!.Place, row));
        }
    }

    /// <summary>A row that a person says is a node.</summary>
    private void ReadGiven(AnnexRow row, RowCorrection given, PrintedCode printed)
    {
        if (given.Code is null && printed.Code is { } code)
        {
            ReadCoded(row, code, printed);
        }
        else if (CriterionCode.Read(given.Code) is { } typed)
        {
            if (printed.Code is not null)
            {
                row.Use(printed.Stands, CellRole.Unused, AnnexWords.ReplacedByHand(CriteriaMeaning.Code));
            }

            ReadNode(row, _codes.Given(typed), printed);
        }
        else
        {
            Refuse(row, given.Code is null ? AnnexWords.CodeNeeded() : AnnexWords.CodeUnreadable(given.Code));
        }
    }

    private void ReadNode(AnnexRow row, ReadCode code, PrintedCode printed)
    {
        (row.Role, row.Code) = (RowRole.Leaf, code.Code);
        if (code.Said is { } repaired)
        {
            _problems.Warn(repaired, row);
        }

        if (printed.Code is not null && row.Correction?.Code is null)
        {
            row.Use(printed.Stands, CellRole.Code);
        }

        var max = _details.MaxScoreOfNode(row);
        var parts = printed.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var levelsFrom = Array.FindIndex(parts, part => max is { } most && part != parts[0] && RuleWording.IsLevel(part, most));
        var name = _details.Name(row, string.Join(' ', levelsFrom < 0 ? parts : parts[..levelsFrom]), printed);
        var read = new CriteriaRow(code.Code!, name, row) { MaxScore = max, ParentCode = ParentOf(row, code) };
        _rows.Add(read);
        if (levelsFrom >= 0)
        {
            row.Use(printed.NameStands, CellRole.Scoring);
            AddScoring(read, row, string.Join('\n', parts[levelsFrom..]));
        }

        _details.Read(row, read);
    }

    /// <summary>What the annex says stands above, or a title without a code; <c>null</c> where the code says it.</summary>
    private static string? ParentOf(AnnexRow row, ReadCode code)
    {
        if (row.Own(CriteriaMeaning.Parent) is not { } cell || CriterionCode.Read(cell.Text) is not { } said)
        {
            return code.Above;
        }

        row.Use(CriteriaMeaning.Parent, CellRole.Parent);
        return said != CriterionCode.ParentOf(code.Code!) ? said : code.Above;
    }

    /// <summary>A row below a node: one of its statements with points, more of its scoring, or the title of the next field.</summary>
    private void ReadWithoutCode(AnnexRow row, PrintedCode printed)
    {
        var text = row.Own(CriteriaMeaning.Name) is null ? "" : printed.Lines;
        var next = _body.After(row) is { } following ? PrintedCode.In(following).Code : null;
        if (FieldTitle.Is(text, PrintedPoints.Signed(OwnPoints(row)), _rows.Count > 0 ? _rows[^1].MaxScore : null, next))
        {
            ReadTitle(row, text, next);
        }
        else if (_rows.Count == 0)
        {
            Leave(row, AnnexWords.BeforeTheFirst(row.Cells.First(cell => cell.Text.Length > 0).Text));
        }
        else if (CellText.IsSignature(text) || CellText.IsFootnote(text))
        {
            Leave(row, AnnexWords.NotePassedOver(text));
        }
        else
        {
            ReadBelow(row, printed);
        }
    }

    /// <summary>A field whose title has no code: the codes below tell it, or it gets a letter.</summary>
    private void ReadTitle(AnnexRow row, string text, string? next)
    {
        var isBetween = _codes.Title(next) is var code && _rows.Exists(known => known.Code == code.Code);
        var title = text.Replace('\n', ' ');
        if (isBetween)
        {
            Leave(row, AnnexWords.BetweenCriteria(title, code.Code!));
            return;
        }

        (row.Role, row.Code) = (RowRole.Field, code.Code);
        var read = new CriteriaRow(code.Code!, _details.Name(row, title, PrintedCode.Without(row)), row) { MaxScore = _details.MaxScoreOfNode(row), ParentCode = code.Above };
        _rows.Add(read);
        _details.Read(row, read);
        _problems.Warn(AnnexWords.TitleIsField(title, code.Code!), row.Cell(CriteriaMeaning.Name)!.Place, row);
    }

    private void ReadBelow(AnnexRow row, PrintedCode printed)
    {
        if (_rows.Count == 0)
        {
            Leave(row, AnnexWords.BeforeTheFirst(row.Cells.First(cell => cell.Text.Length > 0).Text));
            return;
        }

        var last = _rows[^1];
        (row.Role, row.Code) = (RowRole.Scoring, last.Code);
        var text = row.Own(CriteriaMeaning.Name) is null && row.Correction?.Meaning != RowMeaning.Scoring ? "" : printed.Lines;
        if (text.Length > 0)
        {
            row.Use(CriteriaMeaning.Name, CellRole.Scoring);
            row.Use(CriteriaMeaning.Code, CellRole.Scoring);
            var beside = OwnPoints(row);
            row.Use(CriteriaMeaning.MaxScore, CellRole.LinePoints);
            var points = PrintedPoints.Signed(beside);
            AddScoring(last, row, points is null && beside.Length > 0 ? $"{text}: {beside}" : text, points);
        }

        // Beside a statement of its own, the column says how that one is shown or proved.
        if (row.Own(CriteriaMeaning.Rule) is { } rule)
        {
            row.Use(CriteriaMeaning.Rule, text.Length == 0 ? CellRole.Scoring : CellRole.Remark);
            if (text.Length == 0)
            {
                AddScoring(last, row, rule.Lines);
            }
            else
            {
                _details.AddRemark(last, row, rule);
            }
        }

        foreach (var meaning in new[] { CriteriaMeaning.ScoringText, CriteriaMeaning.Remark, CriteriaMeaning.Evidence, CriteriaMeaning.Body }.Where(meaning => row.Own(meaning) is not null))
        {
            row.Use(meaning, CellRole.Remark);
            _details.AddRemark(last, row, row.Own(meaning)!);
        }

        if (text.Length == 0 && OwnPoints(row) is { Length: > 0 } alone)
        {
            var why = AnnexWords.PointsAlone(alone);
            row.Use(CriteriaMeaning.MaxScore, CellRole.Unused, why);
            _problems.Warn(why, row.Cell(CriteriaMeaning.MaxScore)!.Place, row);
        }
    }

    private static string OwnPoints(AnnexRow row) => row.Own(CriteriaMeaning.MaxScore)?.Text ?? "";

    private void AddScoring(CriteriaRow of, AnnexRow row, string lines, decimal? points = null)
    {
        var parts = lines.Split('\n');
        // Points beside several lines belong to all of them as one statement.
        List<WordedLine> worded = points is null ? [.. parts.Select(part => new WordedLine(part, Points: null))] : [new(string.Join(' ', parts), points)];
        row.Lines.AddRange(worded);
        of.Scoring.AddRange(worded);
        _problems.CheckLength(of.Worded, CriterionContent.MostScoringText, CriteriaMeaning.Rule, of.Place, row);
    }

    private void Leave(AnnexRow row, Finding why)
    {
        row.Role = RowRole.Unused;
        row.LeaveOut(why);
        _problems.Warn(why, row);
    }

    private void Refuse(AnnexRow row, Finding why)
    {
        row.Role = RowRole.Refused;
        row.LeaveOut(why);
        _problems.Stop(why, row.Cell(CriteriaMeaning.Code) is { Text.Length: > 0 } code ? code.Place : row.Place, row);
    }

    /// <summary>What else stands in a row that was read is named, too.</summary>
    private void LeaveTheRest(AnnexRow row) => row.LeaveOut(column =>
    {
        if (Meaning(column) is not { } meaning)
        {
            return AnnexWords.ColumnNotRead(column + 1);
        }

        var why = AnnexWords.CellNotUsed(meaning, row.Cells[column].Text);
        if (row.Role != RowRole.Sum)
        {
            _problems.Warn(why, row.Cells[column].Place, row);
        }

        return why;
    });

    /// <summary>Columns that nothing was read from, though something stands in them.</summary>
    private void NameUnusedColumns()
    {
        for (var i = 0; i < _header.Texts.Count; i++)
        {
            var column = i;
            if (Meaning(i) is null && _body.Rows.Where(row => column < row.Cells.Count && !_header.IsRepeatedIn(row.Cells) && !CellText.IsAbsent(row.Cells[column].Text) && !CellText.IsColumnNumber(row.Cells[column].Text)).ToList() is { Count: > 0 } filled)
            {
                _problems.Warn(AnnexWords.ColumnUnused(i + 1, _header.Texts[i], filled.Count, filled[0].Cells[column].Text), filled[0].Cells[column].Place, filled[0]);
            }
        }
    }
}
