using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using Npgsql;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Setup;

/// <summary>A database that is locked or frozen: a clear answer in the asked type, soon, and nothing half done.</summary>
public sealed class DatabaseAwayTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task FrozenServer_IsAnswered503InTheAskedType_AndReadinessAtOnce()
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Postgres);
        await using var link = DatabaseLink.To(database);
        await using var app = new TestApp(database) { Jobs = false }.With("Database:ConnectionString", link.ConnectionString);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        using var anybody = app.Open();
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/xep-hang/2020/so-nganh")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/health/ready")).StatusCode);

        await using (await link.FreezeAsync())
        {
            var started = Stopwatch.GetTimestamp();
            using var ready = await anybody.GetAsync("/health/ready");
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(2));
            Assert.Equal("""{"status":"unready","reason":"database-unreachable"}""", await ready.Content.ReadAsStringAsync());
            await Task.WhenAll(
                AnsweredAsync(() => anybody.GetAsync("/xep-hang/2020/huyen"), "text/html"),
                AnsweredAsync(() => anybody.GetAsync("/api/v1/releases/2020"), "application/problem+json"),
                AnsweredAsync(() => anybody.GetAsync("/xep-hang/2020/huyen.csv"), "application/problem+json"),
                AnsweredAsync(() => coordinator.GetAsync("/lam-viec/ky-danh-gia"), "text/html", "cơ sở dữ liệu đang bị khóa, chưa trả lời"),
                AnsweredAsync(() => coordinator.SendAsync(new(HttpMethod.Get, "/lam-viec/ky-danh-gia") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } } }), "application/problem+json"));
            Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/health/live")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/xep-hang/2020/huyen")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/health/ready")).StatusCode);
    }

    /// <summary>The server's own process of a connection stands still, and the server with it.</summary>
    [Fact]
    public async Task StoppedProcess_OfTheServer_IsAnsweredInTime_AndTheNextRequestServed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Postgres);
        await using var app = new TestApp(database) { Jobs = false };
        using var anybody = app.Open();
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/xep-hang/2020/so-nganh")).StatusCode);
        var processes = await ProcessesAsync(database);
        await SignalAsync("STOP", processes);
        try
        {
            await AnsweredAsync(() => anybody.GetAsync("/xep-hang/2020/huyen"), "text/html");
        }
        finally
        {
            await SignalAsync("CONT", processes);
        }

        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/xep-hang/2020/huyen")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Publication_OnADatabaseThatDoesNotAnswer_SaysSo_AndPublishesWhenItDoes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using var link = DatabaseLink.To(database);
        await using var app = new TestApp(database) { Jobs = false }.With("Database:ConnectionString", link.ConnectionString);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.Justice.Id);
        using var publisher = await SignedIn.AsAsync(app, StaffRoles.Publisher);
        var digest = (await council.OpenAsync(test.Address + "/ket-qua/thong-qua")).QuerySelector("[name=digest]")!.GetAttribute("value")!;
        await council.UploadAsync(test.Address + "/ket-qua/thong-qua", "bb.pdf", TestResults.Pdf, Fields(("digest", digest), ("Input.Confirmed", "true")), "Input.Minutes");
        await coordinator.UploadAsync(test.Address + "/ket-qua/quyet-dinh", "qd.pdf", TestResults.Pdf, Fields(("Input.Number", "1/QĐ-UBND"), ("Input.Date", "1/3/2026"), ("Input.AnnouncedOn", "10/3/2026")), "Input.Signed");
        var address = test.Address + "/ket-qua/cong-bo";
        var page = await publisher.OpenAsync(address);
        var form = page.QuerySelectorAll("#cong-bo input[name]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Where(field => field.Key is not ("Input.Year" or "Input.When")).Append(KeyValuePair.Create("Input.When", "hen-gio")).Append(KeyValuePair.Create("Input.Year", "2026")).ToList();

        await using (await link.FreezeAsync())
        {
            await AnsweredAsync(() => PostAsync(publisher, address, form), "text/html", "cơ sở dữ liệu đang bị khóa, chưa trả lời");
        }

        await using (var db = database.NewContext())
        {
            Assert.Empty(db.Releases);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(publisher, address, form)).StatusCode);
    }

    /// <summary>Everybody who writes while somebody else holds the file, not only the first, is told in time.</summary>
    [Fact]
    public async Task LockedFile_ManyWriters_AreAllToldInTime()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var link = DatabaseLink.To(database);
        await using var app = new TestApp(database) { Jobs = false };
        using var administrator = await SignedIn.AsAsync(app, StaffRoles.Administrator);
        // One token for all who write at once.
        await administrator.OpenAsync("/quan-tri/ma-ket-qua");

        var token = (await administrator.OpenAsync("/quan-tri/ma-ket-qua")).QuerySelector("form[method=post] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await using (await link.FreezeAsync())
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AnsweredAsync(() => PostAsync(administrator, "/quan-tri/ma-ket-qua", Fields(("__RequestVerificationToken", token))), "text/html")));
        }
    }

    public static TheoryData<Exception, bool> Failures { get; } = new()
    {
        { new SqliteException("database is locked", 5), true },
        { new SqliteException("database or disk is full", 13), true },
        { new SqliteException("constraint", 19), false },
        { new InvalidOperationException("transient", new NpgsqlException("network", new TimeoutException())), true },
        { new Microsoft.EntityFrameworkCore.DbUpdateException("saving", new PostgresException("shutting down", "FATAL", "FATAL", "57P01")), true },
        { new PostgresException("too many connections", "FATAL", "FATAL", "53300"), true },
        { new PostgresException("unique", "ERROR", "ERROR", "23505"), false },
        { new PostgresException("syntax", "ERROR", "ERROR", "42601"), false },
        { new DatabaseBusyException(), true },
        { new TimeoutException(), false },
        { new InvalidOperationException("a bug"), false },
    };

    [Theory, MemberData(nameof(Failures))]
    public void Away_IsADatabaseThatDoesNotAnswer_NotABug(Exception failure, bool isAway) => Assert.Equal(isAway, DatabaseAway.Is(failure));

    private static async Task AnsweredAsync(Func<Task<HttpResponseMessage>> ask, string type, string? says = null)
    {
        var started = Stopwatch.GetTimestamp();
        // Whoever is never answered fails the test instead of holding it up.
        using var answer = await ask().WaitAsync(3 * Longest);
        var took = Stopwatch.GetElapsedTime(started);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("30", answer.Header("Retry-After"));
        Assert.InRange(took, TimeSpan.Zero, Longest);
        Assert.Contains(says ?? "", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(SignedIn person, string address, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await person.SendAsync(new(HttpMethod.Post, address) { Content = content });
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));

    private static async Task<IReadOnlyList<int>> ProcessesAsync(TestDatabase database)
    {
        await using var asking = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await asking.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", asking);
        await using var reader = await command.ExecuteReaderAsync();
        var processes = new List<int>();
        while (await reader.ReadAsync())
        {
            processes.Add(reader.GetInt32(0));
        }

        return processes;
    }

    private static async Task SignalAsync(string signal, IReadOnlyList<int> processes)
    {
        foreach (var process in processes)
        {
            using var kill = Process.Start("kill", ["-" + signal, process.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }
    }
}
