using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Two pages for the chair: what each group's figures say, and what to know before they are approved.</summary>
[Authorize(Roles = RoundAudience.OfResults), DeskPage<RoundDesk>(StaffRoles.None)]
public sealed class BriefingModel(RoundResults results, RoundDesk desk) : PageModel
{
    /// <summary>So many findings have room on two pages.</summary>
    public const int MostFindings = 30;

    /// <summary>So many units are named on either side.</summary>
    private const int MostMoves = 2;

    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The results as this reader sees them.</summary>
    public ResultsDraft Draft { get; private set; } = null!;

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Draft = (await results.ShownAsync(desk.Setup, cancel)).SeenBy(desk.Actor);

    /// <summary>The largest rises and falls of a group; empty where no change may be used.</summary>
    public static string Moves(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var compared = group.Results.Where(result => result.UsableChange is not null).OrderByDescending(result => result.UsableChange).ToList();
        var named = compared.Where(result => result.UsableChange > 0).Take(MostMoves).Concat(compared.Where(result => result.UsableChange < 0).Reverse().Take(MostMoves));
        return string.Join("; ", named.Select(result => $"{result.UnitName} {Announcement.ChangeInWords(result.UsableChange!.Value)}"));
    }
}
