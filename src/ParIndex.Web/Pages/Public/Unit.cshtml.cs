using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Units;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Pages.Public;

/// <summary>A unit over the years: its results, its names, what it came out of and what it became.</summary>
public sealed class UnitModel(UnitDirectory directory, PublicReleases releases, NationalIndexRegister indices) : PageModel
{
    /// <summary>The unit of the address.</summary>
    public Unit Unit { get; private set; } = null!;

    /// <summary>Its published years, newest first.</summary>
    public IReadOnlyList<UnitYear> Years { get; private set; } = [];

    /// <summary>Its lineage.</summary>
    public IReadOnlyList<LineageStep> Lineage { get; private set; } = [];

    /// <summary>Where it lies, and what became of it.</summary>
    public UnitLands Lands { get; private set; } = null!;

    /// <summary>Reference values of the unit for years that have no release of their own.</summary>
    public IReadOnlyList<ReleaseReference> References { get; private set; } = [];

    /// <summary>Other indices that are published of the unit (SIPAS, DDCI), by index and year.</summary>
    public IReadOnlyList<NationalIndex> Others { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(string unit, CancellationToken cancel)
    {
        if (await directory.FindAsync(unit, cancel) is not { } found)
        {
            // Letters and files cite names of once: what has another code today is found by them.
            return await directory.CalledAsync(unit, cancel) is { } called ? LocalRedirectPermanent(Url.Unit(called.Code)) : NotFound();
        }

        Unit = found;
        Lands = await directory.LandsAsync(found, cancel);
        Lineage = await directory.LineageAsync(found, cancel);
        Others = await indices.OfUnitAsync(found.Code, cancel);
        var all = await releases.AllCurrentAsync(cancel);
        Years = [.. all.Select(release => UnitYear.Find(release, unit)).OfType<UnitYear>().Reverse()];
        References = [.. all.SelectMany(release => release.Groups).SelectMany(group => group.References)
            .Where(reference => reference.UnitCode == unit && !Years.Any(year => year.Release.Year == reference.Year))
            .OrderByDescending(reference => reference.Year)];
        return Page();
    }
}
