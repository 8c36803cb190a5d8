using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Rounds;

/// <summary>An assessment round (kỳ đánh giá): one year, several groups.</summary>
public sealed class Round
{
    private readonly List<RoundGroup> _groups = [];

    /// <param name="year">The year assessed.</param>
    /// <param name="title">Title as staff see it.</param>
    public Round(int year, string title)
    {
        Year = year;
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

    /// <summary>The groups that take part.</summary>
    public IReadOnlyList<RoundGroup> Groups => _groups;

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
