using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ParIndex.Web.Commands;
using ParIndex.Web.Configuration;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Tests.Setup;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("Development", "--AllowedHosts=*", null)]
    [InlineData("Production", "--AllowedHosts=*", "AllowedHosts")]
    [InlineData("Production", "--AllowedHosts= ; ", "AllowedHosts")]
    [InlineData("Production", "--Proxies=proxy.example", "Proxies")]
    [InlineData("Production", "--Proxies=0.0.0.0/0", "Proxies")]
    [InlineData("Production", "--ForwardedHeaders_Enabled=true", "ForwardedHeaders_Enabled")]
    [InlineData("Production", "--Database:Provider=Oracle", "Database:Provider")]
    [InlineData("Production", "--Database:Provider=Postgres", "Database:ConnectionString")]
    [InlineData("Production", "--Site:Email=nobody", "Site:Email")]
    [InlineData("Production", "--Site:BaseAddress=http://[", "Site:BaseAddress")]
    [InlineData("Production", "--Serilog:MinimumLevel:Default=Loud", "Serilog")]
    [InlineData("Production", "--DataFolder=/dev/null/data", "DataFolder")]
    public async Task WrongSetting_EndsTheStartWithOneLine(string environment, string setting, string? refusedKey)
    {
        // A port nobody may take, so that the right setting ends as well, a step later.
        var (exit, output, error) = await Run($"--environment={environment}", "--urls=http://192.0.2.1:1", setting);

        if (refusedKey is null)
        {
            Assert.DoesNotContain("Cài đặt không hợp lệ", error, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(1, exit);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("Cài đặt không hợp lệ: ", line, StringComparison.Ordinal);
        Assert.Contains(refusedKey, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MistypedVerb_IsRefusedInsteadOfServing()
    {
        var (exit, _, error) = await Run("imprt-table", "bang.csv");

        Assert.Equal(2, exit);
        Assert.Contains("imprt-table", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownOption_ReachesTheHostAsASetting()
    {
        using var factory = new HostFactory().With("Some:UnknownOption", "x");
        using var client = factory.Open();

        using var answer = await client.GetAsync("/health/live");

        Assert.True(answer.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Verb_RunsOnTheServicesAndItsExitCodeIsReturned(int code)
    {
        using var factory = new HostFactory();
        using var output = new StringWriter();
        var verb = new Verb(async (services, parse, _) =>
        {
            var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            await parse.InvocationConfiguration.Output.WriteAsync(database.Provider);
            return code;
        });

        var exit = await CommandLine.RunAsync(
            ["probe"], Build, [build => new Command("probe", "Thử.").Runs(build, verb)], new InvocationConfiguration { Output = output });

        Assert.Equal(code, exit);
        Assert.Equal("Sqlite", output.ToString());
    }

    [Fact]
    public async Task Verb_WithAnUnknownOption_IsRefused()
    {
        using var error = new StringWriter();
        using var output = new StringWriter();

        var exit = await CommandLine.RunAsync(
            ["probe", "--yaer", "2020"],
            Build,
            [build => new Command("probe", "Thử.").Runs(build, (_, _, _) => Task.FromResult(0))],
            new InvocationConfiguration { Error = error, Output = output });

        Assert.Equal(2, exit);
        Assert.Contains("--yaer", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verb_WithAWrongSetting_IsRefusedWithOneLine()
    {
        using var error = new StringWriter();

        var exit = await CommandLine.RunAsync(
            ["probe"],
            _ => throw SettingsException.For(["Database:Provider chỉ nhận Sqlite hoặc Postgres."]),
            [build => new Command("probe", "Thử.").Runs(build, (_, _, _) => Task.FromResult(0))],
            new InvocationConfiguration { Error = error });

        Assert.Equal(1, exit);
        Assert.Equal("Cài đặt không hợp lệ: Database:Provider chỉ nhận Sqlite hoặc Postgres.", error.ToString().TrimEnd());
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Build(string[] args)
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args);
        builder.Services.AddOptions<DatabaseOptions>().ValidateOnStart();
        return builder.Build();
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("parindex-start-");
        try
        {
            var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder.FullName, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            string[] usual = [typeof(Program).Assembly.Location, .. args];
            foreach (var arg in usual)
            {
                start.ArgumentList.Add(arg);
            }

            start.Environment["DataFolder"] = folder.FullName;
            start.Environment["Site__Province"] = "Tỉnh Mẫu";
            using var program = Process.Start(start)!;
            var output = program.StandardOutput.ReadToEndAsync();
            var error = program.StandardError.ReadToEndAsync();
            await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            return (program.ExitCode, await output, await error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
