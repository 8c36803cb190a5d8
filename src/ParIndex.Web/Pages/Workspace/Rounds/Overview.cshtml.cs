using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>A round in one page: what it consists of, what is missing, where it has been, where it can go.</summary>
[Authorize(Roles = RoundAudience.OfRounds), DeskPage<RoundDesk>(StaffRoles.Coordinator | StaffRoles.CouncilMember)]
public sealed class OverviewModel(ParIndexDb db, RoundWorkflow moves, RoundCancellation cancellation, RoundDesk desk, TimeProvider clock) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public MoveInput Input { get; set; } = new();

    /// <summary>What was typed to give the round up.</summary>
    [BindProperty]
    public CancelInput Cancellation { get; set; } = new();

    /// <summary>What was typed to take it back.</summary>
    [BindProperty]
    public RestoreInput Restoration { get; set; } = new();

    /// <summary>Whether the person may give the round up.</summary>
    public bool MayCancel => RoundCancellation.MayCancel(desk.Actor.Roles, desk.Setup.Round);

    /// <summary>Whether the person may take it back now.</summary>
    public bool MayRestore => RoundCancellation.MayRestore(desk.Actor.Roles, desk.Setup.Round, clock.GetUtcNow().UtcDateTime);

    /// <summary>How much work would end with it.</summary>
    public Task<string> WorkAsync() => RoundCancellation.WorkAsync(db, desk.Setup, HttpContext.RequestAborted);

    /// <summary>What is missing before it can open.</summary>
    public Task<IReadOnlyList<OpeningFinding>> FindingsAsync() => moves.FindingsAsync(desk.Setup, HttpContext.RequestAborted);

    /// <summary>The moves this person can make here; opening a draft, publishing and giving up have forms of their own.</summary>
    public IEnumerable<RoundState> Moves => RoundRights.MovesOf(desk.Actor.Roles, desk.Setup.Round.State).Where(to => to is not (RoundState.Published or RoundState.Cancelled) && !(desk.Setup.Round.IsDraft && to == RoundState.Open));

    /// <summary>Whether the person reads how it is set up.</summary>
    public bool ReadsSetup => (desk.Actor.Roles & RoundRights.SetupReaders) != StaffRoles.None;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel)
    {
        if (!this.Passes(Input, new MoveValidator()))
        {
            return this.Wrong();
        }

        return await this.AnswerAsync(Url.Round(desk.Setup), async () =>
        {
            var act = RoundWords.Of(desk.Setup.Round.State, Input.To!.Value);
            await moves.MoveAsync(desk.Setup.Round.Id, Input.To.Value, version, Input.Note!, desk.Actor, cancel);
            return $"Đã thực hiện: {act}.";
        });
    }

    /// <summary>Gives a draft up, or asks a second person to give up an open round.</summary>
    public async Task<IActionResult> OnPostCancelAsync(Guid version, CancellationToken cancel)
    {
        var round = desk.Setup.Round;
        this.Passes(Cancellation, new CancelValidator(), nameof(Cancellation));
        if (!RoundCancellation.IsYear(round, Cancellation.Year))
        {
            ModelState.AddModelError("Cancellation.Year", $"Ghi đúng năm đánh giá của kỳ này để xác nhận: {round.Year}.");
        }

        return await this.AnswerAsync(Url.Round(desk.Setup), async () =>
            await cancellation.CancelAsync(round.Id, version, Cancellation.Year!, Cancellation.Reason!, desk.Actor, cancel)
                ? "Đã gửi đề nghị hủy kỳ đánh giá; kỳ chỉ bị hủy khi một người của đơn vị khác đồng ý."
                : "Đã hủy kỳ đánh giá dự thảo.");
    }

    /// <summary>Takes a cancelled draft back, or asks a second person to take back a round that was open.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid version, CancellationToken cancel)
    {
        this.Passes(Restoration, new RestoreValidator(), nameof(Restoration));
        return await this.AnswerAsync(Url.Round(desk.Setup), async () =>
            await cancellation.RestoreAsync(desk.Setup.Round.Id, version, Restoration.Reason!, desk.Actor, cancel)
                ? "Đã gửi đề nghị khôi phục kỳ đánh giá; kỳ trở lại như cũ khi một người của đơn vị khác đồng ý."
                : "Đã khôi phục kỳ đánh giá dự thảo.");
    }
}
