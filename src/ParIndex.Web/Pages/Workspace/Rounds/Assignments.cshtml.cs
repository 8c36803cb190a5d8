using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Accounts;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Who appraises what in a group: fields across units.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class AssignmentsModel(RoundAssignments assignments, ScorecardReader scorecards, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public AssignmentInput Input { get; set; } = new();

    /// <summary>The slug of the group shown.</summary>
    [BindProperty(Name = "khoi", SupportsGet = true)]
    public string? Slug { get; set; }

    /// <summary>The group shown: the one asked for, or the first.</summary>
    public GroupSetup? Group => desk.Setup.Group(Slug ?? "") ?? (desk.Setup.Groups.Count > 0 ? desk.Setup.Groups[0] : null);

    /// <summary>Accounts that can appraise, by name.</summary>
    public Task<IReadOnlyList<StaffAccount>> AppraisersAsync() => assignments.AppraisersAsync(HttpContext.RequestAborted);

    /// <summary>Names with units of these, and of whoever is assigned in the group.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<StaffAccount> appraisers) =>
        scorecards.NamesAsync(appraisers.Select(account => account.Id).Concat(Group?.Assignments.Select(assignment => assignment.AccountId) ?? []), HttpContext.RequestAborted);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Input, new AssignmentValidator()))
        {
            return this.Wrong();
        }

        return await this.AnswerAsync(Address, async () =>
            $"Đã phân công: {NumberWriter.VietnameseCount(await assignments.AssignAsync(desk.Setup.Round.Id, Group?.UnitGroup.Slug ?? "", Input.Appraiser!.Value, [.. Input.Fields], [.. Input.Units], desk.Actor, cancel))} phần việc mới.");
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostRemoveAsync(string? assignment, CancellationToken cancel)
    {
        ModelState.Clear();
        var keys = (assignment ?? "").Split(',').Select(text => Guid.TryParse(text, out var key) ? key : Guid.Empty).ToList();
        return await this.AnswerAsync(Address, async () =>
        {
            await assignments.RemoveAsync(desk.Setup.Round.Id, keys, desk.Actor, cancel);
            return "Đã bỏ phân công.";
        });
    }

    private string Address => Url.Round(desk.Setup, "Assignments") + (Group is { } group ? $"?khoi={group.UnitGroup.Slug}" : "");
}

/// <summary>The form of <see cref="AssignmentsModel"/>.</summary>
public sealed record AssignmentInput
{
    /// <summary>The appraiser.</summary>
    public Guid? Appraiser { get; set; }

    /// <summary>The fields; none for all.</summary>
    public IList<Guid> Fields { get; set; } = [];

    /// <summary>The units; none for all.</summary>
    public IList<Guid> Units { get; set; } = [];
}

/// <summary>What the form accepts.</summary>
public sealed class AssignmentValidator : AbstractValidator<AssignmentInput>
{
    public AssignmentValidator() => RuleFor(input => input.Appraiser).NotNull().WithMessage("Chọn người thẩm định.");
}
