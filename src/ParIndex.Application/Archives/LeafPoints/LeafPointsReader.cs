using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Archives.LeafPoints;

/// <summary>
/// Understands a workbook whose rows are leaves and whose columns are units, or the other way round. Finds the column of
/// codes by the codes themselves and the row of units above it by their names. Pure; all or nothing. Numbers are read by
/// <see cref="ScoreText"/> like all others; what is typed into cells (<c>TypedAnswer</c>) is more and less: a statement in
/// words, and no more places than the leaf allows, while points of a past year are figures that a rule gave.
/// </summary>
internal sealed class LeafPointsReader
{
    /// <summary>Points computed by a rule keep four places, however many may be typed.</summary>
    private static readonly NumberFormat Points = new(Decimals: 4);

    private static readonly string[] NotApplicable = ["kad", "khong ap dung"];

    private static readonly string[] MaximumHeaders = ["diem toi da", "toi da", "diem chuan", "thang diem", "diem toi da theo quy dinh"];

    private static readonly string[] OtherHeaders = ["stt", "tt", "so tt", "ma", "ma so", "ma tieu chi", "code", "tieu chi", "ten tieu chi", "noi dung", "ten", "don vi", "ten don vi", "ghi chu"];

    private static readonly string[] SumWords = ["tong", "cong", "thang", "chi", "trung", "diem", "xep"];

    private readonly List<ReadingProblem> _problems = [];
    private readonly List<Finding> _remarks = [];
    private readonly HashSet<SourceCell> _used = new(ReferenceEqualityComparer.Instance);
    private readonly CriteriaSet _set;
    private readonly Dictionary<string, Criterion> _leaves;
    private readonly IReadOnlyList<Unit> _units;

    private LeafPointsReader(CriteriaSet set, IReadOnlyList<Unit> units) =>
        (_set, _leaves, _units) = (set, set.Leaves.ToDictionary(leaf => leaf.Code), units);

    /// <summary>Reads every cell or refuses, with the place of every problem.</summary>
    /// <exception cref="UnreadableTableException">Not an XLSX workbook, or some row, column or cell is not understood.</exception>
    public static LeafPointsTable Read(byte[] content, string fileName, CriteriaSet set, IReadOnlyList<Unit> units)
    {
        if (FileSignature.Foreign(content) is null && !FileSignature.IsZip(content))
        {
            throw UnreadableTableException.Of(LeafPointsWords.NoWorkbook());
        }

        var reader = new LeafPointsReader(set, units);
        var table = SourceTableReader.Read(content, fileName, new WantedTable(rows => reader.CodesIn(rows), reader.IsPoints));
        reader._remarks.AddRange(table.Notes);
        var rows = table.Rows;
        var upright = reader.CodesIn(rows) >= reader.CodesIn(Turned(rows));
        return reader.Read(upright ? rows : Turned(rows));
    }

    /// <summary>Whether a sheet has codes of the set and names of units; a list of criteria alone is no table of points.</summary>
    private bool IsPoints(SourceTable sheet)
    {
        var names = _units.Where(unit => unit.ExistedIn(_set.Year)).SelectMany(unit => unit.Names.Select(name => name.Name).Concat(unit.Aliases.Select(alias => alias.Text)).Append(unit.Code)).Select(UnitNaming.Key).ToHashSet(StringComparer.Ordinal);
        return CodesIn(sheet.Rows) + CodesIn(Turned(sheet.Rows)) > 0 && sheet.Rows.Any(row => row.Any(cell => cell.Text.Any(char.IsLetter) && names.Contains(UnitNaming.Key(cell.Text))));
    }

    private LeafPointsTable Read(IReadOnlyList<IReadOnlyList<SourceCell>> rows)
    {
        var (codes, first) = CodeColumn(rows);
        var header = rows.Take(first).MaxBy(row => row.Count(cell => UnitsCalled(cell.Text).Count > 0));
        if (header is null || !header.Any(cell => UnitsCalled(cell.Text).Count > 0))
        {
            throw UnreadableTableException.Of(LeafPointsWords.NoUnitNames(_set.Year), rows[first][codes].Place);
        }

        if (CellReview.OfOtherYear(rows.TakeWhile(row => row != header).SelectMany(row => row), _set.Year) is { } other)
        {
            _remarks.Add(ReadingWords.OtherYear(_set.Year, other.Title, other.Years, isOfSet: true));
        }

        _used.UnionWith(rows.Where(row => row != header).Select(row => At(row, codes)));
        var maximum = header.Index().Where(column => MaximumHeaders.Contains(VietnameseText.Fold(column.Item.Text))).Select(column => (int?)column.Index).FirstOrDefault();
        var columns = UnitColumns(header, codes, maximum);
        var states = columns.ConvertAll(_ => new Dictionary<string, LeafState>(StringComparer.Ordinal));
        var met = new Dictionary<string, CellPlace>(StringComparer.Ordinal);
        foreach (var row in rows.SkipWhile(row => row != header).Skip(1))
        {
            if (LeafOf(row, codes, columns, met) is not { } leaf)
            {
                continue;
            }

            CheckMaximum(row, maximum, leaf);
            for (var i = 0; i < columns.Count; i++)
            {
                states[i][leaf.Code] = StateOf(At(row, columns[i].Column), leaf, columns[i].Unit);
            }
        }

        _remarks.AddRange(CellReview.Unused(rows, rows.Index().First(row => row.Item == header).Index, _used.Contains));
        foreach (var leaf in _set.Leaves.Where(leaf => !met.ContainsKey(leaf.Code)))
        {
            _problems.Add(new(LeafPointsWords.LeafMissing(leaf.Code, leaf.Name), Place: null));
        }

        return _problems.Count == 0
            ? new([.. columns.Zip(states, (column, points) => new UnitPoints(column.Unit, column.Place, points))], _remarks)
            : throw new UnreadableTableException(_problems);
    }

    private List<(int Column, Unit Unit, CellPlace Place)> UnitColumns(IReadOnlyList<SourceCell> header, int codes, int? maximum)
    {
        var columns = new List<(int Column, Unit Unit, CellPlace Place)>();
        foreach (var (index, cell) in header.Index())
        {
            if (index == codes || index == maximum)
            {
                _used.Add(cell);
                continue;
            }

            if (cell.Text.Length == 0 || OtherHeaders.Contains(VietnameseText.Fold(cell.Text)))
            {
                continue;
            }

            _used.Add(cell);
            if (cell.Doubt is not null)
            {
                _problems.AddRange(CellReview.Doubts([cell]));
                continue;
            }

            var called = UnitsCalled(cell.Text);
            if (called.Count != 1)
            {
                _problems.Add(new(called.Count == 0 ? Unknown(cell.Text) : LeafPointsWords.UnitAmbiguous(cell.Text, [.. called.Select(unit => unit.Code)]), cell.Place));
            }
            else if (columns.Exists(other => other.Unit == called[0]))
            {
                _problems.Add(new(LeafPointsWords.UnitTwice(cell.Text, columns.Find(other => other.Unit == called[0]).Place), cell.Place));
            }
            else
            {
                columns.Add((index, called[0], cell.Place));
            }
        }

        return columns;
    }

    /// <summary>The leaf of a row, or <c>null</c> for a heading, a subtotal, a total, or a row that is refused.</summary>
    private Criterion? LeafOf(IReadOnlyList<SourceCell> row, int codes, List<(int Column, Unit Unit, CellPlace Place)> columns, Dictionary<string, CellPlace> met)
    {
        var code = At(row, codes);
        if (!_leaves.TryGetValue(CodeOf(code), out var leaf))
        {
            var isParent = _set.Criteria.Any(criterion => criterion.Code == CodeOf(code));
            var label = row.FirstOrDefault(cell => cell.Text.Any(char.IsLetter));
            if (!isParent && columns.Exists(column => At(row, column.Column).Text.Length > 0))
            {
                if (label is null || !SumWords.Contains(VietnameseText.Fold(label.Text).Split(' ')[0]))
                {
                    _problems.Add(new(code.Text.Length > 0 ? LeafPointsWords.LeafUnknown(code.Text, _set.Title) : LeafPointsWords.CodeMissing(), code.Place));
                    return null;
                }

                _used.UnionWith(row);
                _remarks.Add(LeafPointsWords.SumPassedOver(label));
            }

            return null;
        }

        if (!met.TryAdd(leaf.Code, code.Place))
        {
            _problems.Add(new(LeafPointsWords.LeafTwice(leaf.Code, met[leaf.Code]), code.Place));
            return null;
        }

        return leaf;
    }

    private void CheckMaximum(IReadOnlyList<SourceCell> row, int? column, Criterion leaf)
    {
        if (column is not { } known || At(row, known) is not { Text.Length: > 0 } cell)
        {
            return;
        }

        _used.Add(cell);
        if (cell.Doubt is not null)
        {
            _problems.AddRange(CellReview.Doubts([cell]));
            return;
        }

        var read = ScoreText.Read(cell.Text, Points);
        if (read.Value is not { } value)
        {
            _problems.Add(new(LeafPointsWords.Maximum(leaf.Code, cell.Text, NumberMessages.ForScore(read.Problem ?? NumberProblem.NotANumber, Points)), cell.Place));
        }
        else if (value != leaf.MaxScore)
        {
            _problems.Add(new(LeafPointsWords.MaximumDiffers(leaf.Code, value, leaf.MaxScore), cell.Place));
        }
    }

    private LeafState StateOf(SourceCell cell, Criterion leaf, Unit unit)
    {
        if (cell.Text.Length == 0)
        {
            return new LeafState.NotYetScored();
        }

        _used.Add(cell);
        if (cell.Doubt is not null || cell.IsRepeated || cell.ColumnSpan > 1)
        {
            _problems.AddRange(cell.Doubt is not null ? CellReview.Doubts([cell]) : [new ReadingProblem(LeafPointsWords.Merged(cell.Text), cell.Place)]);
            return new LeafState.NotYetScored();
        }

        if (NotApplicable.Contains(VietnameseText.Fold(cell.Text)))
        {
            return new LeafState.NotApplicable(UnitPoints.NotApplicableReason);
        }

        var read = ScoreText.Read(cell.Text, Points);
        var name = unit.NameIn(_set.Year).Name;
        if (read.Value is not { } points)
        {
            _problems.Add(new(LeafPointsWords.Score(leaf.Code, name, cell.Text, NumberMessages.ForScore(read.Problem ?? NumberProblem.NotANumber, Points)), cell.Place));
        }
        else if (points > leaf.MaxScore)
        {
            _problems.Add(new(LeafPointsWords.AboveMaximum(leaf.Code, name, points, leaf.MaxScore), cell.Place));
        }
        else
        {
            return new LeafState.Scored(points);
        }

        return new LeafState.NotYetScored();
    }

    private Finding Unknown(string name) =>
        LeafPointsWords.UnitUnknown(name, _set.Year, UnitNaming.Nearest(name, _units.Where(unit => unit.ExistedIn(_set.Year)).Select(unit => unit.NameIn(_set.Year).Name)));

    private (int Column, int FirstRow) CodeColumn(IReadOnlyList<IReadOnlyList<SourceCell>> rows)
    {
        var coded = rows.Index().SelectMany(row => row.Item.Index().Where(cell => _leaves.ContainsKey(CodeOf(cell.Item))).Select(cell => (Row: row.Index, Column: cell.Index)))
            .GroupBy(cell => cell.Column).MaxBy(column => column.Count())
            ?? throw UnreadableTableException.Of(LeafPointsWords.NoCodes(_set.Title, _set.Leaves[0].Code));
        return (coded.Key, FirstOf(rows, coded.Key));
    }

    /// <summary>The first row whose code is of the set, be it a leaf or what stands over leaves.</summary>
    private int FirstOf(IReadOnlyList<IReadOnlyList<SourceCell>> rows, int column) =>
        rows.Index().First(row => _set.Criteria.Any(criterion => criterion.Code == CodeOf(At(row.Item, column)))).Index;

    /// <summary>How many different leaves the best column names: tells which way round the table stands.</summary>
    private int CodesIn(IReadOnlyList<IReadOnlyList<SourceCell>> rows) => rows
        .SelectMany(row => row.Index()).GroupBy(cell => cell.Index)
        .Select(column => column.Select(cell => CodeOf(cell.Item)).Distinct().Count(_leaves.ContainsKey)).DefaultIfEmpty(0).Max();

    private List<Unit> UnitsCalled(string text) => text.Length == 0 ? [] : [.. Unit.Called(_units, _set.Year, text).Union(_units.Where(unit => unit.Code == text && unit.ExistedIn(_set.Year)))];

    /// <summary>A code as the set writes it: “1.1.” and “1,1” of a careless hand are 1.1.</summary>
    private static string CodeOf(SourceCell cell) => cell.Text.TrimEnd('.').Replace(',', '.');

    private static SourceCell At(IReadOnlyList<SourceCell> row, int column) =>
        column < row.Count ? row[column] : new SourceCell("", (row.Count > 0 ? row[^1].Place : new CellPlace(1, 1)) with { Column = column + 1 });

    private static List<IReadOnlyList<SourceCell>> Turned(IReadOnlyList<IReadOnlyList<SourceCell>> rows) =>
        [.. Enumerable.Range(0, rows.Max(row => row.Count)).Select(column => (IReadOnlyList<SourceCell>)[.. rows.Select(row => At(row, column))])];
}
