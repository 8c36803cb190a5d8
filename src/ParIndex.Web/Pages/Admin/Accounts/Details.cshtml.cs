using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Accounts;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Admin.Accounts;

/// <summary>One account: what it is, and the acts on it.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Administrator)},{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.Auditor)}"), DeskPage<AccountDesk>(StaffRoles.Administrator | StaffRoles.Coordinator)]
public sealed class DetailsModel(StaffRegister register, TwoPersonDecisions requests, NoticeBoard notices, AccountDesk desk) : PageModel, IShownAgain
{
    private const int LongestReason = 1000;

    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Why the second factor is to be given back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>As it is stored.</summary>
    public StaffRow Row => desk.Row;

    /// <summary>The code, after one was issued or asked for.</summary>
    public StaffOutcome? Outcome { get; private set; }

    /// <summary>What its owner was told, newest first.</summary>
    public IReadOnlyList<AccountNotice> History { get; private set; } = [];

    /// <summary>Who looks at it.</summary>
    public StaffActor Actor => User.ToActor();

    /// <summary>Whether the reader may disable and edit it.</summary>
    public bool MayManage => Actor.Has(StaffRoles.Administrator) && Actor.Id != Id;

    /// <summary>Whether the reader may ask to take away a lost second factor.</summary>
    public bool MayAskRecovery => Actor.Has(StaffRoles.Administrator | StaffRoles.Coordinator) && Actor.Id != Id && Row.Account is { IsActive: true, TwoFactorEnabled: true };

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => await ShowAgainAsync(cancel);

    /// <summary>A new one-time code.</summary>
    public Task<IActionResult> OnPostResetAsync(CancellationToken cancel) =>
        ActAsync(StaffRoles.Administrator | StaffRoles.Coordinator, async () => Outcome = await register.ResetAsync(Actor, Id, cancel), cancel);

    /// <summary>Disables the account.</summary>
    public Task<IActionResult> OnPostDisableAsync(CancellationToken cancel) =>
        ActAsync(StaffRoles.Administrator, () => register.SetActiveAsync(Actor, Id, isActive: false, cancel), cancel, "Đã khoá tài khoản; các phiên đăng nhập kết thúc ngay.");

    /// <summary>Enables the account, with a new one-time code.</summary>
    public Task<IActionResult> OnPostEnableAsync(CancellationToken cancel) =>
        ActAsync(StaffRoles.Administrator, async () => Outcome = await register.SetActiveAsync(Actor, Id, isActive: true, cancel), cancel);

    /// <summary>Asks to take away the lost second factor.</summary>
    public async Task<IActionResult> OnPostRecoverAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > LongestReason)
        {
            await ShowAgainAsync(cancel);
            return this.Wrong("Reason", "Nhập lý do, dài nhất 1000 ký tự.");
        }

        return await ActAsync(StaffRoles.Administrator | StaffRoles.Coordinator, () => requests.RequestRecoveryAsync(Actor, Id, Reason, cancel), cancel, "Đã gửi đề nghị; chờ người thứ hai của đơn vị khác tại mục Đề nghị.");
    }

    /// <summary>Does it and answers: with the code it issued, or back on the page.</summary>
    private async Task<IActionResult> ActAsync(StaffRoles roles, Func<Task> act, CancellationToken cancel, string? done = null)
    {
        if (!Actor.Has(roles))
        {
            return Forbid();
        }

        await ShowAgainAsync(cancel);
        await act();
        if (done is null)
        {
            return Page();
        }

        TempData["Done"] = done;
        return Redirect(Url.To("/Admin/Accounts/Details", new { id = Id }));
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        History = await notices.OfAsync(Id, cancel);
        return null;
    }
}
