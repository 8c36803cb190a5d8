using ParIndex.Application.Staff;

namespace ParIndex.Application.Tests.Staff;

public sealed class PasswordRulesTests
{
    private static readonly string[] Local = ["Tỉnh Lai Châu", "Sở Giáo dục và Đào tạo"];

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
    public void CommonAndLocalWords_AreRefused(string password) => Assert.NotNull(Refuse(password, StaffRoles.Appraiser));

    [Theory]
    [InlineData("con trâu đi cày sớm mai")]
    [InlineData("Lai Châu mùa hoa ban nở trắng đồi")]
    [InlineData("9f8w7e-tq2v-mm31-x")]
    public void LongPhrases_ArePermitted_WithoutRulesOfSigns(string password) => Assert.Null(Refuse(password, StaffRoles.Appraiser));

    private static string? Refuse(string password, StaffRoles roles) =>
        PasswordRules.Refuse(password, new StaffAccount("CB-0123456789", "Nguyễn Văn Thu", roles, unitId: null), Local);
}
