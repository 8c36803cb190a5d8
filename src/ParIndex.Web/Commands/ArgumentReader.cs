using System.CommandLine;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Commands;

/// <summary>Reads the values of options strictly and collects what it refuses, so that all of it is said at once.</summary>
internal sealed class ArgumentReader(ParseResult parse)
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private readonly List<ReadingProblem> _problems = [];

    public IReadOnlyList<ReadingProblem> Problems => _problems;

    public void Refuse(Option option, Finding reason) => _problems.Add(new(ArgumentWords.OfOption(option.Name, reason), Place: null) { File = "" });

    /// <summary>The text, or <c>null</c> when the option is not given. Given empty, it is refused.</summary>
    public string? Text(Option<string> option, int most)
    {
        if (parse.GetValue(option) is not { } typed)
        {
            return null;
        }

        var text = VietnameseText.Normalize(typed);
        if (text.Length == 0 || text.Length > most || text.Any(char.IsControl))
        {
            Refuse(option, ArgumentWords.Text(text, most));
            return null;
        }

        return text;
    }

    public int? Year(Option<string> option)
    {
        var typed = (parse.GetValue(option) ?? "").Trim();
        if (typed.Length == 4 && CountText.Read(typed).Value is >= FirstYear and <= LastYear and var year)
        {
            return (int)year;
        }

        Refuse(option, ArgumentWords.Year(typed, FirstYear, LastYear));
        return null;
    }

    public int? Whole(Option<string> option, int least, int most)
    {
        if (parse.GetValue(option) is not { } typed)
        {
            return null;
        }

        if (CountText.Read(typed).Value is { } whole && whole >= least && whole <= most)
        {
            return (int)whole;
        }

        Refuse(option, ArgumentWords.Whole(typed, least, most));
        return null;
    }

    /// <param name="option">The option.</param>
    /// <param name="whyNot">Why a day that could be read is not taken, or <c>null</c>.</param>
    public DateOnly? Day(Option<string> option, Func<DateOnly, string?> whyNot)
    {
        if (parse.GetValue(option) is not { } typed)
        {
            return null;
        }

        var day = DateWriter.Read(typed.Trim());
        if (day is null)
        {
            Refuse(option, ArgumentWords.Day(typed));
        }
        else if (whyNot(day.Value) is { } reason)
        {
            Refuse(option, ArgumentWords.DayUnfit(typed, reason));
        }

        return day;
    }

    /// <summary>A value whose own reader says in a <see cref="FormatException"/> what is wrong.</summary>
    public T? Of<T>(Option<string> option, Func<string, T> read)
        where T : class
    {
        try
        {
            return parse.GetValue(option) is { } typed ? read(typed) : null;
        }
        catch (FormatException refusal)
        {
            Refuse(option, ArgumentWords.Unfit(parse.GetValue(option), refusal.Message));
            return null;
        }
    }
}
