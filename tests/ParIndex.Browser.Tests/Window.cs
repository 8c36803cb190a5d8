using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

/// <summary>The window a page is seen in.</summary>
/// <param name="Width">Width in CSS pixels: 1280 is a desk, 390 a phone, 320 the narrowest that WCAG asks for.</param>
internal sealed record Window(int Width = 1280)
{
    public const int Height = 800;

    public const int Phone = 390;

    public const int Narrowest = 320;

    /// <summary>The widths at which every page is looked at.</summary>
    public static readonly IReadOnlyList<int> Widths = [1280, Phone, Narrowest];

    public bool Dark { get; init; }

    public bool Scripts { get; init; } = true;

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
