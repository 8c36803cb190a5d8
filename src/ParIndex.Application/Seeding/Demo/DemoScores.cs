using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>
/// The points of the demonstration: how well a unit did a leaf follows from the names of both and the year, and the
/// leaf's own rule makes points of it. Whole numbers and decimals only, so that every machine gets the same.
/// </summary>
internal static class DemoScores
{
    private const string Seed = "Tỉnh Mẫu 1";

    /// <summary>Points of a leaf, 0…maximum, with the decimals that may be typed.</summary>
    public static decimal Points(Criterion leaf, string leafKey, string unitCode, int year)
    {
        var quality = Quality(leafKey, unitCode, year);
        var points = leaf.Rule switch
        {
            LevelsRule levels => Level(levels, quality),
            DirectRule => Rounding.HalfAwayFromZero(quality * leaf.MaxScore * 4, 0) / 4,
            var rule => rule.Points(leaf.MaxScore, Figures(leaf, leafKey, unitCode, year)) ?? 0,
        };
        return Math.Clamp(Rounding.HalfAwayFromZero(points, leaf.Decimals), 0, leaf.MaxScore);
    }

    /// <summary>The raw figures those points follow from; none where a statement was chosen or points were typed.</summary>
    public static RawFigures Figures(Criterion leaf, string leafKey, string unitCode, int year) => leaf.Rule is LevelsRule or DirectRule
        ? default
        : Figures(leaf.Rule, leaf, Quality(leafKey, unitCode, year), $"{leafKey}|{unitCode}|{year}");

    /// <summary>A number in 0…1 that follows from the text.</summary>
    public static decimal Share(string text) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}|{text}"))) % 10_000 / 10_000m;

    /// <summary>What the unit is like, a little better each year, and how it fared with this leaf.</summary>
    private static decimal Quality(string leafKey, string unitCode, int year) =>
        Math.Clamp(
            0.66m + (0.26m * Share(unitCode)) + (0.02m * (year - 2022))
            + (0.36m * (Share($"{leafKey}|{unitCode}") - 0.5m))
            + (0.16m * (Share($"{leafKey}|{unitCode}|{year}") - 0.5m)),
            0,
            1);

    private static decimal Level(LevelsRule rule, decimal quality)
    {
        var points = rule.Levels.Select(level => level.Points).OfType<decimal>().OrderDescending().ToList();
        return quality switch
        {
            >= 0.68m => points[0],
            >= 0.42m => points[1],
            _ => points[^1],
        };
    }

    private static RawFigures Figures(LeafRule rule, Criterion leaf, decimal quality, string text)
    {
        var required = 40 + Whole(Share("required|" + text) * 160);
        return rule switch
        {
            CountRule { Value: var value } when leaf.Component is Domain.Criteria.Component.Bonus or Domain.Criteria.Component.Penalty => new(Share("rare|" + text) switch { < 0.7m => 0, < 0.9m => 1, _ => Whole(leaf.MaxScore / value) }),
            CountRule { Value: var value } => new(Whole(quality * leaf.MaxScore / value)),
            DeductionRule => new(Whole((1 - quality) * 4)),
            TiersRule => new(1000 - Whole((1 - quality) * (1 - quality) * 1000), 1000),
            SurveyRule { LikertTop: { } top } => new(1 + Rounding.HalfAwayFromZero((0.25m + (0.75m * quality)) * (top - 1), 2)),
            SurveyRule => new(Whole((0.3m + (0.7m * quality)) * 250), 250),
            _ => new(Whole((0.4m + (0.6m * quality)) * required), required),
        };
    }

    private static decimal Whole(decimal value) => Rounding.HalfAwayFromZero(value, 0);
}
