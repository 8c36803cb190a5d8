using Microsoft.Extensions.Hosting;
using ParIndex.Testing;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Tests.Setup;

public sealed class IdentityServerOptionsTests
{
    private const string Secret = "0123456789abcdef";

    [Fact]
    public void Validate_NothingSet_IsNoServer() => Assert.Empty(Refused(new IdentityServerOptions(), Environments.Production));

    [Fact]
    public void Validate_EverythingSet_IsAccepted() => Assert.Empty(Refused(Whole(server => server.SecondFactorAcr = "urn:hai-buoc"), Environments.Production));

    [Theory]
    [InlineData("http://sso.laichau.gov.vn/")]
    [InlineData("http://localhost:8080/")]
    [InlineData("ftp://sso.laichau.gov.vn/")]
    [InlineData("https://sso.laichau.gov.vn/?a=b")]
    [InlineData("https://ai:gi@sso.laichau.gov.vn/")]
    [InlineData("/realms/canbo")]
    public void Validate_AddressThatAnybodyCouldSpeakFor_IsRefused(string authority) =>
        Assert.Equal([nameof(IdentityServerOptions.Authority)], Refused(Whole(server => server.Authority = new(authority, UriKind.RelativeOrAbsolute)), Environments.Production));

    [Theory]
    [InlineData("http://localhost:8080/", true)]
    [InlineData("http://sso.laichau.gov.vn/", false)]
    public void Validate_PlainHttp_IsForADevelopersOwnMachine(string authority, bool isAccepted) =>
        Assert.Equal(isAccepted, Refused(Whole(server => server.Authority = new(authority)), Environments.Development).Count == 0);

    [Fact]
    public void Validate_HalfAServer_IsRefused()
    {
        Assert.Equal([nameof(IdentityServerOptions.ClientId), nameof(IdentityServerOptions.ClientSecret)], Refused(new() { Authority = new("https://sso.laichau.gov.vn") }, Environments.Production));
        Assert.Equal([nameof(IdentityServerOptions.Authority)], Refused(new() { ClientId = "cong" }, Environments.Production));
        Assert.Equal([nameof(IdentityServerOptions.PasswordsToo)], Refused(new() { PasswordsToo = false }, Environments.Production));
        Assert.Equal([nameof(IdentityServerOptions.ClientSecret)], Refused(Whole(server => server.ClientSecret = "ngan"), Environments.Production));
        Assert.Equal([nameof(IdentityServerOptions.StaffCodeClaim)], Refused(Whole(server => server.StaffCodeClaim = ""), Environments.Production));
        Assert.Equal([nameof(IdentityServerOptions.SecondFactorAcr)], Refused(Whole(server => (server.SecondFactorAcr, server.SecondFactorByServer) = ("x", false)), Environments.Production));
    }

    [Fact]
    public async Task Start_WithHalfAServer_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(Application.Data.DatabaseKind.Sqlite);
        await using var app = new TestApp(database).With("SignIn:OpenIdConnect:Authority", "https://sso.laichau.gov.vn").With("SignIn:OpenIdConnect:ClientId", "cong").With("SignIn:OpenIdConnect:ClientSecret", "ngan-qua");

        // The program ends before there is anything to open.
        Assert.ThrowsAny<InvalidOperationException>(app.Open);
    }

    private static IdentityServerOptions Whole(Action<IdentityServerOptions> change)
    {
        var server = new IdentityServerOptions { Authority = new("https://sso.laichau.gov.vn/realms/canbo"), ClientId = "cong", ClientSecret = Secret, SecondFactorByServer = true };
        change(server);
        return server;
    }

    private static List<string> Refused(IdentityServerOptions server, string environment) =>
        [.. new IdentityServerOptionsValidator(new NamedEnvironment(environment)).Validate(server).Errors.Select(error => error.PropertyName).Distinct(StringComparer.Ordinal)];
}
