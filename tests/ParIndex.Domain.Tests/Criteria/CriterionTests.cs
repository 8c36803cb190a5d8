using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Tests.Criteria;

public sealed class CriterionTests
{
    [Theory]
    [InlineData("", "Tiêu chí")]
    [InlineData("1", " ")]
    public void CodeAndName_Empty_AreRefused(string code, string name) =>
        Assert.Throws<ArgumentException>(() => new Criterion(code, name, 1));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void MaxScore_NotAboveZero_IsRefused(int max) =>
        Assert.ThrowsAny<ArgumentException>(() => new Criterion("1", "Tiêu chí", max));

    [Fact]
    public void Lineage_OfANewCriterion_IsItsOwn()
    {
        var criterion = new Criterion("1.1", "Kế hoạch", 1);

        Assert.Equal((criterion.Id, LineageChange.New, true), (criterion.Lineage, criterion.Change, criterion.IsComparable));
    }

    [Fact]
    public void Lineage_IsHandedOnOverTheYears_WhateverTheCodeAndTheWording()
    {
        var (next, last) = (new CriteriaSet(2025, "so-nganh", "Bộ tiêu chí"), new CriteriaSet(2026, "so-nganh", "Bộ tiêu chí"));
        var (first, second, third) = (new Criterion("1.1", "Kế hoạch", 1), next.Add("1.2", "Kế hoạch năm", 1.5m), last.Add("2.1", "Lập kế hoạch", 2));

        next.Continue(second, first, LineageChange.Same, comparable: true);
        last.Continue(third, second, LineageChange.MaximumChanged, comparable: false);

        Assert.Equal(first.Lineage, third.Lineage);
        Assert.Equal((true, false), (second.IsComparable, third.IsComparable));
    }

    [Fact]
    public void SameCodeNextYear_IsNotTheSameCriterion() =>
        Assert.NotEqual(new Criterion("1.1", "Kế hoạch", 1).Lineage, new Criterion("1.1", "Kiểm tra", 1).Lineage);
}
