using ParIndex.Domain.Text;

namespace ParIndex.Domain.Tests.Text;

public sealed class TextSignsTests
{
    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("a\u001bb\u0007", "ab")]
    [InlineData("a\uFFFEb\uFFFF\uFDD0", "ab")]
    [InlineData("a\U0001FFFEb", "ab")]
    [InlineData("a\U0001FFFFb\U0010FFFD", "ab\U0010FFFD")]
    [InlineData("\uFDCF\uFDD0\uFDEF\uFDF0", "\uFDCF\uFDF0")]
    [InlineData("a\u0085b\u0086", "a\u0085b")]
    [InlineData("Sở\r\n\tNội\u2028vụ", "Sở\r\n\tNội\u2028vụ")]
    [InlineData("😀👩🏽‍💻 𐐷", "😀👩🏽‍💻 𐐷")]
    [InlineData("", "")]
    public void Legible_DropsWhatNoTextHolds(string typed, string kept) => Assert.Equal(kept, TextSigns.Legible(typed));

    [Theory]
    [InlineData("Nông\u00ADnghiệp\u200B", "Nôngnghiệp")]
    [InlineData("\u200DSở\u200C Nội\u200D", "Sở Nội")]
    [InlineData("👩\u200D💻", "👩\u200D💻")]
    [InlineData("❤\uFE0F\u200D🔥", "❤\uFE0F\u200D🔥")]
    [InlineData("☺\u200D", "☺\u200D")]
    [InlineData("👍\u200B\u00AD", "👍")]
    public void Seen_DropsWhatNobodySees_AndKeepsAnEmojiWhole(string typed, string kept) => Assert.Equal(kept, TextSigns.Seen(typed));

    [Fact]
    public void HalvesOfAPair_AreDropped_AndNormalisingDoesNotThrow()
    {
        var halves = new string(['a', '\uD83D', 'b', '\uDE00']);

        Assert.Equal("ab", TextSigns.Legible(halves));
        Assert.Equal("ab", VietnameseText.Normalize(halves + "\uFFFE"));
        Assert.Equal("ab", VietnameseText.Fold(halves + "\uFFFE"));
    }
}
