using System.Globalization;
using Microsoft.AspNetCore.Connections;
using ParIndex.Web.Configuration;
using Serilog;
using Serilog.Configuration;
using Serilog.Events;
using Serilog.Settings.Configuration;

namespace ParIndex.Web.Setup;

/// <summary>
/// Structured logs: JSON lines, or readable ones in Development. Section <c>Serilog</c> changes levels and adds
/// files. One line a request comes from <see cref="RequestLog"/>; the framework's would repeat query values, which may
/// be personal.
/// </summary>
internal static class Logs
{
    /// <summary>The switch with which a verb keeps its standard output to itself.</summary>
    public const string ToStandardError = "--LogsToStandardError=true";

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(CreateLogger(builder), dispose: true);
    }

    private static Serilog.Core.Logger CreateLogger(WebApplicationBuilder builder)
    {
        var logs = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.HostFiltering", LogEventLevel.Information)
            // The keys lie in a folder only this account may open; that they lie there unencrypted is known.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            // It says of each request what RequestLog says; asked whether it may, it makes an activity and a scope of each.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
            .Enrich.FromLogContext()
            .Filter.ByExcluding(IsSaidPlainly)
            .WriteTo.Console(builder);
        try
        {
            return logs.ReadFrom.Configuration(builder.Configuration, Sinks()).CreateLogger();
        }
        catch (InvalidOperationException failure)
        {
            throw SettingsException.For(["Serilog: " + failure.Message]);
        }
    }

    private static LoggerConfiguration Console(this LoggerSinkConfiguration sinks, WebApplicationBuilder builder)
    {
        var toErrors = builder.Configuration.GetValue<bool>("LogsToStandardError");
        return builder.Environment.IsDevelopment()
            ? sinks.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                formatProvider: CultureInfo.InvariantCulture,
                standardErrorFromLevel: toErrors ? LogEventLevel.Verbose : null)
            : sinks.Sink(new LogLines(
                toErrors ? System.Console.OpenStandardError() : System.Console.OpenStandardOutput(), new JsonLines()));
    }

    /// <summary>Named, so that no search through the program's files is needed to find them.</summary>
    private static ConfigurationReaderOptions Sinks() =>
        new(typeof(ConsoleLoggerConfigurationExtensions).Assembly, typeof(FileLoggerConfigurationExtensions).Assembly);

    /// <summary>
    /// An address in use is told to the operator in one line of its own, and one who stops a start knows it; a trace
    /// adds nothing. That a new database has no history of migrations yet is no error: where it should have one, the exception is told.
    /// </summary>
    private static bool IsSaidPlainly(LogEvent entry) =>
        entry.Exception?.InnerException is AddressInUseException
        || (entry.Exception is OperationCanceledException && entry.MessageTemplate.Text == "Hosting failed to start")
        || (entry.Properties.TryGetValue("commandText", out var command) && command is ScalarValue { Value: string sql } && sql.Contains("\"__EFMigrationsHistory\"", StringComparison.Ordinal));
}
