using ParIndex.Domain.Units;

namespace ParIndex.Application.Units;

/// <summary>A unit among the places of before and after a reorganisation.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Steps">Every link of its history, its land among them, in order.</param>
public sealed record UnitLands(Unit Unit, IReadOnlyList<LineageStep> Steps)
{
    /// <summary>The first day on which an ended unit was no more; <c>null</c> while it exists.</summary>
    public DateOnly? EndedOn => Unit.ValidTo?.AddDays(1);

    /// <summary>What ended it: a decision or resolution, or <c>null</c> where none is recorded or it exists.</summary>
    public string? EndedBy => Unit.ValidTo is null ? null : Steps.Where(step => step.Predecessor.Id == Unit.Id && step.Link.Kind != SuccessionKind.Territory).Select(step => step.Link.LegalBasis).FirstOrDefault();

    /// <summary>What took its place: the units it was merged into or split into.</summary>
    public IReadOnlyList<Unit> Successors => [.. Steps.Where(step => step.Predecessor.Id == Unit.Id && step.Link.Kind != SuccessionKind.Territory).Select(step => step.Successor).OfType<Unit>()];

    /// <summary>The units that lie on its land since it ended: the communes of a former district.</summary>
    public IReadOnlyList<Unit> OnItsLand => [.. Steps.Where(step => step.Predecessor.Id == Unit.Id && step.Link.Kind == SuccessionKind.Territory).Select(step => step.Successor).OfType<Unit>()];

    /// <summary>The former units on whose land it lies; several where it was formed across a boundary.</summary>
    public IReadOnlyList<Unit> FormerDistricts => [.. Territory.Select(step => step.Predecessor)];

    /// <summary>The day since which those are no more.</summary>
    public DateOnly? FormerUntil => Territory.Select(step => (DateOnly?)step.Link.EffectiveOn).FirstOrDefault();

    /// <summary>The year its first result will be of, where a reorganisation formed it; <c>null</c> of a unit that was there before, or has ended.</summary>
    public int? FirstYear => Unit is { ValidTo: null, ValidFrom: { } from } && Steps.Any(step => step.Successor?.Id == Unit.Id && step.Link.EffectiveOn == from) ? from.Year : null;

    /// <summary>Whether there is anything of this to say.</summary>
    public bool SaysAnything => EndedOn is not null || Territory.Any();

    private IEnumerable<LineageStep> Territory => Steps.Where(step => step.Successor?.Id == Unit.Id && step.Link.Kind == SuccessionKind.Territory);
}
