using System.CommandLine;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Commands;

/// <summary>What a verb does, given the services of the application in a scope of their own.</summary>
/// <returns>The exit code.</returns>
public delegate Task<int> Verb(IServiceProvider services, ParseResult parse, CancellationToken cancellationToken);

/// <summary>The frame every verb runs in.</summary>
public static class VerbAction
{
    /// <summary>
    /// Makes the command run <paramref name="verb"/> on the same services as the web application, with settings
    /// checked and nothing listening. Logs go to standard error, so that the output is the verb's alone.
    /// </summary>
    public static Command Runs(this Command command, AppBuilder build, Verb verb)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.SetAction(async (parse, cancellationToken) =>
        {
            try
            {
                await using var app = build([Logs.ToStandardError]);
                await using var scope = app.Services.CreateAsyncScope();
                return await verb(scope.ServiceProvider, parse, cancellationToken);
            }
            catch (SettingsException refusal)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(refusal.Message);
                return 1;
            }
        });
        return command;
    }
}
