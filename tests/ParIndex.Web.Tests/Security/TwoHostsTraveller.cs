using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Security;

/// <summary>One browser at both hosts, which follows links and sends forms as they are.</summary>
internal sealed class TwoHostsTraveller(TestApp app, ProvinceServer server) : IDisposable
{
    public Person Person { get; } = new(app);

    public HttpClient AtServer { get; } = server.Browser();

    public IReadOnlyList<string> LastCookies { get; private set; } = [];

    /// <summary>From the sign-in page by its button to the server's form and back. The portal's answer.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string name, string query = "")
    {
        var answer = await Person.GetAsync(await AnswerAsync(name, query));
        LastCookies = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
        return answer;
    }

    /// <summary>The address with which the server sends the browser back.</summary>
    public async Task<string> AnswerAsync(string name, string query = "")
    {
        using var asked = await AskAsync(query);
        if (asked.StatusCode == HttpStatusCode.Redirect)
        {
            return asked.Headers.Location!.PathAndQuery;
        }

        var form = (await SignedIn.ReadAsync(asked)).QuerySelector<IHtmlFormElement>("form")!;
        using var filled = new FormUrlEncodedContent(form.Elements.OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Name == "name" ? name : input.Value)));
        using var answer = await AtServer.PostAsync(form.Action, filled);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location!.PathAndQuery;
    }

    /// <summary>The address with which the server sends back who gives up.</summary>
    public async Task<string> CancelAsync()
    {
        using var sent = await Person.GetAsync("/tai-khoan/may-chu");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        using var answer = await AtServer.GetAsync(sent.Headers.Location + "&cancel=1");
        return answer.Headers.Location!.PathAndQuery;
    }

    /// <summary>Where the page between the two hosts leads on to.</summary>
    public static string? Next(HttpResponseMessage arrived)
    {
        var location = arrived.Headers.Location?.OriginalString;
        Assert.StartsWith("/tai-khoan/may-chu/xong?tro-lai=", location, StringComparison.Ordinal);
        return Uri.UnescapeDataString(location!["/tai-khoan/may-chu/xong?tro-lai=".Length..]);
    }

    public void Dispose()
    {
        Person.Dispose();
        AtServer.Dispose();
    }

    private async Task<HttpResponseMessage> AskAsync(string query)
    {
        var page = await Person.OpenAsync("/tai-khoan/dang-nhap" + query);
        using var sent = await Person.GetAsync(page.QuerySelector("a#may-chu")!.GetAttribute("href")!);
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, (await SignedIn.ReadAsync(sent)).Body!.TextContent);
        return await AtServer.GetAsync(sent.Headers.Location);
    }
}
