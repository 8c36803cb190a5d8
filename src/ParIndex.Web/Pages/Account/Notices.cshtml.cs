using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>What the owner of the account is told, until they say that they have read it.</summary>
public sealed class NoticesModel(AccountNotices notices) : PageModel
{
    /// <summary>What is not read yet.</summary>
    public IReadOnlyList<AccountNotice> Open { get; private set; } = [];

    /// <summary>What the page showed when it was sent.</summary>
    [BindProperty]
    public List<Guid> Ids { get; set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Open = await notices.OpenAsync(User.ToActor().Id, cancel);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await notices.ReadAsync(User.ToActor(), Ids, cancel);
        TempData["Done"] = "Đã ghi nhận là đã đọc.";
        return Redirect("/tai-khoan");
    }
}
