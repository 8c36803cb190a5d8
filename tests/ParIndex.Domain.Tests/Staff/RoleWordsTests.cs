using ParIndex.Domain.Staff;

namespace ParIndex.Domain.Tests.Staff;

public sealed class RoleWordsTests
{
    private const string OneAlone =
        "“Quản trị hệ thống” và “Người giám sát” phải đứng riêng: người quản trị không xem điểm, người giám sát không thay đổi số liệu.";

    [Theory]
    [InlineData(StaffRoles.UnitOfficer, "Cán bộ đơn vị", "tự chấm điểm cho đơn vị mình")]
    [InlineData(StaffRoles.UnitHead, "Thủ trưởng đơn vị", "phân công trong đơn vị mình và phê duyệt phiếu trước khi nộp")]
    [InlineData(StaffRoles.Appraiser, "Cán bộ thẩm định", "thẩm định phần được phân công")]
    [InlineData(StaffRoles.Coordinator, "Cán bộ điều phối", "lập và theo dõi kỳ đánh giá")]
    [InlineData(StaffRoles.CouncilMember, "Thành viên Hội đồng", "xem xét nội dung còn ý kiến khác nhau và phê duyệt")]
    [InlineData(StaffRoles.Publisher, "Người công bố", "công bố kết quả, là người thứ hai")]
    [InlineData(StaffRoles.Administrator, "Quản trị hệ thống", "tài khoản, cài đặt, nhật ký; không xem điểm")]
    [InlineData(StaffRoles.Auditor, "Người giám sát", "xem toàn bộ, không thay đổi")]
    public void Role_HasANameThatIsReadBack_AndSaysWhatItDoes(StaffRoles role, string name, string what)
    {
        Assert.Equal((name, what, name), (RoleWords.Name(role), RoleWords.What(role), RoleWords.Text(role)));
        Assert.Equal(role, RoleWords.Read(name));
    }

    [Fact]
    public void All_IsEveryRole_InTheOrderOfForms()
    {
        Assert.Equal(
            [StaffRoles.UnitOfficer, StaffRoles.UnitHead, StaffRoles.Appraiser, StaffRoles.Coordinator, StaffRoles.CouncilMember, StaffRoles.Publisher, StaffRoles.Administrator, StaffRoles.Auditor],
            RoleWords.All);
        Assert.Equal("Cán bộ đơn vị; Thủ trưởng đơn vị; Cán bộ thẩm định; Cán bộ điều phối; Thành viên Hội đồng; Người công bố; Quản trị hệ thống; Người giám sát", RoleWords.Accepted);
    }

    [Fact]
    public void SecondFactor_IsAskedOfWhoLeadsDecidesOrAdministers() => Assert.Equal(
        StaffRoles.Coordinator | StaffRoles.CouncilMember | StaffRoles.Publisher | StaffRoles.Administrator, RoleWords.WithSecondFactor);

    [Theory]
    [InlineData(StaffRoles.None, "Chưa giao")]
    [InlineData(StaffRoles.Appraiser | StaffRoles.UnitOfficer, "Cán bộ đơn vị; Cán bộ thẩm định")]
    public void Text_ListsThem(StaffRoles roles, string text) => Assert.Equal(text, RoleWords.Text(roles));

    [Theory]
    [InlineData("can bo cham diem", StaffRoles.UnitOfficer)]
    [InlineData("đơn vị", StaffRoles.UnitOfficer)]
    [InlineData("UnitOfficer", StaffRoles.UnitOfficer)]
    [InlineData("unit officer", StaffRoles.UnitOfficer)]
    [InlineData("thủ trưởng", StaffRoles.UnitHead)]
    [InlineData("unit head", StaffRoles.UnitHead)]
    [InlineData("Thẩm định", StaffRoles.Appraiser)]
    [InlineData("người thẩm định", StaffRoles.Appraiser)]
    [InlineData("Appraiser", StaffRoles.Appraiser)]
    [InlineData("điều phối", StaffRoles.Coordinator)]
    [InlineData("người điều phối", StaffRoles.Coordinator)]
    [InlineData("coordinator", StaffRoles.Coordinator)]
    [InlineData("HỘI ĐỒNG", StaffRoles.CouncilMember)]
    [InlineData("council member", StaffRoles.CouncilMember)]
    [InlineData("councilmember", StaffRoles.CouncilMember)]
    [InlineData("công bố", StaffRoles.Publisher)]
    [InlineData("publisher", StaffRoles.Publisher)]
    [InlineData("quản trị", StaffRoles.Administrator)]
    [InlineData("quản trị viên", StaffRoles.Administrator)]
    [InlineData("administrator", StaffRoles.Administrator)]
    [InlineData("giám sát", StaffRoles.Auditor)]
    [InlineData("kiểm tra", StaffRoles.Auditor)]
    [InlineData("auditor", StaffRoles.Auditor)]
    [InlineData("Thẩm định, đơn vị", StaffRoles.Appraiser | StaffRoles.UnitOfficer)]
    [InlineData(" Thẩm định ;; đơn vị ; ", StaffRoles.Appraiser | StaffRoles.UnitOfficer)]
    [InlineData("Thẩm định\nĐiều phối", StaffRoles.Appraiser | StaffRoles.Coordinator)]
    [InlineData("Thẩm định; thẩm định", StaffRoles.Appraiser)]
    [InlineData("Thẩm định; giám đốc", null)]
    [InlineData("giám đốc", null)]
    [InlineData(" ; ", null)]
    [InlineData("", null)]
    public void Read_TakesWordsOfEitherLanguage_AndNothingUnknown(string text, StaffRoles? roles) => Assert.Equal(roles, RoleWords.Read(text));

    [Theory]
    [InlineData(StaffRoles.None, true, "Chọn ít nhất một vai trò.")]
    [InlineData(StaffRoles.Administrator, false, null)]
    [InlineData(StaffRoles.Auditor, false, null)]
    [InlineData(StaffRoles.Administrator | StaffRoles.Auditor, false, OneAlone)]
    [InlineData(StaffRoles.Administrator | StaffRoles.Coordinator, false, OneAlone)]
    [InlineData(StaffRoles.Auditor | StaffRoles.UnitOfficer, true, OneAlone)]
    [InlineData(StaffRoles.Coordinator | StaffRoles.Publisher, false, null)]
    [InlineData(StaffRoles.UnitOfficer, true, null)]
    [InlineData(StaffRoles.UnitOfficer | StaffRoles.Appraiser, false, "Cán bộ đơn vị phải thuộc một đơn vị.")]
    [InlineData(StaffRoles.UnitHead, false, "Thủ trưởng đơn vị phải thuộc một đơn vị.")]
    [InlineData(StaffRoles.UnitHead, true, null)]
    [InlineData(StaffRoles.Appraiser, false, null)]
    public void Refuse_SaysWhichRolesStandAlone_AndWhoNeedsAUnit(StaffRoles roles, bool hasUnit, string? why) =>
        Assert.Equal(why, RoleWords.Refuse(roles, hasUnit ? Guid.NewGuid() : null));
}
