using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using ParIndex.Application.Staff;
using ParIndex.Web.Setup;

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

    /// <summary>How often the account is looked at again: a disabled person is out within a minute.</summary>
    public static readonly TimeSpan Revalidation = TimeSpan.FromSeconds(30);

    private const string AuthTime = "auth_time";

    private const string Methods = "amr";

    private const string OneTimePassword = "otp";

    /// <summary>The properties of a session that begins.</summary>
    public static AuthenticationProperties Begin(DateTimeOffset now, bool withSecondFactor) => new()
    {
        IssuedUtc = now,
        ExpiresUtc = now + Idle,
        Items =
        {
            [AuthTime] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            [Methods] = withSecondFactor ? "pwd " + OneTimePassword : "pwd",
        },
    };

    /// <summary>When the person of this request signed in, or <c>null</c>.</summary>
    public static DateTimeOffset? SignedInAt(this HttpContext context) => At(PropertiesOf(context));

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

    /// <summary>Signs the person in with a ticket of its own, in place of any before.</summary>
    public static async Task SignInAsync(this HttpContext context, SignInManager<StaffAccount> signIn, StaffAccount account, bool withSecondFactor)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, await signIn.CreateUserPrincipalAsync(account), Begin(now, withSecondFactor));
    }

    /// <summary>Ends a session that is too old, then looks at the account's stamp.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (!Errors.MayAskDatabase(context.HttpContext))
        {
            // This one page is shown to nobody in particular.
            context.RejectPrincipal();
            return;
        }

        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (At(context.Properties) is not { } began || now - began >= Longest)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    private static AuthenticationProperties? PropertiesOf(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties;

    private static DateTimeOffset? At(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(AuthTime, out var seconds) == true && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix)
            ? DateTimeOffset.FromUnixTimeSeconds(unix)
            : null;
}
