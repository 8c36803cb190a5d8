using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ParIndex.Application.Accounts;
using ParIndex.Application.Staff;

namespace ParIndex.Web.Security;

/// <summary>
/// A browser that people signed in with. Guesses made elsewhere, also behind the same address, do not slow it for their
/// accounts; it opens nothing by itself.
/// </summary>
public sealed class KnownBrowser(IDataProtectionProvider provider, IWebHostEnvironment environment)
{
    private const int MostAccounts = 10;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = provider.CreateProtector("ParIndex.KnownBrowser").ToTimeLimitedDataProtector();

    private string Name => environment.IsDevelopment() ? "parindex-browser" : "__Host-parindex-browser";

    /// <summary>From where the request signs in.</summary>
    public GuessFrom From(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (browser, accounts) = Read(context);
        return new(ClientAddress.ClientOf(context), browser, accounts);
    }

    /// <summary>The browser, or <c>null</c> when nobody signed in with it.</summary>
    public string? IdOf(HttpContext context) => Read(context).Browser;

    /// <summary>Remembers that the person signed in with this browser.</summary>
    public void Remember(HttpContext context, StaffAccount account)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(account);
        var (browser, accounts) = Read(context);
        var kept = accounts.Where(known => known != account.Id).Prepend(account.Id).Take(MostAccounts);
        var value = $"{browser ?? Guid.NewGuid().ToString("N")};{string.Join(';', kept.Select(known => known.ToString("N")))}";
        context.Response.Cookies.Append(Name, _protector.Protect(value, Lifetime), new CookieOptions
        {
            Path = "/",
            MaxAge = Lifetime,
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = !environment.IsDevelopment() || context.Request.IsHttps,
            IsEssential = true,
        });
    }

    private (string? Browser, IReadOnlyList<Guid> Accounts) Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } cookie)
        {
            return (null, []);
        }

        try
        {
            var parts = _protector.Unprotect(cookie).Split(';');
            return (parts[0], [.. parts.Skip(1).Select(Guid.Parse)]);
        }
        catch (CryptographicException)
        {
            // Made up, too old, or of another portal.
            return (null, []);
        }
    }
}
