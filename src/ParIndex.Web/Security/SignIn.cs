using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Security;

/// <summary>Who may enter: accounts of ASP.NET Core Identity, signed in by default; what is public says so.</summary>
internal static class SignIn
{
    /// <summary>Rounds of PBKDF2 with SHA-512, so many that guessing from a stolen table stays slow.</summary>
    private const int PasswordIterations = 220_000;

    private const string Address = "/tai-khoan/dang-nhap";

    private const string ReturnTo = "tro-lai";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<StaffAccount>(identity =>
            {
                identity.User.RequireUniqueEmail = false;
            })
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<StaffClaims>();
        builder.Services.AddScoped<IUserStore<StaffAccount>>(services => new UserOnlyStore<StaffAccount, ParIndexDb, Guid>(services.GetRequiredService<ParIndexDb>()));
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.AddIdentityServer();
        builder.Services.Configure<PasswordHasherOptions>(passwords => passwords.IterationCount = PasswordIterations);
        builder.Services.AddSingleton<IPersonalDataProtector, TotpKeyProtector>();
        builder.Services.AddScoped<SecondFactors>();
        builder.AddActSource();
        builder.Services.AddSingleton<KnownBrowser>();
        builder.Services.AddScoped<Guesses>();
        builder.Services.AddScoped<NoticeBoard>();
        builder.Services.AddScoped<StaffSignIn>();
        builder.Services.AddSingleton<KeptFormStore>();

        // No fallback policy: it would send a stranger at an address that does not exist to the sign-in page. Pages are
        // closed where they are mapped.
        builder.Services.AddAuthorization();
        var local = builder.Environment.IsDevelopment();
        builder.Services.ConfigureApplicationCookie(cookie =>
        {
            Protect(cookie.Cookie, "parindex-session", local);
            cookie.ExpireTimeSpan = Session.Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = Address;
            cookie.ReturnUrlParameter = ReturnTo;
            cookie.Events.OnValidatePrincipal = Session.ValidateAsync;
            cookie.Events.OnRedirectToLogin = JsonRequests.ChallengeAsync;
            cookie.Events.OnRedirectToAccessDenied = denied => RefusedRequests.RefuseAsync(denied.HttpContext);
        });
        // Nothing of ours sets these; a cookie of the framework's own name would not be bound to this host.
        foreach (var unused in new[] { IdentityConstants.ExternalScheme, IdentityConstants.TwoFactorRememberMeScheme })
        {
            builder.Services.Configure<CookieAuthenticationOptions>(unused, cookie => Protect(cookie.Cookie, "parindex-" + unused, local));
        }

        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            Protect(cookie.Cookie, "parindex-step", local);
            cookie.ExpireTimeSpan = HalfWay.Time;
            cookie.SlidingExpiration = false;
        });
    }

    /// <summary>`__Host-` wants https, which a developer's loopback has not.</summary>
    internal static void Protect(CookieBuilder cookie, string name, bool local)
    {
        cookie.Name = local ? name : "__Host-" + name;
        cookie.SecurePolicy = local ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.HttpOnly = true;
        cookie.Path = "/";
    }

    /// <summary>The sign-in page that leads on to an address of this site.</summary>
    public static string AddressFor(string? next) => next is null ? Address : $"{Address}?{ReturnTo}={Uri.EscapeDataString(next)}";

    public static void UseSignIn(this IApplicationBuilder app)
    {
        app.UseMiddleware<HttpsToSignIn>();
        app.UseAuthentication();
        app.UseMiddleware<SetUpFirst>();
        app.UseAuthorization();
    }
}

/// <summary>What a session knows of the person: staff code, roles, unit.</summary>
internal sealed class StaffClaims(UserManager<StaffAccount> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffAccount>(accounts, options)
{
    /// <summary>The claim that holds the unit's key.</summary>
    public const string Unit = "unit";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(Enum.GetValues<StaffRoles>().Where(user.Has).Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        if (user.UnitId is { } unit)
        {
            identity.AddClaim(new Claim(Unit, unit.ToString()));
        }

        return identity;
    }
}
