using System.Globalization;
using Microsoft.AspNetCore.Html;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Charts;

/// <summary>What a distribution shows.</summary>
/// <param name="Title">The chart's name for those who do not see it.</param>
/// <param name="Dots">The units of the group, in any order.</param>
/// <param name="Zones">The rating bands, in any order.</param>
/// <param name="Mean">The group's mean in per cent; <c>null</c> when there is none to show.</param>
public sealed record Distribution(string Title, IReadOnlyList<Dot> Dots, IReadOnlyList<Zone> Zones, decimal? Mean)
{
    /// <summary>The word before the mean.</summary>
    public string MeanLabel { get; init; } = "Trung bình khối";

    /// <summary>The axis; by default the smallest that holds the dots, the mean and the limits.</summary>
    public ValueAxis Axis { get; init; } = ValueAxis.Covering(
        Dots.Select(dot => dot.Value).Concat(Mean is { } mean ? [mean] : []),
        Zones.Select(zone => zone.From));
}

/// <summary>
/// The distribution of a group: the rating bands as named zones, a dot for each unit at its index, the mean as a line,
/// and the unit the page is about marked and named.
/// </summary>
public static class DotStrip
{
    /// <summary>The drawings of <paramref name="data"/>, of which the style sheet shows the one that fits.</summary>
    public static IHtmlContent Draw(Distribution data, ChartPlace place = ChartPlace.Half)
    {
        ArgumentNullException.ThrowIfNull(data);
        var svg = new SvgWriter();
        svg.Open("div", ("class", place == ChartPlace.Full ? "chart full" : "chart"));
        foreach (var size in ChartSize.For(place))
        {
            new DotStripDrawing(svg, data, size).Write();
        }

        return svg.Close().ToHtml();
    }

    /// <summary>The distribution in one or two sentences.</summary>
    internal static string Describe(Distribution data)
    {
        if (data.Dots.Count == 0)
        {
            return "Chưa có số liệu.";
        }

        var lowest = data.Dots.MinBy(dot => dot.Value)!;
        var highest = data.Dots.MaxBy(dot => dot.Value)!;
        var sentences = new List<string>
        {
            data.Dots.Count == 1
                ? $"01 đơn vị: {Named(lowest)}."
                : $"{NumberWriter.VietnameseCount(data.Dots.Count)} đơn vị, từ {Named(lowest)} đến {Named(highest)}.",
        };
        if (data.Mean is { } mean)
        {
            sentences.Add($"{data.MeanLabel} {NumberWriter.VietnamesePercent(mean)}.");
        }

        var counts = data.Zones.OrderByDescending(zone => zone.From)
            .Select(zone => $"{NumberWriter.VietnameseCount(data.Dots.Count(dot => dot.RatingKey == zone.Key))} {zone.Label}")
            .ToList();
        if (counts.Count > 0)
        {
            sentences.Add($"Xếp loại: {string.Join(", ", counts)}.");
        }

        if (data.Dots.FirstOrDefault(dot => dot.Highlighted) is { } marked)
        {
            sentences.Add($"Đơn vị được đánh dấu: {Named(marked)}.");
        }

        return string.Join(' ', sentences);
    }

    /// <summary>A unit's name with its index: <c>Sở Y tế 74,31%</c>.</summary>
    internal static string Named(Dot dot) =>
        string.Create(CultureInfo.InvariantCulture, $"{dot.Label} {NumberWriter.VietnamesePercent(dot.Value)}");
}
