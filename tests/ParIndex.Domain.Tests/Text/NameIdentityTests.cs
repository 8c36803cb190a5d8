using System.Text;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Tests.Text;

public sealed class NameIdentityTests
{
    [Theory]
    [InlineData("Nguyễn Thị Hoà", "Nguyễn Thị Hòa")]
    [InlineData("NGUYỄN  THỊ HÒA", " nguyễn thị hoà ")]
    [InlineData("Lò Văn Thuý", "Lò Văn Thúy")]
    [InlineData("Mùa A Khoẻ", "Mùa A Khỏe")]
    [InlineData("Ea-Súp", "Ea Súp")]
    [InlineData("Hà\u00a0Văn An", "Hà Văn An")]
    [InlineData("Hà Văn\u200b An", "Hà Văn An")]
    [InlineData("Bà Rịa–Vũng Tàu", "Bà Rịa — Vũng Tàu")]
    [InlineData("Phường 1-2", "Phường 1 2")]
    [InlineData("Tổ 1 A", "Tổ 1A")]
    [InlineData("Tổ A 1", "Tổ A1")]
    [InlineData("Chuyến", "Chuyê\u0301n")]
    public void Names_ThatDifferInWritingOnly_AreOne(string one, string other)
    {
        Assert.True(NameIdentity.Same(one, other));
        Assert.True(NameIdentity.Same(one.Normalize(NormalizationForm.FormD), other));
    }

    [Theory]
    [InlineData("Sơn Hà", "Sơn Hạ")]
    [InlineData("Xã Ba Tơ", "Xã Ba Tô")]
    [InlineData("Tân Thanh", "Tân Thành")]
    [InlineData("Tân Thành", "Tân Thạnh")]
    [InlineData("Nguyễn Văn Đạt", "Nguyễn Văn Dạt")]
    [InlineData("Lê Anh", "Lê Ánh")]
    [InlineData("Phường 1 2", "Phường 12")]
    [InlineData("Lò Văn Pánh", "Lò Văn Pành")]
    [InlineData("Lò Văn Pảnh", "Lò Văn Pãnh")]
    public void Names_OfOtherLettersOrTones_AreTwo(string one, string other) => Assert.False(NameIdentity.Same(one, other));
}
