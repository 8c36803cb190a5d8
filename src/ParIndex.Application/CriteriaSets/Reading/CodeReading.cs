using ParIndex.Domain;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>A code made out.</summary>
/// <param name="Code">The code, whole; <c>null</c> for what is none.</param>
/// <param name="Above">The node above, where the code does not say it.</param>
/// <param name="Said">What was done to make it out, or why it cannot be; otherwise <c>null</c>.</param>
internal sealed record ReadCode(string? Code, string? Above = null, Finding? Said = null);

/// <summary>
/// Makes out the codes of an annex one after the other: numbers that begin anew under each field or part, letters that
/// divide a criterion, parts A, B, C above the fields, and what a workbook made of codes it took for numbers and dates.
/// </summary>
/// <param name="printed">All codes of the table as printed.</param>
internal sealed class CodeReading(IReadOnlyList<string> printed)
{
    private const string PartLetters = "ABCDEFGH";

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly bool _isRelative = printed.Any(CriterionCode.IsRoman) && Numbers(printed).Count > 0;
    private readonly bool _restarts = Numbers(printed) is var numbers && numbers.Distinct(StringComparer.Ordinal).Count() < numbers.Count;
    private string _field = "";
    private string? _title;
    private string? _part;
    private string? _last;
    private string? _lastPrinted;
    private int _lettered;

    /// <summary>Whether the numbers of criteria begin anew under fields with Roman numerals: a single number is then no field.</summary>
    public bool IsRelative => _isRelative;

    /// <summary>The code of the node read last, or <c>null</c>.</summary>
    public string? Last => _last;

    public bool IsKnown(string code) => _known.Contains(code);

    /// <summary>Reads the code of the next node.</summary>
    public ReadCode Next(string text)
    {
        var (standing, said) = ExcelCode.Standing(text, _lastPrinted, _known.Contains);
        if (standing is null)
        {
            return new(Code: null, Said: said);
        }

        if (standing.Trim().TrimEnd('.', ')') is [>= 'a' and <= 'z'] letter && _last is not null)
        {
            return Take(Numbered(_last) + "." + letter, standing, said, above: null);
        }

        if (CriterionCode.Read(standing) is not { } code)
        {
            return new(Code: null);
        }

        if (code.Length == 1 && PartLetters.Contains(code[0], StringComparison.Ordinal))
        {
            (_part, _title, _field) = (code, null, _isRelative || _restarts ? code : "");
            return Take(code, standing, said, above: null);
        }

        if (_isRelative && CriterionCode.IsRoman(standing))
        {
            _title = null;
            _field = _part is not null && _known.Contains(code) ? $"{_part}.{code}" : code;
            return Take(_field, standing, said, Above(_field, _part));
        }

        if (_field.Length == 0 && (_title ?? _part) is { } above && _known.Contains(code))
        {
            // Under a title without a code, or a part, the numbers begin anew.
            _field = above;
        }

        var whole = _field.Length > 0 && char.IsAsciiDigit(code[0]) ? $"{_field}.{code}" : code;
        return Take(whole, standing, said, Above(whole, _title ?? _part));
    }

    /// <summary>Takes a code that a person gave, as it is.</summary>
    public ReadCode Given(string code)
    {
        if (CriterionCode.ParentOf(code) is null)
        {
            var isPart = code.Length == 1 && PartLetters.Contains(code[0], StringComparison.Ordinal);
            (_part, _title, _field) = (isPart ? code : _part, null, _isRelative || (_restarts && isPart) ? code : "");
        }

        return Take(code, code, said: null, Above(code, _part));
    }

    /// <summary>Takes a title without a code as a field: the codes below tell its own, or it gets a letter.</summary>
    /// <param name="below">The code of the next row as printed, or <c>null</c>.</param>
    /// <returns>The code; one that stands already when the title only stands between the criteria of its field.</returns>
    public ReadCode Title(string? below)
    {
        var next = below is not null && !_isRelative ? CriterionCode.Read(below) : null;
        var root = next is not null && next.Contains('.', StringComparison.Ordinal) ? next[..next.IndexOf('.', StringComparison.Ordinal)] : null;
        if (root is not null && _known.Contains(root))
        {
            return new(root);
        }

        var code = root ?? Letter();
        (_title, _field) = root is not null ? (null, "") : (code, _isRelative || _restarts ? code : "");
        return Take(code, code, said: null, _part is { } part && part != code ? part : null);
    }

    private ReadCode Take(string code, string standing, Finding? said, string? above)
    {
        _known.Add(code);
        (_last, _lastPrinted) = (code, CriterionCode.Read(standing) ?? _lastPrinted);
        return new(code, above, said);
    }

    /// <summary>What stands above a code that does not say it; a code of its own part says it.</summary>
    private static string? Above(string code, string? standing) => CriterionCode.ParentOf(code) is null && code != standing ? standing : null;

    private string Letter()
    {
        string letter;
        do
        {
            letter = ((char)('A' + (_lettered++ % 26))).ToString();
        }
        while (_known.Contains(letter) && _lettered <= 26);
        return letter;
    }

    /// <summary>The node that letters a), b), c) divide.</summary>
    private static string Numbered(string code) => code.Length > 2 && code[^1] is >= 'a' and <= 'z' && code[^2] == '.' ? code[..^2] : code;

    private static List<string> Numbers(IReadOnlyList<string> printed) =>
        [.. printed.Where(code => !CriterionCode.IsRoman(code)).Select(CriterionCode.Read).OfType<string>().Where(read => read.All(char.IsAsciiDigit))];
}
