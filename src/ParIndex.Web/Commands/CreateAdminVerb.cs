using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Commands;

/// <summary><c>create-admin</c>: the first administrators, who make every other account, two by two.</summary>
internal static class CreateAdminVerb
{
    private const string Name = "create-admin";

    private const int LongestName = 200;

    public static Command Create(AppBuilder build)
    {
        var code = new Argument<string>("CODE") { Description = "Mã cán bộ, chưa có tài khoản." };
        var name = new Argument<string>("NAME") { Description = "Họ và tên." };
        var unit = new Option<string?>("--unit") { Description = "Mã đơn vị công tác, ví dụ so-noi-vu. Không có đơn vị thì không xác nhận được việc cần người thứ hai." };
        var newUnit = new Option<string?>("--new-unit") { Description = "Tên đầy đủ của sở, ban, ngành công tác, khi danh mục đơn vị còn trống: “Sở Nội vụ”." };
        return new Command(Name, "Tạo một tài khoản quản trị và in mã dùng một lần để đặt mật khẩu (hiệu lực 72 giờ). Ba người đầu tiên xác nhận được việc của nhau ngay.") { code, name, unit, newUnit }
            .Runs(build, (services, parse, cancel) => RunAsync(services, parse, parse.GetValue(code)!, VietnameseText.Normalize(parse.GetValue(name)!), parse.GetValue(unit), parse.GetValue(newUnit), cancel));
    }

    private static async Task<int> RunAsync(IServiceProvider services, ParseResult parse, string code, string name, string? unit, string? newUnit, CancellationToken cancel)
    {
        if (unit is not null && newUnit is not null)
        {
            throw new VerbRefusedException("Chỉ dùng một trong hai: --unit (mã đơn vị đã có) hoặc --new-unit (tên đơn vị mới).");
        }

        if (name.Length is 0 or > LongestName)
        {
            throw new VerbRefusedException($"Họ và tên cần từ 1 đến {LongestName} ký tự.");
        }

        var db = await services.OpenDatabaseAsync(cancel);
        var register = new StaffRegister(db, services.GetRequiredService<TimeProvider>());
        var unitId = unit is not null ? await UnitAsync(db, unit, cancel) : newUnit is not null ? await NewUnitAsync(db, VietnameseText.Normalize(newUnit), cancel) : (Guid?)null;
        var issued = await register.AddAsync(Name, [new(code, name, Post: null, StaffRoles.Administrator, unitId)], cancel);
        await parse.InvocationConfiguration.Output.WriteLineAsync(
            $"Đã tạo tài khoản quản trị {issued[0].StaffCode}.\nMã dùng một lần: {issued[0].Code}\nĐặt mật khẩu tại /tai-khoan/kich-hoat trước {DateWriter.VietnameseDeadline(issued[0].ExpiresAt!.Value)}; mã này không xem lại được."
            + (await IsEstablishedAsync(db, services, issued[0].StaffCode, cancel) ? "" : "\nĐã có đủ ba người xác nhận được việc của nhau, nên người này xác nhận được việc của người khác sau 72 giờ."));
        return 0;
    }

    private static async Task<bool> IsEstablishedAsync(ParIndexDb db, IServiceProvider services, string staffCode, CancellationToken cancel)
    {
        var history = await StaffHistory.ReadAsync(db, cancel);
        return history.IsEstablished(history.Accounts.Single(account => account.StaffCode == staffCode).Id, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
    }

    /// <summary>The unit of that name, made when the register has none; it waits to be saved with the account.</summary>
    private static async Task<Guid> NewUnitAsync(ParIndexDb db, string name, CancellationToken cancel)
    {
        if (name.Length is 0 or > LongestName)
        {
            throw new VerbRefusedException($"Tên đơn vị cần từ 1 đến {LongestName} ký tự.");
        }

        var made = new Unit(name, UnitKind.Department);
        if (await db.Units.AsNoTracking().FirstOrDefaultAsync(known => known.Code == made.Code, cancel) is { } known)
        {
            return NameIdentity.Same(known.CurrentName.Name, name) ? known.Id : throw new VerbRefusedException($"Mã {made.Code} là của {known.CurrentName.Name}; chọn đơn vị đó bằng --unit {made.Code}, hoặc ghi tên khác.");
        }

        db.Add(made);
        return made.Id;
    }

    private static async Task<Guid> UnitAsync(ParIndexDb db, string code, CancellationToken cancel) =>
        (await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Code == code, cancel))?.Id
            ?? throw new VerbRefusedException($"Không có đơn vị mang mã “{code}”. Mã đơn vị là phần cuối của địa chỉ trang đơn vị, ví dụ so-noi-vu.");
}
