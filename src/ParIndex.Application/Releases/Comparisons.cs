using ParIndex.Application.Units;
using ParIndex.Domain.Releases;

namespace ParIndex.Application.Releases;

/// <summary>What a comparison is read from: releases and the register of units, which knows of reorganisations.</summary>
public sealed class Comparisons(PublicReleases releases, UnitDirectory directory)
{
    /// <summary>The newest versions of all years, oldest first.</summary>
    public Task<IReadOnlyList<Release>> ReleasesAsync(CancellationToken cancel = default) => releases.AllCurrentAsync(cancel);

    /// <summary>Units of a year, or one unit's two years with the earlier first, side by side.</summary>
    public async Task<SideBySide> OfAsync(IReadOnlyList<UnitYear> years, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(years);
        var cards = await releases.ScorecardsAsync(years, cancel);
        var isOverYears = years.Select(year => year.Release.Year).Distinct().Count() > 1;
        var unit = isOverYears ? await directory.FindAsync(years[0].Result.UnitCode, cancel) : null;
        var steps = unit is null ? [] : await directory.LineageAsync(unit, cancel);
        return new([.. years.Zip(cards, (year, card) => new ComparedSide(year, card))], [.. steps.Select(step => step.Link.EffectiveOn)]);
    }

    /// <summary>The years in which a unit is published, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsOfAsync(string unitCode, CancellationToken cancel = default) =>
        [.. (await releases.UnitYearsAsync(unitCode, cancel)).Select(year => year.Release.Year).OrderDescending()];

    /// <summary>The newest names of units; the code of one that the register does not know.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(IReadOnlyList<string> unitCodes, CancellationToken cancel = default)
    {
        var units = (await directory.AllAsync(cancel)).ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        return [.. unitCodes.Select(code => units.TryGetValue(code, out var unit) ? unit.CurrentName.Name : code)];
    }
}
