using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Security;

/// <summary>Auditors read the page as coordinators do; only coordinators may post to it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CoordinatorPostsAttribute : Attribute, IAsyncPageFilter
{
    /// <inheritdoc />
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && !context.HttpContext.User.IsCoordinator())
        {
            context.Result = new ForbidResult();
            return Task.CompletedTask;
        }

        return next();
    }
}

/// <summary>What a session says of the person.</summary>
internal static class Person
{
    public static bool IsCoordinator(this ClaimsPrincipal person) => person.IsInRole(nameof(StaffRoles.Coordinator));

    /// <summary>The account's key.</summary>
    public static Guid AccountId(this ClaimsPrincipal person) => Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
