using ParIndex.Application.Accounts;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Tests.Staff;

public sealed class PasswordRulesTests
{
    private const string Province = "Tỉnh Lai Châu";

    private static readonly string[] Units = ["Sở Giáo dục và Đào tạo", "Thành phố Lai Châu", "Xã Tân Uyên", "Huyện Sìn Hồ", "Sở Nội vụ"];

    [Theory]
    [InlineData("mười bốn kí tự", StaffRoles.Appraiser, false)]
    [InlineData("mười lăm ký tự!", StaffRoles.Appraiser, true)]
    [InlineData("mười một k!", StaffRoles.Coordinator, false)]
    [InlineData("mười hai kt!", StaffRoles.Coordinator, true)]
    public void Length_IsCountedInCharacters_ByWhatElseIsAsked(string password, StaffRoles roles, bool accepted) =>
        Assert.Equal(accepted, Refuse(password, roles) is null);

    [Theory]
    [InlineData("matkhau20262026")]
    [InlineData("Mật khẩu của tôi!")]
    [InlineData("123456123456123456")]
    [InlineData("aaaaaaaaaaaaaaaaaa")]
    [InlineData("Password-12345678")]
    [InlineData("Độc lập - Tự do - Hạnh phúc")]
    [InlineData("Tỉnh Lai Châu 2026")]
    [InlineData("SoGiaoDucVaDaoTao@123")]
    [InlineData("CB-0123456789.2026")]
    [InlineData("nguyenvanthu12345678")]
    [InlineData("               ")]
    [InlineData("thanhpholaichau")]
    [InlineData("ThanhPhoLaiChau2026")]
    [InlineData("laichau20262027")]
    [InlineData("LaiChau@2026!!2027")]
    [InlineData("L4iCh4u@20262026")]
    [InlineData("sonoivulaichau")]
    [InlineData("SoNoiVu2026@LaiChau")]
    [InlineData("s0n0ivulaichau1")]
    [InlineData("toiyeulaichau2026")]
    [InlineData("quehuonglaichau")]
    [InlineData("Lai Châu mến yêu 2026")]
    [InlineData("tuyenlaichau12345678")]
    [InlineData("tanuyensinho2026")]
    [InlineData("ubndtinhlaichau")]
    [InlineData("caicachhanhchinh2026")]
    [InlineData("P@ssw0rdP@ssw0rd")]
    [InlineData("M4tkh4u123456789")]
    [InlineData("ỦY BAN NHÂN DÂN 2026")]
    public void CommonAndLocalWords_AreRefused(string password) => Assert.NotNull(Refuse(password, StaffRoles.Appraiser));

    [Theory]
    [InlineData("con trâu đi cày sớm mai")]
    [InlineData("Lai Châu mùa hoa ban nở trắng đồi")]
    [InlineData("9f8w7e-tq2v-mm31-x")]
    [InlineData("bốn con gà 🐔 chạy quanh sân")]
    [InlineData("một câu dài chỉ mình tôi biết")]
    [InlineData("sông chảy qua tỉnh nào cũng đục")]
    public void LongPhrases_ArePermitted_WithoutRulesOfSigns(string password) => Assert.Null(Refuse(password, StaffRoles.Appraiser));

    [Theory]
    [InlineData("Thành phố Huế", "thanhphohue2026")]
    [InlineData("Thành phố Hồ Chí Minh", "hochiminh20262026")]
    [InlineData("Tỉnh Sơn La", "toiyeusonla2026")]
    [InlineData("Thành phố Huế", "hue20262026202620")]
    public void TheNameOfAnyProvince_IsRefused(string province, string password) =>
        Assert.NotNull(PasswordRules.Refuse(password, new StaffAccount("CB-0123456789", "Nguyễn Văn Thu", StaffRoles.Appraiser, unitId: null), province, []));

    [Fact]
    public void Length_IsThatOfComposedCharacters() =>
        Assert.NotNull(Refuse("mười bốn kí tự".Normalize(System.Text.NormalizationForm.FormD), StaffRoles.Appraiser));

    private static string? Refuse(string password, StaffRoles roles) =>
        PasswordRules.Refuse(password, new StaffAccount("CB-0123456789", "Nguyễn Văn Thu", roles, unitId: null), Province, Units);
}
