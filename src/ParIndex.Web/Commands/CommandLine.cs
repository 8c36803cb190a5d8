using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections;
using ParIndex.Application.Data;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Commands;

/// <summary>Reads the command line: a verb, or nothing, which serves.</summary>
public static class CommandLine
{
    /// <summary>The exit code of a command line that cannot be read.</summary>
    private const int NotUnderstood = 2;

    /// <returns>The exit code: 0 done, 1 a refusal (a setting, a rule, a database), 2 a command line or file that cannot be read.</returns>
    public static async Task<int> RunAsync(
        string[] args,
        AppBuilder build,
        IReadOnlyList<Func<AppBuilder, Command>> verbs,
        InvocationConfiguration? console = null)
    {
        var root = new RootCommand("Chỉ số cải cách hành chính: không có lệnh thì chạy trang web.")
        {
            // Serving takes settings such as --urls=… or --Database:Provider=…, which the host reads itself. A verb
            // takes what it declares; a mistyped verb must not serve instead.
            TreatUnmatchedTokensAsErrors = StartsWithWord(args),
        };
        foreach (var create in verbs)
        {
            root.Add(create(build));
        }

        root.SetAction((parse, _) => ServeAsync(args, build, parse));

        console ??= ForThisTerminal();
        console.EnableDefaultExceptionHandler = false;
        // The host itself waits for requests in flight; the library would end the process after two seconds.
        console.ProcessTerminationTimeout = null;
        var parse = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var exit = await parse.InvokeAsync(console);
        return parse.Action is ParseErrorAction ? NotUnderstood : exit;
    }

    /// <summary>Reports and JSON are UTF-8 whatever the machine's locale.</summary>
    private static InvocationConfiguration ForThisTerminal()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new InvocationConfiguration();
    }

    /// <summary>Serves until stopped, and says in a sentence why it cannot start.</summary>
    internal static async Task<int> ServeAsync(string[] args, AppBuilder build, ParseResult parse)
    {
        var error = parse.InvocationConfiguration.Error;
        try
        {
            await using var app = build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception refusal) when (refusal is SettingsException or NewerSchemaException)
        {
            await error.WriteLineAsync(refusal.Message);
            return 1;
        }
        catch (DbException failure)
        {
            await error.WriteLineAsync($"Không dùng được cơ sở dữ liệu: {failure.Message} Kiểm tra Database:ConnectionString và quyền ghi vào tệp, thư mục của nó.");
            return 1;
        }
        catch (OperationCanceledException)
        {
            // Stopped while starting: nothing was served yet.
            return 1;
        }
        catch (Exception failure) when (failure is SocketException or IOException { InnerException: AddressInUseException })
        {
            await error.WriteLineAsync($"Không mở được địa chỉ để phục vụ ({failure.Message}) Chọn địa chỉ khác bằng ASPNETCORE_URLS hoặc --urls.");
            return 1;
        }
    }

    private static bool StartsWithWord(string[] args) =>
        args is [{ Length: > 0 } first, ..] && first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal);
}
