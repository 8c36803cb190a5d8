using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Staff;
using ParIndex.Web.Answers;

namespace ParIndex.Web.Security;

/// <summary>
/// One signed-in session: when and how it began. Both are kept in the ticket's properties: claims would be made anew,
/// and so lost, each time the security stamp is checked.
/// </summary>
public static class Session
{
    /// <summary>Without a request for so long, the session is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>So long after signing in it is over whatever happens.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string AuthTime = "auth_time";

    private const string Methods = "amr";

    private const string Proved = "proved";

    private const string OneTimePassword = "otp";

    /// <summary>The properties of a session that begins now, with everything the person can prove.</summary>
    public static AuthenticationProperties Begin(DateTimeOffset now, bool withSecondFactor) => Begin(now, withSecondFactor, withSecondFactor ? now : null);

    /// <summary>The properties of a session.</summary>
    /// <param name="began">When it began.</param>
    /// <param name="withSecondFactor">Whether a second factor was proved.</param>
    /// <param name="proved">When the password was given that this sign-in followed with a code of the app; <c>null</c> when it did not.</param>
    private static AuthenticationProperties Begin(DateTimeOffset began, bool withSecondFactor, DateTimeOffset? proved) => new()
    {
        IssuedUtc = began,
        ExpiresUtc = began + Idle,
        Items =
        {
            [AuthTime] = Seconds(began),
            [Methods] = withSecondFactor ? "pwd " + OneTimePassword : "pwd",
            [Proved] = proved is { } at ? Seconds(at) : null,
        },
    };

    /// <summary>When the person of this request signed in, or <c>null</c>.</summary>
    public static DateTimeOffset? SignedInAt(this HttpContext context) => At(PropertiesOf(context), AuthTime);

    /// <summary>
    /// When the person of this request gave the password of a sign-in with password and app. Nothing else makes a session
    /// fresh: no recovery code, no new password, no new key.
    /// </summary>
    public static DateTimeOffset? ProvedAt(this HttpContext context) => At(PropertiesOf(context), Proved);

    /// <summary>Whether the person of this request proved a second factor.</summary>
    public static bool HasSecondFactor(this HttpContext context) =>
        PropertiesOf(context)?.Items.TryGetValue(Methods, out var methods) == true && methods!.Contains(OneTimePassword, StringComparison.Ordinal);

    /// <summary>The person of this request, as far as rules ask.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static StaffActor ToActor(this ClaimsPrincipal person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var roles = Enum.GetValues<StaffRoles>().Where(role => person.IsInRole(role.ToString())).Aggregate(StaffRoles.None, (all, role) => all | role);
        return new(
            Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.")),
            person.Identity!.Name!,
            roles,
            person.FindFirstValue(StaffClaims.Unit) is { } unit ? Guid.Parse(unit) : null);
    }

    /// <summary>Signs the person in with a ticket of its own, in place of any before, and remembers the browser.</summary>
    /// <param name="context">The request.</param>
    /// <param name="signIn">Makes the ticket.</param>
    /// <param name="account">Who it is.</param>
    /// <param name="withSecondFactor">Whether a second factor was proved.</param>
    /// <param name="proved">When the password was given that a code of the app followed; <c>null</c> when none did.</param>
    public static Task SignInAsync(this HttpContext context, SignInManager<StaffAccount> signIn, StaffAccount account, bool withSecondFactor, DateTimeOffset? proved)
    {
        context.RequestServices.GetRequiredService<KnownBrowser>().Remember(context, account);
        return WriteAsync(context, signIn, account, Begin(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), withSecondFactor, proved));
    }

    /// <summary>The session of this request goes on after the account's stamp was renewed; it is no fresher than before.</summary>
    public static Task ContinueAsync(this HttpContext context, SignInManager<StaffAccount> signIn, StaffAccount account, bool withSecondFactor)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = Begin(context.SignedInAt() ?? now, withSecondFactor, context.ProvedAt());
        (ticket.IssuedUtc, ticket.ExpiresUtc) = (now, now + Idle);
        return WriteAsync(context, signIn, account, ticket);
    }

    /// <summary>
    /// Whether the session still is one, asked of the database at every request, which both nodes share: not too old, and of
    /// an account that is active and has the stamp, the roles and the unit it began with.
    /// </summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (!Errors.MayAskDatabase(context.HttpContext))
        {
            // This one page is shown to nobody in particular.
            context.RejectPrincipal();
            return;
        }

        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (At(context.Properties, AuthTime) is not { } began || now - began >= Longest || !await services.GetRequiredService<CurrentStaff>().IsAsBeforeAsync(context.HttpContext, context.Principal!))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    private static async Task WriteAsync(HttpContext context, SignInManager<StaffAccount> signIn, StaffAccount account, AuthenticationProperties ticket)
    {
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, await signIn.CreateUserPrincipalAsync(account), ticket);
    }

    private static string Seconds(DateTimeOffset instant) => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static AuthenticationProperties? PropertiesOf(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties;

    private static DateTimeOffset? At(AuthenticationProperties? properties, string item) =>
        properties?.Items.TryGetValue(item, out var seconds) == true && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix)
            ? DateTimeOffset.FromUnixTimeSeconds(unix)
            : null;
}
