using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;
using ParIndex.Application.Remarks;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Web.Pages.Public;

/// <summary>One version of a release: what it announced, decision, versions, and the reconciliation row by row.</summary>
public sealed class ReleaseVersionModel(PublicReleases releases, SealedReleases seals, ReleaseObservations observations, RemarkRegister remarks) : PageModel
{
    /// <summary>The version of the address; the newest when it names none.</summary>
    public Release Release { get; private set; } = null!;

    /// <summary>All versions of the year, newest first.</summary>
    public IReadOnlyList<ReleaseHead> Versions { get; private set; } = [];

    /// <summary>Its seal; <c>null</c> when it is not sealed yet.</summary>
    public SealFacts? Seal { get; private set; }

    /// <summary>What it says otherwise than the version before; <c>null</c> for the first.</summary>
    public VersionDifference? Difference { get; private set; }

    /// <summary>What was worth knowing of it when it was published.</summary>
    public IReadOnlyList<Observation> Findings { get; private set; } = [];

    /// <summary>The remarks of the public that led to it, oldest first.</summary>
    public IReadOnlyList<RemarkRow> Remarks { get; private set; } = [];

    /// <summary>Whether no later version stands.</summary>
    public bool IsCurrent => Versions[0].VersionNumber == Release.VersionNumber;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(int year, int? version, CancellationToken cancel)
    {
        if (await releases.FindAsync(year, version, cancel) is not { } found)
        {
            return NotFound();
        }

        Release = found;
        Versions = [.. (await releases.HeadsAsync(cancel)).Where(head => head.Year == year)];
        Seal = await seals.FindAsync(found.Year, found.VersionNumber, cancel);
        Difference = await releases.DifferenceAsync(found, cancel);
        Findings = await observations.WhenPublishedAsync(found, cancel);
        Remarks = await remarks.LedToAsync(found, cancel);
        return Page();
    }
}
