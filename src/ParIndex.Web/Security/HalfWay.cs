using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using ParIndex.Application.Accounts;

namespace ParIndex.Web.Security;

/// <summary>Somebody between the two steps of signing in, kept in a ticket of a few minutes.</summary>
/// <param name="AccountId">Whose first step was right.</param>
/// <param name="Stamp">The account's security stamp then: whatever ends sessions in between ends the attempt.</param>
/// <param name="Proved">When the first step was proved: the password given, or the time the server says; <c>null</c> when it says none.</param>
/// <param name="Server">The proof of the server, when it was the first step.</param>
internal sealed record HalfWay(Guid AccountId, string Stamp, DateTimeOffset? Proved, ServerProof? Server)
{
    /// <summary>How long after the first step the second is taken.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(5);

    private const string StampClaim = "stamp";

    private const string ProvedAt = "proved";

    private const string ByServer = "server";

    /// <summary>Keeps that the first step was right.</summary>
    /// <param name="context">The request.</param>
    /// <param name="account">Whose.</param>
    /// <param name="server">The proof of the server; <c>null</c> after a password.</param>
    public static Task BeginAsync(HttpContext context, StaffAccount account, ServerProof? server)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var person = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(StampClaim, account.SecurityStamp!)], IdentityConstants.TwoFactorUserIdScheme);
        var ticket = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + Time };
        ticket.Items[ProvedAt] = (server is null ? now : server.At)?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (server is not null)
        {
            ticket.Items[ByServer] = "1";
        }

        return context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(person), ticket);
    }

    /// <summary>Who is half-way in this browser, or <c>null</c>.</summary>
    public static async Task<HalfWay?> OfAsync(HttpContext context)
    {
        if (await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme) is not { Succeeded: true, Principal: { } person, Properties: { } ticket })
        {
            return null;
        }

        DateTimeOffset? proved = ticket.Items.TryGetValue(ProvedAt, out var seconds) && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) ? DateTimeOffset.FromUnixTimeSeconds(unix) : null;
        var server = ticket.Items.ContainsKey(ByServer) ? new ServerProof(proved) : null;
        return new(Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!), person.FindFirstValue(StampClaim)!, proved, server);
    }
}
