using Microsoft.Playwright;
using ParIndex.Application.Staff;

namespace ParIndex.Browser.Tests;

/// <summary>The window a page is seen in.</summary>
/// <param name="Width">Width in CSS pixels: 1280 is a desk, 390 a phone, 320 the narrowest that WCAG asks for.</param>
internal sealed record Window(int Width = 1280)
{
    public const int Height = 800;

    /// <summary>The widths at which every page is looked at.</summary>
    public static readonly IReadOnlyList<int> Widths = [1280, 390, 320];

    public bool Dark { get; init; }

    public bool Scripts { get; init; } = true;

    /// <summary>The role of the person at the window, signed in; <c>null</c> for a visitor.</summary>
    public StaffRoles? SignedIn { get; init; }

    public BrowserNewContextOptions Options(Uri home) => new()
    {
        BaseURL = home.ToString(),
        ViewportSize = new() { Width = Width, Height = Height },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        JavaScriptEnabled = Scripts,
        Locale = "vi-VN",
        ReducedMotion = ReducedMotion.Reduce,
        // Sessions want https, which in production a proxy before the program speaks.
        ExtraHTTPHeaders = [new("X-Forwarded-Proto", "https")],
    };
}
