using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;

namespace ParIndex.Web.Pages.Public;

/// <summary>The method, with an example anybody can recompute with figures of their own.</summary>
public sealed class MethodModel(PublicReleases releases) : PageModel
{
    /// <summary>What was typed; a row of the newest release when nothing was.</summary>
    public Calculation Input { get; private set; } = new(null, null, null, null, null);

    /// <summary>The outcome, or <c>null</c> when something typed was refused.</summary>
    public IndexResult? Result { get; private set; }

    /// <summary>What was refused, by field.</summary>
    public IReadOnlyDictionary<string, Finding> Refusals { get; private set; } = new Dictionary<string, Finding>();

    /// <summary>The bands the example is rated by.</summary>
    public RatingScheme? Ratings { get; private set; }

    /// <summary>The newest release, whose first row is the example.</summary>
    public Release? Newest { get; private set; }

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(
        [FromQuery(Name = "tham-dinh")] string[]? appraisal,
        [FromQuery(Name = "dieu-tra")] string[]? survey,
        [FromQuery(Name = "diem-cong")] string[]? bonus,
        [FromQuery(Name = "diem-tru")] string[]? penalty,
        [FromQuery(Name = "thang-diem")] string[]? scale,
        CancellationToken cancel)
    {
        Newest = await releases.NewestAsync(cancel);
        Ratings = Newest?.Groups[0].Ratings;
        var typed = new Calculation(
            Calculation.Typed(appraisal), Calculation.Typed(survey), Calculation.Typed(bonus), Calculation.Typed(penalty), Calculation.Typed(scale));
        Input = typed.IsEmpty ? Example() : typed;
        (Result, RefusedRequests) = Input.Compute(Ratings);
        Response.StatusCode = RefusedRequests.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }

    /// <summary>The newest release's first row that can be recomputed from its parts; without one, a row of 2020.</summary>
    private Calculation Example()
    {
        var row = Newest?.Groups.SelectMany(group => group.Results).FirstOrDefault(result => (result.AppraisalScore ?? result.SurveyScore) is not null && result.Scale is not null);
        return row is null
            ? new("62,30", "23,37", null, null, "98")
            : new(Typed(row.AppraisalScore), Typed(row.SurveyScore), Typed(row.Bonus), Typed(row.Penalty), NumberWriter.VietnameseTrimmed(row.Scale!.Value));
    }

    private static string? Typed(decimal? points) => points is { } known ? NumberWriter.Vietnamese(known) : null;
}
