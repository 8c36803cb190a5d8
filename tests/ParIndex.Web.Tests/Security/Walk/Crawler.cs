using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>
/// A person with a browser and nothing else: follows the links of pages, and sends their forms with what stands in them.
/// Of pages that differ only in what they are about the first few are looked at.
/// </summary>
internal sealed partial class Crawler : IDisposable
{
    /// <summary>So many pages of one kind, and forms of one kind, are enough to know it.</summary>
    private const int OfAKind = 2;

    private readonly HttpClient _client;
    private readonly IReadOnlyList<(string Pattern, Regex Address)> _routes;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _links = new();
    private static readonly string[] OfEverybody = ["/kiem-chung", "/gop-y"];

    private readonly List<(string Page, IHtmlFormElement Form)> _forms = [];
    private int _requests;

    public Crawler(TestApp app, IEnumerable<Route> routes)
    {
        _client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"), HandleCookies = true });
        _routes = [.. routes.OrderBy(route => route.Pattern.Count(sign => sign == '{')).ThenByDescending(route => route.Pattern.Length).Select(route => (route.Pattern, new Regex($"^/{Parameter().Replace(Regex.Escape(route.Pattern), "[^/]+?")}$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(10))))];
    }

    /// <summary>Patterns of the addresses that links led to and that answered.</summary>
    public HashSet<string> Reached { get; } = new(StringComparer.Ordinal);

    /// <summary>Kinds of forms that were sent.</summary>
    public HashSet<string> Sent { get; } = new(StringComparer.Ordinal);

    /// <summary>What went wrong.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Signs in by the page's own form.</summary>
    public async Task SignInAsync(string code, string password)
    {
        var page = await ReadAsync("/tai-khoan/dang-nhap");
        var form = page!.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Single(form => form.QuerySelector("[name='Input.Password']") is not null);
        using var answer = await SendAsync("/tai-khoan/dang-nhap", form, new() { ["Input.StaffCode"] = code, ["Input.Password"] = password });
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{code} cannot sign in: {answer.StatusCode}");
        }

        Follow("/tai-khoan/dang-nhap", answer.Headers.Location!.OriginalString);
    }

    /// <summary>Follows every link from a page on.</summary>
    public async Task WalkAsync(string from)
    {
        Follow(from, from);
        while (_links.TryDequeue(out var address))
        {
            if (await ReadAsync(address) is { } page)
            {
                Read(address, page);
            }
        }
    }

    /// <summary>Sends every kind of form once, signing out last. A page is opened anew for each: what was sent before may have changed it.</summary>
    public async Task SendFormsAsync()
    {
        foreach (var (address, old) in _forms.OrderBy(pair => KeyOf(pair.Page, pair.Form).Contains("dang-xuat", StringComparison.Ordinal)).ToList())
        {
            var key = KeyOf(address, old);
            // What somebody else took out meanwhile is gone.
            if (!Sent.Add(key) || await ReadAsync(address, mayBeGone: true) is not { } page || page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").FirstOrDefault(form => KeyOf(address, form) == key) is not { } form)
            {
                continue;
            }

            using var answer = await SendAsync(address, form, []);
            if (OfEverybody.Any(page => address.Split('?')[0].EndsWith(page, StringComparison.Ordinal)))
            {
                // A form of everybody: it has nobody's token, and asks for what it needs.
                if (answer.StatusCode != HttpStatusCode.BadRequest || (await SignedIn.ReadAsync(answer)).QuerySelector(".error") is null)
                {
                    Problems.Add($"{address}: the form {key} does not ask for what it needs ({(int)answer.StatusCode})");
                }

                continue;
            }

            var isOver = answer.Headers.Location?.OriginalString.Contains("/tai-khoan/dang-nhap", StringComparison.Ordinal) == true && !key.Contains("dang-xuat", StringComparison.Ordinal) && !key.Contains("cong-bo", StringComparison.Ordinal);
            if (form.QuerySelector($"input[name={Visitor.TokenName}]") is null)
            {
                Problems.Add($"{address}: the form {key} has no token ({(int)answer.StatusCode})");
            }
            else if (await PlainWords.ProblemAsync(answer, HttpMethod.Post) is { } problem)
            {
                Problems.Add($"{address}: the form {key} {problem}");
            }
            else if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.Forbidden || isOver)
            {
                Problems.Add($"{address}: the form {key} that the page shows is answered {(int)answer.StatusCode} {answer.Headers.Location}");
            }
            else if (answer.StatusCode == HttpStatusCode.BadRequest && (await SignedIn.ReadAsync(answer)).QuerySelector(".errors") is null)
            {
                Problems.Add($"{address}: the form {key} is refused without a reason");
            }
            else if (answer is { StatusCode: HttpStatusCode.Redirect, Headers.Location: { } next })
            {
                await ReadAsync(next.OriginalString);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private void Read(string address, IHtmlDocument page)
    {
        foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>("a[href]"))
        {
            Follow(address, link.GetAttribute("href")!);
        }

        foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("form"))
        {
            if (form.Method.Equals("post", StringComparison.OrdinalIgnoreCase))
            {
                // Without a button there is nothing to press: such a form only shows what others may change.
                if (form.Elements.OfType<IHtmlButtonElement>().Any(button => button is { Type: "submit", IsDisabled: false }) && Count("form " + KeyOf(address, form)))
                {
                    _forms.Add((address, form));
                }
            }
            else
            {
                Follow(address, (form.GetAttribute("action") is { Length: > 0 } action ? action : address.Split('?')[0]) + "?" + string.Join('&', Values(form, []).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));
            }
        }
    }

    private void Follow(string page, string href)
    {
        if (!Uri.TryCreate(new Uri("https://localhost" + (page.StartsWith('/') ? page : "/")), href, out var target) || target.Host != "localhost")
        {
            return;
        }

        // The same page sorted or filtered otherwise is one page.
        var names = string.Join('&', target.Query.TrimStart('?').Split('&').Select(part => part.Split('=')[0]).Order(StringComparer.Ordinal));
        if (Count($"page {KindOf(target.AbsolutePath)} {names}"))
        {
            _links.Enqueue(target.PathAndQuery);
        }
    }

    private async Task<IHtmlDocument?> ReadAsync(string address, bool mayBeGone = false)
    {
        using var answer = await AskAsync(new(HttpMethod.Get, address));
        if (PatternOf(new Uri("https://localhost" + address).AbsolutePath) is { } pattern && answer.StatusCode == HttpStatusCode.OK)
        {
            Reached.Add(pattern);
        }

        if (answer.Headers.Location is { } next && (int)answer.StatusCode is >= 300 and < 400)
        {
            Follow(address, next.OriginalString);
            return null;
        }

        if (mayBeGone && answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        if (await PlainWords.ProblemAsync(answer, HttpMethod.Get) is { } problem || (problem = answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotModified ? null : $"is {(int)answer.StatusCode}") is not null)
        {
            Problems.Add($"a link leads to {address}, which {problem}");
            return null;
        }

        return answer.Content.Headers.ContentType?.MediaType == "text/html" ? await SignedIn.ReadAsync(answer) : null;
    }

    /// <summary>Sends a form as a browser does when its first button is pressed.</summary>
    private async Task<HttpResponseMessage> SendAsync(string page, IHtmlFormElement form, Dictionary<string, string> typed)
    {
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : page;
        var values = Values(form, typed);
        if (form.Enctype?.StartsWith("multipart", StringComparison.OrdinalIgnoreCase) != true)
        {
            return await AskAsync(new(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(values) });
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            parts.Add(new StringContent(value), $"\"{name}\"");
        }

        foreach (var file in form.Elements.OfType<IHtmlInputElement>().Where(input => input is { Type: "file", Name: not null }))
        {
            // A file that was not chosen is sent as an empty one without a name.
            parts.Add(new ByteArrayContent([]) { Headers = { { "Content-Type", "application/octet-stream" } } }, $"\"{file.Name}\"", "\"\"");
        }

        return await AskAsync(new(HttpMethod.Post, target) { Content = parts });
    }

    private static List<KeyValuePair<string, string>> Values(IHtmlFormElement form, Dictionary<string, string> typed)
    {
        var values = new List<KeyValuePair<string, string>>();
        var isPressed = false;
        foreach (var element in form.Elements.Where(element => !element.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name");
            switch (element)
            {
                case IHtmlButtonElement { Type: "submit" } button when !isPressed:
                    isPressed = true;
                    Add(button.Value);
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked:
                    Add(box.Value.Length > 0 ? box.Value : "on");
                    break;
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "file" or "submit" or "button" or "image" or "reset") } input:
                    Add(name is not null && typed.TryGetValue(name, out var text) ? text : input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    Add(area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(option => option.IsSelected))
                    {
                        Add(option.Value);
                    }

                    break;
            }

            void Add(string value)
            {
                if (!string.IsNullOrEmpty(name))
                {
                    values.Add(new(name, value));
                }
            }
        }

        return values;
    }

    private Task<HttpResponseMessage> AskAsync(HttpRequestMessage request)
    {
        var number = ++_requests;
        request.Headers.Add("X-Forwarded-For", $"203.0.{number / 250 % 250}.{(number % 250) + 1}");
        return _client.SendAsync(request);
    }

    private bool Count(string kind) => (_seen[kind] = _seen.GetValueOrDefault(kind) + 1) <= OfAKind;

    private string KeyOf(string page, IHtmlFormElement form)
    {
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page;
        var target = new Uri(new Uri("https://localhost" + page), action);
        var handler = target.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("handler=", StringComparison.OrdinalIgnoreCase)) ?? "";
        return $"{KindOf(target.AbsolutePath)}{(handler.Length > 0 ? "?" + handler : "")} [{string.Join(' ', form.Elements.Select(element => Plain(element.GetAttribute("name") ?? "")).Where(name => name.Length > 0 && name != Visitor.TokenName).Distinct().Take(6))}]";
    }

    /// <summary>Pages of one kind differ in what they are about. A dry run holds the pages of the public portal once more, and English does.</summary>
    private string KindOf(string path) =>
        path.Split("/ban-thu/", 2) is [_, var inside] ? "ban-thu " + KindOf("/" + inside)
        : path.StartsWith("/en/", StringComparison.Ordinal) ? "en " + KindOf(path[3..])
        : PatternOf(path) ?? Plain(path);

    private string? PatternOf(string path) => _routes.FirstOrDefault(route => route.Address.IsMatch(path)).Pattern;

    private static string Plain(string text) => Varying().Replace(text, "*");

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9]+([.][0-9]+)*", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Varying();

    /// <summary>A parameter in an escaped pattern.</summary>
    [GeneratedRegex(@"\\\{[^}]+}", RegexOptions.None, 10_000)]
    private static partial Regex Parameter();
}
