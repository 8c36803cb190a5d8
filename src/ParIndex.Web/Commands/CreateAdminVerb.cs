using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
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
        var unit = new Option<string?>("--unit") { Description = "Mã đơn vị công tác, ví dụ so-noi-vu. Không có đơn vị thì không xác nhận được việc cần người thứ hai." };
        return new Command(Name, "Tạo một tài khoản quản trị và in mã dùng một lần để đặt mật khẩu (hiệu lực 72 giờ).") { code, name, unit }
            .Runs(build, (services, parse, cancel) => RunAsync(services, parse, parse.GetValue(code)!, VietnameseText.Normalize(parse.GetValue(name)!), parse.GetValue(unit), cancel));
    }

    private static async Task<int> RunAsync(IServiceProvider services, ParseResult parse, string code, string name, string? unit, CancellationToken cancel)
    {
        if (name.Length is 0 or > LongestName)
        {
            throw new VerbRefusedException($"Họ và tên cần từ 1 đến {LongestName} ký tự.");
        }

        var db = await services.OpenDatabaseAsync(Name, cancel);
        try
        {
            var register = new StaffRegister(db, services.GetRequiredService<TimeProvider>());
            var unitId = unit is null ? (Guid?)null : await UnitAsync(db, unit, cancel);
            var issued = await register.AddAsync(Name, [new(code, name, Post: null, StaffRoles.Administrator, unitId)], cancel);
            await parse.InvocationConfiguration.Output.WriteLineAsync(
                $"Đã tạo tài khoản quản trị {issued[0].StaffCode}.\nMã dùng một lần: {issued[0].Code}\nĐặt mật khẩu tại /tai-khoan/kich-hoat trước {VietnamTime.Text(issued[0].ExpiresAt!.Value)}; mã này không xem lại được.");
            return 0;
        }
        catch (StaffRefusedException refusal)
        {
            throw new VerbRefusedException(refusal.Message, refusal);
        }
    }

    private static async Task<Guid> UnitAsync(ParIndexDb db, string code, CancellationToken cancel) =>
        (await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Code == code, cancel))?.Id
            ?? throw new VerbRefusedException($"Không có đơn vị mang mã “{code}”. Mã đơn vị là phần cuối của địa chỉ trang đơn vị, ví dụ so-noi-vu.");
}
