using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using ParIndex.Testing;
using Xunit.Sdk;

namespace ParIndex.Browser.Tests;

/// <summary>All browser tests stand in this collection, so that one browser serves them one after another.</summary>
[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<Portal>
{
    public const string Name = "portal";
}

/// <summary>
/// The portal in a browser: one Chromium for the whole project, the program on a port of its own for each
/// <see cref="World"/>, and a fresh context for each visit.
/// </summary>
public sealed class Portal : IAsyncLifetime
{
    // The browser must not call home: a request to another host is what the tests look for.
    private static readonly string[] BrowserArguments =
    [
        "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
        "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage",
    ];

    private readonly Dictionary<World, RunningWorld> _worlds = [];
    private readonly Dictionary<(World World, string? Person), Visit> _open = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>
    /// Opens a window and runs a test in it. The test fails on any error on the console, any violation of the content
    /// security policy and any request to another host. A failure leaves a picture and names it.
    /// </summary>
    internal async Task VisitAsync(World world, Window window, Func<Visit, Task> test, [CallerMemberName] string name = "")
    {
        Require.Chromium();
        await VisitAsync((await WorldAsync(world)).Home, window, test, cookie: null, name);
    }

    /// <summary>The same on a program of the test's own, as whoever the cookie of a session belongs to.</summary>
    internal async Task VisitAsync(Uri home, Window window, Func<Visit, Task> test, string? cookie, [CallerMemberName] string name = "")
    {
        var visit = await OpenAsync(home, window, cookie);
        await using var context = visit.Page.Context;
        await RunAsync(visit, test, name);
    }

    /// <summary>
    /// Lets a test look at pages of a world, and change nothing, in a window that stays open for the next one: a fresh
    /// one takes longer than the look.
    /// </summary>
    /// <param name="world">The world.</param>
    /// <param name="person">The staff code of who looks, or <c>null</c> for a visitor.</param>
    /// <param name="test">The test.</param>
    /// <param name="name">Its name.</param>
    internal async Task LookAsync(World world, string? person, Func<Visit, Task> test, [CallerMemberName] string name = "")
    {
        Require.Chromium();
        var running = await WorldAsync(world);
        if (!_open.TryGetValue((world, person), out var visit))
        {
            var cookie = person is null ? null : await running.SessionAsync(person);
            _open[(world, person)] = visit = await OpenAsync(running.Home, new Window(), cookie);
        }

        await visit.BeginAsync();
        await RunAsync(visit, test, name);
    }

    /// <summary>The running world, started when it is first asked for.</summary>
    internal async Task<RunningWorld> WorldAsync(World world)
    {
        if (!_worlds.TryGetValue(world, out var running))
        {
            _worlds[world] = running = await RunningWorld.StartAsync(world);
        }

        return running;
    }

    private async Task<Visit> OpenAsync(Uri home, Window window, string? cookie)
    {
        var chromium = Require.Chromium();
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = Environment.IsPrivilegedProcess ? [.. BrowserArguments, "--no-sandbox"] : BrowserArguments,
        });
        var context = await _browser.NewContextAsync(window.Options(home));
        if (cookie is not null)
        {
            await context.AddCookiesAsync([Session(home, cookie)]);
        }

        return new(await context.NewPageAsync(), home);
    }

    private static async Task RunAsync(Visit visit, Func<Visit, Task> test, string name)
    {
        try
        {
            await test(visit);
            Assert.Empty(visit.IsTroubled ? [] : visit.Complaints);
        }
        catch (Exception problem) when (problem is not SkipException)
        {
            var picture = Path.Combine(Directory.CreateTempSubdirectory($"parindex-{name}-").FullName, "page.png");
            await visit.Page.ScreenshotAsync(new() { Path = picture, FullPage = true });
            throw new XunitException($"{problem.Message}\nAddress: {visit.Page.Url}\nPicture: {picture}", problem);
        }
    }

    ValueTask IAsyncLifetime.InitializeAsync() => ValueTask.CompletedTask;

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        foreach (var world in _worlds.Values)
        {
            await world.DisposeAsync();
        }
    }

    /// <summary>The browser takes `__Host-` cookies from https alone, and sends them to this machine without.</summary>
    internal static Cookie Session(Uri home, string cookie)
    {
        var parts = cookie.Split('=', 2);
        return new() { Name = parts[0], Value = parts[1], Url = new UriBuilder(home) { Scheme = Uri.UriSchemeHttps }.ToString(), Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Strict };
    }
}
