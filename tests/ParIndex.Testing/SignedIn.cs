using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Web.Security;

namespace ParIndex.Testing;

/// <summary>A person at work: an account made for the test, signed in, posting forms as a browser does.</summary>
public sealed class SignedIn : IDisposable
{
    private readonly HttpClient _client;

    private SignedIn(HttpClient client, StaffAccount account)
    {
        _client = client;
        Account = account;
    }

    /// <summary>The account.</summary>
    public StaffAccount Account { get; }

    /// <summary>The session's cookie, for a browser.</summary>
    public string Cookie => _client.DefaultRequestHeaders.GetValues("Cookie").Single();

    /// <summary>Makes an account with these roles and signs it in, past the sign-in page.</summary>
    /// <param name="app">The program.</param>
    /// <param name="roles">What the person may do.</param>
    /// <param name="unitId">The unit the person works at.</param>
    /// <param name="withSecondFactor">Whether the session proved a second factor.</param>
    public static async Task<SignedIn> AsAsync(TestApp app, StaffRoles roles, Guid? unitId = null, bool withSecondFactor = true)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var scope = app.Services.CreateAsyncScope();
        var code = "CB" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        // Two of one name in one unit are one person, who is not two.
        var account = new StaffAccount(code, (roles & SensitiveActs.Roles) == StaffRoles.None ? "Nguyễn Văn Thử" : $"Nguyễn Văn Thử {code}", roles, unitId);
        var db = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
        db.Add(account);
        await db.SetUpAsync();
        return await OfAsync(app, account, withSecondFactor);
    }

    /// <summary>Signs in an account that is there, past the sign-in page.</summary>
    /// <param name="app">The program.</param>
    /// <param name="account">As it is stored.</param>
    /// <param name="withSecondFactor">Whether the session proved a second factor.</param>
    public static async Task<SignedIn> OfAsync(TestApp app, StaffAccount account, bool withSecondFactor = true)
    {
        ArgumentNullException.ThrowIfNull(app);
        var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"), HandleCookies = true });
        client.DefaultRequestHeaders.Add("Cookie", (await SessionAsync(app, account, withSecondFactor)).ToString());
        return new(client, account);
    }

    /// <summary>A session of an account, past the sign-in page: the cookie that holds it.</summary>
    /// <param name="app">The program.</param>
    /// <param name="account">Who is signed in.</param>
    /// <param name="withSecondFactor">Whether the session proved a second factor.</param>
    public static async Task<CookieHeaderValue> SessionAsync(TestApp app, StaffAccount account, bool withSecondFactor = true)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var scope = app.Services.CreateAsyncScope();
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<StaffAccount>>().CreateUserPrincipalAsync(account);
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(principal, Session.Begin(now, withSecondFactor), IdentityConstants.ApplicationScheme);
        return new(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
    }

    /// <summary>Opens an address.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(address);

    /// <summary>Opens a page and reads it.</summary>
    public async Task<IHtmlDocument> OpenAsync(string address) => await ReadAsync(await GetAsync(address));

    /// <summary>Opens a page, fills its form and sends it, with the token the page carries.</summary>
    /// <param name="address">The page with the form.</param>
    /// <param name="fields">Values by field name; what is not named keeps the page's own value.</param>
    /// <param name="form">A CSS selector when the page has several forms that post.</param>
    public async Task<HttpResponseMessage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, string form = "form[method=post]")
    {
        var page = await OpenAsync(address);
        var found = page.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"{address} has no {form}:\n{page.Body?.TextContent}");
        var given = fields.ToList();
        var own = found.Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Name is not null && (input.Type is not ("checkbox" or "radio") || input.IsChecked) && input.Type is not ("submit" or "file") && !given.Exists(field => field.Key == input.Name))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value));
        var target = found.GetAttribute("action") is { Length: > 0 } action ? action : address;
        using var content = new FormUrlEncodedContent(own.Concat(given));
        return await _client.PostAsync(target, content);
    }

    /// <summary>Opens a page with a file form, chooses a file in it and sends it, with the token the page carries.</summary>
    /// <param name="address">The page with the form.</param>
    /// <param name="fileName">Name of the file.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="fields">Values by field name.</param>
    /// <param name="fileField">Name of the file's field.</param>
    public async Task<HttpResponseMessage> UploadAsync(string address, string fileName, byte[] content, IEnumerable<KeyValuePair<string, string>> fields, string fileField = "Input.File")
    {
        var page = await OpenAsync(address);
        var found = page.QuerySelector<IHtmlFormElement>($"form[method=post]:has(input[type=file][name='{fileField}'])") ?? page.QuerySelector<IHtmlFormElement>("form[method=post]")
            ?? throw new InvalidOperationException($"{address} has no form:\n{page.Body?.TextContent}");
        var given = fields.ToList();
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in found.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden" && input.Name is not null && !given.Exists(field => field.Key == input.Name)).Select(input => KeyValuePair.Create(input.Name!, input.Value)).Concat(given))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(content), fileField, fileName);
        return await _client.PostAsync(address, form);
    }

    /// <summary>Sends any request, for what a form cannot.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    /// <summary>The page of an answer.</summary>
    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var html = await answer.Content.ReadAsStringAsync();
        var context = BrowsingContext.New(Configuration.Default);
        return (IHtmlDocument)await context.OpenAsync(response => response.Content(html).Address(answer.RequestMessage!.RequestUri!));
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
