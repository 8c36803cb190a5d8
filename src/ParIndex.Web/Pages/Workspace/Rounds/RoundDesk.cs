using ParIndex.Application.Accounts;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>What a page about one round works with: the round, the group its address names, and who is at work.</summary>
public sealed class RoundDesk(RoundReader rounds) : IDesk
{
    private RoundSetup? _setup;
    private string? _slug;

    /// <summary>The round.</summary>
    public RoundSetup Setup => _setup!;

    /// <summary>The group of the address.</summary>
    public GroupSetup Group => Setup.Group(_slug!)!;

    /// <inheritdoc />
    public StaffAccount Actor { get; set; } = null!;

    /// <summary>Whether the person sets rounds up.</summary>
    public bool IsCoordinator => Actor.Has(StaffRoles.Coordinator);

    /// <summary>Whether groups, units and exemptions can be changed by this person now.</summary>
    public bool MaySetUp => IsCoordinator && Setup.Round.IsDraft;

    /// <summary>Whether deadlines and assignments can be changed by this person now.</summary>
    public bool MaySteer => IsCoordinator && Setup.Round.IsUnderWay;

    /// <inheritdoc />
    public async Task<bool> LoadAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.GetRouteValue("id") is not string id)
        {
            return true;
        }

        _slug = request.GetRouteValue("slug") as string;
        _setup = await rounds.FindAsync(Guid.Parse(id), request.RequestAborted);
        if (_setup is not null && !RoundRights.MayRead(Actor.Roles, _setup.Round))
        {
            // The answer is the same as for what is not there; the log knows better.
            await RefusedRequests.TellAsync(request, "kỳ dự thảo không dành cho vai trò này");
            return false;
        }

        return _setup is not null && (_slug is null || _setup.Group(_slug) is not null);
    }
}
