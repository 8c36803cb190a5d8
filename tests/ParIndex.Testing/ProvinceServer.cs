using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ParIndex.Testing;

/// <summary>What the province's server says of somebody.</summary>
/// <param name="StaffCode">The value of <c>preferred_username</c>, or <c>null</c> to leave it out.</param>
public sealed record ServerPerson(string? StaffCode)
{
    /// <summary>Values of <c>amr</c>.</summary>
    public IReadOnlyList<string> Methods { get; init; } = ["pwd"];

    /// <summary>The value of <c>acr</c>, or <c>null</c>.</summary>
    public string? Level { get; init; }

    /// <summary>How long ago the person gave the password there; <c>null</c> to leave <c>auth_time</c> out.</summary>
    public TimeSpan? SignedInAgo { get; init; } = TimeSpan.Zero;
}

/// <summary>
/// An identity server of a province, on a port of its own: real OpenID Connect by OpenIddict, with keys and codes of its own and
/// a form that takes a name. Whoever signed in stays so in that browser until it is told to ask again.
/// </summary>
public sealed class ProvinceServer : IAsyncDisposable
{
    /// <summary>The portal's name at the server.</summary>
    public const string ClientId = "parindex";

    private const string Secret = "khoa-bi-mat-cua-cong-trong-kiem-thu";

    private const string SessionCookie = "province-session";

    // Of all servers of a run: to make one takes longer than most tests.
    private static readonly SymmetricSecurityKey EncryptionKey = new(RandomNumberGenerator.GetBytes(32));
    private static readonly RsaSecurityKey SigningKey = new(RSA.Create(2048)) { KeyId = "province" };

    private readonly ConcurrentDictionary<string, ServerPerson> _people = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private readonly X509Certificate2? _certificate;
    private readonly string? _known;

    private ProvinceServer(WebApplication app, X509Certificate2? certificate) => (_app, _certificate, _known) = (app, certificate, certificate?.Thumbprint);

    /// <summary>Its address. By name, so that a browser takes it for another site than the portal at 127.0.0.1.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Whether it keeps to the session it has although it is asked for a new sign-in.</summary>
    public bool IgnoresPrompt { get; set; }

    /// <summary>The last thing it was asked for, by name.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Starts one.</summary>
    /// <param name="https">Whether it speaks https, with a certificate of its own that nobody else trusts.</param>
    public static async Task<ProvinceServer> StartAsync(bool https = true)
    {
        var certificate = https ? NewCertificate() : null;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, port => _ = certificate is null ? port : port.UseHttps(certificate)));
        if (https)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.Services.AddRouting();
        builder.Services.AddOpenIddict().AddServer(Configure);
        var app = builder.Build();
        var server = new ProvinceServer(app, certificate);
        app.UseRouting();
        app.UseAuthentication();
        app.MapMethods("/authorize", ["GET", "POST"], (Delegate)server.AuthorizeAsync);
        app.MapGet("/end", server.EndAsync);
        await app.StartAsync();
        server.Address = new UriBuilder(app.Urls.First()) { Host = "localhost" }.Uri;
        return server;
    }

    /// <summary>Makes somebody known to it.</summary>
    public ProvinceServer Knows(string name, ServerPerson person)
    {
        _people[name] = person;
        return this;
    }

    /// <summary>Has a program sign people in by this server.</summary>
    public TestApp For(TestApp app, params (string Setting, string Value)[] settings)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.LineToServer = Handler;
        app.With("SignIn:OpenIdConnect:Authority", Address.ToString()).With("SignIn:OpenIdConnect:ClientId", ClientId).With("SignIn:OpenIdConnect:ClientSecret", Secret);
        foreach (var (setting, value) in settings)
        {
            app.With("SignIn:OpenIdConnect:" + setting, value);
        }

        return app;
    }

    /// <summary>A browser at the server, which follows no redirect.</summary>
    public HttpClient Browser() => new(Handler()) { BaseAddress = Address };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate?.Dispose();
    }

    /// <summary>Trusts this server's certificate and no other that the machine does not know.</summary>
#pragma warning disable MA0039 // The server's own certificate, of this run, which no authority signed.
    private HttpClientHandler Handler() => new() { AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == _known };
#pragma warning restore MA0039

    private static void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetEndSessionEndpointUris("end");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.OpenId, Scopes.Profile);
        server.AddEncryptionKey(EncryptionKey).AddSigningKey(SigningKey);
        server.EnableDegradedMode();
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(asked => CheckAsync(asked, asked.ClientId, asked.RedirectUri is { } back && new Uri(back).AbsolutePath == "/tai-khoan/may-chu/tra-loi")));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(asked => CheckAsync(asked, asked.ClientId, asked.ClientSecret == Secret)));
        server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(asked => CheckAsync(asked, asked.ClientId, asked.PostLogoutRedirectUri is { } back && new Uri(back).AbsolutePath == "/tai-khoan/may-chu/da-ra")));
    }

    private static ValueTask CheckAsync(BaseValidatingContext asked, string? client, bool isRight)
    {
        if (client != ClientId || !isRight)
        {
            asked.Reject(Errors.InvalidClient, "Not the portal.");
        }

        return default;
    }

    private async Task<IResult> AuthorizeAsync(HttpContext context)
    {
        var asked = context.GetOpenIddictServerRequest()!;
        Asked = asked.GetParameters().ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value ?? "", StringComparer.Ordinal);
        if (asked["cancel"] is not null)
        {
            return Results.Forbid(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var typed = (string?)asked["name"];
        var name = typed ?? (asked.HasPromptValue(PromptValues.Login) && !IgnoresPrompt ? null : context.Request.Cookies[SessionCookie]);
        if (name is null || !_people.TryGetValue(name, out var person))
        {
            await AskAsync(context, asked);
            return Results.Empty;
        }

        context.Response.Cookies.Append(SessionCookie, name, new() { HttpOnly = true, SameSite = SameSiteMode.Lax });
        return Results.SignIn(Say(name, person, asked), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private IResult EndAsync(HttpContext context)
    {
        context.Response.Cookies.Delete(SessionCookie);
        return Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    private static Task AskAsync(HttpContext context, OpenIddictRequest asked)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        var hidden = asked.GetParameters().Where(parameter => parameter.Key is not ("name" or "cancel"))
            .Select(parameter => $"<input type=\"hidden\" name=\"{WebUtility.HtmlEncode(parameter.Key)}\" value=\"{WebUtility.HtmlEncode((string?)parameter.Value)}\">");
        return context.Response.WriteAsync($"""
            <!DOCTYPE html><html lang="vi"><title>Máy chủ xác thực</title><h1>Máy chủ xác thực</h1>
            <form method="post" action="/authorize">{string.Concat(hidden)}<label>Tên <input name="name"></label><button>Đồng ý</button></form></html>
            """);
    }

    private static ClaimsPrincipal Say(string name, ServerPerson person, OpenIddictRequest asked)
    {
        var identity = new ClaimsIdentity("server", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, name).SetClaim(Claims.PreferredUsername, person.StaffCode).SetClaim(Claims.AuthenticationContextReference, person.Level);
        identity.SetClaims(Claims.AuthenticationMethodReference, [.. person.Methods]);
        if (person.SignedInAgo is { } ago)
        {
            identity.SetClaim(Claims.AuthenticationTime, (DateTimeOffset.UtcNow - ago).ToUnixTimeSeconds());
        }

        identity.SetScopes(asked.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return new(identity);
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}
