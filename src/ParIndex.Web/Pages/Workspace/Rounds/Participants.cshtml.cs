using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The units of a group: their marks, the scale of each as it forms, and those that can be added.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class ParticipantsModel(RoundUnits units, RoundDesk desk) : PageModel, IShownAgain
{
    private const int LongestReason = 1000;

    /// <summary>The round, the group and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The rows as typed.</summary>
    [BindProperty]
    public IList<UnitRowInput> Rows { get; set; } = [];

    /// <summary>Units to add.</summary>
    [BindProperty]
    public IList<Guid> Chosen { get; set; } = [];

    /// <summary>Why the person's own unit changes.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The person's own unit, when it takes part here.</summary>
    public ParticipantSetup? Own => desk.Group.Participants.FirstOrDefault(unit => RoundRights.IsOwnUnit(desk.Actor, unit.Unit.Id));

    /// <summary>Words looked for.</summary>
    [BindProperty(Name = "tim", SupportsGet = true)]
    public string? Words { get; set; }

    /// <summary>Units that can be added.</summary>
    public IReadOnlyList<Unit> Candidates { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (Chosen.Count == 0)
        {
            ModelState.AddModelError("them", "Chọn ít nhất một đơn vị để thêm.");
        }

        return await this.AnswerAsync(Url.RoundGroup(desk.Setup, desk.Group, "Participants"), async () =>
            $"Đã thêm {NumberWriter.VietnameseCount(await units.AddAsync(desk.Setup.Round.Id, desk.Group.UnitGroup.Slug, [.. Chosen], desk.Actor, cancel))} đơn vị.");
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostSaveAsync(Guid version, CancellationToken cancel)
    {
        ParticipantEdit[] edits = [.. Rows.Select(row => row.Edit)];
        CheckReason(edits);
        CheckLists(edits);
        return await this.AnswerAsync(Url.RoundGroup(desk.Setup, desk.Group, "Participants"), async () =>
        {
            return await units.SaveAsync(desk.Setup.Round.Id, desk.Group.UnitGroup.Slug, version, edits, Reason, desk.Actor, cancel)
                ? "Đã lưu danh sách đơn vị. Thay đổi của đơn vị mình đã gửi thành đề nghị, chờ một người của đơn vị khác đồng ý."
                : "Đã lưu danh sách đơn vị.";
        });
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return null;
    }

    /// <summary>What was typed for a unit, or what is stored.</summary>
    public UnitRowInput RowOf(ParticipantSetup unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Rows.FirstOrDefault(row => row.Id == unit.Participant.Id)
            ?? new() { Id = unit.Participant.Id, IsSpecialCase = unit.Participant.IsSpecialCase, IsUnranked = !unit.Participant.IsRanked, RankingList = unit.Participant.RankingList };
    }

    /// <summary>The words for a kind of units.</summary>
    public static string Heading(UnitKind kind) => kind switch
    {
        UnitKind.Department => "Sở, ban, ngành",
        UnitKind.District => "Huyện, thành phố",
        UnitKind.Commune => "Xã, phường",
        _ => "Cơ quan, đơn vị khác",
    };

    private void CheckReason(IReadOnlyList<ParticipantEdit> edits)
    {
        if (desk.MaySetUp && Own is { } own && string.IsNullOrWhiteSpace(Reason) && edits.Any(edit => edit.ParticipantId == own.Participant.Id && RoundUnits.NeedsSecondPerson(own, edit, desk.Actor)))
        {
            ModelState.AddModelError("Reason", $"Đổi dấu hoặc bỏ {own.Name}, là đơn vị mình, cần một người của đơn vị khác đồng ý: ghi lý do.");
        }
        else if (Reason?.Length > LongestReason)
        {
            ModelState.AddModelError("Reason", $"Lý do dài tối đa {LongestReason} ký tự.");
        }
    }

    private void CheckLists(IReadOnlyList<ParticipantEdit> edits)
    {
        if (edits.FirstOrDefault(edit => edit.RankingList?.Length > Participant.MostListName) is { } wordy)
        {
            ModelState.AddModelError("danh-sach", $"Tên danh sách xếp hạng “{wordy.RankingList![..40]}…” dài quá {Participant.MostListName} ký tự.");
        }
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Candidates = desk.MaySetUp ? await units.CandidatesAsync(desk.Setup, desk.Group, Words, cancel) : [];
}

/// <summary>One unit as typed.</summary>
public sealed record UnitRowInput
{
    /// <summary>The participant.</summary>
    public Guid Id { get; set; }

    /// <summary>The special-case mark.</summary>
    public bool IsSpecialCase { get; set; }

    /// <summary>“Đánh giá, không xếp hạng”.</summary>
    public bool IsUnranked { get; set; }

    /// <summary>The ranking list it is in.</summary>
    public string? RankingList { get; set; }

    /// <summary>Whether it is taken out.</summary>
    public bool Leaves { get; set; }

    internal ParticipantEdit Edit => new(Id, IsSpecialCase, !IsUnranked, Leaves, VietnameseText.Normalize(RankingList ?? "") is { Length: > 0 } list ? list : null);
}
