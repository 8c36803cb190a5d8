using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Backup;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;

namespace ParIndex.Web.Commands;

/// <summary><c>backup</c> and <c>restore</c>: the whole database in one file that either database can be restored from.</summary>
internal static class BackupVerbs
{
    public static Command CreateBackup(AppBuilder build)
    {
        var file = new Argument<string>("FILE") { Description = "Tệp sẽ được tạo; không ghi đè tệp có sẵn." };
        return new Command("backup", "Sao lưu toàn bộ cơ sở dữ liệu và tài liệu kiểm chứng vào một tệp, kể cả khi trang web đang chạy. Tệp dùng chung cho SQLite và PostgreSQL. Khoá bảo vệ dữ liệu nằm trong tệp ở dạng đã mã hoá; bí mật mở chúng (Keys:Secret hoặc tệp keys/secret trong thư mục dữ liệu) thì không: hãy lưu riêng, cùng với khoá niêm phong (keys/seal.pem).") { file }
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
                await TrustSealsAsync(db, services.GetRequiredService<SealKeys>(), parse.InvocationConfiguration.Output, cancellationToken);
                var checks = services.GetRequiredService<DigestVerification>();
                if (!await VerifyVerb.SayAsync(checks, await checks.HeadsAsync(cancellationToken), TextWriter.Null, parse.InvocationConfiguration.Error, cancellationToken))
                {
                    throw new VerbRefusedException("Đã khôi phục đúng bản sao lưu, nhưng trong bản sao lưu có số liệu không còn như lúc công bố, nêu ở trên.");
                }
            }));
    }

    /// <summary>On a machine that knows no key yet, those that signed the restored checkpoints are known from now on, and said.</summary>
    private static async Task TrustSealsAsync(ParIndexDb db, SealKeys keys, TextWriter output, CancellationToken cancel)
    {
        if (keys.Known().Count > 0)
        {
            return;
        }

        foreach (var pem in await db.Checkpoints.Select(checkpoint => checkpoint.PublicKey).Distinct().ToListAsync(cancel))
        {
            keys.Trust(pem);
            await output.WriteLineAsync($"Công nhận khoá niêm phong trong bản sao lưu, vân tay {SealKeys.FingerprintOf(pem)}: đối chiếu với vân tay đã in trên các bản công bố trước đây.");
        }
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
