using ParIndex.Application.Units;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Application.Releases;

/// <summary>Reads a unit's history, from the releases and from the register, which knows when it took in others.</summary>
public sealed class UnitHistories(PublicReleases releases, UnitDirectory directory)
{
    /// <summary>The history of a unit; <c>null</c> for one that the register does not know.</summary>
    public async Task<UnitHistory?> OfAsync(string unitCode, CancellationToken cancel = default) =>
        await directory.FindAsync(unitCode, cancel) is { } unit ? Of(unitCode, unit.Id, await releases.AllCurrentAsync(cancel), await directory.LineageAsync(unit, cancel)) : null;

    /// <summary>The same of what was read.</summary>
    public static UnitHistory Of(string unitCode, Guid unitId, IReadOnlyList<Release> all, IReadOnlyList<LineageStep> lineage)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(lineage);
        return UnitHistory.Of(
            all.Select(release => UnitYear.Find(release, unitCode)).OfType<UnitYear>().Reverse(),
            all.SelectMany(release => release.Groups).SelectMany(group => group.References).Where(reference => reference.UnitCode == unitCode),
            [.. lineage.Where(step => step.Successor?.Id == unitId).Select(step => step.Link.EffectiveOn)]);
    }
}
