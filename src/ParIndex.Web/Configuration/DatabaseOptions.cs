using FluentValidation;
using ParIndex.Web.Security;

namespace ParIndex.Web.Configuration;

/// <summary>Which database, section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Sqlite = "Sqlite";

    public const string Postgres = "Postgres";

    /// <summary><see cref="Sqlite"/> (default) or <see cref="Postgres"/>.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>How to reach it. Without one, SQLite keeps `parindex.db` in the data folder.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether the database is PostgreSQL; otherwise it is SQLite.</summary>
    public bool IsPostgres => string.Equals(Provider, Postgres, StringComparison.OrdinalIgnoreCase);
}

public sealed class DatabaseOptionsValidator : AbstractValidator<DatabaseOptions>
{
    public DatabaseOptionsValidator()
    {
        RuleFor(database => database.Provider)
            .Must(provider => new[] { DatabaseOptions.Sqlite, DatabaseOptions.Postgres }.Contains(provider, StringComparer.OrdinalIgnoreCase))
            .WithMessage("chỉ nhận Sqlite hoặc Postgres.");
        RuleFor(database => database.ConnectionString)
            .NotEmpty()
            .When(database => database.IsPostgres)
            .WithMessage("bắt buộc khi dùng Postgres, ví dụ Host=…;Database=…;Username=…;Password=….");
    }
}

internal static class DatabaseSettings
{
    private const string Section = "Database";

    public static void AddDatabaseOptions(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<DatabaseOptions>()
            .Configure(database => Read(database, builder.Configuration, builder.Environment))
            .CheckedBy(Section, new DatabaseOptionsValidator());

    /// <summary>The database as configured, not yet checked, for what must be chosen while services are registered.</summary>
    public static DatabaseOptions ReadDatabaseOptions(this WebApplicationBuilder builder)
    {
        var database = new DatabaseOptions();
        Read(database, builder.Configuration, builder.Environment);
        return database;
    }

    private static void Read(DatabaseOptions database, ConfigurationManager configuration, IWebHostEnvironment environment)
    {
        configuration.GetSection(Section).Bind(database);
        if (!database.IsPostgres && string.IsNullOrWhiteSpace(database.ConnectionString))
        {
            // SQLite makes its file, but not the folder.
            var folder = PrivateFolder.Open(ServerSettings.Read(configuration).DataPath(environment));
            database.ConnectionString = $"Data Source={Path.Combine(folder.FullName, "parindex.db")}";
        }
    }
}
