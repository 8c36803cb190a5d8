using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Tests.Tables;

public sealed class CellTests
{
    [Fact]
    public void Absent_IsNothing_NeverZero()
    {
        Assert.All(
            [Cell.Of((string?)null), Cell.Of((decimal?)null, 2), Cell.Trimmed(null), Cell.Of((int?)null), Cell.Of((bool?)null), Cell.Of((DateOnly?)null)],
            cell => Assert.Same(Cell.Nothing, cell));
        Assert.Equal(new Cell.Text(""), Cell.Of(""));
        Assert.Equal(new Cell.Number(0, 0), Cell.Of(0));
        Assert.Equal(new Cell.YesNo(Value: false), Cell.Of((bool?)false));
    }

    [Fact]
    public void Value_IsOfItsKind()
    {
        Assert.Equal(new Cell.Text("Sở Nội vụ"), Cell.Of("Sở Nội vụ"));
        Assert.Equal(new Cell.Number(82.805m, 2), Cell.Of(82.805m, 2));
        Assert.Equal(new Cell.Number(78.5m, Places: null), Cell.Trimmed(78.5m));
        Assert.Equal(new Cell.Number(3, 0), Cell.Of(3));
        Assert.Equal(new Cell.YesNo(Value: true), Cell.Of((bool?)true));
        Assert.Equal(new Cell.Day(new(2021, 7, 15)), Cell.Of((DateOnly?)new DateOnly(2021, 7, 15)));
    }

    [Theory]
    [InlineData("82.805", 2, "82.81", "82,81")]
    [InlineData("82.8", 2, "82.80", "82,80")]
    [InlineData("78.50", null, "78.5", "78,5")]
    [InlineData("98", null, "98", "98")]
    [InlineData("1234.5", 0, "1235", "1235")]
    public void Number_HasADotInData_AndACommaForReaders(string value, int? places, string data, string vietnamese)
    {
        var number = new Cell.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), places);

        Assert.Equal((data, vietnamese), (number.AsData, number.AsVietnamese));
    }
}
