using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;

namespace ParIndex.Domain.Stories;

/// <summary>
/// Something of a release worth knowing, bound to the figures that say it. It is found by a rule and never written by hand;
/// pages make a sentence of it and link it to its figures. Each kind of news about units has a good and a bad form.
/// </summary>
/// <param name="Release">The release.</param>
/// <param name="Group">The group it is about.</param>
/// <param name="Unit">The row of the unit it is about; <c>null</c> where it is about a criterion alone.</param>
/// <param name="IsGood">Whether it is good news.</param>
/// <param name="Strength">How strong among its kind, in the unit of the kind.</param>
public abstract record Observation(Release Release, ReleaseGroup Group, ReleaseResult? Unit, bool IsGood, decimal Strength)
{
    /// <summary>The fewest units of which “the only one”, “nobody” or “last” says something.</summary>
    public const int FewestUnits = 5;

    /// <summary>Most of one kind, group and tone that are shown together.</summary>
    public const int MostOfAKind = 2;

    /// <summary>The place of the kind in the order of <see cref="Choose"/>.</summary>
    public abstract int Order { get; }

    /// <summary>
    /// Which are shown, and in which order. Kinds stand in the order: first or last for years; largest rise and fall; at the
    /// limit of a rating; the only unit with or without full marks; most improved or worsened on equal criteria; a criterion
    /// nobody reaches. Within a kind the stronger stands first, then the order of groups and rows. At most
    /// <see cref="MostOfAKind"/> are taken of one kind, group and tone. Good and bad news are then taken in turn, the one
    /// that stands earlier first, so that neither has more weight while there is any of the other.
    /// </summary>
    /// <param name="found">What was found, in any order.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<Observation> Choose(IEnumerable<Observation> found, int most)
    {
        ArgumentNullException.ThrowIfNull(found);
        var ordered = found.OrderBy(one => one.Order).ThenByDescending(one => one.Strength).ThenBy(one => one.Group.Position).ThenBy(one => one.Unit?.Position ?? 0)
            .GroupBy(one => (one.Order, one.Group.Slug, one.IsGood)).SelectMany(kind => kind.Take(MostOfAKind)).ToList();
        var sides = ordered.GroupBy(one => one.IsGood).Select(side => side.ToList()).OrderBy(side => side[0].Order).ThenByDescending(side => side[0].IsGood).ToList();
        var turns = sides.Count == 0 ? 0 : sides.Max(side => side.Count);
        return [.. Enumerable.Range(0, turns).SelectMany(turn => sides.Where(side => turn < side.Count).Select(side => side[turn])).Take(most)];
    }
}

/// <summary>First, or last, of its ranking list for years in a row.</summary>
/// <param name="Release">The release.</param>
/// <param name="Group">The group.</param>
/// <param name="Unit">The unit.</param>
/// <param name="IsFirst">First rather than last.</param>
/// <param name="Years">How many years in a row, <see cref="FewestYears"/> at least.</param>
public sealed record PlaceStreak(Release Release, ReleaseGroup Group, ReleaseResult Unit, bool IsFirst, int Years) : Observation(Release, Group, Unit, IsFirst, Years)
{
    /// <summary>The fewest years in a row.</summary>
    public const int FewestYears = 3;

    /// <inheritdoc />
    public override int Order => 0;
}

/// <summary>The largest rise, or fall, of a group against the year before.</summary>
/// <param name="Release">The release.</param>
/// <param name="Group">The group.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Change">Percentage points, not 0.</param>
/// <param name="Compared">How many units of the group may be compared.</param>
public sealed record LargestChange(Release Release, ReleaseGroup Group, ReleaseResult Unit, decimal Change, int Compared) : Observation(Release, Group, Unit, Change > 0, Math.Abs(Change))
{
    /// <inheritdoc />
    public override int Order => 1;
}

/// <summary>An index within <see cref="Within"/> of the limit of a rating.</summary>
/// <param name="Release">The release.</param>
/// <param name="Group">The group.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Band">The band whose limit is near.</param>
/// <param name="Distance">How far the index lies from its limit, percentage points, 0 or more.</param>
/// <param name="IsReached">Whether the limit is reached.</param>
public sealed record AtBandLimit(Release Release, ReleaseGroup Group, ReleaseResult Unit, RatingBand Band, decimal Distance, bool IsReached) : Observation(Release, Group, Unit, IsReached, -Distance)
{
    /// <summary>How near, percentage points.</summary>
    public const decimal Within = 0.05m;

    /// <inheritdoc />
    public override int Order => 2;
}

/// <summary>The only unit with, or without, full marks on a leaf.</summary>
/// <param name="Release">The release.</param>
/// <param name="Group">The group.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Points">Its points.</param>
/// <param name="Units">How many units the leaf applied to, itself included.</param>
/// <param name="HasFull">Whether it is the only one with full marks.</param>
/// <param name="Weight">What sets it apart, in percentage points of its index: what it lost, or its lead over the next.</param>
public sealed record SoleUnit(Release Release, ReleaseGroup Group, ReleaseResult Unit, ReleaseCriterion Leaf, decimal Points, int Units, bool HasFull, decimal Weight) : Observation(Release, Group, Unit, HasFull, Weight)
{
    /// <inheritdoc />
    public override int Order => 3;
}

/// <summary>Most improved, or most worsened, on the criteria that are the same in both years.</summary>
/// <param name="Release">The release.</param>
/// <param name="Group">The group.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Before">The comparable-basis index of the year before, per cent.</param>
/// <param name="After">That of the year.</param>
/// <param name="Compared">How many units may be compared.</param>
public sealed record EqualBasisChange(Release Release, ReleaseGroup Group, ReleaseResult Unit, decimal Before, decimal After, int Compared) : Observation(Release, Group, Unit, After > Before, Math.Abs(After - Before))
{
    /// <inheritdoc />
    public override int Order => 4;
}

/// <summary>A leaf on which no unit has full marks.</summary>
/// <param name="Release">The release.</param>
/// <param name="Group">The group.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Best">The most points any unit has.</param>
/// <param name="BestUnit">The first row with them.</param>
/// <param name="Units">How many units it applied to.</param>
public sealed record UnreachedLeaf(Release Release, ReleaseGroup Group, ReleaseCriterion Leaf, decimal Best, ReleaseResult BestUnit, int Units) : Observation(Release, Group, Unit: null, IsGood: false, Leaf.MaxScore - Best)
{
    /// <inheritdoc />
    public override int Order => 5;
}
