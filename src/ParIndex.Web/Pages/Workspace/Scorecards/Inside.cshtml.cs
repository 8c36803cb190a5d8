using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>What goes on inside the unit about its scorecard: who answers for which field, how far each is, what the head approves or gives back.</summary>
[Authorize(Roles = ScorecardAudience.OfUnit), DeskPage<InsideDesk>(ScorecardAudience.Insiders)]
public sealed class InsideModel(InsideDesk desk, UnitWork work, InnerTalk talk) : PageModel, IShownAgain
{
    private const int MostNotes = 8;

    /// <summary>The scorecard and who is at work.</summary>
    public ScorecardDesk Desk => desk.Scorecard;

    /// <summary>What was typed and chosen.</summary>
    [BindProperty]
    public InsideInput Input { get; set; } = new();

    /// <summary>The fields, and whose they are.</summary>
    public UnitBoard Board => UnitBoard.Of(Desk.Folder);

    /// <summary>The remarks with which fields were given back last, by field.</summary>
    public IReadOnlyDictionary<Guid, InnerNote> Remarks { get; private set; } = new Dictionary<Guid, InnerNote>();

    /// <summary>What was said lately, newest first.</summary>
    public IReadOnlyList<InnerNote> Notes { get; private set; } = [];

    /// <summary>Why the person may not share the sheet out; <c>null</c> when nothing stands against it.</summary>
    public string? WhyNotShare => InsideRights.WhyNotShare(Desk.Actor, Desk.Folder);

    /// <summary>Whether the person may give fields back now.</summary>
    public bool MayReturn => InsideRights.WhyNotJudge(Desk.Actor, Desk.Folder, Desk.Now) is null && Desk.Folder.Card.Shares.Count > 0;

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => await ShowAgainAsync(cancel);

    /// <summary>Shares the sheet out.</summary>
    public Task<IActionResult> OnPostShareAsync(CancellationToken cancel) => ActAsync(async id =>
        $"Đã phân công {NumberWriter.VietnameseCount(await work.ShareAsync(id, Input.Stamp ?? "", Input.Officers, Desk.Actor, cancel))} lĩnh vực.");

    /// <summary>Says that a field is done.</summary>
    public Task<IActionResult> OnPostFinishAsync(CancellationToken cancel) => ActAsync(async id =>
    {
        await work.FinishAsync(id, Input.Field ?? Guid.Empty, Desk.Actor, cancel);
        return "Đã báo hoàn thành lĩnh vực.";
    });

    /// <summary>Gives a field back.</summary>
    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancel)
    {
        if (Input.Field is not { } field || Input.Remark is not { } remark || string.IsNullOrWhiteSpace(remark))
        {
            await ShowAgainAsync(cancel);
            return Input.Field is null ? this.Wrong("Input.Field", "Chọn lĩnh vực trả lại.") : this.Wrong("Input.Remark", "Ghi ý kiến: cần bổ sung, sửa nội dung gì.");
        }

        return await ActAsync(async id =>
        {
            await work.ReturnAsync(id, field, remark, Desk.Actor, cancel);
            return "Đã trả lại lĩnh vực cho người phụ trách.";
        });
    }

    /// <summary>Approves the sheet as it was shown.</summary>
    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancel) => ActAsync(async id =>
    {
        await work.ApproveAsync(id, Input.Seal ?? "", Desk.Actor, cancel);
        return "Đã phê duyệt phiếu đúng như đang hiển thị; cán bộ của đơn vị nộp được phiếu.";
    });

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Remarks = await talk.RemarksAsync(Desk.Actor, Desk.Folder, cancel);
        Notes = await talk.LatestAsync(Desk.Actor, Desk.Folder, MostNotes, cancel);
        return null;
    }

    private Task<IActionResult> ActAsync(Func<Guid, Task<string>> act) => this.AnswerAsync(Url.Scorecard(Desk.Folder, "Inside"), () => act(Desk.Folder.Card.Id));
}

/// <summary>The forms of <see cref="InsideModel"/>: each sends what it needs.</summary>
public sealed record InsideInput
{
    /// <summary>Who is to answer for each field, by account.</summary>
    public Dictionary<Guid, Guid?> Officers { get; set; } = [];

    /// <summary>How the sheet was shared out when it was shown.</summary>
    public string? Stamp { get; set; }

    /// <summary>The field that is given back or done.</summary>
    public Guid? Field { get; set; }

    /// <summary>The remark a field is given back with.</summary>
    public string? Remark { get; set; }

    /// <summary>The seal of the sheet that was shown.</summary>
    public string? Seal { get; set; }
}
