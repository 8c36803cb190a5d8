using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using ParIndex.Application.Accounts;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>A session of an account that exists, or of nobody, with a form token. Each request comes from an address of its own, so that limits do not count a test.</summary>
internal sealed class Visitor : IDisposable
{
    public const string TokenName = "__RequestVerificationToken";

    private readonly HttpClient _client;
    private int _requests;

    private Visitor(HttpClient client, StaffAccount? account) => (_client, Account) = (client, account);

    public StaffAccount? Account { get; }

    public string Token { get; private set; } = "";

    /// <summary>The program has to believe the word of its proxy: <c>With("Proxies", "10.0.0.1")</c>.</summary>
    public static async Task<Visitor> ComeAsync(TestApp app, StaffAccount? account)
    {
        var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"), HandleCookies = true });
        if (account is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", (await SignedIn.SessionAsync(app, account)).ToString());
        }

        var visitor = new Visitor(client, account);
        using var page = await visitor.SendAsync(new(HttpMethod.Get, account is null ? "/tai-khoan/dang-nhap" : "/tai-khoan/mat-khau"));
        visitor.Token = (await SignedIn.ReadAsync(page)).QuerySelector<IHtmlInputElement>($"input[name={TokenName}]")!.Value;
        return visitor;
    }

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    /// <summary>Sends a form with the token.</summary>
    public Task<HttpResponseMessage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, (string Field, string Name, byte[] Content)? file = null)
    {
        var all = fields.Append(KeyValuePair.Create(TokenName, Token));
        if (file is not { } chosen)
        {
            return SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(all) });
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in all)
        {
            parts.Add(new StringContent(value), name);
        }

        parts.Add(new ByteArrayContent(chosen.Content), chosen.Field, chosen.Name);
        return SendAsync(new(HttpMethod.Post, address) { Content = parts });
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var number = Interlocked.Increment(ref _requests);
        request.Headers.Add("X-Forwarded-For", $"198.51.{number / 250 % 250}.{(number % 250) + 1}");
        return _client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();
}
