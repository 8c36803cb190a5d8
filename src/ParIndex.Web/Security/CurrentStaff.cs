using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;

namespace ParIndex.Web.Security;

/// <summary>The account of who is signed in, as it is now and not as it was at sign-in.</summary>
public sealed class CurrentStaff(ParIndexDb db)
{
    /// <summary>The account, or <c>null</c> when it is gone or switched off.</summary>
    public async Task<StaffAccount?> OfAsync(ClaimsPrincipal person, CancellationToken cancel) =>
        Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await db.StaffAccounts.AsNoTracking().FirstOrDefaultAsync(account => account.Id == id && account.IsActive, cancel)
            : null;
}
