using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Security;

/// <summary>
/// Signing in by the province's own identity server: code flow with PKCE. What comes of its answer is
/// <c>ServerAnswer</c>'s; the session that begins is the same as after a password.
/// </summary>
public static class IdentityServer
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "identity-server";

    /// <summary>Where the server sends people back to, and where after signing out: addresses to register there.</summary>
    public const string CallbackPath = "/tai-khoan/may-chu/tra-loi", SignedOutPath = "/tai-khoan/may-chu/da-ra";

    /// <summary>How long somebody may take at the server.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan ServerPatience = TimeSpan.FromSeconds(10);

    internal static void AddIdentityServer(this WebApplicationBuilder builder)
    {
        builder.Add<IdentityServerOptions>(IdentityServerOptions.Section, new IdentityServerOptionsValidator(builder.Environment));
        if (string.IsNullOrEmpty(builder.Configuration[$"{IdentityServerOptions.Section}:{nameof(IdentityServerOptions.Authority)}"]))
        {
            return;
        }

        var local = builder.Environment.IsDevelopment();
        builder.Services.AddAuthentication().AddOpenIdConnect(Scheme, displayName: null, _ => { });
        builder.Services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<IdentityServerOptions>>((connect, server) =>
        {
            connect.Authority = server.Value.Authority!.ToString();
            connect.ClientId = server.Value.ClientId;
            connect.ClientSecret = server.Value.ClientSecret;
            connect.RequireHttpsMetadata = server.Value.Authority.Scheme == Uri.UriSchemeHttps;
            Ask(connect);
            KeepState(connect, local);
            connect.Events.OnRedirectToIdentityProvider = asked =>
            {
                asked.ProtocolMessage.AcrValues = server.Value.SecondFactorByServer ? server.Value.SecondFactorAcr : null;
                return Task.CompletedTask;
            };
            connect.Events.OnRedirectToIdentityProviderForSignOut = asked =>
            {
                // The id token that would name the session is not kept.
                asked.ProtocolMessage.ClientId = server.Value.ClientId;
                return Task.CompletedTask;
            };
            connect.Events.OnTicketReceived = ServerAnswer.TakeAsync;
            connect.Events.OnRemoteFailure = ServerAnswer.FailAsync;
        });
    }

    private static void Ask(OpenIdConnectOptions connect)
    {
        connect.ResponseType = OpenIdConnectResponseType.Code;
        // With `form_post` the state would have to lie in a cookie that every other site may send along.
        connect.ResponseMode = OpenIdConnectResponseMode.Query;
        connect.UsePkce = true;
        connect.MapInboundClaims = false;
        connect.ClaimActions.Clear();
        connect.CallbackPath = CallbackPath;
        connect.SignedOutCallbackPath = SignedOutPath;
        // Another site's frame that ends sessions is nothing asked for.
        connect.RemoteSignOutPath = PathString.Empty;
        connect.BackchannelTimeout = ServerPatience;
        connect.RemoteAuthenticationTimeout = Patience;
    }

    /// <summary>Lax: the answer is a link from another site, which a strict cookie would not follow.</summary>
    private static void KeepState(OpenIdConnectOptions connect, bool local)
    {
        foreach (var (cookie, name) in new[] { (connect.CorrelationCookie, "parindex-state."), (connect.NonceCookie, "parindex-nonce.") })
        {
            SignIn.Protect(cookie, name, local);
            cookie.SameSite = SameSiteMode.Lax;
        }
    }
}
