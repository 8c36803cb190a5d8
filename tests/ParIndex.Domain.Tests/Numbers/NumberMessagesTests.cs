using System.Text.RegularExpressions;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Tests.Numbers;

public sealed partial class NumberMessagesTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    public void ForScore_GivesOnlyExamplesThatAreAccepted(int decimals, bool percent)
    {
        var format = new NumberFormat(decimals, percent);

        var examples = Example().Matches(NumberMessages.ForScore(NumberProblem.NotANumber, format).Text).Select(match => match.Value).ToList();

        Assert.True(examples.Count >= 2);
        Assert.All(examples, example => Assert.NotNull(ScoreText.Read(example, format).Value));
    }

    [Fact]
    public void ForScore_TooManyDecimals_NamesTheLimitAndTheThousandsSeparator()
    {
        var message = NumberMessages.ForScore(NumberProblem.TooManyDecimals, NumberFormat.Score).Text;

        Assert.StartsWith("có quá 2 chữ số thập phân", message, StringComparison.Ordinal);
        Assert.Contains("không dùng dấu phân cách hàng nghìn", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ForScore_WholeNumbersOnly_AsksForAWholeNumber() =>
        Assert.Equal("không phải là số hợp lệ; nhập số nguyên", NumberMessages.ForScore(NumberProblem.NotANumber, new(0)).Text);

    [Fact]
    public void ForScore_SignWhereMinusIsAllowed_RefusesOnlyThePlus() =>
        Assert.StartsWith("không được có dấu dương;", NumberMessages.ForScore(NumberProblem.Sign, NumberFormat.Penalty).Text, StringComparison.Ordinal);

    [Fact]
    public void ForScore_EveryProblem_SaysWhatIsAccepted() => Assert.All(
        Enum.GetValues<NumberProblem>(),
        problem => Assert.Contains("; nhập số có tối đa 2 chữ số thập phân, ví dụ 62,30 hoặc 62.30", NumberMessages.ForScore(problem, NumberFormat.Score).Text, StringComparison.Ordinal));

    [Fact]
    public void ForScore_EveryProblem_HasItsOwnSentence() => Assert.Distinct(
        Enum.GetValues<NumberProblem>().Select(problem => NumberMessages.ForScore(problem, NumberFormat.Score).Text));

    [Theory]
    [InlineData(NumberProblem.NotANumber)]
    [InlineData(NumberProblem.Sign)]
    [InlineData(NumberProblem.TooLarge)]
    public void ForCount_GivesOnlyExamplesThatAreAccepted(NumberProblem problem)
    {
        var message = NumberMessages.ForCount(problem).Text;

        Assert.All(["1611", "1.611"], example => Assert.Contains(example, message, StringComparison.Ordinal));
        Assert.Equal(1611, CountText.Read("1.611").Value);
    }

    [GeneratedRegex(@"\d+[.,]\d+%?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Example();
}
