using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Rounds;

/// <summary>An assessment round (kỳ đánh giá): one year, several groups.</summary>
public sealed class Round
{
    private readonly List<RoundGroup> _groups = [];
    private readonly List<RoundDeadline> _deadlines = [];
    private readonly List<RoundMove> _moves = [];

    /// <param name="year">The year assessed.</param>
    /// <param name="authority">Who assesses, as it calls itself.</param>
    /// <param name="title">Title as staff see it.</param>
    public Round(int year, string authority, string title)
    {
        Year = year;
        Authority = authority;
        Title = title;
    }

    private Round()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>The year assessed.</summary>
    public int Year { get; private set; }

    /// <summary>Title as staff see it.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Who assesses: the province, or a district for its communes until mid-2025.</summary>
    public string Authority { get; private set; } = "";

    /// <summary>Where the round stands.</summary>
    public RoundState State { get; private set; } = RoundState.Draft;

    /// <summary>Until when each step runs.</summary>
    public IReadOnlyList<RoundDeadline> Deadlines => _deadlines;

    /// <summary>Every move from state to state: who, when, why.</summary>
    public IReadOnlyList<RoundMove> Moves => _moves;

    /// <summary>The groups that take part.</summary>
    public IReadOnlyList<RoundGroup> Groups => _groups;

    /// <summary>Sets until when a step runs; a step has one deadline.</summary>
    /// <param name="step">The step.</param>
    /// <param name="until">Last instant, UTC.</param>
    /// <exception cref="ArgumentException">Before the deadline of an earlier step, or after that of a later one.</exception>
    public void SetDeadline(RoundStep step, DateTime until)
    {
        if (_deadlines.Exists(other => (other.Step < step && other.Until > until) || (other.Step > step && other.Until < until)))
        {
            throw new ArgumentException("Thời hạn của các bước phải theo thứ tự các bước.", nameof(until));
        }

        if (_deadlines.Find(deadline => deadline.Step == step) is { } existing)
        {
            existing.Until = until;
        }
        else
        {
            _deadlines.Add(new(step, until));
        }
    }

    /// <summary>Moves the round along the table of <see cref="RoundRules"/> and records who, when and why.</summary>
    /// <exception cref="InvalidOperationException">The table has no such move.</exception>
    public void Move(RoundState to, Guid by, DateTime at, string? note)
    {
        if (!RoundRules.Allows(State, to))
        {
            throw new InvalidOperationException($"A round does not move from {State} to {to}.");
        }

        _moves.Add(new(State, to, by, at, note));
        State = to;
    }

    /// <summary>Adds a group with its criteria set and rules.</summary>
    /// <exception cref="ArgumentException">The group takes part already, or the set is of another group or year.</exception>
    public RoundGroup AddGroup(UnitGroup group, CriteriaSet criteriaSet, GroupRules rules)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(criteriaSet);
        ArgumentNullException.ThrowIfNull(rules);
        if (_groups.Exists(existing => existing.UnitGroupId == group.Id))
        {
            throw new ArgumentException($"Khối “{group.Name}” đã có trong kỳ đánh giá.", nameof(group));
        }

        if (criteriaSet.Year != Year || criteriaSet.GroupSlug != group.Slug)
        {
            throw new ArgumentException($"Bộ tiêu chí “{criteriaSet.Title}” không phải của khối “{group.Name}” năm {Year}.", nameof(criteriaSet));
        }

        var added = new RoundGroup(group, criteriaSet, rules);
        _groups.Add(added);
        return added;
    }
}
