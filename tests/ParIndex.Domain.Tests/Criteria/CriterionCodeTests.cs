using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Tests.Criteria;

public sealed class CriterionCodeTests
{
    [Theory]
    [InlineData("II.", "2")]
    [InlineData("XX", "20")]
    [InlineData("II.1", "2.1")]
    [InlineData("1.II", "1.II")]
    [InlineData("1.1.", "1.1")]
    [InlineData("Tiêu chí 3.2:", "3.2")]
    [InlineData("LĨNH VỰC II", "2")]
    [InlineData("Tiêu chí thành phần 1.1.2)", "1.1.2")]
    [InlineData("Phần III –", "3")]
    [InlineData("1,2", "1.2")]
    [InlineData("A", "A")]
    [InlineData("-", null)]
    [InlineData("1..2", null)]
    [InlineData("1.1 a", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Read_ACodeAsPrinted_IsTheCodeAsKept(string? printed, string? kept) => Assert.Equal(kept, CriterionCode.Read(printed));

    [Fact]
    public void Read_ARomanNumeralOfAField_IsItsNumber_UpToTwenty() => Assert.Equal(
        Enumerable.Range(1, 20).Select(number => $"{number}.1").Append("XXI.1"),
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".Split(' ').Select(numeral => CriterionCode.Read(numeral + ".1")));

    [Fact]
    public void Read_FortySigns_IsACode_AndOneMoreIsNone()
    {
        var longest = new string('1', CriterionContent.MostCode);

        Assert.Equal(longest, CriterionCode.Read(longest));
        Assert.Null(CriterionCode.Read(longest + "1"));
    }

    [Theory]
    [InlineData("II", true)]
    [InlineData("Lĩnh vực IV.", true)]
    [InlineData("I", true)]
    [InlineData("2", false)]
    [InlineData("IIII", false)]
    [InlineData("II.1", false)]
    [InlineData(null, false)]
    public void IsRoman_IsAFieldNumberedSo(string? text, bool roman) => Assert.Equal(roman, CriterionCode.IsRoman(text));

    [Theory]
    [InlineData("1.1.2", "1.1")]
    [InlineData("1.1", "1")]
    [InlineData("1", null)]
    [InlineData(".1", "")]
    public void ParentOf_IsTheCodeWithoutItsLastPart(string code, string? parent) => Assert.Equal(parent, CriterionCode.ParentOf(code));
}
