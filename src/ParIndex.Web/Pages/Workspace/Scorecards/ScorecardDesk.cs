using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Evidence;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>What a page about one scorecard works with: the scorecard, the leaf its address names, who is at work and when.</summary>
public sealed class ScorecardDesk(ScorecardReader scorecards, CurrentStaff staff, TimeProvider clock)
{
    /// <summary>What the log says of a scorecard that was asked for by somebody whom it does not concern.</summary>
    internal const string NotTheirs = "phiếu chấm điểm không thuộc phần việc của người này";

    private ScorecardFolder? _folder;
    private StaffAccount? _actor;
    private Guid? _leafId;

    /// <summary>The scorecard with everything about it.</summary>
    public ScorecardFolder Folder => _folder!;

    /// <summary>The leaf of the address.</summary>
    public Criterion Leaf => Folder.Leaf(_leafId!.Value)!;

    /// <summary>Who is at work.</summary>
    public StaffAccount Actor => _actor!;

    /// <summary>Now, UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Signs the desk over to a person, without a scorecard.</summary>
    public async Task<bool> SitDownAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (_actor = await staff.OfAsync(request.User, request.RequestAborted)) is not null;
    }

    /// <summary>Lays the scorecard of the address on the desk; false when it, or its leaf, is not there or not for this person.</summary>
    public async Task<bool> LoadAsync(HttpContext request, Guid id, Guid? leafId)
    {
        ArgumentNullException.ThrowIfNull(request);
        _leafId = leafId;
        _folder = await scorecards.FindAsync(id, request.RequestAborted);
        if (_folder is not null && !ScorecardRights.MayRead(Actor, _folder))
        {
            // The answer is the same as for what is not there; the log knows better.
            await Refusals.TellAsync(request, NotTheirs);
            return false;
        }

        _folder = _folder is null ? null : EvidenceRights.AsSeenBy(Actor, _folder);
        return _folder is not null && (leafId is null || _folder.Leaf(leafId.Value) is not null);
    }

    /// <summary>Tells the log of cells that are never this person's: one event, however many were sent.</summary>
    internal static Task TellAsync(HttpContext request, SheetAnswer answer) =>
        answer.Outcomes.FirstOrDefault(outcome => outcome.IsOfRights) is { } refused ? Refusals.TellAsync(request, refused.Message) : Task.CompletedTask;

    /// <summary>Notes what a validator finds wrong with a form.</summary>
    public static void Check<T>(PageModel page, AbstractValidator<T> validator, T input)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(validator);
        foreach (var failure in validator.Validate(input).Errors)
        {
            page.ModelState.AddModelError($"Input.{failure.PropertyName}", failure.ErrorMessage);
        }
    }

    /// <summary>
    /// The answer to a form: the page again with 400 when the form is wrong and 409 when the rules refuse, each with
    /// what was typed; else on to <paramref name="to"/> with a word about what was done.
    /// </summary>
    public Task<IActionResult> AnswerAsync(PageModel page, string to, Func<Task<string>> act) => AnswerAsync(page, () => to, act);

    /// <inheritdoc cref="AnswerAsync(PageModel, string, Func{Task{string}})" />
    public async Task<IActionResult> AnswerAsync(PageModel page, Func<string> to, Func<Task<string>> act)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(act);
        if (!page.ModelState.IsValid)
        {
            page.Response.StatusCode = StatusCodes.Status400BadRequest;
            return page.Page();
        }

        try
        {
            page.TempData["Done"] = await act();
            return page.LocalRedirect(to());
        }
        catch (ScorecardRefusedException refusal)
        {
            if (refusal.IsOfRights)
            {
                await Refusals.TellAsync(page.HttpContext, refusal.Message);
            }

            page.ModelState.AddModelError("", refusal.Message);
            Refusals.Explain(page.HttpContext, refusal.Message);
            page.Response.StatusCode = StatusCodes.Status409Conflict;
            return _folder is null || await LoadAsync(page.HttpContext, Folder.Card.Id, _leafId) ? page.Page() : page.NotFound();
        }
    }
}

/// <summary>
/// A page about one scorecard: fills the <see cref="ScorecardDesk"/> before any handler, answers 404 for what is not
/// there or not this person's, and lets only the named roles post.
/// </summary>
/// <param name="posters">Who may send its forms; what a form may do is then for <see cref="ScorecardRights"/> to say.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScorecardPageAttribute(StaffRoles posters) : Attribute, IAsyncPageFilter
{
    /// <inheritdoc />
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var (request, route) = (context.HttpContext, context.RouteData.Values);
        var desk = request.RequestServices.GetRequiredService<ScorecardDesk>();
        if (!await desk.SitDownAsync(request) || (HttpMethods.IsPost(request.Request.Method) && !desk.Actor.Has(posters)))
        {
            context.Result = new ForbidResult();
        }
        else if (route["id"] is string id && !await desk.LoadAsync(request, Guid.Parse(id), route["leaf"] is string leaf ? Guid.Parse(leaf) : null))
        {
            context.Result = new NotFoundResult();
        }
        else
        {
            await next();
        }
    }
}
