using System.Text;
using ParIndex.Domain.Tests.Support;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Tests.Text;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Sở Nội vụ", "so noi vu")]
    [InlineData("SỞ NỘI VỤ", "so noi vu")]
    [InlineData("  sở   nội\u00A0vụ ", "so noi vu")]
    [InlineData("Đường", "duong")]
    [InlineData("hoà", "hoa")]
    [InlineData("hòa", "hoa")]
    [InlineData("Sở Lao động, TB&XH", "so lao dong tb xh")]
    [InlineData("(ƯƠNG)", "uong")]
    [InlineData("", "")]
    [InlineData("—", "")]
    public void Fold_LeavesLettersAndDigitsWithoutMarks(string text, string folded) => Assert.Equal(folded, VietnameseText.Fold(text));

    [Fact]
    public void Fold_EveryVietnameseVowel_BecomesItsBareLetter() => Assert.Equal(
        new string('a', 17) + new string('e', 11) + new string('i', 5) + new string('o', 17) + new string('u', 11) + new string('y', 5) + "d",
        VietnameseText.Fold("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"));

    [Fact]
    public void Fold_ComposedAndDecomposed_AreOne() => Assert.Equal(
        VietnameseText.Fold("Huyện Sìn Hồ"),
        VietnameseText.Fold("Huyện Sìn Hồ".Normalize(NormalizationForm.FormD)));

    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void Fold_InAnyCulture_IsTheSame(string culture)
    {
        using var _ = new InCulture(culture);

        Assert.Equal("dinh ky i", VietnameseText.Fold("ĐỊNH KỲ I"));
    }

    [Theory]
    [InlineData(" Kế hoạch\u00A012/KH-UBND ", "ke|hoach|12|kh|ubnd")]
    [InlineData("—", "")]
    [InlineData(null, "")]
    public void FoldedWords_AreWhatIsBetweenSigns(string? text, string words) => Assert.Equal(words, string.Join('|', VietnameseText.FoldedWords(text)));

    [Theory]
    [InlineData("Sở Nội vụ", "so-noi-vu")]
    [InlineData("Huyện Sìn Hồ", "huyen-sin-ho")]
    [InlineData("Xã Sìn Hồ", "xa-sin-ho")]
    [InlineData("Sở Văn hóa, thể thao và Du lịch", "so-van-hoa-the-thao-va-du-lich")]
    public void Slug_IsTheFoldedTextWithHyphens(string text, string slug) => Assert.Equal(slug, VietnameseText.Slug(text));

    [Fact]
    public void Normalize_ComposesAndTidiesBlanks() =>
        Assert.Equal("Sở Nội vụ", VietnameseText.Normalize("  Sở \t Nội\u00A0vụ\n".Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Normalize_Twice_IsNormalizedOnce()
    {
        var once = VietnameseText.Normalize(" Ủy  ban ");

        Assert.Equal(once, VietnameseText.Normalize(once));
    }

    [Theory]
    [InlineData("Thành phố Lai Châu", "thành phố Lai Châu")]
    [InlineData("Đơn vị đặc thù", "đơn vị đặc thù")]
    [InlineData("UBND huyện Sìn Hồ", "UBND huyện Sìn Hồ")]
    [InlineData("Sở", "sở")]
    [InlineData("A", "A")]
    [InlineData("xã", "xã")]
    [InlineData("", "")]
    public void InSentence_LowersTheFirstLetterUnlessItIsAnAbbreviation(string text, string inSentence) =>
        Assert.Equal(inSentence, VietnameseText.InSentence(text));

    [Theory]
    [InlineData("Sở Y tế", 7, "Sở Y tế")]
    [InlineData("Sở Y tế", 6, "Sở Y …")]
    [InlineData("", 1, "")]
    public void Clip_EndsWithItsSign_WhereSomethingIsCutOff(string text, int most, string clipped) => Assert.Equal(clipped, VietnameseText.Clip(text, most));
}
