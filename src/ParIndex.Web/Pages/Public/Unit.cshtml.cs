using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Units;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;
using ParIndex.Domain.Units;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Pages.Public;

/// <summary>A unit over the years: how it developed, why, where it stands, what it came out of and what it became.</summary>
public sealed class UnitModel(UnitDirectory directory, PublicReleases releases, UnitStories stories, ReleaseObservations observations, NationalIndexRegister indices, IOptions<SiteOptions> site) : PageModel
{
    private const int MostObservations = 3;

    /// <summary>The unit of the address.</summary>
    public Unit Unit { get; private set; } = null!;

    /// <summary>Its published years, newest first.</summary>
    public IReadOnlyList<UnitYear> Years { get; private set; } = [];

    /// <summary>The newest of them, or <c>null</c>.</summary>
    public UnitYear? Newest => Years.Count > 0 ? Years[0] : null;

    /// <summary>Its years with the places where they may not be joined.</summary>
    public UnitHistory History { get; private set; } = null!;

    /// <summary>What the newest year has to tell; <c>null</c> where only totals are known.</summary>
    public UnitStory? Story { get; private set; }

    /// <summary>What is worth knowing of it in the newest year.</summary>
    public IReadOnlyList<Observation> Observations { get; private set; } = [];

    /// <summary>The way to the next rating, for whom it is shown; else <c>null</c>.</summary>
    public NextRating? Gap { get; private set; }

    /// <summary>Who scored it in the newest year.</summary>
    public WhoScored? WhoScored { get; private set; }

    /// <summary>Its lineage.</summary>
    public IReadOnlyList<LineageStep> Lineage { get; private set; } = [];

    /// <summary>Where it lies, and what became of it.</summary>
    public UnitLands Lands { get; private set; } = null!;

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
        History = UnitHistories.Of(unit, found.Id, all, Lineage);
        if (Newest is { } newest)
        {
            await TellAsync(newest, all, cancel);
        }

        return Page();
    }

    private async Task TellAsync(UnitYear newest, IReadOnlyList<Release> all, CancellationToken cancel)
    {
        Story = await stories.OfAsync(newest, Years.FirstOrDefault(year => year.Release.Year == newest.Release.Year - 1), cancel);
        var earlier = all.Where(release => release.Year < newest.Release.Year).OrderByDescending(release => release.Year).ToList();
        Observations = Observation.Choose((await observations.FindAsync(newest.Release, [newest.Group], earlier, cancel)).Where(one => one.Unit == newest.Result), MostObservations);
        WhoScored = await WhoScored.OfAsync(newest, site.Value, directory, cancel);
        Gap = site.Value.OpensWayToNextRating || User.Identity?.IsAuthenticated == true ? NextRating.Of(newest, Story?.Card) : null;
    }
}
