using System.Text.RegularExpressions;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>Points as annexes print them: “0,5”, “Điểm: 1”, “1 điểm”, and with the sign of what is added or taken off.</summary>
internal static partial class PrintedPoints
{
    private static readonly NumberFormat Points = new(Decimals: 4);

    /// <summary>The points without words and sign.</summary>
    internal static ParsedNumber Read(string text) => CellText.IsAbsent(text) ? default : ScoreText.Read(Bare(text), Points);

    /// <summary>The points with their sign, or <c>null</c>.</summary>
    internal static decimal? Signed(string text) => Read(text).Value is { } points ? IsTaken(text) ? -points : points : null;

    /// <summary>Whether they are taken off: “-2”, “trừ 2”.</summary>
    internal static bool IsTaken(string text) => Taken().IsMatch(text);

    /// <summary>Whether they are added: “+2”, “cộng 2”.</summary>
    internal static bool IsAdded(string text) => Added().IsMatch(text);

    /// <summary>What is wrong with a maximum, as a sentence; <c>null</c> when nothing is.</summary>
    internal static Finding? Problem(string text) => Read(text) switch
    {
        { Problem: { } problem } => AnnexWords.Maximum(text, NumberMessages.ForScore(problem, Points)),
        { Value: 0 } => AnnexWords.MaximumNotPositive(),
        _ => null,
    };

    /// <summary>That a sign stands where nothing is added or taken off.</summary>
    internal static Finding OutOfPlace(string text) => AnnexWords.Maximum(text, NumberMessages.ForScore(NumberProblem.Sign, Points));

    private static string Bare(string text) => Sign().Replace(Words().Replace(text, ""), "");

    [GeneratedRegex(@"^(?:số\s+)?điểm(?:\s+tối\s+đa)?\s*:?\s*(?=[\d+\-–−])|(?<=\d)\s*(?:điểm|đ)\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:[+\-–−]|trừ(?:\s+tối\s+đa)?\b|cộng(?:\s+tối\s+đa)?\b)\s*(?=\d)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sign();

    [GeneratedRegex(@"^(?:[-–−]|trừ\b)[^\d]*\d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Taken();

    [GeneratedRegex(@"^(?:\+|cộng\b)[^\d]*\d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Added();
}
