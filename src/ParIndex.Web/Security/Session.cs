using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using ParIndex.Application.Accounts;
using ParIndex.Application.Releases;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Web.Answers;

namespace ParIndex.Web.Security;

/// <summary>What the province's identity server says of somebody who signed in there.</summary>
/// <param name="At">When the person last proved to it who they are, never later than now; <c>null</c> when it does not say.</param>
public sealed record ServerProof(DateTimeOffset? At)
{
    /// <summary>Whether that is recent enough for what asks for a new sign-in.</summary>
    public bool IsFresh(DateTimeOffset now) => At is { } proved && now - proved <= PublisherSession.Freshness;
}

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

    private const string ServerProved = "server";

    private const string Before = "before";

    private const string OneTimePassword = "otp";

    /// <summary>The properties of a session that begins now, with everything the person can prove.</summary>
    public static AuthenticationProperties Begin(DateTimeOffset now, bool withSecondFactor) => Begin(now, withSecondFactor, withSecondFactor ? now : null, server: null);

    /// <summary>The properties of a session.</summary>
    /// <param name="began">When it began.</param>
    /// <param name="withSecondFactor">Whether a second factor was proved.</param>
    /// <param name="proved">When the first step was proved that this sign-in followed with a second; <c>null</c> when it did not.</param>
    /// <param name="server">The proof of the province's server; <c>null</c> when a password was the first step.</param>
    private static AuthenticationProperties Begin(DateTimeOffset began, bool withSecondFactor, DateTimeOffset? proved, ServerProof? server)
    {
        var ticket = new AuthenticationProperties
        {
            IssuedUtc = began,
            ExpiresUtc = began + Idle,
            Items =
            {
                [AuthTime] = Seconds(began),
                [Methods] = (server is null ? "pwd" : "sso") + (withSecondFactor ? " " + OneTimePassword : ""),
                [Proved] = proved is { } at ? Seconds(at) : null,
            },
        };
        if (server is not null)
        {
            // An item without a value comes back as an empty one: only that it is there says something.
            ticket.Items[ServerProved] = server.At is { } answered ? Seconds(answered) : "";
        }

        return ticket;
    }

    /// <summary>When the person of this request signed in, or <c>null</c>.</summary>
    public static DateTimeOffset? SignedInAt(this HttpContext context) => At(PropertiesOf(context), AuthTime);

    /// <summary>
    /// When the person of this request gave the password of a sign-in with password and app, or proved as much to the
    /// province's server. Nothing else makes a session fresh: no recovery code, no new password, no new key.
    /// </summary>
    public static DateTimeOffset? ProvedAt(this HttpContext context) => At(PropertiesOf(context), Proved);

    /// <summary>What the province's server proved of this session; <c>null</c> when it began with a password.</summary>
    public static ServerProof? ByServer(this HttpContext context) =>
        PropertiesOf(context) is { } ticket && ticket.Items.ContainsKey(ServerProved) ? new(At(ticket, ServerProved)) : null;

    /// <summary>When the person of this request was last here before this session, or <c>null</c>.</summary>
    public static DateTimeOffset? VisitedBefore(this HttpContext context) => At(PropertiesOf(context), Before);

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
    /// <param name="proved">When the first step was proved that a second followed; <c>null</c> when none did.</param>
    /// <param name="server">The proof of the province's server, when it was the first step.</param>
    public static async Task SignInAsync(this HttpContext context, SignInManager<StaffAccount> signIn, StaffAccount account, bool withSecondFactor, DateTimeOffset? proved, ServerProof? server = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(account);
        var services = context.RequestServices;
        if (server is null)
        {
            // Passwords are guessed at here, not at the server; and where it sends people back, cookies of this kind stay behind.
            services.GetRequiredService<KnownBrowser>().Remember(context, account);
        }

        var ticket = Begin(services.GetRequiredService<TimeProvider>().GetUtcNow(), withSecondFactor, proved, server);
        // Who proves anew who they are is still on the same visit.
        Keep(ticket, context.User.FindFirstValue(ClaimTypes.NameIdentifier) == account.Id.ToString()
            ? context.VisitedBefore()
            : await services.GetRequiredService<StaffSignIn>().BeforeAsync(account, context.RequestAborted));
        await WriteAsync(context, signIn, account, ticket);
    }

    /// <summary>The session of this request goes on after the account's stamp was renewed; it is no fresher than before.</summary>
    public static Task ContinueAsync(this HttpContext context, SignInManager<StaffAccount> signIn, StaffAccount account, bool withSecondFactor)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = Begin(context.SignedInAt() ?? now, withSecondFactor, context.ProvedAt(), context.ByServer());
        (ticket.IssuedUtc, ticket.ExpiresUtc) = (now, now + Idle);
        Keep(ticket, context.VisitedBefore());
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

    private static void Keep(AuthenticationProperties ticket, DateTimeOffset? before)
    {
        if (before is { } at)
        {
            ticket.Items[Before] = Seconds(at);
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
