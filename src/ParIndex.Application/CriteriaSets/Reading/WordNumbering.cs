using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>
/// The numbers Word prints before paragraphs without keeping them as text. They are counted as Word does, paragraph by
/// paragraph in the order of the document: a level restarts when a higher one moves on.
/// </summary>
internal sealed partial class WordNumbering(MainDocumentPart document)
{
    private const int MostLevels = 9;

    private readonly Numbering? _numbering = document.NumberingDefinitionsPart?.Numbering;
    private readonly Dictionary<string, NumberingProperties> _ofStyles = (document.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null && style.StyleParagraphProperties?.NumberingProperties is not null)
        .GroupBy(style => style.StyleId!.Value!, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().StyleParagraphProperties!.NumberingProperties!, StringComparer.Ordinal);

    private readonly Dictionary<int, int[]> _counters = [];

    /// <summary>The number of the next paragraph; empty for one without. Call it once for each, in order.</summary>
    internal string Next(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var styled = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style ? _ofStyles.GetValueOrDefault(style) : null;
        var id = own?.NumberingId?.Val?.Value ?? styled?.NumberingId?.Val?.Value ?? 0;
        var level = own?.NumberingLevelReference?.Val?.Value ?? styled?.NumberingLevelReference?.Val?.Value ?? 0;
        return id > 0 && level is >= 0 and < MostLevels && Levels(id) is { } levels ? Text(levels.AbstractId, levels.Levels, level) : "";
    }

    private (int AbstractId, Dictionary<int, Level> Levels)? Levels(int id)
    {
        var instance = _numbering?.Elements<NumberingInstance>().FirstOrDefault(one => one.NumberID?.Value == id);
        var abstractId = instance?.AbstractNumId?.Val?.Value;
        var definition = _numbering?.Elements<AbstractNum>().FirstOrDefault(one => one.AbstractNumberId?.Value == abstractId);
        return definition is null ? null : (abstractId!.Value, definition.Elements<Level>().Where(one => one.LevelIndex is not null).GroupBy(one => one.LevelIndex!.Value).ToDictionary(same => same.Key, same => same.First()));
    }

    private string Text(int list, Dictionary<int, Level> levels, int level)
    {
        if (!_counters.TryGetValue(list, out var counters))
        {
            _counters[list] = counters = [.. Enumerable.Range(0, MostLevels).Select(i => Start(levels, i) - 1)];
        }

        counters[level]++;
        for (var lower = level + 1; lower < MostLevels; lower++)
        {
            counters[lower] = Start(levels, lower) - 1;
        }

        var pattern = levels.GetValueOrDefault(level)?.LevelText?.Val?.Value ?? "";
        return Place().Replace(pattern, found =>
        {
            var at = found.Value[1] - '1';
            return Number(Math.Max(counters[at], Start(levels, at)), levels.GetValueOrDefault(at)?.NumberingFormat?.Val?.InnerText);
        });
    }

    private static int Start(Dictionary<int, Level> levels, int level) => levels.GetValueOrDefault(level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static string Number(int value, string? format) => format switch
    {
        "upperRoman" => Roman(value),
        "lowerRoman" => Roman(value).ToLowerInvariant(),
        "upperLetter" => ((char)('A' + ((value - 1) % 26))).ToString(),
        "lowerLetter" => ((char)('a' + ((value - 1) % 26))).ToString(),
        "bullet" or "none" => "",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int value)
    {
        (int Value, string Sign)[] signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = "";
        foreach (var (worth, sign) in signs)
        {
            for (; value >= worth && text.Length < 20; value -= worth)
            {
                text += sign;
            }
        }

        return text;
    }

    [GeneratedRegex("%[1-9]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
