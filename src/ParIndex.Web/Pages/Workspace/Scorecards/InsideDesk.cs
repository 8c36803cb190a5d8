using ParIndex.Application.Accounts;
using ParIndex.Application.Scorecards;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>What the pages work with that a unit alone opens: the desk of the scorecard, and nothing of it for anybody who is not of the unit.</summary>
public sealed class InsideDesk(ScorecardDesk scorecard) : IDesk
{
    /// <summary>The scorecard and who is at work.</summary>
    public ScorecardDesk Scorecard => scorecard;

    /// <inheritdoc />
    public StaffAccount Actor
    {
        get => scorecard.Actor;
        set => scorecard.Actor = value;
    }

    /// <inheritdoc />
    public async Task<bool> LoadAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!await scorecard.LoadAsync(request))
        {
            return false;
        }

        if (InsideRights.IsInside(Actor, scorecard.Folder))
        {
            return true;
        }

        await RefusedRequests.TellAsync(request, ScorecardDesk.NotTheirs);
        return false;
    }
}
