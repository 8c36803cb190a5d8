using ParIndex.Domain.Text;

namespace ParIndex.Domain.Tests.Text;

public sealed class TextDoubtTests
{
    [Theory]
    [InlineData("Së Néi vô")]
    [InlineData("Së T\u00AD ph¸p")]
    [InlineData("V¨n phßng UBND tØnh")]
    [InlineData("C«ng an")]
    [InlineData("Ban D©n téc")]
    [InlineData("Héi ®ång")]
    [InlineData("X· Ba T¬")]
    [InlineData("Sôû Noäi vuï")]
    [InlineData("Sôû Kế hoaïch vaø Ñaàu tö")]
    [InlineData("Sá»Ÿ Ná»™i vá»¥")]
    [InlineData("TÃ i chÃ­nh")]
    [InlineData("Y tÕ")]
    public void Of_TextOfALegacyFontOrWrongCodePage_SaysSo(string text) =>
        Assert.Contains("phông chữ cũ", TextDoubt.Of(text)?.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Sở Nội vụ\uFFFD", "U+FFFD")]
    [InlineData("Sở \uFFFENội vụ", "U+FFFE")]
    [InlineData("Sở\0Nội vụ", "U+0000")]
    [InlineData("Sở \u0007Nội vụ", "U+0007")]
    [InlineData("Sở \u202Eụv iộN", "U+202E")]
    [InlineData("\u200ESở Nội vụ", "U+200E")]
    [InlineData("Sở Nội v\uE001", "U+E001")]
    [InlineData("Xã S\u043En Hà", "U+043E")]
    [InlineData("\u0391n Hà", "U+0391")]
    [InlineData("Sở \uFF21", "U+FF21")]
    [InlineData("Sở \U0001D400", "U+1D400")]
    [InlineData("Ðà Nẵng", "U+00D0")]
    public void Of_SignsThatAreNotWhatTheyLook_NamesTheSign(string text, string sign) =>
        Assert.Contains(sign, TextDoubt.Of(text)?.Text, StringComparison.Ordinal);

    /// <summary>Half a character: an attribute cannot hold it.</summary>
    [Fact]
    public void Of_HalfACharacter_NamesIt() => Assert.Contains("U+D800", TextDoubt.Of("Sở Nội vụ " + (char)0xD800)?.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Sở Nông nghiệp và Phát triển nông thôn")]
    [InlineData("UBND các huyện, thị xã, thành phố")]
    [InlineData("ĐẶC KHU CÁT HẢI")]
    [InlineData("Xã Ea H’leo")]
    [InlineData("Sở «Nội vụ»")]
    [InlineData("Sở “Nội vụ” – 95 % (½)")]
    [InlineData("± 0,5 · 30 °C · m²")]
    [InlineData("© Sở Nội vụ")]
    [InlineData("Sở\nNội vụ\t1")]
    [InlineData("Sở Nông\u00ADnghiệp\u200B")]
    [InlineData("Cư Êbur, Ê-đê, Čư")]
    [InlineData("hoàn thành 👍🏽")]
    [InlineData("ThịTrấn McDonald")]
    public void Of_OrdinaryText_IsNull(string text) => Assert.Null(TextDoubt.Of(text));

    [Fact]
    public void Of_EveryVietnameseLetter_IsNull() =>
        Assert.Null(TextDoubt.Of("aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ"));
}
