namespace ParIndex.Web.Setup;

/// <summary>Where appsettings.json, wwwroot and the data folder are looked for.</summary>
internal static class ContentRoot
{
    /// <summary>
    /// The working folder when the settings lie there, else the program's own folder: a service manager that
    /// starts the program from `/` must not silently run without its settings.
    /// </summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = IsGiven(args) || File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
    };

    private static bool IsGiven(string[] args) =>
        args.Any(arg => arg.TrimStart('-', '/').StartsWith(WebHostDefaults.ContentRootKey, StringComparison.OrdinalIgnoreCase))
        || Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is not null
        || Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") is not null;
}
