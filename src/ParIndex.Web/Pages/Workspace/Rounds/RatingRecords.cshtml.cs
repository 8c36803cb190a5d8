using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Which conditions cap the rating of which units of a group.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class RatingRecordsModel(RatingRecording recording, RoundDesk desk) : PageModel, IShownAgain
{
    /// <summary>The round, the group and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The rows as typed.</summary>
    [BindProperty]
    public IList<RatingRecordsInput> Rows { get; set; } = [];

    /// <summary>The conditions that are recorded, in the order of the decision.</summary>
    public IReadOnlyList<RatingCondition> Recorded => [.. desk.Group.Group.RatingConditions.Where(condition => condition.Kind == RatingConditionKind.Recorded)];

    /// <summary>Whether this person can record now.</summary>
    public bool MayRecord => desk.IsCoordinator && desk.Setup.Round.State is RoundState.Open or RoundState.Closed;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel)
    {
        if (Rows.SelectMany(row => row.Decisions).FirstOrDefault(decision => decision?.Length > RatingRecording.MostDecision) is { } wordy)
        {
            ModelState.AddModelError("danh-sach", $"Văn bản “{VietnameseText.Clip(wordy, 60)}” dài quá {RatingRecording.MostDecision} ký tự.");
        }

        var records = Rows.DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => row.Records(Recorded));
        return await this.AnswerAsync(Url.RoundGroup(desk.Setup, desk.Group, "RatingRecords"), async () =>
            await recording.SaveAsync(desk.Setup.Round.Id, desk.Group.UnitGroup.Slug, version, records, desk.Actor, cancel) is > 0 and var units
                ? $"Đã ghi nhận điều kiện xếp loại của {NumberWriter.VietnameseCount(units)} đơn vị."
                : "Không có thay đổi.");
    }

    /// <inheritdoc />
    public Task<IActionResult?> ShowAgainAsync(CancellationToken cancel) => Task.FromResult<IActionResult?>(null);

    /// <summary>What was typed for a unit, or what is recorded.</summary>
    public RatingRecordsInput RowOf(ParticipantSetup unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Rows.FirstOrDefault(row => row.Id == unit.Participant.Id) ?? new()
        {
            Id = unit.Participant.Id,
            Decisions = [.. Recorded.Select(condition => unit.Participant.RatingRecords.FirstOrDefault(record => record.Condition == condition.Text)?.Decision)],
        };
    }
}

/// <summary>What is typed of one unit: a decision for each recorded condition, blank where it does not hold.</summary>
public sealed record RatingRecordsInput
{
    /// <summary>The participant.</summary>
    public Guid Id { get; set; }

    /// <summary>The decisions, in the order of the conditions.</summary>
    public IList<string?> Decisions { get; set; } = [];

    internal IReadOnlyList<RatingRecord> Records(IReadOnlyList<RatingCondition> conditions) =>
        [.. conditions.Zip(Decisions).Where(pair => !string.IsNullOrWhiteSpace(pair.Second)).Select(pair => new RatingRecord(pair.First.Text, VietnameseText.Normalize(pair.Second!)))];
}
