using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Application.Releases;

/// <summary>What a unit's year has to tell down to its leaves.</summary>
/// <param name="Card">The scorecard.</param>
/// <param name="Account">Why the index changed against the year before; <c>null</c> where that cannot be said.</param>
public sealed record UnitStory(UnitScorecard Card, ChangeAccount? Account)
{
    /// <summary>Where points are lost, compared with others, the most telling first.</summary>
    public IReadOnlyList<LostLeaf> Lost { get; } = LostLeaf.Of(Card);

    /// <summary>The fields beside the group's median, strongest first.</summary>
    public IReadOnlyList<FieldStrength> Fields { get; } = FieldStrength.Of(Card);
}

/// <summary>Reads what a unit's year has to tell.</summary>
public sealed class UnitStories(PublicReleases releases)
{
    /// <summary>The story of a year; <c>null</c> where only totals are known of it.</summary>
    /// <param name="year">The unit in its year.</param>
    /// <param name="before">The unit in the year before, or <c>null</c>.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<UnitStory?> OfAsync(UnitYear year, UnitYear? before, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(year);
        if (await releases.ScorecardAsync(year, cancel) is not { } card)
        {
            return null;
        }

        var earlier = before is not null && year.Result.WhyNoChange is null ? await releases.ScorecardAsync(before, cancel) : null;
        return new(card, ChangeAccount.Of(earlier, card));
    }
}
