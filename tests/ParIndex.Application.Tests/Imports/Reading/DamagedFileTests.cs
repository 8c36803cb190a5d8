using System.Text;
using ParIndex.Application.Reading;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Imports.Reading;

public class DamagedFileTests
{
    private const int Mutations = 700;

    private const string Signs = "\",;\n\r<>'&(=-%9I\0";

    private static readonly object?[][] Sheet =
    [
        ["STT", "Đơn vị", "Tổng điểm", "Chỉ số"],
        ["I", "Các sở", null, null],
        [1, "Sở Nội vụ", 85.67, 87.42],
        [2, "Sở Tư pháp", 84.79, new Workbook.Styled(0.8652, Workbook.Percent)],
    ];

    private static readonly Dictionary<string, byte[]> Valid = new(StringComparer.Ordinal)
    {
        ["bang.csv"] = Encoding.UTF8.GetBytes(LaiChau2020.Csv),
        ["bang.html"] = Encoding.UTF8.GetBytes(
            "<html><meta charset=utf-8><table><tr><th rowspan=2>STT<th rowspan=2>Đơn vị<th colspan=2>Kết quả<th rowspan=2>Chỉ số<tr><th>Thẩm định<th>Tổng"
            + "<tr><td colspan=5>I. Các sở (98 điểm)<tr><td>1<td>Sở Nội vụ<sup>*</sup><td>62,30<td>85,67<td>87,42%<tr><td><td>Trung bình<td><td><td>87,42</table></html>"),
        ["bang.xlsx"] = new Workbook().Merged("Sheet1", ["A2:D2"], Sheet).Bytes(),
    };

    [Theory]
    [InlineData("bang.csv")]
    [InlineData("bang.html")]
    [InlineData("bang.xlsx")]
    public void Read_DamagedFile_IsReadOrRefusedButNeverACrash(string name)
    {
        var random = new Random(2020);
        var outcomes = Enumerable.Range(0, Mutations).Select(_ => IsRead(Damage(Valid[name], random), name)).ToList();

        Assert.True(IsRead(Valid[name], name));
        Assert.Contains(false, outcomes);
    }

    private static bool IsRead(byte[] content, string name)
    {
        try
        {
            var table = ReadTable.File(content, name);
            Assert.NotEmpty(table.Rows);
            Assert.All(table.Rows, row => Assert.True(row.UnitName.Length > 0 && row.Order > 0));
            return true;
        }
        catch (UnreadableTableException refused)
        {
            Assert.All(refused.Problems, problem => Assert.NotEmpty(problem.Message));
            return false;
        }
    }

    private static byte[] Damage(byte[] valid, Random random)
    {
        var content = valid.ToArray();
        for (var flips = random.Next(1, 6); flips > 0; flips--)
        {
            content[random.Next(content.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)Signs[random.Next(Signs.Length)];
        }

        var from = random.Next(4) == 0 ? random.Next(content.Length) : 0;
        return random.Next(4) == 0 ? content[from..random.Next(from, content.Length)] : content[from..];
    }
}
