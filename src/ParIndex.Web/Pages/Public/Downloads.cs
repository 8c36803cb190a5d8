using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>The data siblings of a page's table.</summary>
/// <param name="Address">The page's address.</param>
/// <param name="Version">The version of the release to pin, or <c>null</c> for the newest.</param>
public sealed record Downloads(string Address, int? Version = null)
{
    /// <summary>The address of one format.</summary>
    /// <param name="format">csv, xlsx or json.</param>
    /// <param name="excel">Whether the CSV is for a Vietnamese Excel.</param>
    public string As(string format, bool excel = false)
    {
        var query = string.Join('&', new[] { excel ? "dinh-dang=excel" : null, Version is { } number ? $"version={number}" : null }.OfType<string>());
        return $"{LanguageAddresses.Plain(Address)}.{format}{(query.Length > 0 ? "?" + query : "")}";
    }
}
