using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Rounds;

public sealed class RoundTests
{
    private readonly Round _round = new(2024, "Tỉnh Lai Châu", "Kỳ đánh giá 2024");
    private readonly UnitGroup _departments = UnitGroup.Usual()[0];

    [Fact]
    public void AddGroup_WithItsSet_TakesPart()
    {
        var group = _round.AddGroup(_departments, Set(2024, "so-nganh"), new());

        Assert.Equal(group, Assert.Single(_round.Groups));
        Assert.Equal(_departments.Id, group.UnitGroupId);
    }

    [Fact]
    public void AddGroup_Twice_IsRefused()
    {
        _round.AddGroup(_departments, Set(2024, "so-nganh"), new());

        Assert.Equal($"Khối “{_departments.Name}” đã có trong kỳ đánh giá.", Assert.Throws<RefusedException>(() => _round.AddGroup(_departments, Set(2024, "so-nganh"), new())).Message);
    }

    [Fact]
    public void Remove_InADraft_TakesTheGroupOut()
    {
        var group = _round.AddGroup(_departments, Set(2024, "so-nganh"), new());

        _round.Remove(group);

        Assert.Empty(_round.Groups);
    }

    [Theory]
    [InlineData(2023, "so-nganh")]
    [InlineData(2024, "huyen")]
    public void AddGroup_WithTheSetOfAnotherYearOrGroup_IsRefused(int year, string slug) =>
        Assert.Equal($"Bộ tiêu chí “Bộ tiêu chí” không phải của khối “{_departments.Name}” năm 2024.", Assert.Throws<RefusedException>(() => _round.AddGroup(_departments, Set(year, slug), new())).Message);

    [Fact]
    public void AddGroup_WithoutRules_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => _round.AddGroup(_departments, Set(2024, "so-nganh"), null!));

    [Fact]
    public void Rules_OfAGroup_AreThoseItWasGiven()
    {
        var rules = new GroupRules
        {
            Ratings = RatingScheme.Parse("Đạt=50,Chưa đạt=0"),
            Ranking = RankingPolicy.Parse("BySpecialCase/Dense"),
            BonusCeiling = 3,
            PenaltyCeiling = 5,
            IndexMayExceed100 = true,
            IndexDecimals = 1,
            RateExactIndex = true,
        };

        Assert.Equal(rules, _round.AddGroup(_departments, Set(2024, "so-nganh"), rules).Rules);
    }

    private static CriteriaSet Set(int year, string slug) => new(year, slug, "Bộ tiêu chí");
}
