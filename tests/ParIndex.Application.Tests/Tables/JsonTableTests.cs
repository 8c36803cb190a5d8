using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParIndex.Application.Tables;
using ParIndex.Application.Tests.Support;
using ParIndex.Domain.Tables;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Tables;

public class JsonTableTests
{
    [Fact]
    public void Row_NestsNeighboursAndKeepsPlaces()
    {
        Assert.Equal(
            """[{"unit":{"code":"so-noi-vu","name":"Sở Nội vụ"},"totalScore":82.81,"scale":78.5,"fine":0.1235,"rank":1,"tied":true,"announcedOn":"2021-07-15"}]""",
            Write(SampleRow.Columns, SampleRow.Full));
    }

    [Fact]
    public void AbsentValues_AreNull()
    {
        Assert.Equal(
            """[{"unit":{"code":null,"name":null},"totalScore":null,"scale":null,"fine":null,"rank":null,"tied":null,"announcedOn":null}]""",
            Write(SampleRow.Columns, new SampleRow()));
    }

    [Fact]
    public void Zero_KeepsItsPlaces_AndFalseIsNotAbsent()
    {
        Assert.Equal(
            """[{"unit":{"code":"","name":null},"totalScore":0.00,"scale":0,"fine":0.0000,"rank":0,"tied":false,"announcedOn":null}]""",
            Write(SampleRow.Columns, new SampleRow(Code: "", Score: 0, Scale: 0, Fine: 0, Rank: 0, Tied: false)));
    }

    [Fact]
    public void NestedObject_IsClosed_BeforeAnotherAndAtTheEnd()
    {
        IReadOnlyList<Column<int>> columns =
        [
            new("one.a", "", row => Cell.Of(row)),
            new("two.a", "", row => Cell.Of(row)),
            new("two.b", "", row => Cell.Of(row)),
        ];

        Assert.Equal("""[{"one":{"a":1},"two":{"a":1,"b":1}},{"one":{"a":2},"two":{"a":2,"b":2}}]""", Write(columns, 1, 2));
    }

    [Fact]
    public void NoRow_IsAnEmptyArray()
    {
        Assert.Equal("[]", Write(SampleRow.Columns));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("gọi là \"một cửa\"\n\u0001")]
    public void Text_ComesBackAsItWas(string text)
    {
        using var json = JsonDocument.Parse(Write(SampleRow.Texts("").Columns, text));

        Assert.Equal(text, json.RootElement[0].GetProperty("text").GetString());
    }

    [Theory, MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void Bytes_DoNotDependOnTheCulture(string culture)
    {
        var json = Write(SampleRow.Columns, SampleRow.Full);

        using var _ = new InCulture(culture);

        Assert.Equal(json, Write(SampleRow.Columns, SampleRow.Full));
    }

    private static string Write<T>(IReadOnlyList<Column<T>> columns, params T[] rows)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonTable.WriteRows(json, columns, rows);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
