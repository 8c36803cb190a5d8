using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ParIndex.Web.Tests.Setup;

public sealed class LogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-log-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Request_IsOneLineWithItsIdAndWithoutQueryValues()
    {
        var (answers, lines) = await LogOf("/trang?q=Nguyễn+Văn+A", "/khong-co");

        Assert.Equal(2, lines.Count(line => line.Has("Path")));
        var page = lines.Single(line => line.Is("Path", "/trang"));
        Assert.Equal(answers[0], page.Text("RequestId"));
        Assert.Equal("GET", page.Text("Method"));
        Assert.Equal(200, page.Number("Status"));
        Assert.Equal(4, page.Number("Bytes"));
        Assert.True(page.Number("ElapsedMs") > 0);
        Assert.Equal(404, lines.Single(line => line.Is("Path", "/khong-co")).Number("Status"));
        Assert.DoesNotContain(lines, line => line.Raw.Contains("Nguy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task KeptPage_HasALineLikeAnyOther()
    {
        var (answers, lines) = await LogOf("/trang", "/trang");

        var pages = lines.Where(line => line.Is("Path", "/trang")).ToList();
        Assert.Equal(answers, pages.Select(line => line.Text("RequestId")!));
        Assert.All(pages, line => Assert.Equal((200, 4), (line.Number("Status"), line.Number("Bytes"))));
    }

    [Fact]
    public async Task Failure_IsLoggedWithItsTraceUnderTheIdTheReaderSees()
    {
        var (answers, lines) = await LogOf("/hong");

        var failure = lines.Single(line => line.Raw.Contains("reason of the failure", StringComparison.Ordinal));
        Assert.Equal("Error", failure.Level);
        Assert.Equal(answers[0], failure.Text("RequestId"));
        Assert.Equal("Error", lines.Single(line => line.Is("Path", "/hong")).Level);
    }

    [Fact]
    public async Task LineBreaksInAnAddress_StayEncoded()
    {
        var (_, lines) = await LogOf("/a%0d%0aforged");

        Assert.Contains(lines, line => line.Is("Path", "/a%0D%0Aforged"));
    }

    private async Task<(List<string> Ids, List<Line> Lines)> LogOf(params string[] addresses)
    {
        var path = Path.Combine(_folder.FullName, "log.json");
        var ids = new List<string>();
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "appsettings.json"), FileSettings(path));
        using (var factory = Writing(_folder.FullName))
        {
            using var client = factory.Open();
            foreach (var address in addresses)
            {
                using var answer = await client.GetAsync(address);
                ids.Add(answer.Headers.GetValues("X-Request-Id").Single());
            }
        }

        // The factory is disposed: what it has not written by now is lost.
        return (ids, [.. (await File.ReadAllLinesAsync(path)).Select(line => new Line(line))]);
    }

    private static HostFactory Writing(string settingsFolder) => new HostFactory { SettingsFolder = settingsFolder }
        .Answering("/trang", "text/html", "page")
        .Answering("/hong", _ => throw new InvalidOperationException("reason of the failure"));

    private static string FileSettings(string path) => $$"""
        {
          "Serilog": {
            "WriteTo": {
              "File": { "Name": "File", "Args": { "path": "{{path}}", "formatter": "Serilog.Formatting.Json.JsonFormatter, Serilog" } }
            }
          }
        }
        """;

    private sealed class Line(string raw)
    {
        private readonly JsonElement _entry = JsonDocument.Parse(raw).RootElement;

        public string Raw => raw;

        public string Level => _entry.GetProperty("Level").GetString()!;

        private JsonElement Properties => _entry.GetProperty("Properties");

        public bool Has(string name) => Properties.TryGetProperty(name, out _);

        public bool Is(string name, string value) => Has(name) && Text(name) == value;

        public string? Text(string name) => Properties.GetProperty(name).GetString();

        public double Number(string name) => Properties.GetProperty(name).GetDouble();
    }
}
