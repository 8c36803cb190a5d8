using ParIndex.Application.Units;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Units;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Pages.Public;

/// <summary>Who scored a unit, as far as the release and the settings know, by body and never by person.</summary>
/// <param name="Year">The unit in its year.</param>
/// <param name="Coordinator">The unit that coordinates the assessment, or <c>null</c> where none is known.</param>
public sealed record WhoScored(UnitYear Year, Unit? Coordinator)
{
    /// <summary>Whether this unit coordinates the assessment it is itself assessed in.</summary>
    public bool IsCoordinatorItself => Coordinator?.Code == Year.Result.UnitCode;

    /// <summary>Who scored a unit.</summary>
    public static async Task<WhoScored> OfAsync(UnitYear year, SiteOptions site, UnitDirectory directory, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(directory);
        return new(year, site.Coordinator is { Length: > 0 } code ? await directory.FindAsync(code, cancel) : null);
    }
}
