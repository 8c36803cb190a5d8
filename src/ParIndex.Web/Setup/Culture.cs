using Microsoft.AspNetCore.Localization;

namespace ParIndex.Web.Setup;

internal static class Culture
{
    /// <summary>
    /// Pages are Vietnamese because their address says so, never because of the browser's or the machine's
    /// language: one address, one text.
    /// </summary>
    public static void UseVietnamese(this IApplicationBuilder app)
    {
        var options = new RequestLocalizationOptions { DefaultRequestCulture = new RequestCulture("vi-VN") };
        options.SetDefaultCulture("vi-VN").AddSupportedCultures("vi-VN").AddSupportedUICultures("vi-VN");
        options.RequestCultureProviders.Clear();
        app.UseRequestLocalization(options);
    }
}
