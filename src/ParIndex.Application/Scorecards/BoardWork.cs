using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Scorecards;

/// <summary>What is done from the board of a round to the units chosen there.</summary>
public enum BoardAct
{
    /// <summary>Their officers are reminded.</summary>
    Remind,

    /// <summary>Each is given a later deadline for the step it is in.</summary>
    Extend,

    /// <summary>The first appraisal or the explanation ends, whichever each is in.</summary>
    EndStep,

    /// <summary>The second appraisal ends and the result is agreed.</summary>
    Agree,
}

/// <summary>What is wanted of the units chosen.</summary>
/// <param name="Act">The act.</param>
/// <param name="Words">What a reminder adds, or why it is done.</param>
/// <param name="Until">Last instant of an extension, UTC; <c>null</c> while none was entered.</param>
public sealed record BoardOrder(BoardAct Act, string? Words = null, DateTime? Until = null);

/// <summary>One of the units chosen, and what becomes of it.</summary>
/// <param name="Folder">Its scorecard.</param>
/// <param name="What">What is done, a Vietnamese phrase: “Kết thúc giải trình”.</param>
/// <param name="WhyNot">Why it is not done; <c>null</c> when nothing stands against it.</param>
public sealed record BoardLine(ScorecardPlace Folder, string What, Refusal? WhyNot)
{
    /// <summary>Whether a second person of another unit must agree first.</summary>
    public bool Waits { get; init; }

    /// <summary>Whether this must say why.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>The message to its officers, of a reminder.</summary>
    public Reminder? Reminder { get; init; }
}

/// <summary>
/// One act on many units of a round. What it would do is shown first; then it does all it can, unit by unit, by the same
/// services and under the same rules as for a single one, and names the rest.
/// </summary>
public sealed class BoardWork(ParIndexDb db, ScorecardReader scorecards, ScorecardWorkflow moves, RoundTimetable timetable, ReminderSending reminders, TimeProvider clock)
{
    private const string NotTheirs = "Vai trò của tài khoản này không được thực hiện việc này cho nhiều đơn vị.";

    /// <summary>What the button of an act says.</summary>
    public static string Of(BoardAct act) => act switch
    {
        BoardAct.Remind => "Nhắc việc",
        BoardAct.Extend => "Gia hạn",
        BoardAct.EndStep => "Kết thúc bước",
        _ => "Thống nhất kết quả",
    };

    /// <summary>Whether the act is this person's at all: the council agrees, all else is the coordinator's.</summary>
    public static bool MayEver(StaffAccount actor, BoardAct act)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(act == BoardAct.Agree ? StaffRoles.Coordinator | StaffRoles.CouncilMember : StaffRoles.Coordinator);
    }

    /// <summary>What the act would do to each of the units now, in the order of the round. Nothing is stored.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="order">What is wanted.</param>
    /// <param name="unitCodes">The codes of the units; those that take no part are passed over.</param>
    /// <param name="actor">Who would do it.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<BoardLine>> PreviewAsync(RoundSetup setup, BoardOrder order, IReadOnlyCollection<string> unitCodes, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(actor);
        var chosen = setup.Participants.Where(unit => unitCodes.Contains(unit.Unit.Code)).Select(unit => unit.Participant.Id).ToHashSet();
        var lines = order.Act == BoardAct.Remind
            ? (await reminders.PreviewAsync(setup, chosen, order.Words, cancel)).Select(Of)
            : (await scorecards.OfRoundAsync(setup, chosen, cancel)).Select(folder => Of(folder, order, actor, clock.GetUtcNow().UtcDateTime));
        return [.. lines.Select(line => MayEver(actor, order.Act) ? line : line with { WhyNot = new(NotTheirs, IsOfRights: true) })];
    }

    /// <summary>Does it to every unit that nothing stands against.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="order">What is wanted; of an extension with its end, as people read it, in <paramref name="untilText"/>.</param>
    /// <param name="untilText">The end of an extension as people read it.</param>
    /// <param name="shown">The units, by code, with the version their scorecards had when they were shown.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>What became of each.</returns>
    /// <exception cref="RefusedException">It was done to none.</exception>
    public async Task<IReadOnlyList<BoardLine>> CarryOutAsync(RoundSetup setup, BoardOrder order, string? untilText, IReadOnlyDictionary<string, Guid> shown, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var lines = await PreviewAsync(setup, order, [.. shown.Keys], actor, cancel);
        var ready = lines.Where(line => line.WhyNot is null).ToList();
        var refusals = ready.Count == 0 ? new Dictionary<Guid, Refusal>() : order.Act switch
        {
            BoardAct.Remind => await RemindAsync(setup, order, ready, actor, cancel),
            BoardAct.Extend => await timetable.ExtendAsync(setup.Round.Id, ready.ToDictionary(KeyOf, line => ScorecardRules.StepOf(line.Folder.Card.State)), order.Until!.Value, untilText!, order.Words!, actor, cancel),
            _ => await MoveAsync(order, ready, shown, actor, cancel),
        };
        lines = [.. lines.Select(line => line with { WhyNot = line.WhyNot ?? refusals.GetValueOrDefault(KeyOf(line)) })];
        if (lines.All(line => line.WhyNot is not null))
        {
            throw new RefusedException(
                lines.Count == 0 ? "Không có phiếu chấm điểm nào của các đơn vị đã chọn." : lines.Count == 1 ? lines[0].WhyNot!.Reason : $"Không thực hiện được cho đơn vị nào trong {NumberWriter.VietnameseCount(lines.Count)} đơn vị đã chọn; lý do ghi dưới đây.",
                isOfRights: lines.Count > 0 && lines.All(line => line.WhyNot!.IsOfRights));
        }

        return lines;
    }

    private static Guid KeyOf(BoardLine line) => line.Folder.Unit.Participant.Id;

    private static BoardLine Of(Reminder reminder) => new(
        reminder.Line.Folder,
        $"Gửi {NumberWriter.VietnameseCount(reminder.Recipients.Count)} thông báo: {string.Join("; ", reminder.Recipients.Select(person => person.FullName))}",
        ReminderSending.WhyNot(reminder) is { } reason ? new(reason) : null)
    {
        Reminder = reminder,
    };

    private static BoardLine Of(ScorecardFolder folder, BoardOrder order, StaffAccount actor, DateTime now) => order.Act switch
    {
        BoardAct.Extend => Extension(folder, order, actor, now),
        BoardAct.EndStep when folder.Card.State == ScorecardState.SelfScoring => Nothing(folder, "Đơn vị chưa nộp phiếu chấm điểm; bước tự chấm điểm kết thúc khi đơn vị nộp."),
        BoardAct.EndStep when folder.Card.State == ScorecardState.SecondAppraisal => Nothing(folder, "Thẩm định lần 2 kết thúc khi thống nhất kết quả; chọn “Thống nhất kết quả” cho đơn vị này."),
        BoardAct.EndStep when folder.Card.State == ScorecardState.Agreed => Nothing(folder, "Phiếu chấm điểm đã thống nhất, không còn bước nào để kết thúc."),
        _ => Move(folder, ActOf(order.Act, folder.Card.State), actor, now),
    };

    private static ScorecardAct ActOf(BoardAct act, ScorecardState state) =>
        act == BoardAct.Agree ? ScorecardAct.Agree : state == ScorecardState.FirstAppraisal ? ScorecardAct.EndFirstAppraisal : ScorecardAct.EndExplanation;

    private static BoardLine Move(ScorecardFolder folder, ScorecardAct act, StaffAccount actor, DateTime now) =>
        new(folder, ScorecardWords.Of(act), ScorecardWorkflow.RefusalOf(actor, folder, act, now)) { NeedsReason = ScorecardDemands.NeedsReason(act, actor, folder) };

    private static BoardLine Nothing(ScorecardFolder folder, string why) => new(folder, "", new(why));

    private static BoardLine Extension(ScorecardFolder folder, BoardOrder order, StaffAccount actor, DateTime now)
    {
        var step = ScorecardRules.StepOf(folder.Card.State);
        var why = !folder.Round.IsUnderWay ? ScorecardWords.RoundNotOpen
            : folder.Card.State == ScorecardState.Agreed ? "Phiếu chấm điểm đã thống nhất, không còn bước nào để gia hạn."
            : RoundTimetable.WhyNotExtend(folder.Round, folder.Unit.Participant, step, order.Until, now);
        return new(folder, $"Bước {RoundWords.InSentence(step)}{(folder.Deadline is { } until ? $", hạn hiện có {DateWriter.VietnameseDeadline(until)}" : "")}", why is null ? null : new(why))
        {
            Waits = RoundRights.IsOwnUnit(actor, folder.Unit.Unit.Id),
            NeedsReason = true,
        };
    }

    private async Task<IReadOnlyDictionary<Guid, Refusal>> RemindAsync(RoundSetup setup, BoardOrder order, IReadOnlyList<BoardLine> ready, StaffAccount actor, CancellationToken cancel)
    {
        await reminders.SendAsync(setup, ready.Select(KeyOf).ToHashSet(), order.Words, actor, cancel);
        return new Dictionary<Guid, Refusal>();
    }

    /// <summary>Each scorecard by itself: held, asked again, saved with an event of its own.</summary>
    private async Task<IReadOnlyDictionary<Guid, Refusal>> MoveAsync(BoardOrder order, IReadOnlyList<BoardLine> ready, IReadOnlyDictionary<string, Guid> shown, StaffAccount actor, CancellationToken cancel)
    {
        var refusals = new Dictionary<Guid, Refusal>();
        foreach (var line in ready)
        {
            try
            {
                await moves.MoveAsync(line.Folder.Card.Id, ActOf(order.Act, line.Folder.Card.State), shown[line.Folder.Unit.Unit.Code], order.Words, actor, cancel);
            }
            catch (RefusedException refused)
            {
                refusals[KeyOf(line)] = refused.Refusal;
            }

            // The next one is read and saved by itself.
            db.ChangeTracker.Clear();
        }

        return refusals;
    }
}
