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
    [InlineData("®Sở")]
    [InlineData("Ñ")]
    [InlineData("a×b")]
    [InlineData("TµI")]
    [InlineData("Ná»™i vá»")]
    [InlineData("cº»")]
    [InlineData("vụ»vụ")]
    [InlineData("Ã\u00AD")]
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
    [InlineData("Sở \u202ANội vụ", "U+202A")]
    [InlineData("Sở \u2066Nội vụ", "U+2066")]
    [InlineData("Sở \u2069Nội vụ", "U+2069")]
    [InlineData("Sở \u200FNội vụ", "U+200F")]
    [InlineData("Sở \u061CNội vụ", "U+061C")]
    [InlineData("Sở \uFFFF", "U+FFFF")]
    [InlineData("Sở \uFDD0", "U+FDD0")]
    [InlineData("Sở \uFDEF", "U+FDEF")]
    [InlineData("Sở \uE000", "U+E000")]
    [InlineData("Sở \uF8FF", "U+F8FF")]
    [InlineData("Sở \uF900", "U+F900")]
    [InlineData("\u0250", "U+0250")]
    [InlineData("\u1DFF\u1F00", "U+1F00")]
    [InlineData("\u0370", "U+0370")]
    [InlineData("ð", "U+00F0")]
    [InlineData("Ɖ", "U+0189")]
    [InlineData("ɖ", "U+0256")]
    public void Of_SignsThatAreNotWhatTheyLook_NamesTheSign(string text, string sign) =>
        Assert.Contains(sign, TextDoubt.Of(text)?.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Xã S\u043En Hà", "có chữ “\u043E” (U+043E) của hệ chữ khác")]
    [InlineData("Sở \U0001D400B", "có chữ “\U0001D400” (U+1D400) của hệ chữ khác")]
    public void Of_ALetterOfAnotherScript_ShowsItWhole(string text, string said) => Assert.StartsWith(said, TextDoubt.Of(text)?.Text, StringComparison.Ordinal);

    /// <summary>Half a character: an attribute cannot hold it.</summary>
    [Fact]
    public void Of_HalfACharacter_NamesIt()
    {
        Assert.Contains("U+D800", TextDoubt.Of("Sở Nội vụ " + (char)0xD800)?.Text, StringComparison.Ordinal);
        Assert.Contains("U+DE00", TextDoubt.Of("Sở" + (char)0xDE00)?.Text, StringComparison.Ordinal);
        Assert.Contains("U+D83D", TextDoubt.Of((char)0xD83D + "Sở")?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sở Nông nghiệp và Phát triển nông thôn")]
    [InlineData("UBND các huyện, thị xã, thành phố")]
    [InlineData("ĐẶC KHU CÁT HẢI")]
    [InlineData("Xã Ea H’leo")]
    [InlineData("Sở «Nội vụ»")]
    [InlineData("Sở “Nội vụ” – 95 % (½)")]
    [InlineData("± 0,5 · 30 °C · m²")]
    [InlineData("© Sở Nội vụ")]
    [InlineData("©Sở Nội vụ")]
    [InlineData("Sở Nội vụ®")]
    [InlineData("2×3 µ ª º ÷")]
    [InlineData("CÀ MAU À")]
    [InlineData("\u202F\u2065\u206A\uFDCF")]
    [InlineData("\u024F\u1E00\u1EFF\u02B0")]
    [InlineData("a\v\f\r\u0085b")]
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
