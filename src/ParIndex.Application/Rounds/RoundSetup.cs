using ParIndex.Application.Accounts;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Rounds;

/// <summary>A round with all it is made of.</summary>
/// <param name="Round">The round.</param>
/// <param name="Groups">Its groups in the register's order.</param>
/// <param name="Staff">Who is at work in it, by key: the active people of its units, and whoever is assigned.</param>
/// <param name="Pending">Requests about it and its participants that wait for a second person.</param>
public sealed record RoundSetup(Round Round, IReadOnlyList<GroupSetup> Groups, IReadOnlyDictionary<Guid, StaffAccount> Staff, IReadOnlyList<TwoPersonRequest> Pending)
{
    /// <summary>The group of a slug, or <c>null</c>.</summary>
    public GroupSetup? Group(string slug) => Groups.FirstOrDefault(group => group.UnitGroup.Slug == slug);

    /// <summary>Every unit that takes part.</summary>
    public IEnumerable<ParticipantSetup> Participants => Groups.SelectMany(group => group.Participants);

    /// <summary>
    /// What the round consists of, as a mark: it differs as soon as the round or one of its criteria sets was changed.
    /// </summary>
    public string Stamp => string.Join('.', Groups.Select(group => group.Set?.Version ?? Guid.Empty).Prepend(Round.Version).Select(version => version.ToString("N")));
}

/// <summary>A group of a round.</summary>
/// <param name="Group">Its rules.</param>
/// <param name="UnitGroup">The group in the register.</param>
/// <param name="Set">Its criteria set, or <c>null</c> while none is chosen.</param>
/// <param name="Participants">Its units by name.</param>
/// <param name="Assignments">Who appraises what.</param>
public sealed record GroupSetup(RoundGroup Group, UnitGroup UnitGroup, CriteriaSet? Set, IReadOnlyList<ParticipantSetup> Participants, IReadOnlyList<AppraiserAssignment> Assignments)
{
    /// <summary>The roots of the criteria tree, by which appraisers are assigned.</summary>
    public IReadOnlyList<Criterion> Fields => Set is null ? [] : [.. Set.Criteria.Where(criterion => criterion.ParentId is null).OrderBy(criterion => criterion.Position)];

    /// <summary>The root above a leaf, or the leaf itself when it stands alone.</summary>
    public Criterion FieldOf(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var node = leaf;
        while (node.ParentId is { } parent)
        {
            node = Set!.Criteria.First(criterion => criterion.Id == parent);
        }

        return node;
    }
}

/// <summary>A unit of a group.</summary>
/// <param name="Participant">Its marks, exemptions and extensions.</param>
/// <param name="Unit">The unit in the register.</param>
/// <param name="Name">Its name in the year assessed.</param>
/// <param name="Sheet">Its leaves, or <c>null</c> while the group has no criteria set.</param>
public sealed record ParticipantSetup(Participant Participant, Unit Unit, string Name, ScoreSheet? Sheet)
{
    /// <summary>The scale as it forms: points of the leaves that apply; <c>null</c> without a criteria set.</summary>
    public decimal? Scale => Sheet?.Scale;

    /// <summary>The leaves that do not apply, in the order of the set.</summary>
    public IEnumerable<Criterion> NotApplicable => Sheet is null ? [] : Sheet.Lines.Where(line => line.State is LeafState.NotApplicable).Select(line => line.Leaf);
}
