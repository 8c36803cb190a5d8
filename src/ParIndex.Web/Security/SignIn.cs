using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;

namespace ParIndex.Web.Security;

/// <summary>Who may enter: accounts of ASP.NET Core Identity, signed in by default; what is public says so.</summary>
internal static class SignIn
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<StaffAccount>(identity =>
            {
                identity.User.RequireUniqueEmail = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<StaffClaims>();
        builder.Services.AddScoped<IUserStore<StaffAccount>>(services => new UserOnlyStore<StaffAccount, ParIndexDb, Guid>(services.GetRequiredService<ParIndexDb>()));
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.ConfigureApplicationCookie(cookie =>
        {
            var local = builder.Environment.IsDevelopment();
            cookie.Cookie.Name = local ? "parindex-session" : "__Host-parindex-session";
            cookie.Cookie.SecurePolicy = local ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.LoginPath = "/tai-khoan/dang-nhap";
            cookie.AccessDeniedPath = "/loi/403";
            cookie.ReturnUrlParameter = "tro-lai";
        });
    }

    public static void UseSignIn(this IApplicationBuilder app)
    {
        app.UseAuthentication();
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
