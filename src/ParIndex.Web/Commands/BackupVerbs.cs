using System.CommandLine;
using ParIndex.Application.Backup;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Releases;

namespace ParIndex.Web.Commands;

/// <summary><c>backup</c> and <c>restore</c>: the whole database in one file that either database can be restored from.</summary>
internal static class BackupVerbs
{
    public static Command CreateBackup(AppBuilder build)
    {
        var file = new Argument<string>("FILE") { Description = "Tệp sẽ được tạo; không ghi đè tệp có sẵn." };
        return new Command("backup", "Sao lưu toàn bộ cơ sở dữ liệu và tài liệu kiểm chứng vào một tệp, kể cả khi trang web đang chạy. Tệp dùng chung cho SQLite và PostgreSQL. Khoá bảo vệ dữ liệu nằm trong tệp ở dạng đã mã hoá; bí mật mở chúng (Keys:Secret hoặc tệp keys/secret trong thư mục dữ liệu) thì không: hãy lưu riêng.") { file }
            .Runs(build, (services, parse, cancellationToken) => RefusingAsync(async () =>
            {
                var path = CallerPath.Resolve(parse.GetValue(file)!);
                var db = await services.OpenDatabaseAsync(cancellationToken);
                var manifest = await new DatabaseBackup(db, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<FileStore>()).WriteAsync(path, cancellationToken);
                await parse.InvocationConfiguration.Output.WriteLineAsync($"Đã sao lưu {manifest.Rows} dòng của {manifest.Tables.Count} bảng vào {path}.");
            }));
    }

    public static Command CreateRestore(AppBuilder build)
    {
        var file = new Argument<string>("FILE") { Description = "Tệp do lệnh backup tạo ra." };
        return new Command("restore", "Khôi phục một bản sao lưu vào cơ sở dữ liệu trống (SQLite hoặc PostgreSQL): hoặc toàn bộ, hoặc không gì cả. Khoá bảo vệ dữ liệu trong bản sao lưu chỉ mở được bằng bí mật của máy cũ (Keys:Secret hoặc tệp keys/secret trong thư mục dữ liệu): đặt bí mật đó trước khi chạy trang web; nếu đã mất, chạy lệnh forget-keys.") { file }
            .Runs(build, (services, parse, cancellationToken) => RefusingAsync(async () =>
            {
                var path = CallerPath.Resolve(parse.GetValue(file)!);
                var db = services.GetRequiredService<ParIndexDb>();
                var manifest = await new DatabaseRestore(db, services.GetRequiredService<FileStore>()).ReadAsync(path, cancellationToken);
                await parse.InvocationConfiguration.Output.WriteLineAsync($"Đã khôi phục {manifest.Rows} dòng của {manifest.Tables.Count} bảng từ {path}.");
                var checks = new DigestVerification(db, services.GetRequiredService<TimeProvider>());
                if (!await VerifyVerb.SayAsync(checks, await checks.HeadsAsync(cancellationToken), TextWriter.Null, parse.InvocationConfiguration.Error, cancellationToken))
                {
                    throw new VerbRefusedException("Đã khôi phục đúng bản sao lưu, nhưng trong bản sao lưu có số liệu không còn như lúc công bố, nêu ở trên.");
                }
            }));
    }

    private static async Task<int> RefusingAsync(Func<Task> act)
    {
        try
        {
            await act();
            return 0;
        }
        catch (BackupRefusedException refusal)
        {
            throw new VerbRefusedException(refusal.Message, refusal);
        }
    }
}
