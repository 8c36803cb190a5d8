using ParIndex.Domain;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Reading;

/// <summary>Reads the figures of a row by the one strict rule and collects what it refuses.</summary>
internal sealed class FigureReader(ReadingOptions options, List<ReadingProblem> problems)
{
    private const decimal MostIndex = 999;

    private static readonly string[] CellErrors = ["#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "#NUM!", "#NULL!"];

    private int scoreDecimals;
    private int indexDecimals;

    /// <summary>The precision met so far.</summary>
    internal PrintedDecimals Decimals => new(scoreDecimals, indexDecimals);

    internal decimal? Score(SourceCell cell, ColumnMeaning meaning)
    {
        var value = Read(cell, meaning, new NumberFormat(options.Decimals));
        scoreDecimals = Math.Max(scoreDecimals, value?.Scale ?? 0);
        return value;
    }

    /// <summary>Tables print penalties with or without a minus sign; the points are the same.</summary>
    internal decimal? Penalty(SourceCell cell)
    {
        var value = Read(cell, ColumnMeaning.Penalty, new NumberFormat(options.Decimals, AllowNegative: true));
        scoreDecimals = Math.Max(scoreDecimals, value?.Scale ?? 0);
        return value is null ? null : Math.Abs(value.Value);
    }

    internal decimal? Scale(SourceCell cell)
    {
        var value = Read(cell, ColumnMeaning.Scale, new NumberFormat(options.Decimals));
        if (value <= 0)
        {
            Refuse(cell, ColumnMeaning.Scale, ReadingWords.ScaleNotPositive());
        }

        return value;
    }

    internal decimal? Index(SourceCell cell)
    {
        var value = Read(cell, ColumnMeaning.Index, new NumberFormat(options.Decimals, AllowPercent: true));
        indexDecimals = Math.Max(indexDecimals, value?.Scale ?? 0);
        if (value > MostIndex)
        {
            Refuse(cell, ColumnMeaning.Index, ReadingWords.IndexTooLarge(MostIndex));
        }

        return value;
    }

    /// <summary>A running number or a place: “4”, “04”, “4.”, and “4=” for a shared place.</summary>
    internal int? Count(SourceCell cell, ColumnMeaning meaning)
    {
        if (IsDoubtful(cell, meaning) || CellText.IsAbsent(cell.Text))
        {
            return null;
        }

        var parsed = CountText.Read(meaning == ColumnMeaning.Rank ? WithoutLast(cell.Text, '=') : WithoutLast(cell.Text, '.'));
        if (parsed.Problem is { } problem)
        {
            Refuse(cell, meaning, NumberMessages.ForCount(problem));
        }
        else if (parsed.Value is 0)
        {
            Refuse(cell, meaning, ReadingWords.CountNotPositive());
        }

        return (int?)parsed.Value;
    }

    private decimal? Read(SourceCell cell, ColumnMeaning meaning, NumberFormat format)
    {
        if (IsDoubtful(cell, meaning) || CellText.IsAbsent(cell.Text))
        {
            return null;
        }

        var parsed = ScoreText.Read(cell.Text, format);
        if (parsed.Problem is { } problem)
        {
            var said = NumberMessages.ForScore(problem, format);
            Refuse(cell, meaning, CellErrors.Contains(cell.Text, StringComparer.Ordinal) ? ReadingWords.FormulaError()
                : problem == NumberProblem.TooManyDecimals && cell.IsNumber ? ReadingWords.RoundInSheet(said, format.Decimals + (cell.Text.EndsWith('%') ? 2 : 0))
                : said);
        }

        return parsed.Value;
    }

    /// <summary>Refuses a cell that cannot be taken at its word.</summary>
    internal bool IsDoubtful(SourceCell cell, ColumnMeaning meaning)
    {
        if (cell.Doubt is { } doubt)
        {
            Refuse(cell, meaning, doubt);
        }

        return cell.Doubt is not null;
    }

    internal void Refuse(SourceCell cell, ColumnMeaning meaning, Finding reason) =>
        problems.Add(new ReadingProblem(ReadingWords.Figure(meaning, cell, reason), cell.Place));

    private static string WithoutLast(string text, char mark) => text[^1] == mark ? text[..^1] : text;
}
