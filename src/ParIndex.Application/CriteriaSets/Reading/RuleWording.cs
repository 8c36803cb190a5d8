using System.Text.RegularExpressions;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>Understands how decisions word the scoring of a leaf, beside the text this software writes itself.</summary>
internal static partial class RuleWording
{
    private static readonly NumberFormat Points = new(Decimals: 4);

    private static readonly string[] RatioWords = ["cong thuc", "ty le", "ti le", "x diem toi da"];

    /// <summary>The rule of a text, or <c>null</c>. <paramref name="isGuess"/> says that a person should look at it.</summary>
    /// <param name="lines">The text, line by line.</param>
    /// <param name="maxScore">The leaf's maximum, points; no level gives more.</param>
    /// <param name="isGuess">Whether only a word told the kind.</param>
    internal static LeafRule? Read(string lines, decimal maxScore, out bool isGuess)
    {
        isGuess = false;
        if (Written(lines) is { } written)
        {
            return written;
        }

        var parts = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        parts = parts.Length == 1 ? parts[0].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : parts;
        var levels = parts.Select(part => Level(part, maxScore)).ToList();
        if (levels.Count > 1 && levels.TrueForAll(level => level is not null))
        {
            return new LevelsRule([.. levels.OfType<Level>()]);
        }

        var folded = VietnameseText.Fold(lines);
        isGuess = Array.Exists(RatioWords, word => folded.Contains(word, StringComparison.Ordinal));
        return isGuess ? new RatioRule() : null;
    }

    /// <summary>A line that is one statement with its points: “Có: 0,5”, “- Kịp thời (1 điểm)”, or “Không áp dụng”.</summary>
    internal static Level? Level(string line, decimal maxScore)
    {
        var text = Bullet().Replace(line, "").TrimEnd(';', '.', ' ');
        if (VietnameseText.Fold(text) == "khong ap dung")
        {
            return new Level(text, Points: null);
        }

        var found = LevelLine().Match(text);
        return found.Success && ScoreText.Read(found.Groups["points"].Value, Points).Value is { } points && points <= maxScore
            ? new Level(found.Groups["statement"].Value, points)
            : null;
    }

    /// <summary>A statement without its bullet.</summary>
    internal static string Statement(string line) => Bullet().Replace(line, "").TrimEnd(';', ':', ' ');

    private static LeafRule? Written(string text)
    {
        try
        {
            return LeafRule.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^\s*[-–—+•*·]+\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?<statement>.+?)\s*(?:[:=]\s*(?<points>\d+(?:[.,]\d+)?)\s*(?:điểm|đ)?|\(\s*(?<points>\d+(?:[.,]\d+)?)\s*(?:điểm|đ)\s*\))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LevelLine();
}
