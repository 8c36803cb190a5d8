using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Web.Configuration;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Commands;

/// <summary>What a verb does, given the services of the application in a scope of their own.</summary>
/// <returns>The exit code.</returns>
public delegate Task<int> Verb(IServiceProvider services, ParseResult parse, CancellationToken cancellationToken);

/// <summary>What a verb does that also asks the application itself, which is not started.</summary>
/// <inheritdoc cref="Verb" />
public delegate Task<int> PortalVerb(WebApplication app, IServiceProvider services, ParseResult parse, CancellationToken cancellationToken);

/// <summary>The frame every verb runs in.</summary>
public static class VerbAction
{
    /// <summary>
    /// Makes the command run <paramref name="verb"/> on the same services as the web application, with settings
    /// checked and nothing listening. Logs go to standard error, so that the output is the verb's alone.
    /// </summary>
    public static Command Runs(this Command command, AppBuilder build, Verb verb) =>
        command.Runs(build, (_, services, parse, cancellationToken) => verb(services, parse, cancellationToken));

    /// <inheritdoc cref="Runs(Command, AppBuilder, Verb)" />
    public static Command Runs(this Command command, AppBuilder build, PortalVerb verb)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.SetAction(async (parse, cancellationToken) =>
        {
            try
            {
                await using var app = build([Logs.ToStandardError]);
                await using var scope = app.Services.CreateAsyncScope();
                return await verb(app, scope.ServiceProvider, parse, cancellationToken);
            }
            catch (Exception refusal) when (refusal is RefusedException or SettingsException or VerbRefusedException or NewerSchemaException)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(refusal.Message);
                return 1;
            }
            catch (Exception failure) when (DatabaseAway.Is(failure))
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync($"Cơ sở dữ liệu không làm được việc này vì không trả lời: đang bị khóa, đã dừng hoặc không ghi được ({failure.GetBaseException().Message}). Kiểm tra cơ sở dữ liệu rồi chạy lại lệnh này.");
                return 1;
            }
            catch (Exception failure) when (failure is DbException or DbUpdateException)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync($"Cơ sở dữ liệu không làm được việc này, chưa có gì thay đổi: {failure.GetBaseException().Message}");
                return 1;
            }
        });
        return command;
    }
}
