using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Council;

/// <summary>
/// What the council is asked to decide of one leaf on which opinions differ: the points proposed and why, beside what unit and
/// appraisers said when it was proposed.
/// </summary>
public sealed class CouncilItem
{
    /// <summary>Longest reason.</summary>
    public const int MostReason = 2000;

    /// <param name="meeting">The meeting.</param>
    /// <param name="scorecardId">The scorecard.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="own">The unit's own points then.</param>
    /// <param name="counting">The points that counted then.</param>
    /// <param name="proposed">The points proposed, 0…the leaf's maximum.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">The account that proposes.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="RefusedException">No reason, one too long, or points outside 0…the leaf's maximum.</exception>
    public CouncilItem(CouncilMeeting meeting, Guid scorecardId, Criterion leaf, decimal own, decimal counting, decimal proposed, string? reason, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(leaf);
        var why = VietnameseText.Normalize(reason ?? "");
        RefusedException.ThrowIf(proposed < 0 || proposed > leaf.MaxScore ? $"Điểm đề xuất của tiêu chí {leaf.Code} phải từ 0 đến {NumberWriter.VietnameseTrimmed(leaf.MaxScore)}." : null);
        RefusedException.ThrowIf(why.Length == 0 ? "Ghi lý do của đề xuất." : why.Length > MostReason ? $"Lý do dài tối đa {MostReason} ký tự." : null);
        (MeetingId, ScorecardId, CriterionId, OwnPoints, CountingPoints, ProposedPoints) = (meeting.Id, scorecardId, leaf.Id, own, counting, proposed);
        (Reason, By, At) = (why, by, at);
    }

    private CouncilItem()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>The scorecard.</summary>
    public Guid ScorecardId { get; private set; }

    /// <summary>The leaf.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>The unit's own points then.</summary>
    public decimal OwnPoints { get; private set; }

    /// <summary>The points that counted then.</summary>
    public decimal CountingPoints { get; private set; }

    /// <summary>The points proposed.</summary>
    public decimal ProposedPoints { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The account that proposed.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whether it says what <see cref="Scores.OpinionsDiffer"/> is about: the same leaf of the same scorecard.</summary>
    public bool IsOf(Guid scorecardId, Guid criterionId) => ScorecardId == scorecardId && CriterionId == criterionId;
}

/// <summary>What a member says to a proposal.</summary>
public enum CouncilVoice
{
    /// <summary>Tán thành.</summary>
    For,

    /// <summary>Không tán thành.</summary>
    Against,

    /// <summary>Không biểu quyết.</summary>
    Abstains,
}

/// <summary>One vote of one account on an item. It may be given again while the item is open: the newest of a person counts.</summary>
public sealed class CouncilVote
{
    /// <param name="item">The item.</param>
    /// <param name="voice">What is said.</param>
    /// <param name="isWritten">Whether in writing, by a member who was not present.</param>
    /// <param name="by">The account.</param>
    /// <param name="at">Instant, UTC.</param>
    public CouncilVote(CouncilItem item, CouncilVoice voice, bool isWritten, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(item);
        (ItemId, Voice, IsWritten, By, At) = (item.Id, voice, isWritten, by, at);
    }

    private CouncilVote()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The item.</summary>
    public Guid ItemId { get; private set; }

    /// <summary>What is said.</summary>
    public CouncilVoice Voice { get; private set; }

    /// <summary>Whether in writing.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>The account.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>The end of an item: what was counted, and whether the proposal carried. Never changed; a later item may decide anew.</summary>
public sealed class CouncilOutcome
{
    /// <param name="item">The item.</param>
    /// <param name="tally">What was counted.</param>
    /// <param name="by">The account that closes it.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="RefusedException">There is no quorum.</exception>
    public CouncilOutcome(CouncilItem item, CouncilTally tally, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(tally);
        RefusedException.ThrowIf(tally.HasQuorum ? null : $"Chưa đủ số thành viên biểu quyết: cần {NumberWriter.VietnameseCount(tally.Quorum)}, mới có {NumberWriter.VietnameseCount(tally.TookPart)} trên {NumberWriter.VietnameseCount(tally.Members)} thành viên.");
        (ItemId, Carried, Members, For, Against, Abstained) = (item.Id, tally.Carries, tally.Members, tally.For, tally.Against, tally.Abstained);
        (By, At) = (by, at);
    }

    private CouncilOutcome()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The item; it has one end.</summary>
    public Guid ItemId { get; private set; }

    /// <summary>Whether the proposal carried: its points then bind.</summary>
    public bool Carried { get; private set; }

    /// <summary>Members of the council.</summary>
    public int Members { get; private set; }

    /// <summary>In favour.</summary>
    public int For { get; private set; }

    /// <summary>Against.</summary>
    public int Against { get; private set; }

    /// <summary>Took part without a voice.</summary>
    public int Abstained { get; private set; }

    /// <summary>The account that closed it.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }
}
