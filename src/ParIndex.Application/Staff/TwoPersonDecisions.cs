using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>A request in a list.</summary>
/// <param name="Request">The request.</param>
/// <param name="RequestedBy">Who asks, with unit.</param>
/// <param name="DecidedBy">Who decided, or <c>null</c>.</param>
/// <param name="Subject">What an open request concerns, or <c>null</c> when the summary says it all.</param>
/// <param name="WhyNot">Why the reader cannot agree to it, or <c>null</c> when the reader can.</param>
/// <param name="MayRefuse">Whether the reader can refuse it: also one who is not established yet, or when who asked may no longer ask.</param>
public sealed record TwoPersonRow(TwoPersonRequest Request, StaffRow RequestedBy, StaffRow? DecidedBy, TwoPersonSubject? Subject, string? WhyNot, bool MayRefuse);

/// <summary>Acts that wait for a second person of another unit: the one place where they are listed and decided.</summary>
public sealed class TwoPersonDecisions(ParIndexDb db, IEnumerable<TwoPersonHandler> handlers, TimeProvider clock)
{
    /// <summary>How many decided requests are listed.</summary>
    private const int Remembered = 50;

    private const string Conflict = "Đề nghị này, hoặc nội dung liên quan, vừa được người khác thay đổi; danh sách dưới đây là mới nhất.";

    /// <summary>The act in words.</summary>
    public static string Words(TwoPersonAct act) => act switch
    {
        TwoPersonAct.RecoverSecondFactor => "Cấp lại xác thực hai bước",
        TwoPersonAct.ExemptOwnUnit => "Không áp dụng tiêu chí cho đơn vị của người đề nghị",
        TwoPersonAct.ExtendOwnUnit => "Gia hạn cho đơn vị của người đề nghị",
        TwoPersonAct.MarkOwnUnit => "Đổi dấu, hoặc bỏ khỏi danh sách, đơn vị của người đề nghị",
        TwoPersonAct.UnlockOwnUnit => "Mở khoá hoặc trả lại phiếu chấm điểm",
        TwoPersonAct.ExemptAfterOpening => "Ghi nội dung không áp dụng sau khi mở kỳ",
        TwoPersonAct.CancelRound => "Hủy kỳ đánh giá đang mở",
        TwoPersonAct.RestoreRound => "Khôi phục kỳ đánh giá đã hủy",
        TwoPersonAct.AmendRound => "Đính chính, điều chỉnh, thu hồi hoặc giữ nguyên kết quả đã công bố",
        TwoPersonAct.RepairSet => "Sửa bộ tiêu chí sau khi mở kỳ đánh giá",
        TwoPersonAct.PublishArchive => "Công bố bảng kết quả năm trước vào kho lưu trữ",
        TwoPersonAct.CreateAccount => "Tạo tài khoản",
        TwoPersonAct.EditAccount => "Cấp vai trò, chuyển đơn vị hoặc sửa tài khoản",
        TwoPersonAct.ResetAccount => "Cấp lại mật khẩu bằng mã dùng một lần",
        TwoPersonAct.EnableAccount => "Mở lại tài khoản",
        TwoPersonAct.HandOverAccount => "Bàn giao tài khoản",
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>
    /// Open requests, oldest first, then the newest decided ones: those the reader decides, has asked for, or audits.
    /// </summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="roundId">Only requests about this round, or <c>null</c> for all.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<IReadOnlyList<TwoPersonRow>> ListAsync(StaffActor reader, Guid? roundId = null, CancellationToken cancel = default) => ListAsync(reader, roundId, subjectId: null, cancel);

    /// <summary>The open request about a subject, or <c>null</c>: also when there is one that the reader does not see.</summary>
    public async Task<TwoPersonRow?> FindAsync(StaffActor reader, Guid subjectId, CancellationToken cancel = default) => (await ListAsync(reader, roundId: null, subjectId, cancel)).FirstOrDefault();

    /// <summary>The open requests that the reader can agree to now, oldest first: those that wait for nobody else.</summary>
    public async Task<IReadOnlyList<TwoPersonRequest>> WaitingAsync(StaffActor reader, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var acts = handlers.Where(handler => reader.Has(handler.Deciders)).Select(handler => handler.Act).ToList();
        var open = await db.TwoPersonRequests.AsNoTracking().Where(request => request.State == TwoPersonState.Pending && acts.Contains(request.Act)).OrderBy(request => request.RequestedAt).ToListAsync(cancel);
        if (open.Count == 0)
        {
            return [];
        }

        var (units, history) = (await UnitsAsync(open, cancel), await StaffHistory.ReadAsync(db, cancel));
        return [.. open.Where(request => WhyNot(request, history, units, reader, agree: true) is null)];
    }

    private async Task<IReadOnlyList<TwoPersonRow>> ListAsync(StaffActor reader, Guid? roundId, Guid? subjectId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var open = await db.TwoPersonRequests.AsNoTracking().Where(request => request.State == TwoPersonState.Pending && (subjectId == null || request.SubjectId == subjectId)).OrderBy(request => request.RequestedAt).ToListAsync(cancel);
        var decided = roundId is null && subjectId is null
            ? await db.TwoPersonRequests.AsNoTracking().Where(request => request.State != TwoPersonState.Pending).OrderByDescending(request => request.DecidedAt).Take(Remembered).ToListAsync(cancel)
            : [];
        if (open.Count + decided.Count == 0)
        {
            return [];
        }

        var (subjects, concerned) = (await SubjectsAsync(open, cancel), await UnitsAsync(open, cancel));
        var history = await StaffHistory.ReadAsync(db, cancel);
        var seen = open.Where(request => roundId is null || subjects.GetValueOrDefault(request.Id)?.RoundId == roundId).Concat(decided).Where(request => Sees(reader, request)).ToList();
        var unitIds = seen.SelectMany(request => new[] { history.AsOf(request.RequestedBy, request.RequestedAt), request.DecidedBy is { } by ? history.AsOf(by, request.DecidedAt!.Value) : null }).Select(face => face?.UnitId).OfType<Guid>().ToHashSet();
        var units = await db.Units.AsNoTracking().Where(unit => unitIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.CurrentName.Name, cancel);
        return [.. seen.Select(request => new TwoPersonRow(
            request,
            Row(request.RequestedBy, request.RequestedAt),
            request.DecidedBy is { } by ? Row(by, request.DecidedAt!.Value) : null,
            subjects.GetValueOrDefault(request.Id),
            WhyNot(request, history, concerned, reader, agree: true),
            WhyNot(request, history, concerned, reader, agree: false) is null))];

        // As they were called on that day.
        StaffRow Row(Guid id, DateTime at) => new(history[id], history.AsOf(id, at)?.UnitId is { } unit ? units[unit] : null) { Face = history.AsOf(id, at) };
    }

    /// <summary>Asks to take away the lost second factor of an account, which another person must agree to.</summary>
    /// <exception cref="RefusedException">One's own account, one without a second factor, or a request that is open already.</exception>
    public async Task RequestRecoveryAsync(StaffActor actor, Guid accountId, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var account = await db.StaffAccounts.FirstAsync(a => a.Id == accountId, cancel);
        if (account.Id == actor.Id || !account.IsActive || !account.TwoFactorEnabled)
        {
            throw new RefusedException("Chỉ đề nghị được cho tài khoản của người khác, đang hoạt động và có xác thực hai bước.", isOfRights: account.Id == actor.Id);
        }

        if (await db.TwoPersonRequests.AnyAsync(request => request.SubjectId == accountId && request.Act == TwoPersonAct.RecoverSecondFactor && request.State == TwoPersonState.Pending, cancel))
        {
            throw new RefusedException("Đã có một đề nghị cấp lại cho tài khoản này đang chờ người thứ hai.");
        }

        var summary = $"Cấp lại xác thực hai bước cho {account.FullName} ({account.StaffCode})";
        db.Add(new TwoPersonRequest(TwoPersonAct.RecoverSecondFactor, accountId, "{}", summary, reason, actor.Id, clock.GetUtcNow().UtcDateTime));
        await db.SaveAsync(new(actor.StaffCode, "Đề nghị cấp lại xác thực hai bước cho", account.StaffCode), cancel);
    }

    /// <summary>Agrees, which carries the act out in the same save, or refuses.</summary>
    /// <param name="actorId">The account of the second person, whose rights are those stored now.</param>
    /// <param name="id">The request.</param>
    /// <param name="version">Its version as it was shown.</param>
    /// <param name="agree">Whether to agree.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The request, or <c>null</c> when there is none, or none that this person sees.</returns>
    /// <exception cref="RefusedException">The person may not decide it, the act's own rules refuse, or somebody was faster.</exception>
    public async Task<TwoPersonRequest?> DecideAsync(Guid actorId, Guid id, Guid version, bool agree, CancellationToken cancel = default)
    {
        var actor = StaffActor.Of(await db.StaffAccounts.AsNoTracking().FirstAsync(account => account.Id == actorId, cancel));
        if (await db.TwoPersonRequests.FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } request || !Sees(actor, request))
        {
            return null;
        }

        db.Entry(request).Property(r => r.Version).OriginalValue = version;
        await RefuseUnlessSecondAsync(request, actor, agree, cancel);
        request.Decide(agree, actor.Id, clock.GetUtcNow().UtcDateTime);
        if (agree)
        {
            await handlers.Single(handler => handler.Act == request.Act).CarryOut(db, clock, request, cancel);
        }

        try
        {
            await db.SaveAsync(new(actor.StaffCode, $"{(agree ? "Đồng ý" : "Từ chối")} đề nghị:", request.Summary), cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            throw new RefusedException(Conflict);
        }

        return request;
    }

    /// <summary>The act of <see cref="TwoPersonAct.RecoverSecondFactor"/>.</summary>
    public static async Task RecoverAsync(ParIndexDb db, TimeProvider clock, TwoPersonRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        var account = await db.StaffAccounts.FirstAsync(a => a.Id == request.SubjectId, cancel);
        await SecondFactors.ForgetAsync(db, account, cancel);
        db.Tell(account, StaffEventKind.FactorTaken, account.Face, await StaffRequests.HandOfAsync(db, clock, request, cancel));
    }

    private async Task RefuseUnlessSecondAsync(TwoPersonRequest request, StaffActor actor, bool agree, CancellationToken cancel)
    {
        var history = await StaffHistory.ReadAsync(db, cancel);
        if (WhyNot(request, history, await UnitsAsync([request], cancel), actor, agree) is { } reason)
        {
            throw new RefusedException(reason, isOfRights: request.State == TwoPersonState.Pending);
        }
    }

    private async Task<IReadOnlyDictionary<Guid, TwoPersonSubject>> SubjectsAsync(IReadOnlyList<TwoPersonRequest> requests, CancellationToken cancel)
    {
        var all = new Dictionary<Guid, TwoPersonSubject>();
        foreach (var same in requests.GroupBy(request => request.Act))
        {
            if (HandlerOf(same.Key)?.Describe is { } describe)
            {
                foreach (var (id, subject) in await describe(db, [.. same], cancel))
                {
                    all[id] = subject;
                }
            }
        }

        return all;
    }

    /// <summary>The unit a request concerns, whose people cannot be the second person: that of the participant it is about, by that one's key.</summary>
    private async Task<IReadOnlyDictionary<Guid, Guid>> UnitsAsync(IReadOnlyList<TwoPersonRequest> requests, CancellationToken cancel)
    {
        var subjects = requests.Select(request => request.SubjectId).ToHashSet();
        return await db.Set<Participant>().AsNoTracking().Where(participant => subjects.Contains(participant.Id)).ToDictionaryAsync(participant => participant.Id, participant => participant.UnitId, cancel);
    }

    private TwoPersonHandler? HandlerOf(TwoPersonAct act) => handlers.FirstOrDefault(handler => handler.Act == act);

    private StaffRoles DecidersOf(TwoPersonAct act) => HandlerOf(act)?.Deciders ?? StaffRoles.None;

    private bool Sees(StaffActor reader, TwoPersonRequest request) =>
        reader.Id == request.RequestedBy || reader.Has(DecidersOf(request.Act) | StaffRoles.Auditor);

    /// <summary>Who may agree, <see cref="SecondPerson"/> says; to refuse it is enough to be another person with the role.</summary>
    private string? WhyNot(TwoPersonRequest request, StaffHistory history, IReadOnlyDictionary<Guid, Guid> units, StaffActor actor, bool agree)
    {
        if (request.State != TwoPersonState.Pending)
        {
            return "Đề nghị này đã được quyết định.";
        }

        var (deciders, second, asker) = (DecidersOf(request.Act), history[actor.Id], history[request.RequestedBy]);
        return !actor.Has(deciders) ? $"Do người khác quyết định: {RoleWords.Text(deciders)}."
            : SecondPerson.WhyNotAnother(second, asker, history) is { } sameSide ? sameSide
            : history.AreOne(actor.Id, request.SubjectId) ? "Đề nghị về tài khoản của chính bạn; chờ người khác."
            : units.TryGetValue(request.SubjectId, out var unit) && second.UnitId == unit ? "Đề nghị về đơn vị của chính bạn; chờ người của đơn vị khác."
            : agree ? SecondPerson.WhyNot(second, asker, request.RequestedAt, history, clock.GetUtcNow().UtcDateTime)
            : null;
    }
}
