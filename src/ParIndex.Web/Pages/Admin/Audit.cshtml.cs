using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Domain.Numbers;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Admin;

/// <summary>Who did what, newest first, by day.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Administrator)},{nameof(StaffRoles.Auditor)}")]
public sealed class AuditModel(AuditLog log) : PageModel
{
    private const int LastPage = 1_000_000;

    /// <summary>A day in Vietnam as typed, or nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public string? Day { get; set; }

    /// <summary>Staff code or command, or nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "nguoi")]
    public string? Actor { get; set; }

    /// <summary>The page as typed, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "trang")]
    public string? Number { get; set; }

    /// <summary>The events.</summary>
    public AuditPage Events { get; private set; } = new([], 1, HasNext: false);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var day = string.IsNullOrWhiteSpace(Day) ? null : DateWriter.Read(Day.Trim());
        if (day is null && !string.IsNullOrWhiteSpace(Day))
        {
            return this.Wrong("ngay", $"“{Day}” không phải là một ngày; ghi 15/7/2026.");
        }

        var number = CountText.Read(Number ?? "1").Value is >= 1 and <= LastPage and var typed ? (int)typed : 1;
        Events = await log.ReadAsync(day, Actor?.Trim(), number, cancel);
        return Page();
    }

    /// <summary>The address of another page of the same events.</summary>
    public string PageAt(int number) => $"/quan-tri/nhat-ky?ngay={Uri.EscapeDataString(Day ?? "")}&nguoi={Uri.EscapeDataString(Actor ?? "")}&trang={number}";
}
