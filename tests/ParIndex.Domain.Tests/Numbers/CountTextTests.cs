using FsCheck.Fluent;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Numbers;

public sealed class CountTextTests
{
    [Theory]
    [InlineData("1611")]
    [InlineData("1.611")]
    [InlineData("1,611")]
    [InlineData("1 611")]
    [InlineData("1\u00A0611")]
    [InlineData("1\u202F611")]
    [InlineData(" 1611 ")]
    public void Read_GroupedByThreesOrNot_IsOneCount(string text) => Assert.Equal(1611, CountText.Read(text).Value);

    [Theory]
    [InlineData("16.11")]
    [InlineData("1.6110")]
    [InlineData("1611.000")]
    [InlineData("1.611,000")]
    [InlineData("1 611.000")]
    [InlineData("1.611 000")]
    [InlineData("1.611.")]
    [InlineData(".611")]
    [InlineData("1..611")]
    [InlineData("1e3")]
    [InlineData("1611%")]
    [InlineData("１６１１")]
    [InlineData("một")]
    public void Read_AnyOtherSpelling_IsRefused(string text) =>
        Assert.Equal(NumberProblem.NotANumber, CountText.Read(text).Problem);

    [Theory]
    [InlineData("0.611")]
    [InlineData("0,125")]
    [InlineData("00.611")]
    [InlineData("012.500")]
    public void Read_GroupsAfterALeadingZero_AreADecimalAndRefused(string text) =>
        Assert.Equal(NumberProblem.NotANumber, CountText.Read(text).Problem);

    [Theory]
    [InlineData("-1")]
    [InlineData("−1")]
    [InlineData("+1")]
    public void Read_Sign_IsRefused(string text) => Assert.Equal(NumberProblem.Sign, CountText.Read(text).Problem);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Read_Nothing_IsEmptyAndNotZero(string? text) => Assert.True(CountText.Read(text).IsEmpty);

    [Fact]
    public void Read_Zero_IsACount() => Assert.Equal(0, CountText.Read("0").Value);

    [Theory]
    [InlineData("999.999.999", null)]
    [InlineData("1.000.000.000", NumberProblem.TooLarge)]
    public void Read_TakesNineDigitsAndNotOneMore(string text, NumberProblem? problem) =>
        Assert.Equal(problem, CountText.Read(text).Problem);

    [Fact]
    public void Read_GroupedAndUngrouped_AlwaysAgree() => Law.Holds(
        Gen.Choose(0, 999_999_999),
        count => new[] { "0", "#,##0" }.All(pattern =>
            CountText.Read(count.ToString(pattern, System.Globalization.CultureInfo.InvariantCulture)).Value == count));
}
