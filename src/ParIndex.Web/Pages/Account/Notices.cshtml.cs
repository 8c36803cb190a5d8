using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>What happened to the person's own account; unread, it stands on every page.</summary>
public sealed class NoticesModel(StaffNotices notices) : PageModel
{
    /// <summary>Its address.</summary>
    public const string Address = "/tai-khoan/thong-bao";

    /// <summary>Newest first.</summary>
    public IReadOnlyList<StaffNotice> Notices { get; private set; } = [];

    /// <summary>The newest that was shown.</summary>
    [BindProperty]
    public Guid? Until { get; set; }

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Notices = await notices.OfAsync(User.ToActor().Id, cancel);

    /// <summary>The person has read those that were shown.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await notices.SeeAsync(User.ToActor(), Until ?? Guid.Empty, cancel);
        return Redirect(Address);
    }
}
