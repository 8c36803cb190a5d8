using ParIndex.Application.Accounts;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>Accounts of others, and of who posts.</summary>
internal sealed partial class Scene
{
    private const string NewPassword = "một câu hoàn toàn khác câu cũ";

    public Form AddAccount() => new("quan-tri/tai-khoan/them", ("Input.StaffCode", $"MOI.{Number}"), ("Input.FullName", "Hà Văn Mới"), ("Input.Post", ""), ("Input.Unit", World.Office.Code), ("Input.Roles", "Appraiser"));

    public Form AddPublisher() => new("quan-tri/tai-khoan/them", ("Input.StaffCode", $"CBO.{Number}"), ("Input.FullName", $"Hà Văn Công {Number}"), ("Input.Post", ""), ("Input.Unit", World.Office.Code), ("Input.Roles", "Publisher"));

    public Form ReadAccounts() => new("quan-tri/tai-khoan/nhap", ("Text", $"Mã cán bộ\tHọ và tên\tĐơn vị\tVai trò\nDS.{Number}\tLý A Một\tSở Nội vụ\tCán bộ thẩm định\n"));

    public Form OfAccount(StaffAccount account, params (string Name, string Value)[] fields) => new($"quan-tri/tai-khoan/{account.Id}", fields);

    public Form EditAccount(StaffAccount account, string role = "Appraiser", Unit? unit = null) => new($"quan-tri/tai-khoan/{account.Id}/sua", ("Input.Stamp", account.ConcurrencyStamp!), ("Input.FullName", "Tên đã sửa"), ("Input.Post", ""), ("Input.Unit", (unit ?? World.Office).Code), ("Input.Roles", role));

    public Form HandOver(StaffAccount account) => new($"quan-tri/tai-khoan/{account.Id}/ban-giao", ("Input.StaffCode", $"KE.{Number}"), ("Input.FullName", "Vàng A Kế"), ("Input.Post", ""));

    public StaffAccount Officer() => Add(StaffRoles.UnitOfficer, account => account.PasswordHash = World.PasswordHash);

    /// <summary>An administrator, whom only administrators may reset.</summary>
    public StaffAccount Chief() => Add(StaffRoles.Administrator);

    public StaffAccount DisabledChief() => Add(StaffRoles.Administrator, account => account.IsActive = false);

    public StaffAccount Disabled() => Add(StaffRoles.UnitOfficer, account => account.IsActive = false);

    public StaffAccount WithSecondFactor() => Add(StaffRoles.CouncilMember, account => account.TwoFactorEnabled = true);

    public Form SignIn() => new("tai-khoan/dang-nhap", ("Input.StaffCode", Officer().StaffCode), ("Input.Password", World.Password));

    public Form Activate()
    {
        var code = "";
        var account = Add(StaffRoles.Appraiser, made => code = made.IssueCode(DateTime.UtcNow));
        return new("tai-khoan/kich-hoat", ("Input.StaffCode", account.StaffCode), ("Input.Code", code), ("Input.Password", NewPassword), ("Input.Again", NewPassword));
    }

    public Form ChangePassword()
    {
        GivePassword();
        return new("tai-khoan/mat-khau", ("Input.Present", World.Password), ("Input.Password", NewPassword), ("Input.Again", NewPassword));
    }

    public Form SetUpSecondFactor()
    {
        GivePassword();
        var key = Totp.NewKey();
        return new("tai-khoan/xac-thuc-hai-buoc", ("Input.Key", key), ("Input.Password", World.Password), ("Input.Code", Totp.Code(key, Totp.StepAt(DateTimeOffset.UtcNow))));
    }

    /// <summary>A notice of who posts, read.</summary>
    public Form ReadNotices()
    {
        if (_person is null)
        {
            return new("tai-khoan/thong-bao", ("Ids", Guid.Empty.ToString()));
        }

        var notice = new AccountNotice(_person.Id, "Mật khẩu vừa được cấp lại.", DateTime.UtcNow);
        _db.Add(notice);
        _db.SetUp();
        return new("tai-khoan/thong-bao", ("Ids", notice.Id.ToString()));
    }

    private void GivePassword()
    {
        if (_person is not null)
        {
            _db.StaffAccounts.Single(account => account.Id == _person.Id).PasswordHash = World.PasswordHash;
            _db.SetUp();
        }
    }

    private StaffAccount Add(StaffRoles roles, Action<StaffAccount>? change = null)
    {
        var account = new StaffAccount($"MT.{Number}", "Lò Thị Mẫu", roles, World.Office.Id);
        change?.Invoke(account);
        _db.Add(account);
        _db.SetUp();
        return account;
    }
}
