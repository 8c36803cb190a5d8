using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>One act on the units chosen on the board: what it will do and what not, and why; then what was done, and the rest by name.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.CouncilMember)), DeskPage<RoundDesk>(StaffRoles.Coordinator | StaffRoles.CouncilMember)]
public sealed class BoardActModel(BoardWork acts, RoundDesk desk) : PageModel, IShownAgain
{
    private static readonly IReadOnlyList<(BoardAct Act, string Key)> Keys = [(BoardAct.Remind, "nhac-viec"), (BoardAct.Extend, "gia-han"), (BoardAct.EndStep, "ket-thuc-buoc"), (BoardAct.Agree, "thong-nhat")];

    private IReadOnlyList<string> _rest = [];

    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was chosen and typed.</summary>
    [BindProperty]
    public BoardActInput Input { get; set; } = new();

    /// <summary>What becomes of each unit.</summary>
    public IReadOnlyList<BoardLine> Lines { get; private set; } = [];

    /// <summary>The units it will be done to.</summary>
    public IReadOnlyList<BoardLine> Ready => [.. Lines.Where(line => line.WhyNot is null)];

    /// <summary>The word of an act in addresses.</summary>
    public static string KeyOf(BoardAct act) => Keys.First(known => known.Act == act).Key;

    /// <summary>Shows what the act would do to the units of the address.</summary>
    public Task OnGetAsync([FromQuery(Name = "viec")] string? act, [FromQuery(Name = "don-vi")] IReadOnlyList<string>? units, [FromQuery(Name = "ngay")] string? day, [FromQuery(Name = "gio")] string? hour, CancellationToken cancel)
    {
        Input = new() { Act = Keys.FirstOrDefault(known => known.Key == act, (default, "")) is { Key.Length: > 0 } known ? known.Act : null, Rows = [.. (units ?? []).Distinct().Select(unit => new BoardActRow { Unit = unit })], Day = day, Hour = hour ?? BoardActInput.EndOfWork };
        return ShowAgainAsync(cancel);
    }

    /// <summary>Shows it again with what was typed.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        var passes = this.Passes(Input, new BoardActValidator());
        await ShowAgainAsync(cancel);
        return passes ? Page() : this.Wrong();
    }

    /// <summary>Does all it can.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (this.Passes(Input, new BoardActValidator()))
        {
            await ShowAgainAsync(cancel);
            if (Ready.Any(line => line.NeedsReason) && string.IsNullOrWhiteSpace(Input.Words))
            {
                ModelState.AddModelError("Input.Words", "Ghi lý do; lý do được lưu cho từng đơn vị.");
            }
        }

        return await this.AnswerAsync(Next, async () =>
        {
            var shown = Input.Rows.DistinctBy(row => row.Unit).ToDictionary(row => row.Unit!, row => row.Version);
            var order = Order();
            var lines = await acts.CarryOutAsync(desk.Setup, order, order.Until is { } until ? DateWriter.VietnameseDeadline(until) : null, shown, desk.Actor, cancel);
            _rest = [.. lines.Where(line => line.WhyNot is not null).Select(line => line.Folder.Unit.Unit.Code)];
            return Told(order.Act, lines);
        });
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Lines = Input.Act is null ? [] : await acts.PreviewAsync(desk.Setup, Order(), [.. Input.Rows.Select(row => row.Unit).OfType<string>()], desk.Actor, cancel);
        return null;
    }

    private static string Told(BoardAct act, IReadOnlyList<BoardLine> lines)
    {
        var (done, waiting, rest) = (lines.Count(line => line is { WhyNot: null, Waits: false }), lines.Where(line => line is { WhyNot: null, Waits: true }).ToList(), lines.Count(line => line.WhyNot is not null));
        return $"{BoardWork.Of(act)}: đã thực hiện cho {NumberWriter.VietnameseCount(done)} đơn vị."
            + (waiting.Count > 0 ? $" Đã gửi đề nghị cho {string.Join(", ", waiting.Select(line => line.Folder.Unit.Name))}, chờ một người của đơn vị khác đồng ý." : "")
            + (rest > 0 ? $" Chưa thực hiện được cho {NumberWriter.VietnameseCount(rest)} đơn vị, nêu tên và lý do dưới đây." : "");
    }

    private BoardOrder Order() => new(Input.Act!.Value, Input.Words, Input.Act == BoardAct.Extend ? DayAndHour.Read(Input.Day, Input.Hour) : null);

    /// <summary>Back to the board, or to those it was not done to.</summary>
    private string Next() => _rest.Count == 0
        ? Url.Round(desk.Setup, "Progress")
        : Url.To("/Workspace/Rounds/BoardAct", new RouteValueDictionary { ["id"] = desk.Setup.Round.Id, ["viec"] = KeyOf(Input.Act!.Value), ["don-vi"] = _rest.ToArray(), ["ngay"] = Input.Day, ["gio"] = Input.Day is null ? null : Input.Hour });
}

/// <summary>The form of <see cref="BoardActModel"/>.</summary>
public sealed record BoardActInput
{
    /// <summary>When a day of work ends, UTC+7.</summary>
    internal const string EndOfWork = "17:00";

    /// <summary>The act.</summary>
    public BoardAct? Act { get; set; }

    /// <summary>The units, as they were shown.</summary>
    public List<BoardActRow> Rows { get; set; } = [];

    /// <summary>What a reminder adds, or why it is done.</summary>
    public string? Words { get; set; }

    /// <summary>The last day of an extension.</summary>
    public string? Day { get; set; }

    /// <summary>Its hour, UTC+7.</summary>
    public string? Hour { get; set; } = EndOfWork;
}

/// <summary>A unit chosen.</summary>
public sealed record BoardActRow
{
    /// <summary>Its code.</summary>
    public string? Unit { get; set; }

    /// <summary>The version its scorecard had when it was shown.</summary>
    public Guid Version { get; set; }
}

/// <summary>What the form accepts.</summary>
public sealed class BoardActValidator : AbstractValidator<BoardActInput>
{
    private const int MostWords = 1000;

    public BoardActValidator()
    {
        RuleFor(input => input.Act).NotNull().IsInEnum().WithMessage("Chọn việc cần thực hiện.");
        RuleFor(input => input.Rows).Must(rows => rows.Count > 0 && rows.TrueForAll(row => row.Unit is not null)).WithMessage("Chưa chọn đơn vị nào.");
        RuleFor(input => input.Words).MaximumLength(MostWords).WithMessage($"Nội dung dài tối đa {MostWords} ký tự.");
        RuleFor(input => input.Day).Must((input, day) => DayAndHour.Read(day, input.Hour) is not null).When(input => input.Act == BoardAct.Extend).WithMessage(input => $"Không hiểu “{input.Day} {input.Hour}”; nhập {DayAndHour.Accepted}.");
    }
}
