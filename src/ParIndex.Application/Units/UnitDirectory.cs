using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Units;

/// <summary>A link of a unit's history: what it came out of, or what it became.</summary>
/// <param name="Link">The succession.</param>
/// <param name="Predecessor">The unit before.</param>
/// <param name="Successor">The unit after, or <c>null</c> when abolished.</param>
public sealed record LineageStep(Succession Link, Unit Predecessor, Unit? Successor);

/// <summary>The public register of units: names, validity, successions.</summary>
public sealed class UnitDirectory(ParIndexDb db)
{
    /// <summary>All units by kind, then by the distinctive part of the newest name.</summary>
    public async Task<IReadOnlyList<Unit>> AllAsync(CancellationToken cancel = default) =>
        InOrder(await db.Units.AsNoTracking().ToListAsync(cancel));

    /// <summary>The unit of a code, or <c>null</c>.</summary>
    public Task<Unit?> FindAsync(string code, CancellationToken cancel = default) =>
        db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Code == code, cancel);

    /// <summary>
    /// Units whose names or aliases, in any year, hold all the words, and the successors of those: who types a merged
    /// department's name finds what it became.
    /// </summary>
    public async Task<IReadOnlyList<Unit>> SearchAsync(string words, CancellationToken cancel = default)
    {
        var wanted = VietnameseText.FoldedWords(words);
        if (wanted.Count == 0)
        {
            return [];
        }

        var found = db.Units.Holding(wanted);
        return InOrder(await db.Units.AsNoTracking()
            .Where(unit => found.Any(one => one.Id == unit.Id) || db.Successions.Any(link => link.SuccessorId == unit.Id && link.Kind != SuccessionKind.Territory && found.Any(one => one.Id == link.PredecessorId))).ToListAsync(cancel));
    }

    /// <summary>
    /// The unit that has or had the name an address is made of, where no unit has it as its code: the one of today before one
    /// of once, or <c>null</c>.
    /// </summary>
    public async Task<Unit?> CalledAsync(string slug, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(slug);
        var folded = slug.Replace('-', ' ');
        var named = await db.Units.AsNoTracking().Where(unit => unit.SearchText.Contains(folded)).ToListAsync(cancel);
        return InOrder(named.Where(unit => unit.Names.Any(name => VietnameseText.Slug(name.Name) == slug))).OrderBy(unit => unit.ValidTo is not null).FirstOrDefault();
    }

    /// <summary>Where the unit lies among the places of before and after a reorganisation, and what became of it.</summary>
    public async Task<UnitLands> LandsAsync(Unit unit, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return new(unit, await StepsAsync(unit, cancel));
    }

    /// <summary>What the unit came out of and what it became, in the order of days; of its land says <see cref="LandsAsync"/>.</summary>
    public async Task<IReadOnlyList<LineageStep>> LineageAsync(Unit unit, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return [.. (await StepsAsync(unit, cancel)).Where(step => step.Link.Kind != SuccessionKind.Territory)];
    }

    private async Task<IReadOnlyList<LineageStep>> StepsAsync(Unit unit, CancellationToken cancel)
    {
        var links = await db.Successions.AsNoTracking().Where(link => link.PredecessorId == unit.Id || link.SuccessorId == unit.Id).OrderBy(link => link.EffectiveOn).ToListAsync(cancel);
        var ids = links.SelectMany(link => new[] { link.PredecessorId, link.SuccessorId ?? link.PredecessorId }).ToHashSet();
        var units = await db.Units.AsNoTracking().Where(other => ids.Contains(other.Id)).ToDictionaryAsync(other => other.Id, cancel);
        return [.. links.Select(link => new LineageStep(link, units[link.PredecessorId], link.SuccessorId is { } successor ? units[successor] : null))
            .OrderBy(step => step.Link.EffectiveOn).ThenBy(step => step.Predecessor.CurrentName.Name, UnitNaming.Comparer).ThenBy(step => step.Successor?.CurrentName.Name ?? "", UnitNaming.Comparer)];
    }

    /// <summary>Of two of one name the one of today comes first, and the order is the same on every database.</summary>
    private static IReadOnlyList<Unit> InOrder(IEnumerable<Unit> units) =>
        [.. units.OrderBy(unit => unit.Kind).ThenBy(unit => unit.CurrentName.Name, UnitNaming.Comparer).ThenBy(unit => unit.ValidTo is not null).ThenBy(unit => unit.Code, StringComparer.Ordinal)];
}
