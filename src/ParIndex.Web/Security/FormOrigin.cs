namespace ParIndex.Web.Security;

/// <summary>Whether a form without a token comes from a page of ours, as the browser that sends it says.</summary>
internal static class FormOrigin
{
    private static readonly string[] Here = ["same-origin", "none"];

    /// <summary>Also what is no browser: it has no reader in whose name it could act.</summary>
    public static bool IsHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0
            ? Here.Contains(site, StringComparer.OrdinalIgnoreCase)
            : request.Headers.Origin.ToString() is not { Length: > 0 } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var address) && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
