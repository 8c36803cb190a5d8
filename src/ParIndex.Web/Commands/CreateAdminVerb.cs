using System.CommandLine;
using ParIndex.Application.Staff;
using ParIndex.Domain.Text;
using ParIndex.Web.Pages.Public;

namespace ParIndex.Web.Commands;

/// <summary><c>create-admin</c>: the first administrator, who makes every other account.</summary>
internal static class CreateAdminVerb
{
    private const string Name = "create-admin";

    private const int LongestName = 200;

    public static Command Create(AppBuilder build)
    {
        var code = new Argument<string>("CODE") { Description = "Mã cán bộ, chưa có tài khoản." };
        var name = new Argument<string>("NAME") { Description = "Họ và tên." };
        return new Command(Name, "Tạo một tài khoản quản trị và in mã dùng một lần để đặt mật khẩu (hiệu lực 72 giờ).") { code, name }
            .Runs(build, (services, parse, cancel) => RunAsync(services, parse, parse.GetValue(code)!, VietnameseText.Normalize(parse.GetValue(name)!), cancel));
    }

    private static async Task<int> RunAsync(IServiceProvider services, ParseResult parse, string code, string name, CancellationToken cancel)
    {
        if (name.Length is 0 or > LongestName)
        {
            throw new VerbRefusedException($"Họ và tên cần từ 1 đến {LongestName} ký tự.");
        }

        var db = await services.OpenDatabaseAsync(Name, cancel);
        try
        {
            var register = new StaffRegister(db, services.GetRequiredService<TimeProvider>());
            var issued = await register.AddAsync(Name, [new(code, name, Post: null, StaffRoles.Administrator, UnitId: null)], cancel);
            await parse.InvocationConfiguration.Output.WriteLineAsync(
                $"Đã tạo tài khoản quản trị {issued[0].StaffCode}.\nMã dùng một lần: {issued[0].Code}\nĐặt mật khẩu tại /tai-khoan/kich-hoat trước {VietnamTime.Text(issued[0].ExpiresAt)}; mã này không xem lại được.");
            return 0;
        }
        catch (StaffRefusedException refusal)
        {
            throw new VerbRefusedException(refusal.Message, refusal);
        }
    }
}
