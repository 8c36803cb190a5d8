using FluentValidation;
using ParIndex.Application.Seeding.Demo;
using ParIndex.Web.Security;

namespace ParIndex.Web.Configuration;

/// <summary>Whether this is the demonstration of the fictional Tỉnh Mẫu, section <c>Demo</c>; the verb <c>demo</c> sets it.</summary>
public sealed class DemoOptions
{
    /// <summary>The setting the verb gives.</summary>
    public const string Switch = Section + ":" + nameof(IsDemo);

    internal const string Section = "Demo";

    /// <summary>
    /// Serves Tỉnh Mẫu from a database of its own, with a banner on every page and logins on the sign-in page that
    /// need no second factor. Refused in Production.
    /// </summary>
    public bool IsDemo { get; set; }
}

/// <summary>Published logins have no place in production.</summary>
public sealed class DemoOptionsValidator : AbstractValidator<DemoOptions>
{
    public DemoOptionsValidator(IHostEnvironment environment) =>
        RuleFor(demo => demo.IsDemo)
            .Equal(false)
            .When(_ => environment.IsProduction())
            .WithMessage("không dùng được trong môi trường Production vì tài khoản trình diễn được in công khai; đặt ASPNETCORE_ENVIRONMENT=Development.");
}

internal static class DemoSettings
{
    private const string DatabaseFile = "demo.db";

    /// <summary>
    /// In the demonstration its own database and province stand above everything configured, so that no setting of a
    /// real portal is read or shown. Comes before any setting is bound.
    /// </summary>
    public static void AddDemoOptions(this WebApplicationBuilder builder)
    {
        builder.Add<DemoOptions>(DemoOptions.Section, new DemoOptionsValidator(builder.Environment));
        if (!builder.IsDemo())
        {
            return;
        }

        var folder = ServerSettings.Read(builder.Configuration).DataPath(builder.Environment);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = DatabaseOptions.Sqlite,
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, DatabaseFile)}",
            ["Site:Province"] = DemoSeed.Province,
            ["Site:GoverningBody"] = "Ủy ban nhân dân Tỉnh Mẫu (hư cấu)",
            ["Site:ContentOwner"] = "Giám đốc Sở Nội vụ Tỉnh Mẫu (hư cấu)",
            ["Site:Address"] = null,
            ["Site:Phone"] = null,
            ["Site:Email"] = null,
            ["Site:BaseAddress"] = null,
            // The published logins are the demonstration's only ones.
            [$"{IdentityServerOptions.Section}:{nameof(IdentityServerOptions.Authority)}"] = null,
            [$"{IdentityServerOptions.Section}:{nameof(IdentityServerOptions.ClientId)}"] = null,
            [$"{IdentityServerOptions.Section}:{nameof(IdentityServerOptions.ClientSecret)}"] = null,
            [$"{IdentityServerOptions.Section}:{nameof(IdentityServerOptions.SecondFactorByServer)}"] = "false",
            [$"{IdentityServerOptions.Section}:{nameof(IdentityServerOptions.PasswordsToo)}"] = "true",
        });
    }

    /// <summary>Whether the demonstration was asked for and may be given.</summary>
    public static bool IsDemo(this WebApplicationBuilder builder) =>
        builder.Configuration.GetValue(DemoOptions.Switch, defaultValue: false) && !builder.Environment.IsProduction();

    /// <summary>The folder is made as that of any other database is.</summary>
    public static void OpenFolder(ServerOptions server, IHostEnvironment environment) => PrivateFolder.Open(server.DataPath(environment));
}
