using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.Releases;
using ParIndex.Domain.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The last question before results are public, to a person who approved none of them and has just signed in.</summary>
[Authorize(Roles = nameof(StaffRoles.Publisher)), DeskPage<RoundDesk>(StaffRoles.Publisher)]
public sealed class PublishModel(RoundResults results, ResultsPublication publication, RoundDesk desk, TimeProvider clock, IOptions<DemoOptions> demo) : PageModel, IShownAgain
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The results as they stand.</summary>
    public ResultsDraft Draft { get; private set; } = null!;

    /// <summary>Why this person cannot publish now, or <c>null</c>.</summary>
    public string? WhyNot => ResultsPublication.WhyNotPublish(desk.Actor, Draft);

    /// <summary>What was typed.</summary>
    [BindProperty]
    public PublishInput Input { get; set; } = new();

    /// <summary>The published logins of the demonstration have no second factor, as everywhere in it.</summary>
    private PublisherSession Session => demo.Value.IsDemo ? new(HasSecondFactor: true, HttpContext.SignedInAt()) : new(HttpContext.HasSecondFactor(), HttpContext.ProvedAt());

    private string Address => Url.Round(desk.Setup, "Publish");

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Draft = (await results.OfAsync(desk.Setup, cancel)).SeenBy(desk.Actor);
        return WhyNot is null && !Session.IsFresh(clock.GetUtcNow()) ? SignInAgain(Address) : Page();
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(string? digest, CancellationToken cancel)
    {
        if (!Session.IsFresh(clock.GetUtcNow()))
        {
            return SignInAgain(await HttpContext.RequestServices.GetRequiredService<KeptFormStore>().KeepAsync(HttpContext) ?? Address);
        }

        this.Passes(Input, new PublishValidator(desk.Setup.Round.Year));
        return await this.AnswerAsync(Url.Round(desk.Setup, "Results"), async () =>
        {
            var release = await publication.PublishAsync(desk.Setup.Round.Id, digest ?? "", Session, desk.Actor, cancel);
            return $"Đã công bố kết quả năm {release.Year}, lần {release.VersionNumber}.";
        });
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Draft = (await results.OfAsync(desk.Setup, cancel)).SeenBy(desk.Actor);
        return null;
    }

    /// <summary>To the sign-in and back: what is to be confirmed is asked again then.</summary>
    private RedirectResult SignInAgain(string next) =>
        Redirect(FreshSignIn.AddressFor(Session, next));
}

/// <summary>The confirmation.</summary>
public sealed record PublishInput
{
    /// <summary>The year, typed by hand.</summary>
    public string? Year { get; set; }
}

/// <summary>What the confirmation needs.</summary>
public sealed class PublishValidator : AbstractValidator<PublishInput>
{
    public PublishValidator(int year)
    {
        var expected = year.ToString(CultureInfo.InvariantCulture);
        RuleFor(input => input.Year).Must(typed => typed?.Trim() == expected).WithMessage($"Gõ đúng năm đánh giá của kết quả sẽ công khai: {expected}.");
    }
}
