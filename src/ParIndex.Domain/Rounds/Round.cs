using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Rounds;

/// <summary>A unit of a past year that was assessed elsewhere.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="IsSpecialCase">The special-case mark (đơn vị đặc thù).</param>
/// <param name="NotApplicable">Leaves that did not apply to it, and why.</param>
public sealed record PastUnit(Unit Unit, bool IsSpecialCase, IReadOnlyList<(Criterion Leaf, string Reason)> NotApplicable);

/// <summary>An assessment round (kỳ đánh giá): one year, several groups.</summary>
public sealed class Round
{
    // Null where they were not read.
    private List<RoundGroup>? _groups;
    private List<RoundDeadline>? _deadlines;
    private List<RoundMove>? _moves;
    private List<RoundDecision>? _decisions;
    private List<RoundAmendment>? _amendments;

    /// <param name="year">The year assessed.</param>
    /// <param name="authority">Who assesses, as it calls itself.</param>
    /// <param name="title">Title as staff see it.</param>
    public Round(int year, string authority, string title)
    {
        Year = year;
        Authority = authority;
        Title = title;
        (_groups, _deadlines, _moves, _decisions, _amendments) = ([], [], [], [], []);
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
    public IReadOnlyList<RoundDeadline> Deadlines => _deadlines.OrThrow();

    /// <summary>Every move from state to state: who, when, why.</summary>
    public IReadOnlyList<RoundMove> Moves => _moves.OrThrow();

    /// <summary>The decisions recorded for the announcement, as often as they were worded anew.</summary>
    public IReadOnlyList<RoundDecision> Decisions => _decisions.OrThrow();

    /// <summary>
    /// The decision that holds: the one recorded last; <c>null</c> while there is none. That of an earlier version is none of
    /// a round that was taken up again since.
    /// </summary>
    public RoundDecision? Decision => Decisions.Where(decision => (decision.Sequence ?? long.MaxValue) > (Amendment?.Sequence ?? 0)).OrderBy(decision => decision.Sequence ?? long.MaxValue).LastOrDefault();

    /// <summary>How often the published results were taken up again, and why.</summary>
    public IReadOnlyList<RoundAmendment> Amendments => _amendments.OrThrow();

    /// <summary>What the round is taken up again for; <c>null</c> for a round that was never published, and for one that is.</summary>
    public RoundAmendment? Amendment => State == RoundState.Published ? null : Amendments.OrderBy(amendment => amendment.Sequence ?? long.MaxValue).LastOrDefault();

    /// <summary>The groups that take part.</summary>
    public IReadOnlyList<RoundGroup> Groups => _groups.OrThrow();

    /// <summary>Whether groups, units and exemptions may still change.</summary>
    public bool IsDraft => State == RoundState.Draft;

    /// <summary>Whether deadlines, extensions and assignments may change: until scoring has ended.</summary>
    public bool IsUnderWay => State is RoundState.Draft or RoundState.Open;

    /// <summary>Sets the deadlines of all steps at once; a step that is not named has none.</summary>
    /// <param name="deadlines">Last instants by step, UTC.</param>
    /// <exception cref="RefusedException">A step would end before an earlier one, or scoring has ended; nothing is changed.</exception>
    public void SetDeadlines(IReadOnlyDictionary<RoundStep, DateTime> deadlines)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        RequireUnderWay();
        var inOrder = deadlines.OrderBy(deadline => deadline.Key).ToList();
        if (inOrder.Zip(inOrder.Skip(1)).Any(pair => pair.First.Value > pair.Second.Value))
        {
            throw new RefusedException("Thời hạn của các bước phải theo thứ tự các bước.");
        }

        _deadlines.OrThrow(nameof(Deadlines)).RemoveAll(deadline => !deadlines.ContainsKey(deadline.Step));
        inOrder.ForEach(deadline => Put(deadline.Key, deadline.Value));
    }

    /// <summary>Last instant of a step for one unit, UTC: its longest extension, or the round's deadline; <c>null</c> while there is none.</summary>
    public DateTime? DeadlineOf(RoundStep step, Participant participant)
    {
        ArgumentNullException.ThrowIfNull(participant);
        return participant.Extensions.Where(extension => extension.Step == step).Select(extension => (DateTime?)extension.Until)
            .Append(Deadlines.FirstOrDefault(deadline => deadline.Step == step)?.Until).Max();
    }

    /// <summary>Moves the round along the table of <see cref="RoundRules"/> and records who, when and why.</summary>
    /// <exception cref="InvalidOperationException">The table has no such move.</exception>
    public void Move(RoundState to, Guid by, DateTime at, string? note)
    {
        if (!RoundRules.Allows(State, to))
        {
            throw new InvalidOperationException($"A round does not move from {State} to {to}.");
        }

        _moves.OrThrow(nameof(Moves)).Add(new(State, to, by, at, note));
        State = to;
    }

    /// <summary>The move by which the round was given up; <c>null</c> unless it is cancelled.</summary>
    public RoundMove? Cancellation => State == RoundState.Cancelled ? Moves.Where(move => move.To == RoundState.Cancelled).OrderBy(move => move.Sequence ?? long.MaxValue).Last() : null;

    /// <summary>Last instant at which the round can be taken back, UTC; <c>null</c> unless it is cancelled.</summary>
    public DateTime? RestorableUntil => Cancellation?.At + RoundRules.Restorable;

    /// <summary>
    /// Whether it was never assessed here but holds figures of a past year that were taken in: such a round opens and
    /// ends at one instant.
    /// </summary>
    public bool HoldsPastFigures => Moves.FirstOrDefault(move => move.From == RoundState.Draft && move.To == RoundState.Open)?.At is { } opened && Moves.Any(move => move.To == RoundState.Closed && move.At == opened);

    /// <summary>Takes a cancelled round back to exactly the state it had; nothing else of it ever changed.</summary>
    /// <exception cref="InvalidOperationException">It is not cancelled, or was so for longer than <see cref="RoundRules.Restorable"/>.</exception>
    public void Restore(Guid by, DateTime at, string? note)
    {
        if (Cancellation is not { } cancellation || at > RestorableUntil)
        {
            throw new InvalidOperationException($"A round that is {State} is not taken back at {at:O}.");
        }

        _moves.OrThrow(nameof(Moves)).Add(new(RoundState.Cancelled, cancellation.From, by, at, note));
        State = cancellation.From;
    }

    /// <summary>
    /// Takes the published results up again: what is published stays, the round stands where it stood before. The decision of
    /// the new version is another one.
    /// </summary>
    /// <exception cref="RefusedException">Its results are not published.</exception>
    public void Amend(RoundAmendment amendment)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        RefusedException.ThrowIf(State == RoundState.Published ? null : "Chỉ kết quả đã công bố mới được đính chính, điều chỉnh hoặc thu hồi.");
        _amendments.OrThrow(nameof(Amendments)).Add(amendment);
        _moves.OrThrow(nameof(Moves)).Add(new(RoundState.Published, RoundState.Closed, amendment.By, amendment.At, amendment.Reason));
        State = RoundState.Closed;
    }

    /// <summary>Records the decision that the results are announced by.</summary>
    /// <exception cref="InvalidOperationException">Scoring has not ended, or the results are published already.</exception>
    public void Record(RoundDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (State != RoundState.Closed)
        {
            throw new InvalidOperationException($"A decision is recorded for a closed round, not for one that is {State}.");
        }

        _decisions.OrThrow(nameof(Decisions)).Add(decision);
    }

    /// <summary>Adds a group with its rules, and its criteria set once there is one.</summary>
    /// <exception cref="RefusedException">The group takes part already, or the set is of another group or year, or the round is no draft.</exception>
    public RoundGroup AddGroup(UnitGroup group, CriteriaSet? criteriaSet, GroupRules rules)
    {
        RequireDraft();
        return Add(group, criteriaSet, rules);
    }

    /// <summary>
    /// Takes in a group of a past year that was assessed elsewhere, whole: its units with their marks, and what did not
    /// apply to them. The only way into a round whose scoring has ended.
    /// </summary>
    /// <param name="group">The group.</param>
    /// <param name="criteriaSet">Its criteria set.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="units">Its units.</param>
    /// <param name="legalBasis">Where the figures come from; every exemption rests on it.</param>
    /// <param name="by">The account that takes them in.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="RefusedException">The group takes part already, a unit stands there twice, or the set is of another group or year.</exception>
    /// <exception cref="InvalidOperationException">Scoring has not ended, or the results are published.</exception>
    public RoundGroup TakeIn(UnitGroup group, CriteriaSet criteriaSet, GroupRules rules, IEnumerable<PastUnit> units, string legalBasis, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(criteriaSet);
        ArgumentNullException.ThrowIfNull(units);
        if (State != RoundState.Closed)
        {
            throw new InvalidOperationException($"Figures of a past year are taken into a closed round, not into one that is {State}.");
        }

        var added = Add(group, criteriaSet, rules);
        foreach (var unit in units)
        {
            var participant = added.Add(unit.Unit, unit.IsSpecialCase, isRanked: true);
            foreach (var (leaf, reason) in unit.NotApplicable)
            {
                participant.Record(leaf, reason, legalBasis, by, at);
            }
        }

        return added;
    }

    /// <summary>Takes a group out with its units.</summary>
    /// <exception cref="RefusedException">The round is no draft.</exception>
    public void Remove(RoundGroup group)
    {
        RequireDraft();
        _groups.OrThrow(nameof(Groups)).Remove(group);
    }

    /// <summary>Changes the criteria set and the rules of a group.</summary>
    /// <exception cref="RefusedException">The set is of another group or year, or exemptions rest on the one it would replace, or the round is no draft.</exception>
    public void SetUp(RoundGroup roundGroup, UnitGroup group, CriteriaSet? criteriaSet, GroupRules rules)
    {
        ArgumentNullException.ThrowIfNull(roundGroup);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(rules);
        RequireDraft();
        CheckSet(group, criteriaSet);
        if (criteriaSet?.Id != roundGroup.CriteriaSetId && roundGroup.Participants.Any(participant => participant.Exemptions.Count > 0))
        {
            throw new RefusedException($"Khối “{group.Name}” đã ghi nội dung không áp dụng theo bộ tiêu chí đang chọn; rút các nội dung đó trước khi đổi bộ tiêu chí.");
        }

        roundGroup.SetUp(criteriaSet, rules);
    }

    /// <summary>Lets a unit take part in a group.</summary>
    /// <exception cref="RefusedException">The unit did not exist in the year, or takes part already, in this group or another, or the round is no draft.</exception>
    public Participant Admit(RoundGroup group, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(unit);
        if (!unit.ExistedIn(Year))
        {
            throw new RefusedException($"{unit.CurrentName.Name} không tồn tại trong năm {Year}, nên không tham gia kỳ đánh giá này.");
        }

        if (Groups.Any(other => other != group && other.Participants.Any(participant => participant.UnitId == unit.Id)))
        {
            throw new RefusedException($"{unit.NameIn(Year).Name} đã tham gia ở khối khác của kỳ đánh giá.");
        }

        return group.AddParticipant(unit);
    }

    /// <summary>Refuses what only a draft allows.</summary>
    /// <exception cref="RefusedException">Criteria sets, units and exemptions were locked when scoring opened.</exception>
    public void RequireDraft() =>
        RefusedException.ThrowIf(IsDraft ? null : "Kỳ đánh giá không còn ở trạng thái dự thảo: bộ tiêu chí, danh sách đơn vị và các nội dung không áp dụng đã khóa khi mở kỳ.");

    /// <summary>Refuses what only a round under way allows.</summary>
    /// <exception cref="RefusedException">Scoring has ended, or the round was given up.</exception>
    public void RequireUnderWay() =>
        RefusedException.ThrowIf(IsUnderWay ? null : "Kỳ đánh giá đã kết thúc việc chấm điểm hoặc đã hủy, không thay đổi được nữa.");

    private void Put(RoundStep step, DateTime until)
    {
        if (_deadlines.OrThrow(nameof(Deadlines)).Find(deadline => deadline.Step == step) is { } existing)
        {
            existing.Until = until;
        }
        else
        {
            _deadlines!.Add(new(step, until));
        }
    }

    private RoundGroup Add(UnitGroup group, CriteriaSet? criteriaSet, GroupRules rules)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(rules);
        if (Groups.Any(existing => existing.UnitGroupId == group.Id))
        {
            throw new RefusedException($"Khối “{group.Name}” đã có trong kỳ đánh giá.");
        }

        CheckSet(group, criteriaSet);
        var added = new RoundGroup(this, group, criteriaSet, rules);
        _groups!.Add(added);
        return added;
    }

    private void CheckSet(UnitGroup group, CriteriaSet? criteriaSet)
    {
        if (criteriaSet is not null && (criteriaSet.Year != Year || criteriaSet.GroupSlug != group.Slug))
        {
            throw new RefusedException($"Bộ tiêu chí “{criteriaSet.Title}” không phải của khối “{group.Name}” năm {Year}.");
        }
    }
}
