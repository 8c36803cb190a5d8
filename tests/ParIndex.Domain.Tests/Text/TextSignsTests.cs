using ParIndex.Domain.Text;

namespace ParIndex.Domain.Tests.Text;

public sealed class TextSignsTests
{
    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("a\u001bb\u0007", "ab")]
    [InlineData("a\uFFFEb\uFFFF\uFDD0", "ab")]
    [InlineData("a\U0001FFFEb", "ab")]
    [InlineData("Sở\r\n\tNội\u2028vụ", "Sở\r\n\tNội\u2028vụ")]
    [InlineData("😀👩🏽‍💻 𐐷", "😀👩🏽‍💻 𐐷")]
    [InlineData("", "")]
    public void Legible_DropsWhatNoTextHolds(string typed, string kept) => Assert.Equal(kept, TextSigns.Legible(typed));

    [Fact]
    public void HalvesOfAPair_AreDropped_AndNormalisingDoesNotThrow()
    {
        var halves = new string(['a', '\uD83D', 'b', '\uDE00']);

        Assert.Equal("ab", TextSigns.Legible(halves));
        Assert.Equal("ab", VietnameseText.Normalize(halves + "\uFFFE"));
        Assert.Equal("ab", VietnameseText.Fold(halves + "\uFFFE"));
    }
}
