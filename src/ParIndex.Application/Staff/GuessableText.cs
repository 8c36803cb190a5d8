using ParIndex.Domain.Text;

namespace ParIndex.Application.Staff;

/// <summary>
/// A password as a guesser reads it: without accents, case and blanks; figures and signs that stand for letters (4 for a, @
/// for a, 1 for i or l) as either.
/// </summary>
internal sealed class GuessableText
{
    /// <summary>So many signs beside known words are what a guesser tries with them.</summary>
    private const int FewSigns = 4;

    /// <summary>So many figures: a day of birth, two years.</summary>
    private const int FewFigures = 8;

    private static readonly Dictionary<char, string> Leet = new() { ['0'] = "o", ['1'] = "il", ['3'] = "e", ['4'] = "a", ['5'] = "s", ['7'] = "t", ['8'] = "b", ['9'] = "g", ['@'] = "a", ['$'] = "s", ['!'] = "i" };

    private static readonly string[] Types = ["thanh pho", "thi xa", "thi tran", "tinh", "huyen", "quan", "phuong", "xa", "so", "ban", "phong"];

    private readonly List<Sign> _signs;

    private GuessableText(List<Sign> signs) => _signs = signs;

    /// <summary>How many different letters and figures there are.</summary>
    public int Variety => _signs.Select(sign => sign.Options[0]).Distinct().Count();

    /// <summary>The ways to read a password: without its signs, and with those that stand for letters.</summary>
    public static IReadOnlyList<GuessableText> Readings(string password) => [Make(password, char.IsAsciiDigit), Make(password, _ => true)];

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
        // Of the first so many signs the fewest that no word covers.
        var left = new (int Letters, int Figures)[_signs.Count + 1];
        for (var end = 1; end <= _signs.Count; end++)
        {
            var before = left[end - 1];
            left[end] = _signs[end - 1].IsFigure ? before with { Figures = before.Figures + 1 } : before with { Letters = before.Letters + 1 };
            foreach (var word in words.Where(word => word.Length <= end && Stands(word, end - word.Length)))
            {
                var (letters, figures) = left[end - word.Length];
                left[end] = letters + figures < left[end].Letters + left[end].Figures ? (letters, figures) : left[end];
            }
        }

        var (restLetters, restFigures) = left[^1];
        return restLetters + restFigures < _signs.Count && (restLetters + restFigures <= FewSigns || (restLetters == 0 && restFigures <= FewFigures));
    }

    /// <summary>How many signs there are beside a name, without figures at the ends; <see cref="int.MaxValue"/> when the name is not in it.</summary>
    public int LengthBeside(string name)
    {
        // A short name, Huế, is in many words; it counts where the password begins or ends with it.
        IEnumerable<int> places = name.Length == 0 || name.Length > _signs.Count ? []
            : name.Length < PasswordRules.ShortestWord ? [0, _signs.Count - name.Length]
            : Enumerable.Range(0, _signs.Count - name.Length + 1);
        return places.Where(place => Stands(name, place)).Select(place => LengthWithout(place, name.Length)).Append(int.MaxValue).Min();
    }

    private int LengthWithout(int place, int length)
    {
        var rest = _signs.Take(place).Concat(_signs.Skip(place + length)).Select(sign => sign.IsFigure).ToList();
        var inner = rest.SkipWhile(isFigure => isFigure).Reverse().SkipWhile(isFigure => isFigure);
        return inner.Count();
    }

    private bool Stands(string word, int place)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!_signs[place + i].Options.Contains(word[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static GuessableText Make(string password, Func<char, bool> isRead)
    {
        var signs = new List<Sign>();
        foreach (var rune in password.EnumerateRunes())
        {
            var c = rune.IsBmp ? (char)rune.Value : ' ';
            if (char.IsAsciiDigit(c) || Leet.ContainsKey(c))
            {
                if (isRead(c))
                {
                    signs.Add(new(c + Leet.GetValueOrDefault(c, ""), IsFigure: true));
                }
            }
            else
            {
                signs.AddRange(Letters(rune.ToString()).Select(letter => new Sign(letter.ToString(), IsFigure: false)));
            }
        }

        return new(signs);
    }

    /// <summary>What one sign may be read as, as it is first.</summary>
    private sealed record Sign(string Options, bool IsFigure);
}
