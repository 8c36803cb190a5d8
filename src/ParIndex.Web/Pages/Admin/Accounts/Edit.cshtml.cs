using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Application.Units;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Admin.Accounts;

/// <summary>Changes name, post, unit and roles of another person's account.</summary>
[Authorize(Roles = nameof(StaffRoles.Administrator)), DeskPage<AccountDesk>(StaffRoles.Administrator)]
public sealed class EditModel(StaffRegister register, UnitDirectory directory, AccountDesk desk) : PageModel, IShownAgain
{
    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public StaffInput Input { get; set; } = new();

    /// <summary>As it is stored.</summary>
    public StaffRow Stored => desk.Row;

    /// <summary>Half of a new code, after a role was asked for that comes with one.</summary>
    public StaffOutcome? Outcome { get; private set; }

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Units = await directory.AllAsync(cancel);
        var account = Stored.Account;
        Input = new()
        {
            FullName = account.FullName,
            Post = account.Post,
            Email = account.Email,
            Unit = Units.FirstOrDefault(unit => unit.Id == account.UnitId)?.Code,
            Roles = [.. RoleWords.All.Where(account.Has).Select(role => role.ToString())],
            Stamp = account.ConcurrencyStamp,
        };
        return Page();
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Units = await directory.AllAsync(cancel);
        if (!this.Passes(Input, new StaffInput.Rules(Units, isNew: false)))
        {
            return this.Wrong();
        }

        var outcome = await register.EditAsync(User.ToActor(), Id, Input.ToEntry(Units), Input.Stamp, cancel);
        if (outcome.Issued.Count > 0)
        {
            // Shown once, in the answer itself.
            Outcome = outcome;
            return Page();
        }

        TempData["Done"] = outcome.Asked.Count > 0
            ? $"Đã gửi đề nghị sửa tài khoản {Stored.Account.StaffCode}; có hiệu lực khi người thứ hai của đơn vị khác đồng ý tại mục Đề nghị."
            : $"Đã lưu tài khoản {Stored.Account.StaffCode}.";
        return Redirect(Url.To("/Admin/Accounts/Details", new { id = Id }));
    }

    /// <summary>What was typed stays; where somebody was faster, what is stored stands above it, and saving again is then a decision made with both in sight.</summary>
    public Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        var now = Stored.Account;
        if (now.ConcurrencyStamp == Input.Stamp)
        {
            return Task.FromResult<IActionResult?>(null);
        }

        ModelState.Remove("Input.Stamp");
        Input = Input with { Stamp = now.ConcurrencyStamp };
        return Task.FromResult<IActionResult?>(this.Refused($"Người khác vừa thay đổi tài khoản này, nên chưa lưu. Hiện đang lưu: {now.FullName}; {now.Post ?? "không ghi chức vụ"}; {now.Email ?? "không có thư điện tử"}; {Stored.Unit ?? "không thuộc đơn vị"}; {RoleWords.Text(now.Roles)}. Kiểm tra lại nội dung đã nhập dưới đây; bấm lưu lần nữa là thay nội dung đang lưu."));
    }
}
