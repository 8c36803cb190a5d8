using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Staff;

/// <summary>What an act on an account carries out.</summary>
/// <param name="Entry">What is entered about the person, or <c>null</c> when nothing is.</param>
/// <param name="Was">Who the person was when it was asked: changed meanwhile, it must be asked anew.</param>
/// <param name="FirstHalf">Hash of the half of the one-time code that who asks hands over, or <c>null</c> when no code is given.</param>
public sealed record AccountPayload(StaffEntry? Entry, StaffFace? Was, string? FirstHalf);

/// <summary>
/// Acts on accounts that two people make: what is asked for, and how it is carried out in the save in which the second
/// agrees. Of a one-time code each of the two hands over one half, so that neither can use the account.
/// </summary>
public static class StaffRequests
{
    private const int LongestText = 1000;

    /// <summary>The acts.</summary>
    public static readonly IReadOnlyList<TwoPersonAct> Acts = [TwoPersonAct.CreateAccount, TwoPersonAct.EditAccount, TwoPersonAct.ResetAccount, TwoPersonAct.EnableAccount, TwoPersonAct.HandOverAccount];

    /// <summary>Who agrees to them.</summary>
    public const StaffRoles SecondPersons = StaffRoles.Administrator | StaffRoles.Coordinator;

    /// <summary>How they are carried out.</summary>
    /// <exception cref="RefusedException">The account was changed meanwhile, or the rules of accounts refuse.</exception>
    public static async Task CarryOutAsync(ParIndexDb db, TimeProvider clock, TwoPersonRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        var (register, payload, hand) = (new StaffRegister(db, clock), Read(request), await HandOfAsync(db, clock, request, cancel));
        var second = OneTimeCode.NewHalf();
        var codeHash = payload.FirstHalf is { } first ? OneTimeCode.HashOfHalves(first, OneTimeCode.Hash(second)) : null;
        StaffAccount account;
        if (request.Act == TwoPersonAct.CreateAccount)
        {
            account = await register.PrepareAsync(payload.Entry!, hand, codeHash!, new(request.SubjectId, Predecessor: null), cancel);
        }
        else
        {
            account = await db.StaffAccounts.FirstAsync(known => known.Id == request.SubjectId, cancel);
            if (payload.Was != account.Face)
            {
                throw new RefusedException("Tài khoản này đã được sửa sau khi gửi đề nghị; từ chối đề nghị này để người đề nghị gửi lại.");
            }

            account = await ChangeAsync(db, register, request, account, payload, hand, codeHash, cancel);
        }

        request.Issued = codeHash is null ? null : await register.SlipAsync(account, second, CodePart.Second, cancel);
    }

    /// <summary>What the second person should see of open requests, by key.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TwoPersonSubject>> DescribeAsync(ParIndexDb db, IReadOnlyList<TwoPersonRequest> requests, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(requests);
        var open = requests.Where(request => request.State == TwoPersonState.Pending).ToList();
        if (open.Count == 0)
        {
            return new Dictionary<Guid, TwoPersonSubject>();
        }

        var history = await StaffHistory.ReadAsync(db, cancel);
        // Of who is asked for, of who was asked about, and of all who may be the same people.
        var entered = open.Select(Read).SelectMany(payload => new[] { payload.Entry?.UnitId, payload.Was?.UnitId }).OfType<Guid>().ToHashSet();
        var units = await db.Units.AsNoTracking().Where(unit => db.StaffAccounts.Any(account => account.UnitId == unit.Id) || entered.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.CurrentName.Name, cancel);
        return open.ToDictionary(request => request.Id, request => new TwoPersonSubject(RoundId: null, RoundTitle: null, [.. Facts(request, Read(request), history, units)]));
    }

    /// <summary>By whose hands a request is carried out: who asked, and who agreed.</summary>
    internal static async Task<StaffHand> HandOfAsync(ParIndexDb db, TimeProvider clock, TwoPersonRequest request, CancellationToken cancel) => new(
        await db.StaffAccounts.AsNoTracking().FirstAsync(account => account.Id == request.RequestedBy, cancel),
        await db.StaffAccounts.AsNoTracking().FirstAsync(account => account.Id == request.DecidedBy, cancel),
        clock.GetUtcNow().UtcDateTime);

    /// <summary>The request about an account that is there, or about one to be made.</summary>
    /// <exception cref="RefusedException">One about the same account or staff code waits already.</exception>
    internal static async Task<TwoPersonRequest> AskAsync(ParIndexDb db, TwoPersonAct act, StaffAccount? account, AccountPayload payload, string summary, string reason, StaffAccount asker, DateTime at, CancellationToken cancel)
    {
        var waiting = await db.TwoPersonRequests.AsNoTracking().Where(request => request.State == TwoPersonState.Pending).ToListAsync(cancel);
        var known = waiting.Concat(db.TwoPersonRequests.Local).Where(request => Acts.Contains(request.Act)).ToList();
        if (known.Exists(request => request.SubjectId == account?.Id))
        {
            throw new RefusedException($"Tài khoản {account!.StaffCode} đã có một đề nghị đang chờ người thứ hai tại mục Đề nghị.");
        }

        if (payload.Entry is { } entry && act is TwoPersonAct.CreateAccount or TwoPersonAct.HandOverAccount
            && known.Exists(request => request.Act is TwoPersonAct.CreateAccount or TwoPersonAct.HandOverAccount && StaffAccount.NormalizeCode(Read(request).Entry!.StaffCode) == StaffAccount.NormalizeCode(payload.Entry!.StaffCode)))
        {
            throw new RefusedException($"Mã cán bộ {payload.Entry!.StaffCode} đã có trong một đề nghị đang chờ người thứ hai tại mục Đề nghị.");
        }

        var asked = new TwoPersonRequest(act, account?.Id ?? Guid.CreateVersion7(), JsonSerializer.Serialize(payload), VietnameseText.Clip(summary, LongestText), VietnameseText.Clip(reason, LongestText), asker.Id, at);
        db.Add(asked);
        return asked;
    }

    private static async Task<StaffAccount> ChangeAsync(ParIndexDb db, StaffRegister register, TwoPersonRequest request, StaffAccount account, AccountPayload payload, StaffHand hand, string? codeHash, CancellationToken cancel)
    {
        switch (request.Act)
        {
            case TwoPersonAct.EditAccount:
                if (codeHash is null && SensitiveActs.TakesNewCode(account, payload.Entry!, await StaffHistory.ReadAsync(db, cancel), hand.At))
                {
                    throw new RefusedException("Mã dùng một lần của tài khoản này do một người cấp sau khi gửi đề nghị; từ chối đề nghị này để người đề nghị gửi lại kèm nửa mã mới.");
                }

                await register.ApplyAsync(account, payload.Entry!, hand, cancel);
                if (codeHash is not null)
                {
                    account.TakeCode(codeHash, hand.At);
                    db.Tell(account, StaffEventKind.CodeIssued, account.Face, hand);
                }

                return account;
            case TwoPersonAct.HandOverAccount:
                return await register.TakeOverAsync(account, payload.Entry!, hand, codeHash!, cancel);
            case TwoPersonAct.EnableAccount:
                account.IsActive = true;
                account.TakeCode(codeHash!, hand.At);
                db.Tell(account, StaffEventKind.Enabled, account.Face, hand);
                return account;
            default:
                account.TakeCode(codeHash!, hand.At);
                db.Tell(account, StaffEventKind.CodeIssued, account.Face, hand);
                return account;
        }
    }

    private static IEnumerable<TwoPersonFact> Facts(TwoPersonRequest request, AccountPayload payload, StaffHistory history, IReadOnlyDictionary<Guid, string> units)
    {
        var isNew = request.Act is TwoPersonAct.CreateAccount or TwoPersonAct.HandOverAccount;
        if (payload.Was is { } was)
        {
            yield return new("Tài khoản hiện nay", Person(was, units));
        }

        if (payload.Entry is { } entry)
        {
            var person = new StaffFace(entry.FullName, entry.Post, entry.Email, entry.UnitId, entry.Roles);
            yield return new(isNew ? "Tài khoản mới" : "Đề nghị đổi thành", isNew ? $"{entry.StaffCode}: {Person(person, units)}" : Person(person, units));
            if (history.Twins(entry, isNew ? null : request.SubjectId) is { Count: > 0 } twins)
            {
                yield return new("Có thể là cùng một người với", string.Join("; ", twins.Select(twin => $"{twin.StaffCode} ({Person(twin.Face, units)})")));
            }
            else if (history.Namesakes(entry.FullName, request.SubjectId) is { Count: > 0 } namesakes)
            {
                yield return new("Cùng họ tên, ở đơn vị khác", string.Join("; ", namesakes.Select(other => $"{other.StaffCode} ({Person(other.Face, units)})")));
            }
        }
    }

    private static string Person(StaffFace person, IReadOnlyDictionary<Guid, string> units) => string.Join(", ", new[]
    {
        person.FullName, person.Post, person.UnitId is { } unit ? units.GetValueOrDefault(unit) : "không thuộc đơn vị", RoleWords.Text(person.Roles), person.Email,
    }.OfType<string>());

    private static AccountPayload Read(TwoPersonRequest request) => JsonSerializer.Deserialize<AccountPayload>(request.Payload)!;
}
