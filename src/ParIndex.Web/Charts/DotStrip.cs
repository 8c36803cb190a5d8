using Microsoft.AspNetCore.Html;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Charts;

/// <summary>What a distribution shows.</summary>
/// <param name="Title">The chart's name for those who do not see it.</param>
/// <param name="Dots">The units of the group, in any order.</param>
/// <param name="Zones">The rating bands, in any order.</param>
/// <param name="Mean">The group's mean in per cent; <c>null</c> when there is none to show.</param>
public sealed record Distribution(string Title, IReadOnlyList<Dot> Dots, IReadOnlyList<Zone> Zones, decimal? Mean)
{
    /// <summary>The language the chart speaks.</summary>
    public PublicTexts Texts { get; init; } = PublicTexts.Vietnamese;

    /// <summary>The word before the mean; the group's where nothing else is said.</summary>
    public string? MeanLabel { get; init; }

    internal string MeanWord => MeanLabel ?? Texts.Chart.Mean;

    /// <summary>Whether it is drawn as bars: more dots could be told apart by nobody.</summary>
    internal bool IsHistogram => Dots.Count > DotStrip.MostDots;

    /// <summary>Whether dots lead somewhere.</summary>
    internal bool IsPressed => !IsHistogram && Dots.Any(dot => dot.Address is not null);

    /// <summary>The axis; by default the smallest that holds the dots, the mean and the limits.</summary>
    public ValueAxis Axis { get; init; } = ValueAxis.Covering(
        Dots.Select(dot => dot.Value).Concat(Mean is { } mean ? [mean] : []),
        Zones.Select(zone => zone.From));
}

/// <summary>
/// The distribution of a group: the rating bands as named zones, a dot for each unit at its index or of many units how many
/// lie in each step, the mean as a line, and the unit the page is about marked and named.
/// </summary>
public static class DotStrip
{
    /// <summary>The most units that have a dot each.</summary>
    public const int MostDots = 60;

    /// <summary>The drawings of <paramref name="data"/>, of which the style sheet shows the one that fits.</summary>
    public static IHtmlContent Draw(Distribution data, ChartPlace place = ChartPlace.Half)
    {
        ArgumentNullException.ThrowIfNull(data);
        var svg = new SvgWriter();
        svg.Open("div", ("class", place == ChartPlace.Full ? "chart full" : "chart"));
        foreach (var size in ChartSize.For(place))
        {
            Draw(svg, data, size);
        }

        return svg.Close().ToHtml();
    }

    /// <summary>One drawing.</summary>
    internal static void Draw(SvgWriter svg, Distribution data, ChartSize size)
    {
        if (data.IsHistogram)
        {
            new HistogramDrawing(svg, data, size).Write();
        }
        else
        {
            new DotStripDrawing(svg, data, size).Write();
        }
    }

    /// <summary>The distribution in one or two sentences.</summary>
    internal static string Describe(Distribution data)
    {
        if (data.Dots.Count == 0)
        {
            return data.Texts.Chart.Nothing + ".";
        }

        var words = data.Texts.Chart;
        var lowest = data.Dots.MinBy(dot => dot.Value)!;
        var highest = data.Dots.MaxBy(dot => dot.Value)!;
        var sentences = new List<string>
        {
            data.Dots.Count == 1
                ? words.OneUnit(Named(lowest))
                : words.Units(data.Texts.Count(data.Dots.Count), Named(lowest), Named(highest)),
        };
        if (data.Mean is { } mean)
        {
            sentences.Add($"{data.MeanWord} {data.Texts.Percent(mean)}.");
        }

        var counts = data.Zones.OrderByDescending(zone => zone.From)
            .Select(zone => $"{data.Texts.Count(data.Dots.Count(dot => dot.RatingKey == zone.Key))} {zone.Label}")
            .ToList();
        if (counts.Count > 0)
        {
            sentences.Add(words.Ratings(string.Join(", ", counts)));
        }

        if (data.Dots.FirstOrDefault(dot => dot.Highlighted) is { } marked)
        {
            sentences.Add(words.Marked(Named(marked)));
        }

        return string.Join(' ', sentences);

        string Named(Dot dot) => DotStrip.Named(dot, data.Texts);
    }

    /// <summary>A unit's name with its index: <c>Sở Y tế 74,31%</c>.</summary>
    internal static string Named(Dot dot, PublicTexts texts) => $"{dot.Label} {texts.Percent(dot.Value)}";
}
