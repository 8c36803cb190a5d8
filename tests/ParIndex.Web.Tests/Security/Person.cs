using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security;

/// <summary>A person with a browser of their own, who signs in through the pages.</summary>
internal sealed class Person(TestApp app) : IDisposable
{
    public const string Password = "một câu dài chỉ mình tôi biết";

    private readonly HttpClient _client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"), HandleCookies = true });

    /// <summary>Makes an account and gives its one-time code.</summary>
    public static async Task<IssuedCode> AddAsync(TestApp app, string code, StaffRoles roles, Guid? unitId = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var issued = await scope.ServiceProvider.GetRequiredService<StaffRegister>().AddAsync("test", [new(code, $"Lò Văn {code}", Post: null, roles, unitId)]);
        return issued[0];
    }

    /// <summary>An account that has chosen <see cref="Password"/>, and a browser that has not signed in.</summary>
    public static async Task<Person> WithPasswordAsync(TestApp app, string code, StaffRoles roles = StaffRoles.Appraiser)
    {
        var issued = await AddAsync(app, code, roles);
        var person = new Person(app);
        using var activated = await person.ActivateAsync(code, issued.Code, Password);
        Assert.Equal(HttpStatusCode.Redirect, activated.StatusCode);
        return person;
    }

    public Task<HttpResponseMessage> ActivateAsync(string code, string oneTimeCode, string password) =>
        PostAsync("/tai-khoan/kich-hoat", ("Input.StaffCode", code), ("Input.Code", oneTimeCode), ("Input.Password", password), ("Input.Again", password));

    public Task<HttpResponseMessage> SignInAsync(string code, string password = Password, string address = "/tai-khoan/dang-nhap") =>
        PostAsync(address, ("Input.StaffCode", code), ("Input.Password", password));

    /// <summary>Sets up the second factor and gives its key and recovery codes.</summary>
    /// <param name="clock">The clock of the program.</param>
    /// <param name="present">A code of the factor that is replaced.</param>
    public async Task<(string Key, IReadOnlyList<string> RecoveryCodes)> SetUpSecondFactorAsync(TimeProvider clock, string? present = null)
    {
        var page = await OpenAsync("/tai-khoan/xac-thuc-hai-buoc");
        var key = ((IHtmlInputElement)page.QuerySelector("#Input_Key")!).Value;
        using var answer = await FillAsync(page, "/tai-khoan/xac-thuc-hai-buoc", [("Input.Password", Password), ("Input.Code", Totp.Code(key, Totp.StepAt(clock.GetUtcNow()))), .. present is null ? [] : new[] { ("Input.Present", present) }]);
        var done = await SignedIn.ReadAsync(answer);
        return (key, [.. done.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }

    public Task<HttpResponseMessage> SecondStepAsync(string code) => PostAsync("/tai-khoan/buoc-hai", ("Input.Code", code));

    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(address);

    public async Task<IHtmlDocument> OpenAsync(string address) => await SignedIn.ReadAsync(await GetAsync(address));

    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) => await FillAsync(await OpenAsync(address), address, fields);

    /// <summary>Whether the workspace opens.</summary>
    public async Task<bool> IsInAsync()
    {
        using var answer = await GetAsync("/lam-viec");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>What the audit log says, oldest first.</summary>
    public static async Task<IReadOnlyList<(string Actor, string Act)>> ActsAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return [.. (await db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync()).Select(e => (e.Actor, e.Act))];
    }

    /// <summary>What the audit log counts, oldest first.</summary>
    public static async Task<IReadOnlyList<AuditCount>> CountsAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return await db.AuditCounts.AsNoTracking().OrderBy(count => count.Sequence).ToListAsync();
    }

    /// <summary>From where this person asks, as a trusted proxy says it.</summary>
    public Person From(string address)
    {
        _client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        _client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return this;
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> FillAsync(IHtmlDocument page, string address, (string Name, string Value)[] fields)
    {
        var form = page.QuerySelector<IHtmlFormElement>("form[method=post]") ?? throw new InvalidOperationException($"{address} has no form:\n{page.Body?.TextContent}");
        var own = form.Elements.OfType<IHtmlInputElement>().Where(input => input is { Name: not null, Type: "hidden" } && !fields.Any(field => field.Name == input.Name)).Select(input => KeyValuePair.Create(input.Name!, input.Value));
        using var content = new FormUrlEncodedContent(own.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return await _client.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : address, content);
    }
}
