using ParIndex.Domain.Tables;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Tables;

public class ColumnTests
{
    [Theory]
    [InlineData("rank", "rank")]
    [InlineData("appraisalScore", "appraisal_score")]
    [InlineData("unit.nameAsPrinted", "unit_name_as_printed")]
    [InlineData("isInIndex", "is_in_index")]
    public void SnakeKey_SplitsWordsAndNests(string key, string snakeKey)
    {
        // Turkish lowers I to a letter that is not i.
        using var _ = new InCulture("tr-TR");

        Assert.Equal(snakeKey, new Column<int>(key, "", row => Cell.Of(row)).SnakeKey);
    }
}
