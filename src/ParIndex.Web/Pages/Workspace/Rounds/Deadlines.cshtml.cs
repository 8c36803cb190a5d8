using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Until when each step runs, for all and for one unit.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class DeadlinesModel(RoundTimetable deadlines, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public DeadlinesInput Input { get; set; } = new();

    /// <summary>Whether the rules refused, so that what is stored is shown beside what was typed.</summary>
    public bool ShowsStored => Response.StatusCode == StatusCodes.Status409Conflict;

    /// <inheritdoc cref="PageModel" />
    public void OnGet() => Input = DeadlinesInput.Of(desk.Setup.Round);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel)
    {
        Input.FillRows();
        if (!this.Passes(Input, new DeadlinesValidator()))
        {
            return this.Wrong();
        }

        return await this.AnswerAsync(RoundAddresses.Of(desk.Setup, "thoi-han"), async () =>
        {
            await deadlines.SetAsync(desk.Setup.Round.Id, version, Input.Read(), desk.Actor, cancel);
            return "Đã lưu thời hạn các bước.";
        });
    }
}

/// <summary>One step's deadline as typed.</summary>
public sealed record DeadlineRow
{
    /// <summary>The day.</summary>
    public string? Day { get; set; }

    /// <summary>The hour, UTC+7.</summary>
    public string? Hour { get; set; }

    /// <summary>Whether nothing was typed; the hour stands there by itself.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Day);
}

/// <summary>The form of <see cref="DeadlinesModel"/>: a row for each step in its order.</summary>
public sealed record DeadlinesInput
{
    private const string EndOfWork = "17:00";

    /// <summary>The rows.</summary>
    public IList<DeadlineRow> Rows { get; set; } = [];

    /// <summary>What is stored, as it would be typed.</summary>
    public static DeadlinesInput Of(Round round) => new()
    {
        Rows = [.. Enum.GetValues<RoundStep>().Select(step => DayAndHour.Of(round, step) is { } until
            ? new DeadlineRow { Day = DayAndHour.Day(until), Hour = DayAndHour.Hour(until) }
            : new DeadlineRow { Hour = EndOfWork })],
    };

    /// <summary>A row for every step, whatever was sent.</summary>
    public void FillRows()
    {
        var steps = Enum.GetValues<RoundStep>().Length;
        Rows = [.. Rows.Take(steps)];
        while (Rows.Count < steps)
        {
            Rows.Add(new());
        }
    }

    /// <summary>The instants by step, without the rows left empty; ask <see cref="DeadlinesValidator"/> first.</summary>
    public IReadOnlyDictionary<RoundStep, DateTime> Read() =>
        Rows.Select((row, i) => (Step: (RoundStep)i, Until: row.IsEmpty ? null : DayAndHour.Read(row.Day, row.Hour)))
            .Where(pair => pair.Until is not null).ToDictionary(pair => pair.Step, pair => pair.Until!.Value);
}

/// <summary>What the form accepts.</summary>
public sealed class DeadlinesValidator : AbstractValidator<DeadlinesInput>
{
    public DeadlinesValidator() => RuleFor(input => input).Custom((input, context) =>
    {
        DateTime? before = null;
        foreach (var (row, i) in input.Rows.Select((row, i) => (row, i)).Where(pair => !pair.row.IsEmpty))
        {
            var until = DayAndHour.Read(row.Day, row.Hour);
            if (until is null)
            {
                context.AddFailure(new ValidationFailure($"Rows[{i}].Day", $"{RoundWords.Of((RoundStep)i)}: không hiểu “{row.Day} {row.Hour}”; nhập {DayAndHour.Accepted}."));
            }
            else if (until < before)
            {
                context.AddFailure(new ValidationFailure($"Rows[{i}].Day", $"{RoundWords.Of((RoundStep)i)}: thời hạn phải sau thời hạn của bước trước."));
            }

            before = until ?? before;
        }
    });
}
