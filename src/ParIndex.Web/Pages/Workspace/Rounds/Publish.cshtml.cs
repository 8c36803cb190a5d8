using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.Releases;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The last question before results are public, to a person who approved none of them and has just signed in.</summary>
[Authorize(Roles = nameof(StaffRoles.Publisher)), DeskPage<RoundDesk>(StaffRoles.Publisher)]
public sealed class PublishModel(RoundResults results, TimedPublication publication, RoundDesk desk, TimeProvider clock, IOptions<DemoOptions> demo) : PageModel, IShownAgain
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The results as they stand.</summary>
    public ResultsDraft Draft { get; private set; } = null!;

    /// <summary>Why this person cannot publish now, or <c>null</c>.</summary>
    public string? WhyNot => TimedPublication.WhyNotPlan(desk.Actor, Draft);

    /// <summary>What was typed.</summary>
    [BindProperty]
    public PublishInput Input { get; set; } = new();

    /// <summary>Whether the person chose to open at once, which is asked about in words of its own.</summary>
    public bool AsksNow => Input.When == PublishInput.Now;

    /// <summary>The published logins of the demonstration have no second factor, as everywhere in it.</summary>
    private PublisherSession Session => demo.Value.IsDemo ? new(HasSecondFactor: true, HttpContext.SignedInAt()) : new(HttpContext.HasSecondFactor(), HttpContext.ProvedAt());

    private string Address => Url.Round(desk.Setup, "Publish");

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Draft = (await results.ShownAsync(desk.Setup, cancel)).SeenBy(desk.Actor);
        Input = Input with { Day = DayAndHour.Day(NextMorning), Hour = DayAndHour.Hour(NextMorning) };
        return WhyNot is null && !Session.IsFresh(clock.GetUtcNow()) ? SignInAgain(Address) : Page();
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(string? digest, CancellationToken cancel)
    {
        if (!Session.IsFresh(clock.GetUtcNow()))
        {
            return SignInAgain(await HttpContext.RequestServices.GetRequiredService<KeptFormStore>().KeepAsync(HttpContext) ?? Address);
        }

        this.Passes(Input, new PublishValidator(desk.Setup.Round.Year, clock.GetUtcNow().UtcDateTime));
        return await this.AnswerAsync(Url.Round(desk.Setup, "Results"), async () =>
        {
            var plan = await publication.PlanAsync(desk.Setup.Round.Id, digest ?? "", Input.OpensAt, Session, desk.Actor, cancel);
            return $"Kết quả năm {desk.Setup.Round.Year} sẽ công khai lúc {DateWriter.VietnameseDeadline(plan.OpensAt)}. Trước giờ đó có thể tạm dừng tại trang này.";
        });
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Draft = (await results.ShownAsync(desk.Setup, cancel)).SeenBy(desk.Actor);
        return null;
    }

    /// <summary>The next working morning at eight, UTC+7: an announcement is read by day.</summary>
    private DateTime NextMorning
    {
        get
        {
            var day = DateWriter.VietnameseDay(clock.GetUtcNow().UtcDateTime).AddDays(1);
            while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                day = day.AddDays(1);
            }

            return DateWriter.Instant(day, new TimeOnly(8, 0));
        }
    }

    /// <summary>The three highest or lowest units of a group with their indices.</summary>
    public static string Named(ReleaseGroup group, bool highest)
    {
        ArgumentNullException.ThrowIfNull(group);
        var ordered = highest ? group.Results.OrderByDescending(result => result.Index) : group.Results.OrderBy(result => result.Index);
        return string.Join("; ", ordered.Take(3).Select(result => $"{result.UnitName} {(result.Index is { } index ? NumberWriter.Vietnamese(index, group.IndexDecimals) + "%" : "–")}"));
    }

    /// <summary>To the sign-in and back: what is to be confirmed is asked again then.</summary>
    private RedirectResult SignInAgain(string next) =>
        Redirect(FreshSignIn.AddressFor(Session, next));
}

/// <summary>The confirmation.</summary>
public sealed record PublishInput
{
    /// <summary>Values of <see cref="When"/>.</summary>
    public const string Planned = "hen-gio", Now = "ngay";

    /// <summary>At a set hour, or now.</summary>
    public string? When { get; set; } = Planned;

    /// <summary>The day, as typed.</summary>
    public string? Day { get; set; }

    /// <summary>The hour at UTC+7, as typed.</summary>
    public string? Hour { get; set; }

    /// <summary>Whether the question about opening at once was answered.</summary>
    public bool NowMeant { get; set; }

    /// <summary>The year, typed by hand.</summary>
    public string? Year { get; set; }

    /// <summary>The instant, UTC; <c>null</c> is now. Ask <see cref="PublishValidator"/> first.</summary>
    internal DateTime? OpensAt => When == Now ? null : DayAndHour.Read(Day, Hour);
}

/// <summary>What the confirmation needs.</summary>
public sealed class PublishValidator : AbstractValidator<PublishInput>
{
    /// <param name="year">The year assessed.</param>
    /// <param name="now">Instant, UTC.</param>
    public PublishValidator(int year, DateTime now)
    {
        RuleFor(input => input.When).Must(when => when is PublishInput.Planned or PublishInput.Now).WithMessage("Chọn hẹn giờ hoặc công khai ngay.");
        RuleFor(input => input.Day).Must((input, _) => input.OpensAt is not null).When(input => input.When == PublishInput.Planned).WithMessage($"Giờ công khai: nhập {DayAndHour.Accepted}.");
        RuleFor(input => input.Day).Must((input, _) => TimedPublication.WhyNotAt(input.OpensAt, now) is null).When(input => input.When == PublishInput.Planned).WithMessage(input => TimedPublication.WhyNotAt(input.OpensAt, now));
        RuleFor(input => input.NowMeant).Must(meant => meant).When(input => input.When == PublishInput.Now).WithMessage("Đánh dấu ô này để công khai ngay; nếu không, chọn hẹn giờ.");
        var expected = year.ToString(CultureInfo.InvariantCulture);
        RuleFor(input => input.Year).Must(typed => typed?.Trim() == expected).WithMessage($"Gõ đúng năm đánh giá của kết quả sẽ công khai: {expected}.");
    }
}
