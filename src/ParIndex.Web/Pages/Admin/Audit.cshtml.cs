using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Admin;

/// <summary>Who did what from where, newest first; and what was refused, taken out or looked at, counted.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Administrator)},{nameof(StaffRoles.Auditor)}")]
public sealed class AuditModel(AuditLog log) : PageModel
{
    private const int LastPage = 1_000_000;

    /// <summary>Lists beside that of acts: address part, name, what is counted in it.</summary>
    public static IReadOnlyList<(string Key, string Name, CountedKind[] Kinds)> Lists { get; } =
    [
        ("tu-choi", "Từ chối", [CountedKind.RefusedRight, CountedKind.RefusedForm, CountedKind.StaleDigest, CountedKind.RefusedDownload, CountedKind.RefusedSignIn]),
        ("dang-nhap", "Đăng nhập không thành công", [CountedKind.RefusedSignIn]),
        ("tai-xuong", "Tải tệp", [CountedKind.Export, CountedKind.RefusedDownload]),
        ("ban-thu", "Mở bản thử", [CountedKind.DryRun]),
    ];

    /// <summary>Which list; acts when it is none of <see cref="Lists"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? List { get; set; }

    /// <summary>A day in Vietnam as typed, or nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public string? Day { get; set; }

    /// <summary>Staff code or command, or nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "nguoi")]
    public string? Actor { get; set; }

    /// <summary>Beginning of a source address, or nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "noi")]
    public string? Source { get; set; }

    /// <summary>Words of the act or the address, or nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "viec")]
    public string? Words { get; set; }

    /// <summary>The page as typed, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "trang")]
    public string? Number { get; set; }

    /// <summary>The events.</summary>
    public AuditPage Events { get; private set; } = new([], [], 1, HasNext: false);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var day = string.IsNullOrWhiteSpace(Day) ? null : DateWriter.Read(Day.Trim());
        if (day is null && !string.IsNullOrWhiteSpace(Day))
        {
            return this.Wrong("ngay", $"“{Day}” không phải là một ngày; ghi 15/7/2026.");
        }

        var number = CountText.Read(Number ?? "1").Value is >= 1 and <= LastPage and var typed ? (int)typed : 1;
        var filter = new AuditFilter(day, Actor?.Trim(), Source, Words);
        Events = Lists.FirstOrDefault(list => list.Key == List) is { Kinds: { } kinds }
            ? await log.ReadCountsAsync(kinds, filter, number, cancel)
            : await log.ReadAsync(filter, number, cancel);
        return Page();
    }

    /// <summary>The address of another page of the same events.</summary>
    public string PageAt(int number) => Url.To("/Admin/Audit") + $"?loai={Escape(List)}&ngay={Escape(Day)}&nguoi={Escape(Actor)}&noi={Escape(Source)}&viec={Escape(Words)}&trang={number}";

    /// <summary>What is counted, in words.</summary>
    public static string NameOf(CountedKind kind) => kind switch
    {
        CountedKind.RefusedRight => "Từ chối quyền",
        CountedKind.RefusedForm => "Biểu mẫu không được nhận",
        CountedKind.StaleDigest => "Mã kết quả đã cũ",
        CountedKind.RefusedDownload => "Không cho xem hoặc tải",
        CountedKind.RefusedSignIn => "Đăng nhập không thành công",
        CountedKind.Export => "Tải tệp",
        CountedKind.DryRun => "Mở bản thử",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Escape(string? text) => Uri.EscapeDataString(text ?? "");
}
