using Microsoft.AspNetCore.Mvc;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages;

/// <summary>
/// The one door to addresses: each stands in its page's <c>@page</c> or its endpoint's pattern, and the router gives it back.
/// Asked through <see cref="IUrlHelper" /> it lies where the reader is, inside the dry run for who reads one; asked through
/// <see cref="LinkGenerator" /> it is the portal's own, for a link that leads out, a file's cover or a letter.
/// </summary>
public static class Addresses
{
    /// <summary>The address of a page, as the reader has it.</summary>
    /// <param name="url">Of the request.</param>
    /// <param name="page">The page's file below <c>Pages</c>: <c>/Public/Unit</c>.</param>
    /// <param name="values">What its template asks for; what it does not name stands in the query, in this order.</param>
    /// <exception cref="InvalidOperationException">There is no such page, or it asks for more.</exception>
    public static string To(this IUrlHelper url, string page, object? values = null)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Known(url.Page(page, values), page);
    }

    /// <summary>The address of a named endpoint, as the reader has it; data has no language.</summary>
    /// <inheritdoc cref="To(IUrlHelper, string, object?)" />
    public static string ToEndpoint(this IUrlHelper url, string endpoint, object? values = null)
    {
        ArgumentNullException.ThrowIfNull(url);
        return LanguageAddresses.Plain(Known(url.RouteUrl(endpoint, values), endpoint));
    }

    /// <summary>The address of a page on the portal itself.</summary>
    /// <inheritdoc cref="To(IUrlHelper, string, object?)" />
    public static string To(this LinkGenerator links, string page, object? values = null) => Known(links.GetPathByPage(page, handler: null, values), page);

    /// <summary>The front page of the dry run has no slash at its end either.</summary>
    private static string Known(string? address, string place) =>
        address is null ? throw new InvalidOperationException($"The router knows no {place} with these values.")
            : address.Length > 1 ? address.TrimEnd('/')
            : address;
}
