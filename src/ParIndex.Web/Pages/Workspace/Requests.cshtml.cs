using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Staff;
using ParIndex.Web.Security;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>Acts that wait for a second person of another unit.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.Administrator)},{nameof(StaffRoles.CouncilMember)},{nameof(StaffRoles.Auditor)}")]
public sealed class RequestsModel(TwoPersonRequests requests) : PageModel
{
    /// <summary>The requests, open ones first.</summary>
    public IReadOnlyList<TwoPersonRow> Rows { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Rows = await requests.ListAsync(User.ToActor(), cancel);

    /// <summary>Agrees or refuses.</summary>
    /// <param name="id">The request.</param>
    /// <param name="version">Its version as shown.</param>
    /// <param name="decision"><c>dong-y</c> or <c>tu-choi</c>.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid version, string? decision, CancellationToken cancel)
    {
        if (decision is not ("dong-y" or "tu-choi"))
        {
            await OnGetAsync(cancel);
            return this.Wrong("", "Chọn “Đồng ý” hoặc “Từ chối”.");
        }

        var (status, message) = await DecideAsync(id, version, decision == "dong-y", cancel);
        if (message is not null)
        {
            await OnGetAsync(cancel);
            return this.Refused(message);
        }

        return status is null ? NotFound() : Redirect("/lam-viec/de-nghi");
    }

    private async Task<(TwoPersonRequest? Request, string? Refusal)> DecideAsync(Guid id, Guid version, bool agree, CancellationToken cancel)
    {
        try
        {
            var request = await requests.DecideAsync(User.ToActor(), id, version, agree, cancel);
            TempData["Done"] = agree ? "Đã đồng ý; việc đề nghị đã được thực hiện." : "Đã từ chối đề nghị.";
            return (request, null);
        }
        catch (StaffRefusedException refusal)
        {
            return (null, refusal.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (null, "Người khác vừa quyết định đề nghị này; danh sách dưới đây là mới nhất.");
        }
    }
}
