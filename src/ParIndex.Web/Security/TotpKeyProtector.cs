using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace ParIndex.Web.Security;

/// <summary>
/// Encrypts the keys of second factors as the database holds them: who reads the database, or a backup of it, can make no
/// code. The keys of this encryption lie there too, encrypted with what does not (<see cref="KeySecret"/>).
/// </summary>
internal sealed class TotpKeyProtector(IDataProtectionProvider provider, ILogger<TotpKeyProtector> log) : IPersonalDataProtector
{
    private readonly IDataProtector _protector = provider.CreateProtector("ParIndex.SecondFactor.TotpKey");

    public string? Protect(string? data) => data is null ? null : _protector.Protect(data);

    /// <summary>The text, or <c>null</c> when these keys do not open it: they were forgotten because their secret was lost.</summary>
    public string? Unprotect(string? data)
    {
        try
        {
            return data is null ? null : _protector.Unprotect(data);
        }
        catch (CryptographicException failure)
        {
            log.LogWarning(failure, "The key of a second factor cannot be decrypted: the key it was encrypted with is gone. Recovery codes still work; otherwise give the second factor anew.");
            return null;
        }
    }
}
