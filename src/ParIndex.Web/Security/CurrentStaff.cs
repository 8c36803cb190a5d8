using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;

namespace ParIndex.Web.Security;

/// <summary>The account of who is signed in, as it is now and not as it was at sign-in.</summary>
public sealed class CurrentStaff(ParIndexDb db)
{
    private const string HasNotices = "unread-notices";

    private const string Known = "staff-face";

    /// <summary>The account, or <c>null</c> when it is gone or switched off.</summary>
    public async Task<StaffAccount?> OfAsync(ClaimsPrincipal person, CancellationToken cancel) =>
        Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await db.StaffAccounts.AsNoTracking().FirstOrDefaultAsync(account => account.Id == id && account.IsActive, cancel)
            : null;

    /// <summary>Whether the account is still the one the session began with; and whether it has notices to read.</summary>
    internal async Task<bool> IsAsBeforeAsync(HttpContext context, ClaimsPrincipal person)
    {
        if (!Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return false;
        }

        var account = await db.StaffAccounts.AsNoTracking().Where(account => account.Id == id)
            .Select(account => new
            {
                account.IsActive,
                account.SecurityStamp,
                account.Roles,
                account.UnitId,
                account.FullName,
                Unit = db.Units.Where(unit => unit.Id == account.UnitId).SelectMany(unit => unit.Names).OrderByDescending(name => name.ValidFrom ?? DateOnly.MinValue).Select(name => name.Name).FirstOrDefault(),
                Notices = db.AccountNotices.Any(notice => notice.AccountId == id && notice.ReadAt == null),
            })
            .FirstOrDefaultAsync(context.RequestAborted);
        var actor = person.ToActor();
        context.Items[HasNotices] = account?.Notices;
        context.Items[Known] = account is null ? null : (account.FullName, account.Unit);
        return account is { IsActive: true } && account.SecurityStamp == person.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType) && account.Roles == actor.Roles && account.UnitId == actor.UnitId;
    }

    /// <summary>Full name and unit of the person of the request, as colleagues know them; <c>null</c> where nobody was asked for.</summary>
    internal static (string Name, string? Unit)? Face(HttpContext context) => context.Items[Known] as (string, string?)?;

    /// <summary>Whether the person of the request has notices that are not read.</summary>
    internal static bool HasUnread(HttpContext context) => context.Items[HasNotices] is true;
}
