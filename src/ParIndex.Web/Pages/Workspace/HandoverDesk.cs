using ParIndex.Application.Accounts;
using ParIndex.Application.Duties;
using ParIndex.Application.Scorecards;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>What the page works with that hands somebody's work inside a unit over: whose it is, what is open, who can take it.</summary>
public sealed class HandoverDesk(WorkHandover handover) : IDesk
{
    private OpenWork? _work;

    /// <summary>What is open under the name.</summary>
    public OpenWork Work => _work!;

    /// <summary>The accounts in use of the unit.</summary>
    public IReadOnlyList<StaffAccount> Colleagues { get; private set; } = [];

    /// <summary>Whether the person at work may hand it over.</summary>
    public bool MayHandOver => InsideRights.MayHandOver(Actor, Work.Person, Colleagues);

    /// <inheritdoc />
    public StaffAccount Actor { get; set; } = null!;

    /// <inheritdoc />
    public async Task<bool> LoadAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (id, cancel) = (Guid.Parse((string)request.GetRouteValue("account")!), request.RequestAborted);
        if (await handover.PersonAsync(id, Actor, cancel) is not { } person)
        {
            await RefusedRequests.TellAsync(request, "phần việc của người không thuộc đơn vị");
            return false;
        }

        Colleagues = await handover.ColleaguesAsync(Actor, cancel);
        _work = await handover.OfAsync(person, Actor.UnitId, withDuties: true, cancel);
        return true;
    }
}
