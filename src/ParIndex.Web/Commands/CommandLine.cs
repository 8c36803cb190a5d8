using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Commands;

/// <summary>Reads the command line: a verb, or nothing, which serves.</summary>
public static class CommandLine
{
    /// <returns>The exit code: 0 done, 1 a refused command line or setting, or what the verb says.</returns>
    public static Task<int> RunAsync(
        string[] args,
        AppBuilder build,
        IReadOnlyList<Func<AppBuilder, Command>> verbs,
        InvocationConfiguration? console = null)
    {
        var root = new RootCommand("Chỉ số cải cách hành chính: không có lệnh thì chạy trang web.")
        {
            // Settings such as --urls=… or --Database:Provider=… belong to the host, which reads them itself.
            TreatUnmatchedTokensAsErrors = false,
        };
        foreach (var create in verbs)
        {
            root.Add(create(build));
        }

        root.SetAction((parse, _) => ServeAsync(args, build, parse));

        console ??= new InvocationConfiguration();
        console.EnableDefaultExceptionHandler = false;
        // The host itself waits for requests in flight; the library would end the process after two seconds.
        console.ProcessTerminationTimeout = null;
        return root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).InvokeAsync(console);
    }

    private static async Task<int> ServeAsync(string[] args, AppBuilder build, ParseResult parse)
    {
        var error = parse.InvocationConfiguration.Error;
        if (MistypedVerb(args) is { } word)
        {
            await error.WriteLineAsync($"Không có lệnh “{word}”. Xem các lệnh: --help");
            return 1;
        }

        try
        {
            await using var app = build(args);
            app.Services.CheckSettings();
            await app.RunAsync();
            return 0;
        }
        catch (SettingsException refusal)
        {
            await error.WriteLineAsync(refusal.Message);
            return 1;
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            await error.WriteLineAsync(
                $"Không mở được địa chỉ, đã có chương trình khác dùng ({failure.Message}). Chọn địa chỉ khác bằng ASPNETCORE_URLS hoặc --urls.");
            return 1;
        }
    }

    /// <summary>A first word that is no option was meant as a verb: serving instead would hide the mistake.</summary>
    private static string? MistypedVerb(string[] args) =>
        args is [{ Length: > 0 } first, ..] && first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal)
            ? first
            : null;
}
