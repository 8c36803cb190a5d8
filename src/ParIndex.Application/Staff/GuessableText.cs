using ParIndex.Domain.Text;

namespace ParIndex.Application.Staff;

/// <summary>
/// A password as a guesser reads it: without accents, case and blanks, and once more with the figures and signs that stand
/// for letters (4 for a, @ for a, 1 for i or l) read as those.
/// </summary>
internal sealed class GuessableText
{
    /// <summary>So many signs beside known words are what a guesser tries with them.</summary>
    private const int FewSigns = 4;

    /// <summary>So many figures: a day of birth, two years.</summary>
    private const int FewFigures = 8;

    private static readonly Dictionary<char, char> Leet = new() { ['0'] = 'o', ['1'] = 'i', ['3'] = 'e', ['4'] = 'a', ['5'] = 's', ['7'] = 't', ['9'] = 'g', ['@'] = 'a', ['$'] = 's', ['!'] = 'i' };

    private static readonly string[] Types = ["thanh pho", "thi xa", "thi tran", "tinh", "huyen", "quan", "phuong", "xa", "so", "ban", "phong"];

    private readonly bool[] _isFigure;

    private GuessableText(string read, bool[] isFigure) => (Read, _isFigure) = (read, isFigure);

    /// <summary>What is read, letters and figures.</summary>
    public string Read { get; }

    /// <summary>The ways to read a password, as it is first.</summary>
    public static IReadOnlyList<GuessableText> Readings(string password)
    {
        var plain = Make(password, _ => null);
        return [plain, Make(password, sign => Leet.TryGetValue(sign, out var letter) ? letter : null), Make(password, sign => sign == '1' ? 'l' : Leet.TryGetValue(sign, out var letter) ? letter : null)];
    }

    /// <summary>A name as it is typed into a password.</summary>
    public static string Letters(string text) => string.Concat(VietnameseText.Fold(text).Where(char.IsLetterOrDigit));

    /// <summary>A unit's or province's name without what kind it is.</summary>
    public static string WithoutType(string name)
    {
        var folded = VietnameseText.Fold(name);
        return Array.Find(Types, type => folded.StartsWith(type + ' ', StringComparison.Ordinal)) is { } found ? folded[(found.Length + 1)..] : folded;
    }

    /// <summary>Whether nothing but a few signs, or figures of a year or two, is left when all the words are taken out.</summary>
    public bool IsMadeOf(IReadOnlySet<string> words)
    {
        // Of the first i letters the fewest that no word covers: signs and figures, the signs first.
        var left = new (int Signs, int Figures)[Read.Length + 1];
        for (var i = 1; i <= Read.Length; i++)
        {
            var before = left[i - 1];
            left[i] = _isFigure[i - 1] ? before with { Figures = before.Figures + 1 } : before with { Signs = before.Signs + 1 };
            foreach (var word in words.Where(word => word.Length <= i && string.CompareOrdinal(Read, i - word.Length, word, 0, word.Length) == 0))
            {
                var (signs, figures) = left[i - word.Length];
                left[i] = signs + figures < left[i].Signs + left[i].Figures ? (signs, figures) : left[i];
            }
        }

        var (restSigns, restFigures) = left[^1];
        return restSigns + restFigures < Read.Length && (restSigns + restFigures <= FewSigns || (restSigns == 0 && restFigures <= FewFigures));
    }

    /// <summary>How many letters there are beside a name, without figures at the ends; <see cref="int.MaxValue"/> when the name is not in it.</summary>
    public int LettersBeside(string name)
    {
        var found = name.Length == 0 ? -1 : Read.IndexOf(name, StringComparison.Ordinal);
        // A short name, Huế, is in many words; it counts where a word begins or ends with it.
        if (found < 0 || (name.Length < PasswordRules.ShortestWord && !Read.StartsWith(name, StringComparison.Ordinal) && !Read.EndsWith(name, StringComparison.Ordinal)))
        {
            return int.MaxValue;
        }

        var rest = Read.Remove(found, name.Length);
        var figures = _isFigure.Take(found).Concat(_isFigure.Skip(found + name.Length)).ToArray();
        var (from, to) = (0, rest.Length);
        while (from < to && figures[from])
        {
            from++;
        }

        while (to > from && figures[to - 1])
        {
            to--;
        }

        return to - from;
    }

    private static GuessableText Make(string password, Func<char, char?> letterOf)
    {
        var signs = new List<(char Letter, bool IsFigure)>();
        foreach (var rune in password.EnumerateRunes())
        {
            var sign = rune.IsBmp ? (char)rune.Value : ' ';
            if (letterOf(sign) is { } letter)
            {
                signs.Add((letter, true));
            }
            else if (char.IsAsciiDigit(sign))
            {
                signs.Add((sign, true));
            }
            else
            {
                signs.AddRange(Letters(rune.ToString()).Select(folded => (folded, false)));
            }
        }

        return new(string.Concat(signs.Select(sign => sign.Letter)), [.. signs.Select(sign => sign.IsFigure)]);
    }
}
