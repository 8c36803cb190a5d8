using System.Net;
using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

/// <summary>One window on the portal, and everything it complained about.</summary>
internal sealed class Visit
{
    private readonly List<string> _complaints = [];
    private readonly Uri _home;

    public Visit(IPage page, Uri home)
    {
        Page = page;
        _home = home;
        page.Console += (_, message) => NoteConsole(message);
        page.PageError += (_, error) => _complaints.Add("Script error: " + error);
        page.Request += (_, request) => NoteRequest(request);
        page.RequestFailed += (_, request) => NoteFailure(request);
    }

    public IPage Page { get; }

    /// <summary>Whether the test itself cuts the line or ends the session, so that the browser has reason to complain.</summary>
    public bool IsTroubled { get; set; }

    /// <summary>Errors and warnings on the console (a violated content security policy is one) and requests to other hosts.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens an address of the portal and waits for its fonts.</summary>
    public async Task GoAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        Assert.Equal((int)expected, answer!.Status);
        await Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
    }

    /// <summary>Presses the button of a form and waits for the page that answers.</summary>
    public async Task SendAsync(string button)
    {
        await Page.EvaluateAsync("() => { window.isLeft = true; }");
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Page.WaitForFunctionAsync("() => !window.isLeft && document.readyState === 'complete'");
        await Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
    }

    /// <summary>A window as it was when it was opened: at a desk, in light, with nothing complained about.</summary>
    public async Task BeginAsync()
    {
        _complaints.Clear();
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await ResizeAsync(new Window().Width);
    }

    /// <summary>
    /// Looks at the page at every <see cref="Window.Widths">width</see> for what is cut off or leaves its place, and asks
    /// axe, in light at a desk and in dark on a phone, about WCAG 2.2 A and AA and best practice.
    /// </summary>
    public async Task LookAroundAsync(string picture)
    {
        foreach (var width in Window.Widths)
        {
            await ResizeAsync(width);
            await Page.EmulateMediaAsync(new() { ColorScheme = width == Window.Phone ? ColorScheme.Dark : ColorScheme.Light });
            await Pictures.TakeAsync(Page, $"{picture}-{width}");
            string[] flaws = [.. await LayoutAudit.FlawsAsync(Page), .. width == Window.Narrowest ? [] : await Accessibility.ViolationsAsync(Page)];
            Assert.True(flaws.Length == 0, $"At {width} px:\n{string.Join('\n', flaws)}");
        }
    }

    /// <summary>Makes the window wider or narrower, as turning a phone does.</summary>
    public Task ResizeAsync(int width) => Page.SetViewportSizeAsync(width, Window.Height);

    private void NoteConsole(IConsoleMessage message)
    {
        // The browser reports the status of a page that is meant to be absent.
        var isOwnStatus = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);
        if (message.Type is "error" or "warning" && !isOwnStatus)
        {
            _complaints.Add($"Console {message.Type}: {message.Text}");
        }
    }

    private void NoteFailure(IRequest request)
    {
        // A link to a download leaves its page where it is: the browser calls that an aborted navigation. What a panel
        // asks for is not waited for by whoever leaves the page.
        if (!((request.IsNavigationRequest || request.Headers.ContainsKey("x-fragment")) && request.Failure == "net::ERR_ABORTED"))
        {
            _complaints.Add($"Request failed: {request.Url} ({request.Failure})");
        }
    }

    private void NoteRequest(IRequest request)
    {
        var url = new Uri(request.Url);
        if (url.Scheme != "data" && url.Authority != _home.Authority)
        {
            _complaints.Add("Request to another host: " + request.Url);
        }
    }
}
