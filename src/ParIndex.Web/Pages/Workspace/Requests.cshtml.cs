using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>Acts that wait for a second person of another unit: of all rounds, or of one.</summary>
[Authorize(Roles = Readers)]
public sealed class RequestsModel(TwoPersonDecisions requests) : PageModel, IShownAgain
{
    /// <summary>Who reads the list.</summary>
    internal const string Readers = $"{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.Administrator)},{nameof(StaffRoles.CouncilMember)},{nameof(StaffRoles.Publisher)},{nameof(StaffRoles.Auditor)}";

    /// <summary>Only requests about this round, or <c>null</c> for all.</summary>
    [BindProperty(Name = "ky", SupportsGet = true)]
    public Guid? RoundId { get; set; }

    /// <summary>The requests, open ones first.</summary>
    public IReadOnlyList<TwoPersonRow> Rows { get; private set; } = [];

    /// <summary>The half of a one-time code to hand over, after an agreement that gave one.</summary>
    public IssuedCode? Issued { get; private set; }

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Rows = await requests.ListAsync(User.ToActor(), RoundId, cancel);

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return null;
    }

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

        if (await requests.DecideAsync(User.ToActor().Id, id, version, decision == "dong-y", cancel) is not { } decided)
        {
            await RefusedRequests.TellAsync(HttpContext, "đề nghị không có, hoặc không do vai trò này quyết định");
            return NotFound();
        }

        if ((Issued = decided.Issued) is not null)
        {
            // Shown once, in the answer itself.
            return Page();
        }

        TempData["Done"] = decision == "dong-y" ? "Đã đồng ý; việc đề nghị đã được thực hiện." : "Đã từ chối đề nghị.";
        return Redirect(Url.To("/Workspace/Requests", new { ky = RoundId }));
    }
}
