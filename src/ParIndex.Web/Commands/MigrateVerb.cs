using System.CommandLine;
using ParIndex.Application.Data;

namespace ParIndex.Web.Commands;

/// <summary><c>migrate</c>: brings either database up to date and says what was applied.</summary>
internal static class MigrateVerb
{
    public static Command Create(AppBuilder build) =>
        new Command("migrate", "Tạo hoặc nâng cấp cơ sở dữ liệu (SQLite hoặc PostgreSQL) lên phiên bản của phần mềm.").Runs(build, RunAsync);

    private static async Task<int> RunAsync(IServiceProvider services, ParseResult parse, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<ParIndexDb>();
        var output = parse.InvocationConfiguration.Output;
        var applied = await db.MigrateAsync(cancellationToken);
        foreach (var migration in applied)
        {
            await output.WriteLineAsync($"Đã áp dụng {migration}.");
        }

        await output.WriteLineAsync(applied.Count == 0 ? "Cơ sở dữ liệu đã ở phiên bản mới nhất, không có gì để nâng cấp." : "Cơ sở dữ liệu đã ở phiên bản mới nhất.");
        return 0;
    }
}
