using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.Releases;
using ParIndex.Application.Remarks;
using ParIndex.Domain.Remarks;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>Anybody says what is wrong with a published figure, and reads what was answered to others.</summary>
[PublicForm, EnableRateLimiting(RateLimits.Remarks)]
public sealed class RemarksModel(RemarkIntake intake, RemarkRegister register, PublicReleases releases, PublicTexts texts) : PageModel, IShownAgain
{
    /// <summary>The year of the figure; the newest without one.</summary>
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    /// <summary>The version of the release; the newest without one.</summary>
    [BindProperty(SupportsGet = true, Name = "ban")]
    public int? Version { get; set; }

    /// <summary>Code or name of a unit.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    /// <summary>Code of a criterion.</summary>
    [BindProperty(SupportsGet = true, Name = "tieu-chi")]
    public string? Criterion { get; set; }

    /// <summary>What is said.</summary>
    [BindProperty(Name = "noi-dung")]
    public string? Text { get; set; }

    /// <summary>The published years, newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The figure the form is about; <c>null</c> where nothing is published.</summary>
    public RemarkSubject? Subject { get; private set; }

    /// <summary>Whether a unit was typed that the version does not have.</summary>
    public bool IsUnitUnknown => !string.IsNullOrWhiteSpace(Unit) && Subject is { Unit: null };

    /// <summary>Answered remarks on the chosen year and unit, or on anything.</summary>
    public IReadOnlyList<RemarkRow> Answered { get; private set; } = [];

    /// <summary>What is wrong with a field, by its name.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAgainAsync(cancel) ?? Page();

    /// <summary>Keeps a remark and leads to the page that tells its answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // The form names its version: without one nobody can say which figure is meant.
        if (Year is null || Version is null)
        {
            return BadRequest();
        }

        if (await ShowAgainAsync(cancel) is { } gone)
        {
            return gone;
        }

        var text = PublicRemark.Tidy(Text);
        Wrong = Problems(text).ToDictionary(problem => problem.Field, problem => problem.Words, StringComparer.Ordinal);
        if (Wrong.Count > 0 || Subject is not { } subject)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var code = await intake.ReceiveAsync(subject, Criterion, text, cancel);
        return LocalRedirect(Url.To("/Public/RemarkAnswer", new { code }));
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Years = [.. (await releases.HeadsAsync(cancel)).Select(head => head.Year).Distinct()];
        Subject = await intake.SubjectAsync(Year, Version, Unit, cancel);
        if (Subject is null && (Year is not null || Version is not null))
        {
            return NotFound();
        }

        Answered = await register.AnsweredAsync(Year, Subject?.Unit?.Result.UnitCode, cancel);
        return null;
    }

    private IEnumerable<(string Field, string Words)> Problems(string text)
    {
        if (IsUnitUnknown)
        {
            yield return ("don-vi", texts.Remarks.NoUnit(Unit!, Subject!.Release.Year));
        }

        if (Subject?.Has(Criterion) == false)
        {
            yield return ("tieu-chi", texts.Remarks.NoCriterion);
        }

        if (text.Length < PublicRemark.LeastText)
        {
            yield return ("noi-dung", texts.Remarks.TooShort);
        }
        else if (text.Length > PublicRemark.MostText)
        {
            yield return ("noi-dung", texts.Remarks.TooLong(text.Length));
        }
    }
}
