using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>A group of a round: criteria set, rating bands, ranking, rounding, bonus.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class GroupModel(RoundDrafts drafts, RoundReader rounds, RoundDesk desk) : PageModel
{
    /// <summary>The round, the group and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public GroupInput Input { get; set; } = new();

    /// <summary>Criteria sets of the year and group.</summary>
    public IReadOnlyList<CriteriaSet> Sets { get; private set; } = [];

    /// <summary>Whether the rules refused, so that what is stored is shown beside what was typed.</summary>
    public bool ShowsStored => Response.StatusCode == StatusCodes.Status409Conflict;

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = GroupInput.Of(desk.Group.Group);
        await LoadAsync(cancel);
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input.FillRows();
        if (!this.Passes(Input, new GroupValidator()))
        {
            return this.Wrong();
        }

        return await this.AnswerAsync(RoundAddresses.Of(desk.Setup, desk.Group), async () =>
        {
            await drafts.SetUpGroupAsync(desk.Setup.Round.Id, desk.Group.UnitGroup.Slug, version, Input.CriteriaSetId, Input.Rules(), desk.Actor, cancel);
            return "Đã lưu thiết lập của khối.";
        });
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadAsync(cancel);
        Input = GroupInput.Of(desk.Group.Group);
        return await this.AnswerAsync(RoundAddresses.Of(desk.Setup), async () =>
        {
            var name = desk.Group.UnitGroup.Name;
            await drafts.RemoveGroupAsync(desk.Setup.Round.Id, desk.Group.UnitGroup.Slug, desk.Actor, cancel);
            return $"Đã bỏ khối “{name}” khỏi kỳ đánh giá.";
        });
    }

    private async Task LoadAsync(CancellationToken cancel) => Sets = await rounds.SetsAsync(desk.Setup.Round.Year, desk.Group.UnitGroup.Slug, cancel);
}
