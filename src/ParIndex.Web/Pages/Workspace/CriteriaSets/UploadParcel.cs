using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>
/// The table of an upload between preview and acceptance. It travels in the form, encrypted for its reader and for two
/// hours, instead of resting in a row of the database: nothing of what was not accepted is ever stored, nothing needs
/// sweeping, and an annex is a few kilobytes.
/// </summary>
public sealed class UploadParcel(IDataProtectionProvider protection)
{
    /// <summary>Longest form value; the framework reads four megabytes.</summary>
    private const int MostCharacters = 1_000_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    /// <summary>Packs what was read, or answers <c>null</c> when it is too large to travel.</summary>
    public string? Pack<T>(T content, string person)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(zip, content);
        }

        var text = WebEncoders.Base64UrlEncode(For(person).Protect(packed.ToArray(), Lifetime));
        return text.Length <= MostCharacters ? text : null;
    }

    /// <summary>Unpacks it, or answers <c>null</c> when it is another person's, of another page, too old or spoilt.</summary>
    public T? Unpack<T>(string? parcel, string person)
        where T : class
    {
        if (parcel is null || parcel.Length > MostCharacters)
        {
            return null;
        }

        try
        {
            using var zip = new GZipStream(new MemoryStream(For(person).Unprotect(WebEncoders.Base64UrlDecode(parcel))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<T>(zip);
        }
        catch (Exception spoilt) when (spoilt is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(string person) => protection.CreateProtector("CriteriaSets.Upload", person).ToTimeLimitedDataProtector();
}
