using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Tests.Criteria;

public sealed class CriterionContentTests
{
    [Theory]
    [InlineData("", "Tiêu chí", 1)]
    [InlineData("1", " ", 1)]
    [InlineData("1", "Tiêu chí", 0)]
    [InlineData("1", "Tiêu chí", -1)]
    public void CodeNameAndMaximum_AreNeeded(string code, string name, int max) =>
        Assert.ThrowsAny<ArgumentException>(() => new CriterionContent(code, name, max));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Decimals_AreNoneToFour(int decimals, bool taken)
    {
        var refusal = Record.Exception(() => new CriterionContent("1", "Tiêu chí", 1) { Decimals = decimals });

        Assert.Equal(taken, refusal is null);
        Assert.True(refusal is null or ArgumentOutOfRangeException);
    }

    [Fact]
    public void Texts_AreOneLineEach_AndTheScoringTextKeepsItsLines()
    {
        var content = new CriterionContent("1", " Ban hành \n kế hoạch ", 1)
        {
            NameEn = "Annual \r\n plan",
            EvidenceAsked = "Kế hoạch\nBáo cáo",
            AppraisingBody = " Sở  Nội vụ",
            Remark = "Mới\t2026",
            ScoringText = " Có: 1 điểm\r\n\r\nKhông:  0 điểm ",
        };

        Assert.Equal(
            ("Ban hành kế hoạch", "Annual plan", "Kế hoạch Báo cáo", "Sở Nội vụ", "Mới 2026", "Có: 1 điểm\nKhông: 0 điểm"),
            (content.Name, content.NameEn, content.EvidenceAsked, content.AppraisingBody, content.Remark, content.ScoringText));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Texts_ThatSayNothing_AreNone(string? nothing)
    {
        var content = new CriterionContent("1", "Tiêu chí", 1) { NameEn = nothing, EvidenceAsked = nothing, AppraisingBody = nothing, Remark = nothing, ScoringText = nothing };

        Assert.All([content.NameEn, content.EvidenceAsked, content.AppraisingBody, content.Remark, content.ScoringText], Assert.Null);
    }
}
