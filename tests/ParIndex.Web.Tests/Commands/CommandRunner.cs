using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;
using ParIndex.Application.Seeding;
using ParIndex.Domain.Releases;
using ParIndex.Testing;
using ParIndex.Web.Commands;
using ParIndex.Web.Configuration;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Tests.Commands;

/// <summary>What a verb wrote and how it ended.</summary>
internal sealed record CommandResult(int Exit, string Output, string Error);

/// <summary>Runs the program's verbs in this process on a database of the test's, with files in a folder of its own.</summary>
internal sealed class CommandRunner : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-verb-");

    private CommandRunner(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public string? Province { get; init; } = LaiChauSeed.Province;

    /// <summary>The tables Lai Châu published for 2020, as they are in the program.</summary>
    public string LaiChau2020 => Write("lai-chau-2020.csv", Resource("lai-chau-2020.csv"));

    public string LaiChauReferences => Write("trich-dan.csv", Resource("lai-chau-2020-references.csv"));

    public static async Task<CommandRunner> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite, bool migrated = true) =>
        new(migrated ? await TestDatabase.CreateAsync(kind) : await TestDatabase.CreateEmptyAsync(kind));

    /// <summary>A portal whose province nobody has set.</summary>
    public static async Task<CommandRunner> CreateNamelessAsync() => new(await TestDatabase.CreateAsync(DatabaseKind.Sqlite)) { Province = null };

    /// <summary>With the register and the release of 2020 that a developer's portal starts with.</summary>
    public static async Task<CommandRunner> CreateSeededAsync()
    {
        var runner = await CreateAsync();
        await using var db = runner.Database.NewContext();
        await new LaiChauSeed(db, new TableImport(db, new PublicReleases(db), TimeProvider.System)).SeedAsync();
        return runner;
    }

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public async Task<CommandResult> RunAsync(params string[] args)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        await using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var exit = await CommandLine.RunAsync(args, Build, VerbList.All, new InvocationConfiguration { Output = output, Error = error });
        return new(exit, output.ToString(), error.ToString());
    }

    public async Task<IReadOnlyList<Release>> ReleasesAsync()
    {
        await using var db = Database.NewContext();
        return await db.Releases.AsNoTracking().Include(release => release.Groups).ThenInclude(group => group.Results)
            .OrderBy(release => release.Year).ThenBy(release => release.VersionNumber).ToListAsync();
    }

    /// <summary>How many units and releases and acts are stored: all that an import could change.</summary>
    public async Task<(int Units, int Groups, int Releases, int Events)> StoredAsync()
    {
        await using var db = Database.NewContext();
        return (await db.Units.CountAsync(), await db.UnitGroups.CountAsync(), await db.Releases.CountAsync(), await db.AuditEvents.CountAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(LaiChauSeed).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Staging", ContentRootPath = _folder.FullName });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddParIndexDatabase(Database.Kind, Database.ConnectionString);
        builder.Services.AddScoped<PublicReleases>();
        builder.Services.AddScoped<TableImport>();
        builder.Services.AddSingleton(new SealKeys(this["seal.pem"], this["seals-known.pem"]));
        builder.Services.AddScoped<SealVerification>();
        builder.Services.AddScoped<DigestVerification>();
        builder.Services.AddSingleton(new EvidenceSettings(_folder.CreateSubdirectory("evidence").FullName, long.MaxValue, Scanner: null));
        builder.Services.AddSingleton<FileStore>();
        builder.Services.Configure<SiteOptions>(site => site.Province = Province);
        return builder.Build();
    }
}
