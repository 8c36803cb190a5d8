using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Accounts;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Who appraises which field of a group: one table, one save, and the table of the year before.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class AssignmentTableModel(RoundAssignments assignments, RoundDesk desk) : PageModel, IShownAgain
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The slug of the group shown.</summary>
    [BindProperty(Name = "khoi", SupportsGet = true)]
    public string? Slug { get; set; }

    /// <summary>The boxes ticked: a field and a person, and a unit where it is of one alone.</summary>
    [BindProperty]
    public List<string?> Cells { get; set; } = [];

    /// <summary>Who was chosen for units that nobody appraises; empty where nobody was.</summary>
    [BindProperty]
    public List<string?> Gaps { get; set; } = [];

    /// <summary>The group shown: the one asked for, or the first.</summary>
    public GroupSetup? Group => desk.Setup.Group(Slug ?? "") ?? (desk.Setup.Groups.Count > 0 ? desk.Setup.Groups[0] : null);

    /// <summary>The table.</summary>
    public AssignmentMatrix? Matrix { get; private set; }

    /// <summary>The year whose table is proposed, and what of it cannot be again; <c>null</c> while none is.</summary>
    public (int Year, IReadOnlyList<string> Left)? Proposal { get; private set; }

    /// <summary>Whether the year before was asked for and there is none.</summary>
    public bool HasNoYearBefore { get; private set; }

    /// <summary>A part in the words of the form.</summary>
    public static string TokenOf(Criterion field, StaffAccount person, ParticipantSetup? unit = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(person);
        return string.Join('|', new[] { field.Id, person.Id, unit?.Participant.Id }.OfType<Guid>());
    }

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync([FromQuery(Name = "nam-truoc")] bool asLastYear, CancellationToken cancel)
    {
        var before = asLastYear && Group is { } group ? await assignments.LastYearAsync(desk.Setup, group, cancel) : null;
        HasNoYearBefore = asLastYear && before is null;
        Proposal = before is { } found ? (found.Year, found.Left) : null;
        await LoadAsync(before?.Parts, cancel);
    }

    /// <summary>Saves the whole table.</summary>
    public Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel) => this.AnswerAsync(Url.Round(desk.Setup, "AssignmentTable") + $"?khoi={Group?.UnitGroup.Slug}", async () =>
    {
        var (added, removed) = await assignments.SetAsync(desk.Setup.Round.Id, version, Group?.UnitGroup.Slug ?? "", Parts(), desk.Actor, cancel);
        return $"Đã lưu bảng phân công: thêm {NumberWriter.VietnameseCount(added)}, bỏ {NumberWriter.VietnameseCount(removed)} phần việc.";
    });

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        await LoadAsync(Parts(), cancel);
        return null;
    }

    private async Task LoadAsync(IEnumerable<AssignedPart>? proposed, CancellationToken cancel) =>
        Matrix = Group is { Set: not null } group ? await assignments.MatrixAsync(desk.Setup, group, proposed, cancel) : null;

    private HashSet<AssignedPart> Parts() => [.. Cells.Concat(Gaps).OfType<string>().Select(Read).OfType<AssignedPart>()];

    /// <summary>What no page of this portal sends is passed over.</summary>
    private static AssignedPart? Read(string token) => token.Split('|').Select(part => Guid.TryParse(part, out var key) ? key : (Guid?)null).ToList() switch
    {
        [{ } field, { } person] => new(field, person, ParticipantId: null),
        [{ } field, { } person, { } unit] => new(field, person, unit),
        _ => null,
    };
}
