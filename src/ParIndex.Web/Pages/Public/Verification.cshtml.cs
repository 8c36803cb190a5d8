using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;
using ParIndex.Application.Search;
using ParIndex.Application.Units;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Search;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Public;

/// <summary>Which release a file or a digest belongs to and whether it still stands, and what each version says of a unit.</summary>
[EnableRateLimiting(RateLimits.OpenData)]
[PublicForm]
[RequestSizeLimit(MostBytes + 1024 * 1024)]
public sealed class VerificationModel(PublicReleases releases, SearchCatalogue catalogue, UnitDirectory directory, NationalIndexRegister register, SealedReleases seals, SealKeys keys, FileRecognition recognition) : PageModel
{
    private const int MostBytes = 20 * 1024 * 1024;

    /// <summary>A file to be recognised. It is not kept.</summary>
    [BindProperty(Name = "tep")]
    public IFormFile? Upload { get; set; }

    /// <summary>What the file turned out to be; <c>null</c> when none was sent.</summary>
    public RecognisedFile? Recognised { get; private set; }

    /// <summary>Whether the form was sent without a file, or with one that is too large.</summary>
    public bool IsFileMissing { get; private set; }

    /// <summary>A digest, its beginning, or the name of a file.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Code { get; set; }

    /// <summary>A unit, by name or code.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? UnitText { get; set; }

    /// <summary>The year of a figure, as typed.</summary>
    [BindProperty(SupportsGet = true, Name = "nam")]
    public string? YearText { get; set; }

    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<ReleaseHead> Heads { get; private set; } = [];

    /// <summary>The digest, or its beginning, in what was typed; <c>null</c> where there is none.</summary>
    public string? Digest => DigestText.Read(Code);

    /// <summary>Whether a digest was asked for.</summary>
    public bool AsksForDigest => !string.IsNullOrWhiteSpace(Code);

    /// <summary>The versions whose digest begins so.</summary>
    public IReadOnlyList<ReleaseHead> Found { get; private set; } = [];

    /// <summary>The pages of the registers whose present digest begins so.</summary>
    public IReadOnlyList<string> Registers { get; private set; } = [];

    /// <summary>The sealed files whose own SHA-256 begins so.</summary>
    public IReadOnlyList<(SealFacts Seal, string Path)> Files { get; private set; } = [];

    /// <summary>The chain of sealed releases, the newest first.</summary>
    public IReadOnlyList<SealFacts> Chain { get; private set; } = [];

    /// <summary>Fingerprints of the keys that sign where it ends.</summary>
    public IReadOnlyList<string> Keys { get; private set; } = [];

    /// <summary>Whether a figure was asked for.</summary>
    public bool AsksForFigure => !string.IsNullOrWhiteSpace(UnitText) && !string.IsNullOrWhiteSpace(YearText);

    /// <summary>The unit that was meant, or <c>null</c> where none is called so.</summary>
    public SearchEntry? Unit { get; private set; }

    /// <summary>What each version of the year says of it, newest first.</summary>
    public IReadOnlyList<UnitYear> Figures { get; private set; } = [];

    /// <summary>The published years, newest first.</summary>
    public IEnumerable<int> Years => Heads.Select(head => head.Year).Distinct();

    /// <summary>Whether no later version of its year stands.</summary>
    public bool IsCurrent(int year, int version) => Heads.First(head => head.Year == year).VersionNumber == version;

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Heads = await releases.HeadsAsync(cancel);
        Chain = [.. (await seals.ChainAsync(cancel)).Reverse()];
        Keys = [.. keys.Known().Select(key => key.Fingerprint)];
        if (Digest is { } digest)
        {
            Files = await seals.FilesAsync(digest, cancel);
            Found = [.. Heads.Where(head => head.ResultsDigest.StartsWith(digest, StringComparison.Ordinal))];
            Registers = [.. await RegistersAsync(digest, cancel)];
        }

        if (AsksForFigure)
        {
            var found = (await catalogue.ReadAsync(cancel)).Find(UnitText, int.MaxValue).Hits.FirstOrDefault(hit => hit.Entry.Kind == SearchKind.Unit)?.Entry;
            Unit = found ?? (await directory.FindAsync(UnitText!.Trim(), cancel) is { } unit ? new(SearchKind.Unit, unit.Code, unit.CurrentName.Name, []) : null);
            Figures = Unit is not null && Heads.FirstOrDefault(head => $"{head.Year}" == YearText!.Trim()) is { } head
                ? [.. (await releases.VersionsAsync(head.Year, cancel)).Select(release => UnitYear.Find(release, Unit.Key)).OfType<UnitYear>()]
                : [];
        }
    }

    /// <summary>Recognises a file. Changes nothing, so that anybody may ask from anywhere.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (Upload is not { Length: > 0 and <= MostBytes } file)
        {
            IsFileMissing = true;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        Recognised = await recognition.RecogniseAsync(content.ToArray(), Path.GetFileName(file.FileName), cancel);
        return Page();
    }

    private async Task<IEnumerable<string>> RegistersAsync(string digest, CancellationToken cancel) => new[]
    {
        (Page: "/Public/UnitIndex", Digest: ReleaseFile.DigestOf(UnitColumns.TableOf(await directory.AllAsync(cancel)))),
        (Page: "/Public/Province", Digest: ReleaseFile.DigestOf(NationalIndexRegister.TableOf(await register.AllAsync(cancel)))),
    }.Where(known => known.Digest.StartsWith(digest, StringComparison.Ordinal)).Select(known => known.Page);
}
