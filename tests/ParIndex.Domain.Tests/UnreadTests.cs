using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Domain.Tests;

/// <summary>An entity as a reader leaves it that read nothing with it.</summary>
public sealed class UnreadTests
{
    [Fact]
    public void WhatWasNotRead_IsNeverAnEmptyList_AndIsNamed()
    {
        Refuses("Groups was asked for and not read", () => Bare<Round>().Groups);
        Refuses("Exemptions was asked for and not read", () => Bare<Participant>().Exemptions);
        Refuses("Criteria was asked for and not read", () => Bare<CriteriaSet>().Leaves);
        Refuses("Cells was asked for and not read", () => Bare<Scorecard>().Cell(ScoreStage.SelfScore, Guid.Empty));
    }

    [Fact]
    public void WithoutTheRound_NothingOfItChanges()
    {
        Refuses("The participant was read without its group", () => { Bare<Participant>().Mark(isSpecialCase: true, isRanked: false); return null; });
        Refuses("The group was read without its round", () => { Bare<RoundGroup>().Remove(Bare<Participant>()); return null; });
    }

    private static void Refuses(string said, Func<object?> act) => Assert.StartsWith(said, Assert.Throws<InvalidOperationException>(act).Message, StringComparison.Ordinal);

    private static T Bare<T>() => (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
}
