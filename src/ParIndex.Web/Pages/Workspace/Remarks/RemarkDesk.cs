using ParIndex.Application.Accounts;
using ParIndex.Application.Remarks;

namespace ParIndex.Web.Pages.Workspace.Remarks;

/// <summary>What the page of one remark works with: the remark, and who is at work.</summary>
public sealed class RemarkDesk(RemarkRegister remarks) : IDesk
{
    private RemarkRow? _row;

    /// <summary>The remark with what it is about.</summary>
    public RemarkRow Row => _row!;

    /// <inheritdoc />
    public StaffAccount Actor { get; set; } = null!;

    /// <inheritdoc />
    public async Task<bool> LoadAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _row = await remarks.FindAsync(Guid.Parse((string)request.GetRouteValue("id")!), request.RequestAborted);
        return _row is not null;
    }
}
