using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>What the owner of the account is told; what is not read yet stands on every page.</summary>
public sealed class NoticesModel(NoticeBoard notices) : PageModel
{
    /// <summary>Its address.</summary>
    public const string Address = "/tai-khoan/thong-bao";

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AccountNotice> Notices { get; private set; } = [];

    /// <summary>What the page showed as not read.</summary>
    [BindProperty]
    public List<Guid> Ids { get; set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Notices = await notices.OfAsync(User.ToActor().Id, cancel);

    /// <summary>The person has read those that were shown.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await notices.ReadAsync(User.ToActor(), Ids, cancel);
        TempData["Done"] = "Đã ghi nhận là đã đọc.";
        return Redirect("/tai-khoan");
    }
}
