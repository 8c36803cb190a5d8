using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>A draft beside the round of the year before: what can be copied, what is there, what cannot be as it was.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class YearBeforeModel(RoundCopy copies, RoundDesk desk) : PageModel, IShownAgain
{
    /// <summary>The parts in the order of the page.</summary>
    public static readonly IReadOnlyList<(CopyPart Part, string Name)> AllParts =
    [
        (CopyPart.Groups, "Khối, quy tắc và đơn vị"),
        (CopyPart.CriteriaSets, "Bộ tiêu chí"),
        (CopyPart.Exemptions, "Nội dung không áp dụng"),
        (CopyPart.Assignments, "Phân công thẩm định"),
        (CopyPart.Deadlines, "Thời hạn"),
    ];

    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The comparison; <c>null</c> where the authority has no earlier round, or nothing can be copied any more.</summary>
    public YearCopy? Copy { get; private set; }

    /// <summary>The parts ticked; what no page of this portal sends is passed over.</summary>
    [BindProperty]
    public List<CopyPart?> Parts { get; set; } = [];

    /// <summary>All parts are ticked until somebody chose.</summary>
    public Task OnGetAsync(CancellationToken cancel)
    {
        Parts = [.. AllParts.Select(part => (CopyPart?)part.Part)];
        return LoadAsync(cancel);
    }

    /// <summary>Copies the parts ticked.</summary>
    public Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel) => this.AnswerAsync(Url.Round(desk.Setup, "YearBefore"), async () =>
    {
        var copy = await copies.CopyAsync(desk.Setup.Round.Id, version, [.. Parts.OfType<CopyPart>()], desk.Actor, cancel);
        return $"Đã chép {NumberWriter.VietnameseCount(copy.Lines.Count(line => line.IsNew))} nội dung như năm {copy.Year}. Dưới đây là những gì đã có và những gì không chép được.";
    });

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return null;
    }

    private async Task LoadAsync(CancellationToken cancel) => Copy = !desk.Setup.Round.IsDraft ? null : await copies.PreviewAsync(desk.Setup.Round.Id, desk.Actor, cancel);
}
