using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Staff;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>What the pages about one thing work with: the thing of the address, and who is at work.</summary>
public interface IDesk
{
    /// <summary>Who is at work.</summary>
    StaffAccount Actor { get; set; }

    /// <summary>
    /// Lays on the desk what the address names, as it is stored now; false when it is not there or not for this person.
    /// An address that names nothing needs nothing.
    /// </summary>
    Task<bool> LoadAsync(HttpContext request);
}

/// <summary>A page that works at a desk.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class DeskPageAttribute : Attribute, IFilterMetadata
{
    /// <summary>Lays on the desk anew what the address names.</summary>
    internal abstract Task<bool> LoadAsync(HttpContext request);
}

/// <summary>
/// Fills the desk before any handler, answers 404 for what is not there or not this person's, and lets only the named
/// roles post.
/// </summary>
/// <typeparam name="TDesk">The desk.</typeparam>
/// <param name="posters">Who may send its forms; what a form may do is then for the rules of the thing itself to say.</param>
public sealed class DeskPageAttribute<TDesk>(StaffRoles posters) : DeskPageAttribute, IAsyncPageFilter
    where TDesk : IDesk
{
    /// <inheritdoc />
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var (request, desk) = (context.HttpContext, DeskOf(context.HttpContext));
        if (await request.RequestServices.GetRequiredService<CurrentStaff>().OfAsync(request.User, request.RequestAborted) is not { } actor
            || (HttpMethods.IsPost(request.Request.Method) && !actor.Has(posters)))
        {
            context.Result = new ForbidResult();
            return;
        }

        desk.Actor = actor;
        if (!await desk.LoadAsync(request))
        {
            context.Result = new NotFoundResult();
            return;
        }

        await next();
    }

    internal override Task<bool> LoadAsync(HttpContext request) => DeskOf(request).LoadAsync(request);

    private static TDesk DeskOf(HttpContext request) => request.RequestServices.GetRequiredService<TDesk>();
}
