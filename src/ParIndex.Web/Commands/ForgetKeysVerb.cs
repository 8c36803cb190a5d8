using System.CommandLine;
using ParIndex.Web.Security;

namespace ParIndex.Web.Commands;

/// <summary><c>forget-keys</c>: the way on when the secret of the keys is lost for good.</summary>
internal static class ForgetKeysVerb
{
    public static Command Create(AppBuilder build) =>
        new Command("forget-keys", "Bỏ các khoá bảo vệ dữ liệu mà bí mật để mở (Keys:Secret hoặc tệp keys/secret) đã mất, ví dụ sau khi khôi phục bản sao lưu trên máy khác. Mọi người phải đăng nhập lại; ai dùng xác thực hai bước thì đăng nhập bằng mã dự phòng rồi thiết lập lại. Khoá còn mở được thì giữ nguyên.")
            .Runs(build, async (services, parse, cancel) =>
            {
                var forgotten = await services.GetRequiredService<StoredKeys>().ForgetLostAsync(await services.OpenDatabaseAsync(cancel), cancel);
                await parse.InvocationConfiguration.Output.WriteLineAsync(forgotten == 0 ? "Mọi khoá bảo vệ dữ liệu đều mở được, không có gì để bỏ." : $"Đã bỏ {forgotten} khoá bảo vệ dữ liệu không còn mở được.");
                return 0;
            });
}
