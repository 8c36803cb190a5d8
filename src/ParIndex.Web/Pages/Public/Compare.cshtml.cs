using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>Two to six units of a year side by side, or one unit over two years; chosen by links and forms without script.</summary>
public sealed class CompareModel(Comparisons comparisons, PublicTexts texts) : PageModel
{
    /// <summary>The years, one or two, with commas or one a field.</summary>
    [BindProperty(SupportsGet = true, Name = "nam")]
    public List<string> YearWords { get; set; } = [];

    /// <summary>The codes of the units, with commas or one a field.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public List<string> UnitWords { get; set; } = [];

    /// <summary>A unit to add.</summary>
    [BindProperty(SupportsGet = true, Name = "them")]
    public string? Added { get; set; }

    /// <summary>What stands side by side; <c>null</c> while nothing is published or chosen.</summary>
    public SideBySide? Sides { get; private set; }

    /// <summary>The release the units are chosen from; <c>null</c> while nothing is published.</summary>
    public Release? Release { get; private set; }

    /// <summary>The published years, newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The years in which the one unit of a comparison over years is published, newest first.</summary>
    public IReadOnlyList<int> YearsOfUnit { get; private set; } = [];

    /// <summary>What of the request could not be followed.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>The units side by side.</summary>
    public IReadOnlyList<string> Units => Sides is null ? [] : [.. Sides.Sides.Select(side => side.Year.Result.UnitCode).Distinct(StringComparer.Ordinal)];

    /// <summary>The marks of sides in drawings and tables.</summary>
    public static string Mark(int side) => ((char)('A' + side)).ToString();

    /// <summary>The address of the comparison with other units.</summary>
    public string With(IEnumerable<string> units) => Url.Compare([Release!.Year], units);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var current = await comparisons.ReleasesAsync(cancel);
        Years = [.. current.Select(release => release.Year).OrderDescending()];
        var (asked, units) = ComparedChoice.Read(YearWords, UnitWords);
        if (asked.Any(year => !Years.Contains(year)))
        {
            return NotFound();
        }

        Release = asked.Count > 0 ? current.First(release => release.Year == asked[^1]) : current.MaxBy(release => release.Year);
        if (Release is null)
        {
            return Page();
        }

        if (!string.IsNullOrWhiteSpace(Added))
        {
            return LocalRedirect(Url.Compare(asked.Count > 0 ? asked : [Release.Year], units.Append(Added.Trim()).Distinct(StringComparer.Ordinal)));
        }

        await SetAsync(current.Where(release => asked.Count == 2 ? asked.Contains(release.Year) : release == Release).OrderBy(release => release.Year).ToList(), units, cancel);
        return Page();
    }

    private async Task SetAsync(IReadOnlyList<Release> chosen, IReadOnlyList<string> units, CancellationToken cancel)
    {
        var (notes, words) = (new List<string>(), texts.Compare);
        var kept = units.Take(chosen.Count == 2 ? 1 : SideBySide.MostUnits).ToList();
        if (kept.Count < units.Count)
        {
            notes.Add(chosen.Count == 2 ? words.OneUnitOverYears(UnitYear.Find(chosen[^1], kept[0])?.Result.UnitName ?? kept[0]) : words.TooMany(SideBySide.MostUnits));
        }

        var found = new List<UnitYear>();
        foreach (var release in chosen)
        {
            var years = kept.Select(unit => (Unit: unit, Year: UnitYear.Find(release, unit))).ToList();
            found.AddRange(years.Select(year => year.Year).OfType<UnitYear>());
            if (years.Where(year => year.Year is null).Select(year => year.Unit).ToList() is { Count: > 0 } missing)
            {
                notes.Add(words.NotInYear(string.Join("; ", await comparisons.NamesAsync(missing, cancel)), release.Year));
            }
        }

        Notes = notes;
        if (found.Count > 0)
        {
            Sides = await comparisons.OfAsync(found, cancel);
            YearsOfUnit = Units.Count == 1 ? await comparisons.YearsOfAsync(Units[0], cancel) : [];
        }
    }
}
