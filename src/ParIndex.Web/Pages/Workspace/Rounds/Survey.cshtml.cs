using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Surveys;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Survey points of a group, one leaf at a time, typed for every unit.</summary>
[Authorize(Roles = SurveyReaders), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
[RequestFormLimits(ValueCountLimit = 5000)]
public sealed class SurveyModel(SurveyPoints points, RoundDesk desk) : PageModel, IShownAgain
{
    /// <summary>Who reads survey points; coordinators load them.</summary>
    public const string SurveyReaders = RoundAudience.OfCouncil + "," + nameof(StaffRoles.Appraiser);

    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>Slug of the group, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "khoi")]
    public string? GroupSlug { get; set; }

    /// <summary>Code of the leaf, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "tieu-chi")]
    public string? LeafCode { get; set; }

    /// <summary>What was typed, a row a unit.</summary>
    [BindProperty]
    public List<SurveyRowInput> Rows { get; set; } = [];

    /// <summary>The groups with survey leaves.</summary>
    public IReadOnlyList<GroupSetup> Groups => [.. desk.Setup.Groups.Where(group => SurveyLeaves(group).Any())];

    /// <summary>The group shown, or <c>null</c> when no group has a survey.</summary>
    public GroupSetup? Group => Groups.FirstOrDefault(group => group.UnitGroup.Slug == GroupSlug) ?? Groups.FirstOrDefault();

    /// <summary>The leaf shown.</summary>
    public Criterion Leaf => SurveyLeaves(Group!).FirstOrDefault(leaf => leaf.Code == LeafCode) ?? SurveyLeaves(Group!).First();

    /// <summary>Every unit and survey leaf of the group.</summary>
    public IReadOnlyList<SurveyLine> All { get; private set; } = [];

    /// <summary>The units the leaf applies to.</summary>
    public IReadOnlyList<SurveyLine> Lines => [.. All.Where(line => line.Leaf.Id == Leaf.Id)];

    /// <summary>Survey leaves of a group.</summary>
    public static IEnumerable<Criterion> SurveyLeaves(GroupSetup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return (group.Set?.Leaves ?? []).Where(leaf => leaf.Component == Component.Survey);
    }

    /// <summary>What stands in the fields of a line: what was typed, or what is stored.</summary>
    public SurveyRowInput Shown(SurveyLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var text = AnswerText.Row(line.Cell.Answer);
        return Rows.Find(row => row.Scorecard == line.Cell.ScorecardId)
            ?? new() { Scorecard = line.Cell.ScorecardId, Points = text.Points, Achieved = text.Achieved, Required = text.Required, SampleSize = text.SampleSize, Spread = text.Spread };
    }

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => All = Group is { } group ? await points.LinesAsync(desk.Setup, group, desk.Actor, cancel) : [];

    /// <summary>Takes what was typed, all or nothing.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Group is null)
        {
            return NotFound();
        }

        await OnGetAsync(cancel);
        if (desk.Setup.Round.IsDraft)
        {
            // A draft has no cells: that is the reason, whatever the form named.
            ModelState.Clear();
            return this.Refused("Kỳ đánh giá chưa mở nên chưa có ô để ghi điểm điều tra.");
        }

        var entries = new List<SurveyEntry>();
        foreach (var (index, row) in Rows.Index())
        {
            // Rows that are not, or no longer, this person's go along: what would be lost in silence is refused.
            var line = Lines.FirstOrDefault(line => line.Cell.ScorecardId == row.Scorecard);
            var typed = TypedAnswer.Row(row.Points, row.Achieved, row.Required, row.SampleSize, row.Spread);
            var isRead = true;
            var answer = typed.Read(Leaf, line?.Cell.Answer ?? CellAnswer.Blank, Note);
            if (isRead && answer.Problem(Leaf) is { } problem)
            {
                Note(CellField.Points, problem);
            }

            entries.Add(new(row.Scorecard, Leaf.Id, row.Version, typed));

            void Note(CellField field, Finding problem)
            {
                isRead = false;
                ModelState.AddModelError($"Rows[{index}].{field}", $"{line?.Folder.Unit.Name}. {problem}");
            }
        }

        return await this.AnswerAsync($"{RoundAddresses.Of(desk.Setup, "khao-sat")}?khoi={Group.UnitGroup.Slug}&tieu-chi={Uri.EscapeDataString(Leaf.Code)}", async () =>
        {
            var changed = await points.SaveAsync(desk.Setup.Round.Id, entries, $"Ghi điểm điều tra tiêu chí {Leaf.Code}", desk.Actor, cancel);
            return changed == 0 ? "Không có điểm nào thay đổi." : $"Đã ghi điểm điều tra của {changed} đơn vị.";
        });
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return null;
    }
}

/// <summary>A unit's row of <see cref="SurveyModel"/>, as text.</summary>
public sealed record SurveyRowInput
{
    /// <summary>The unit's scorecard.</summary>
    public Guid Scorecard { get; set; }

    /// <summary>Version of the cell as shown.</summary>
    public Guid Version { get; set; }

    /// <inheritdoc cref="TypedAnswer.Points" />
    public string? Points { get; set; }

    /// <inheritdoc cref="TypedAnswer.Achieved" />
    public string? Achieved { get; set; }

    /// <inheritdoc cref="TypedAnswer.Required" />
    public string? Required { get; set; }

    /// <inheritdoc cref="TypedAnswer.SampleSize" />
    public string? SampleSize { get; set; }

    /// <inheritdoc cref="TypedAnswer.Spread" />
    public string? Spread { get; set; }
}
