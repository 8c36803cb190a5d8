using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data;
using ParIndex.Domain.Units;
using ParIndex.Testing;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Tests.Demo;

public sealed class DemoStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-demo-");

    private string DatabaseFile => Path.Combine(_folder.FullName, "demo.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task SecondStart_KeepsWhatPeopleChanged()
    {
        await StartAsync(db => db.Add(new Unit("Sở Thử nghiệm", UnitKind.Department)));

        var codes = await StartAsync();

        Assert.Contains("so-thu-nghiem", codes);
    }

    [Fact]
    public async Task OtherContent_IsMadeAnew()
    {
        await StartAsync(db => db.Add(new Unit("Sở Thử nghiệm", UnitKind.Department)));
        await ExecuteAsync("PRAGMA user_version = 7");

        var codes = await StartAsync();

        Assert.DoesNotContain("so-thu-nghiem", codes);
        Assert.Contains("so-noi-vu", codes);
    }

    [Fact]
    public async Task FileThatIsNoDatabase_IsMadeAnew()
    {
        await File.WriteAllTextAsync(DatabaseFile, string.Join(' ', Enumerable.Repeat("không phải cơ sở dữ liệu", 100)));

        Assert.Contains("so-noi-vu", await StartAsync());
    }

    [Fact]
    public async Task SignedReports_LieInTheStore_AlsoWhenMadeAnew()
    {
        var names = new List<string>();
        await StartAsync();
        await ExecuteAsync("PRAGMA user_version = 7");

        await StartAsync(db => names.AddRange(db.StoredFiles.Select(file => file.StoreName)));

        var files = Directory.GetFiles(Path.Combine(_folder.FullName, "demo-evidence"), "*", SearchOption.AllDirectories);
        Assert.NotEmpty(names);
        Assert.Equal(names.Order(StringComparer.Ordinal), files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private async Task<IReadOnlyList<string>> StartAsync(Action<ParIndexDb>? change = null)
    {
        await using var configured = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(configured) { Environment = "Development" }.With(DemoOptions.Switch, "true").With("DataFolder", _folder.FullName);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
        change?.Invoke(db);
        await db.SetUpAsync();
        return await db.Units.Select(unit => unit.Code).ToListAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={DatabaseFile};Pooling=False"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
