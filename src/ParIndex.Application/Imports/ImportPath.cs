using System.Security.Cryptography;
using System.Text;
using ParIndex.Domain.Imports;

namespace ParIndex.Application.Imports;

/// <summary>
/// The one way in the portal from a file of figures, criteria or people to what it changes: read and compared with what is stored; kept, when that
/// succeeds, with the stamp of that comparison; compared again whenever it is looked at; and applied only while the
/// comparison is still the one that was shown. Kinds differ in how they compare and in what their stamp is made of.
/// The verb of the server's own command line asks nobody and keeps nothing; evidence is stored as it is, and compared with nothing.
/// </summary>
/// <typeparam name="TCompared">What a comparison says.</typeparam>
/// <param name="drafts">Where files wait.</param>
/// <param name="compare">Reads a file and compares it; <c>null</c> where there is nothing this person may compare it with.</param>
/// <param name="stamp">The mark of a comparison, from <see cref="ImportStamp"/>.</param>
public sealed class ImportPath<TCompared>(ImportDraftStore drafts, Func<ImportDraft, CancellationToken, Task<TCompared?>> compare, Func<ImportDraft, TCompared, string> stamp)
    where TCompared : class
{
    /// <summary>Reads and compares a file; when that succeeds it is kept, in place of one the same person brought before for the same target.</summary>
    /// <returns>The draft; <c>null</c> where there is nothing to compare it with, and nothing is kept.</returns>
    public async Task<ImportDraft?> KeepAsync(ImportDraft draft, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (await compare(draft, cancel) is not { } compared)
        {
            return null;
        }

        draft.KeepStamp(stamp(draft, compared));
        await drafts.KeepAsync(draft, cancel);
        return draft;
    }

    /// <summary>Reads a kept file again and compares it with what is stored now; <c>null</c> as in <see cref="KeepAsync"/>.</summary>
    public Task<TCompared?> CompareAsync(ImportDraft draft, CancellationToken cancel) => compare(draft, cancel);

    /// <summary>The mark of a comparison, to be shown with it and sent back.</summary>
    public string StampOf(ImportDraft draft, TCompared compared) => stamp(draft, compared);

    /// <summary>Compares a kept file again and applies it, if that is what was shown. What waits for a decision ends in the save that applies it; a preview expires.</summary>
    /// <typeparam name="TDone">What applying comes to.</typeparam>
    /// <param name="draft">The kept file.</param>
    /// <param name="shown">The stamp that was shown; <c>null</c> for the one it was kept with.</param>
    /// <param name="apply">Applies a comparison that holds.</param>
    /// <param name="changed">What is thrown where it no longer holds; nothing is applied then.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What applying came to; <c>null</c> where there is nothing to compare with any more.</returns>
    public async Task<TDone?> ApplyAsync<TDone>(ImportDraft draft, string? shown, Func<TCompared, Task<TDone>> apply, Func<TCompared, Exception> changed, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(apply);
        ArgumentNullException.ThrowIfNull(changed);
        if (await compare(draft, cancel) is not { } compared)
        {
            return default;
        }

        return stamp(draft, compared) == (shown ?? draft.Stamp) ? await apply(compared) : throw changed(compared);
    }
}

/// <summary>The mark of a comparison: another as soon as one of its parts is another.</summary>
public static class ImportStamp
{
    /// <summary>SHA-256 of the parts, one a line; lower-case hexadecimal.</summary>
    public static string Of(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
