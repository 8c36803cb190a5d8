using ParIndex.Application.Reading;

namespace ParIndex.Application.Tests.Imports.Reading;

public class HeadingRowTests
{
    [Fact]
    public void Read_HeadingUnderHeading_IsTheListOfTheGroup()
    {
        var table = ReadTable.Csv(
            """
            STT,Đơn vị,Chỉ số
            I,"Sở, ban, ngành",
            ,Thang điểm 98,
            1,Sở Nội vụ,87.42
            2,Sở Tư pháp,86.52
            ,Đơn vị đặc thù (dưới 98),
            1,Thanh tra tỉnh,82.90
            II,"UBND huyện, thành phố",
            1,Huyện Sìn Hồ,67.81
            """);

        Assert.Equal(
            [
                ("Sở, ban, ngành", "Thang điểm 98", 98m, 1), ("Sở, ban, ngành", "Thang điểm 98", 98m, 2),
                ("Sở, ban, ngành", "Đơn vị đặc thù (dưới 98)", null, 1), ("UBND huyện, thành phố", null, null, 1),
            ],
            table.Rows.Select(row => (row.Group, row.Heading, row.HeadingScale, row.Order)));
    }

    [Theory]
    [InlineData("Thang điểm 98", 98.0)]
    [InlineData("thang diem: 98 diem", 98.0)]
    [InlineData("Nhóm đơn vị (98 điểm)", 98.0)]
    [InlineData("Tối đa 98 điểm", 98.0)]
    [InlineData("Điểm tối đa: 71,5", 71.5)]
    [InlineData("Thang điểm 96.5", 96.5)]
    [InlineData("Đơn vị đặc thù (dưới 98)", null)]
    [InlineData("Thang điểm dưới 98", null)]
    [InlineData("Thang điểm nhỏ hơn 98 điểm", null)]
    [InlineData("Thang điểm < 98", null)]
    [InlineData("Đơn vị đặc thù", null)]
    public void Read_HeadingAboutTheScale_HeadsAList(string heading, double? scale)
    {
        var row = Assert.Single(ReadTable.Csv($"STT;Đơn vị;Chỉ số\n;{heading};\n1;Sở Y tế;74,31").Rows);

        Assert.Equal((null, heading, (decimal?)scale), (row.Group, row.Heading, row.HeadingScale));
    }

    [Theory]
    [InlineData("I. Các sở, ban, ngành", "Các sở, ban, ngành", null)]
    [InlineData("A - Khối sở", "Khối sở", null)]
    [InlineData("II/ UBND các huyện", "UBND các huyện", null)]
    [InlineData("Nhóm 1", "Nhóm 1", null)]
    [InlineData("Khối các cơ quan chuyên môn", "Khối các cơ quan chuyên môn", null)]
    [InlineData("Sở, ban, ngành tỉnh (thang điểm 98)", "Sở, ban, ngành tỉnh", 98)]
    public void Read_OtherHeading_HeadsAGroup(string heading, string group, int? scale)
    {
        var row = Assert.Single(ReadTable.Csv($"STT;Đơn vị;Chỉ số\n{heading};;\n1;Sở Y tế;74,31").Rows);

        Assert.Equal((group, null, (decimal?)scale), (row.Group, row.Heading, row.HeadingScale));
    }

    [Fact]
    public void Read_SpecialUnitsInAGroupThatStatesAScale_HaveNone()
    {
        var table = ReadTable.Csv("Đơn vị;Chỉ số\nCác sở (thang điểm 98);\nSở Y tế;74,31\nĐơn vị đặc thù;\nThanh tra tỉnh;82,90");

        Assert.Equal([98m, null], table.Rows.Select(row => row.HeadingScale));
    }

    [Fact]
    public void Read_SiblingHeadings_StayInTheirGroup()
    {
        var table = ReadTable.Csv(
            "STT,Đơn vị,Chỉ số\nA,Cấp tỉnh,\nI,Các sở,\n1,Sở Y tế,74.31\nII,Các ban,\n1,Ban Dân tộc,77.04\nB,Cấp huyện,\n1,Huyện Sìn Hồ,67.81");

        Assert.Equal(
            [("Cấp tỉnh", "Các sở"), ("Cấp tỉnh", "Các ban"), ("Cấp huyện", null)],
            table.Rows.Select(row => (row.Group, row.Heading)));
    }

    [Fact]
    public void Read_HeadingCopiedIntoEveryCell_IsOneHeading()
    {
        var row = Assert.Single(ReadTable.Csv("STT;Đơn vị;Chỉ số\nCác sở;Các sở;Các sở\n1;Sở Y tế;74,31").Rows);

        Assert.Equal("Các sở", row.Group);
    }

    [Fact]
    public void Read_CommunesUnderANumberedDistrict_AreItsGroup()
    {
        var row = Assert.Single(ReadTable.Csv("STT,Đơn vị,Chỉ số\nI,Huyện Tam Đường,\n1,Xã Bản Bo,81.20").Rows);

        Assert.Equal("Huyện Tam Đường", row.Group);
    }

    [Fact]
    public void Read_NumberedTitleDirectlyOverTheHeader_IsAGroup()
    {
        var table = ReadTable.Csv("KẾT QUẢ NĂM 2020\n\"I. Sở, ban, ngành\",,\nSTT,Đơn vị,Chỉ số\n1,Sở Y tế,74.31");

        Assert.Equal("Sở, ban, ngành", table.Rows[0].Group);
        Assert.Equal(["Bỏ qua dòng 1: “KẾT QUẢ NĂM 2020”."], table.Remarks.Select(remark => remark.Text));
    }

    [Fact]
    public void Read_UnitNameAloneWithoutFigures_IsRefused_BecauseItsFiguresMayBeLost()
    {
        var problem = ReadTable.OnlyProblem("STT,Đơn vị,Chỉ số\n1,Sở Nội vụ,87.42\n,Sở Y tế,\n3,Sở Tài chính,76.94");

        Assert.StartsWith("“Sở Y tế” đứng một mình", problem.Message, StringComparison.Ordinal);
        Assert.Equal(new CellPlace(3, 2), problem.Place);
    }

    [Fact]
    public void Read_RowThatLeavesItsGroupEmpty_GoesOnWithTheOneAbove()
    {
        var table = ReadTable.Csv("Nhóm,Phân nhóm,Đơn vị,Chỉ số\nSở,Thang điểm 98,Sở Nội vụ,87.42\n,,Sở Y tế,74.31\nHuyện,,Huyện Sìn Hồ,67.81");

        Assert.Equal([("Sở", "Thang điểm 98", 1), ("Sở", "Thang điểm 98", 2), ("Huyện", null, 1)], table.Rows.Select(row => (row.Group, row.Heading, row.Order)));
    }
}
