using ParIndex.Application.Accounts;
using ParIndex.Application.Staff;
using ParIndex.Web.Pages.Workspace;

namespace ParIndex.Web.Pages.Admin.Accounts;

/// <summary>What a page about one account works with: the account its address names, and who is at work.</summary>
public sealed class AccountDesk(StaffRegister register) : IDesk
{
    private StaffRow? _row;

    /// <summary>The account, as it is stored.</summary>
    public StaffRow Row => _row!;

    /// <inheritdoc />
    public StaffAccount Actor { get; set; } = null!;

    /// <inheritdoc />
    public async Task<bool> LoadAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Guid.TryParse(request.GetRouteValue("id") as string, out var id) && (_row = await register.FindAsync(id, request.RequestAborted)) is not null;
    }
}
