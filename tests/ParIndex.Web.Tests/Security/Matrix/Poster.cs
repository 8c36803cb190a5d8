using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>Somebody, signed in or not, with a valid form token that holds for every page.</summary>
internal sealed class Poster : IDisposable
{
    private const string TokenName = "__RequestVerificationToken";

    private readonly Func<HttpRequestMessage, Task<HttpResponseMessage>> _send;
    private readonly IDisposable _session;
    private readonly string _address;
    private string _token = "";

    private Poster(Func<HttpRequestMessage, Task<HttpResponseMessage>> send, IDisposable session, StaffAccount? account, string address) =>
        (_send, _session, Account, _address) = (send, session, account, address);

    /// <summary>The account, or <c>null</c> of nobody.</summary>
    public StaffAccount? Account { get; }

    public static async Task<Poster> MakeAsync(TestApp app, StaffRoles roles, Guid unit, string address)
    {
        if (roles != StaffRoles.None)
        {
            return await OfAsync(await SignedIn.AsAsync(app, roles, unit), address);
        }

        var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        return await WithTokenAsync(new(client.SendAsync, client, account: null, address), "/tai-khoan/dang-nhap");
    }

    /// <summary>Somebody signed in, who posts with the token of the own pages.</summary>
    public static Task<Poster> OfAsync(SignedIn person, string address) => WithTokenAsync(new(person.SendAsync, person, person.Account, address), "/tai-khoan/mat-khau");

    public async Task<IHtmlDocument> OpenAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await SendAsync(request);
        return await SignedIn.ReadAsync(answer);
    }

    public async Task<HttpResponseMessage> PostAsync(string address, Form form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = ContentOf(form) };
        return await SendAsync(request);
    }

    public void Dispose() => _session.Dispose();

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("X-Forwarded-For", _address);
        return _send(request);
    }

    private static async Task<Poster> WithTokenAsync(Poster poster, string form)
    {
        var page = await poster.OpenAsync(form);
        poster._token = ((IHtmlInputElement)page.QuerySelector($"input[name={TokenName}]")!).Value;
        return poster;
    }

    private HttpContent ContentOf(Form form)
    {
        var fields = form.Fields.Append((Name: TokenName, Value: _token));
        if (form.File is not { } file)
        {
            return new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            parts.Add(new StringContent(value), name);
        }

        parts.Add(new ByteArrayContent(file.Content), file.Field, file.Name);
        return parts;
    }
}
