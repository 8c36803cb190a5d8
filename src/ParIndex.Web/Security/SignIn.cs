using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;

namespace ParIndex.Web.Security;

/// <summary>Who may enter: accounts of ASP.NET Core Identity, signed in by default; what is public says so.</summary>
internal static class SignIn
{
    /// <summary>Rounds of PBKDF2 with SHA-512 (TRUST.md).</summary>
    private const int PasswordIterations = 220_000;

    private static readonly TimeSpan SecondStepTime = TimeSpan.FromMinutes(5);

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
        builder.Services.Configure<PasswordHasherOptions>(passwords => passwords.IterationCount = PasswordIterations);
        builder.Services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((stamps, clock) =>
        {
            stamps.ValidationInterval = Session.Revalidation;
            stamps.TimeProvider = clock;
        });
        builder.Services.AddSingleton<IPersonalDataProtector, TotpKeyProtector>();
        builder.Services.AddScoped<SecondFactors>();
        builder.Services.AddScoped<StaffSignIn>();
        builder.Services.AddScoped<StaffRegister>();
        builder.Services.AddScoped<TwoPersonRequests>();
        builder.Services.AddScoped<StaffNotices>();
        builder.Services.AddScoped<StaffRecord>();
        builder.Services.AddScoped<AuditLog>();
        builder.Services.AddSingleton(new TwoPersonHandler(TwoPersonAct.RecoverSecondFactor, StaffRoles.Coordinator | StaffRoles.Administrator, TwoPersonRequests.RecoverAsync));
        foreach (var act in StaffRequests.Acts)
        {
            builder.Services.AddSingleton(new TwoPersonHandler(act, StaffRequests.SecondPersons, StaffRequests.CarryOutAsync) { Describe = StaffRequests.DescribeAsync });
        }

        // No fallback policy: it would send a stranger at an address that does not exist to the sign-in page. Pages are
        // closed where they are mapped.
        builder.Services.AddAuthorization();
        var local = builder.Environment.IsDevelopment();
        builder.Services.ConfigureApplicationCookie(cookie =>
        {
            Protect(cookie.Cookie, "parindex-session", local);
            cookie.ExpireTimeSpan = Session.Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/tai-khoan/dang-nhap";
            cookie.ReturnUrlParameter = "tro-lai";
            cookie.Events.OnValidatePrincipal = Session.ValidateAsync;
            cookie.Events.OnRedirectToLogin = JsonRequests.ChallengeAsync;
            cookie.Events.OnRedirectToAccessDenied = denied => Refusals.RefuseAsync(denied.HttpContext);
        });
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            Protect(cookie.Cookie, "parindex-step", local);
            cookie.ExpireTimeSpan = SecondStepTime;
            cookie.SlidingExpiration = false;
        });
    }

    /// <summary>`__Host-` wants https, which a developer's loopback has not.</summary>
    private static void Protect(CookieBuilder cookie, string name, bool local)
    {
        cookie.Name = local ? name : "__Host-" + name;
        cookie.SecurePolicy = local ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.HttpOnly = true;
        cookie.Path = "/";
    }

    public static void UseSignIn(this IApplicationBuilder app)
    {
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
