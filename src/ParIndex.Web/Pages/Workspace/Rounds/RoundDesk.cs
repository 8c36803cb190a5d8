using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Web.Security;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>What a page about one round works with: the round, the group its address names, and who is at work.</summary>
public sealed class RoundDesk(RoundReader rounds, CurrentStaff staff)
{
    private RoundSetup? _setup;
    private StaffAccount? _actor;
    private string? _slug;

    /// <summary>The round.</summary>
    public RoundSetup Setup => _setup!;

    /// <summary>The group of the address.</summary>
    public GroupSetup Group => Setup.Group(_slug!)!;

    /// <summary>Who is at work.</summary>
    public StaffAccount Actor => _actor!;

    /// <summary>Whether the person sets rounds up.</summary>
    public bool IsCoordinator => Actor.Has(StaffRoles.Coordinator);

    /// <summary>Whether groups, units and exemptions can be changed by this person now.</summary>
    public bool MaySetUp => IsCoordinator && Setup.Round.IsDraft;

    /// <summary>Whether deadlines and assignments can be changed by this person now.</summary>
    public bool MaySteer => IsCoordinator && Setup.Round.IsUnderWay;

    /// <summary>Signs the desk over to a person, without a round.</summary>
    public async Task<bool> SitDownAsync(HttpContext request) =>
        (_actor = await staff.OfAsync(request.User, request.RequestAborted)) is not null;

    /// <summary>Lays the round of the address on the desk; false when it, or its group, is not there or not for this person.</summary>
    public async Task<bool> LoadAsync(HttpContext request, Guid id, string? slug)
    {
        _slug = slug;
        _setup = await rounds.FindAsync(id, request.RequestAborted);
        if (_setup is not null && !RoundRights.MayRead(Actor.Roles, _setup.Round))
        {
            // The answer is the same as for what is not there; the log knows better.
            await Refusals.TellAsync(request, "kỳ dự thảo không dành cho vai trò này");
            return false;
        }

        return _setup is not null && (slug is null || _setup.Group(slug) is not null);
    }

    /// <summary>
    /// The answer to a form: the page again with 400 when the form is wrong and 409 when the rules refuse, each with
    /// what was typed; else on to <paramref name="to"/> with a word about what was done.
    /// </summary>
    public Task<IActionResult> AnswerAsync(PageModel page, string to, Func<Task<string>> act) => AnswerAsync(page, () => to, act);

    /// <inheritdoc cref="AnswerAsync(PageModel, string, Func{Task{string}})" />
    public async Task<IActionResult> AnswerAsync(PageModel page, Func<string> to, Func<Task<string>> act)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(act);
        if (!page.ModelState.IsValid)
        {
            return page.Wrong();
        }

        try
        {
            page.TempData["Done"] = await act();
            return page.LocalRedirect(to());
        }
        catch (RoundRefusedException refusal)
        {
            if (refusal.IsOfRights)
            {
                await Refusals.TellAsync(page.HttpContext, refusal.Message);
            }

            return _setup is null || await LoadAsync(page.HttpContext, Setup.Round.Id, _slug) ? page.Refused(refusal.Message) : page.NotFound();
        }
    }
}

/// <summary>
/// A page about one round: fills the <see cref="RoundDesk"/> before any handler, answers 404 for what is not there or
/// not this person's, and lets only the named roles post.
/// </summary>
/// <param name="posters">Who may send its forms; what a form may do is then for the rules of the round to say.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RoundPageAttribute(StaffRoles posters) : Attribute, IAsyncPageFilter
{
    /// <inheritdoc />
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var (request, route) = (context.HttpContext, context.RouteData.Values);
        var desk = request.RequestServices.GetRequiredService<RoundDesk>();
        if (!await desk.SitDownAsync(request) || (HttpMethods.IsPost(request.Request.Method) && !desk.Actor.Has(posters)))
        {
            context.Result = new ForbidResult();
        }
        else if (route.TryGetValue("id", out var id) && !await desk.LoadAsync(request, Guid.Parse((string)id!), route["slug"] as string))
        {
            context.Result = new NotFoundResult();
        }
        else
        {
            await next();
        }
    }
}
