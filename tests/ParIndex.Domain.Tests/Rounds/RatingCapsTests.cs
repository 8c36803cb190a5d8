using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Rounds;

/// <summary>What caps a unit's rating: its criteria at zero, and what is recorded of it. Index and place stay.</summary>
public sealed class RatingCapsTests
{
    private static readonly ConditionScheme Conditions = ConditionScheme.Parse("Khá | có tiêu chí 0 điểm | Điều 5\nTrung bình | Người đứng đầu bị kỷ luật | Điều 6");

    private readonly CriteriaSet _set = new(2026, "so-nganh", "Bộ tiêu chí 2026");
    private readonly Round _round = new(2026, "Tỉnh Lai Châu", "Kỳ đánh giá năm 2026");
    private readonly Participant _participant;
    private readonly GroupRules _rules = new() { Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0"), RatingConditions = Conditions };

    public RatingCapsTests()
    {
        foreach (var (code, most) in new[] { ("1", 90m), ("2", 2m), ("3", 2m), ("4", 2m), ("5", 2m), ("6", 1m), ("7", 1m) })
        {
            _set.Add(code, $"Tiêu chí {code}", most);
        }

        _set.Add("8", "Điểm cộng", 5, Component.Bonus);
        var group = _round.AddGroup(new UnitGroup("so-nganh", "Sở, ban, ngành", nameEn: null, UnitKind.Department, 0), _set, _rules);
        _participant = group.AddParticipant(new Unit("Sở Nội vụ", UnitKind.Department));
    }

    [Fact]
    public void WithoutZero_TheBandsAloneDecide() => Assert.Equal(("Tốt", null), Rated());

    [Fact]
    public void ACriterionAtZero_CapsTheBand_AndTheReasonNamesIt()
    {
        Assert.Equal(("Khá", "Theo chỉ số là Tốt; không quá Khá: tiêu chí 2 0 điểm (Điều 5)"), Rated("2"));
        Assert.Equal("Theo chỉ số là Tốt; không quá Khá: tiêu chí 2, 3, 4, 5, 6 và 01 tiêu chí khác 0 điểm (Điều 5)", Rated("2", "3", "4", "5", "6", "7").Reason);
        Assert.Equal(98m, Result("2").Index);
    }

    [Fact]
    public void ABonusAtZero_AndWhatDoesNotApply_CapNothing()
    {
        _participant.Exempt(_set.Leaves.Single(leaf => leaf.Code == "2"), "Không có", "Quyết định 1", Guid.NewGuid(), DateTime.UtcNow);

        Assert.Equal(("Tốt", null), Rated("2", "8"));
    }

    [Fact]
    public void ACapAboveTheBand_SaysNothing() => Assert.Equal(("Trung bình", null), Rated("1", "2"));

    [Fact]
    public void OfTwoCaps_TheLowerHolds_AndBothAreSaid()
    {
        _round.Move(RoundState.Open, Guid.NewGuid(), DateTime.UtcNow, note: null);
        _participant.RecordRatingConditions([new("Người đứng đầu  bị kỷ luật", " Quyết định 45/QĐ-UBND ")]);

        Assert.Equal(("Trung bình", "Theo chỉ số là Tốt; không quá Khá: tiêu chí 2 0 điểm (Điều 5); không quá Trung bình: Người đứng đầu bị kỷ luật: Quyết định 45/QĐ-UBND (Điều 6)"), Rated("2"));

        _participant.RecordRatingConditions([]);
        Assert.Equal(("Tốt", null), Rated());
    }

    [Fact]
    public void ARecord_OfADraft_OrWithoutItsDecision_IsRefused()
    {
        Assert.Contains("từ khi mở kỳ đánh giá", Assert.Throws<RefusedException>(() => _participant.RecordRatingConditions([])).Message, StringComparison.Ordinal);
        _round.Move(RoundState.Open, Guid.NewGuid(), DateTime.UtcNow, note: null);
        Assert.Throws<ArgumentException>("records", () => _participant.RecordRatingConditions([new("Người đứng đầu bị kỷ luật", " ")]));
        Assert.Throws<ArgumentException>("records", () => _participant.RecordRatingConditions([new("", "Quyết định 45")]));
    }

    [Fact]
    public void TheListOfAUnit_IsItsHeading()
    {
        _participant.Mark(isSpecialCase: true, isRanked: true, " Cụm  I ");

        var totals = _participant.Totals("so-noi-vu", _participant.Sheet(_set), ConditionScheme.None);

        Assert.Equal(("Cụm I", "Cụm I", true, true), (_participant.RankingList, totals.Heading, totals.IsSpecialCase, totals.IsRanked));
        _participant.Mark(isSpecialCase: false, isRanked: false, " ");
        Assert.Null(_participant.RankingList);
    }

    private (string? Rating, string? Reason) Rated(params string[] zero) => (Result(zero).Rating, Result(zero).RatingReason);

    private IndexResult Result(params string[] zero)
    {
        var points = _set.Leaves.Where(leaf => leaf.Component == Component.Appraisal).ToDictionary(leaf => leaf.Code, leaf => zero.Contains(leaf.Code) ? 0 : leaf.MaxScore);
        points["8"] = 0;
        return IndexCalculator.Calculate(_participant.Totals("so-noi-vu", _participant.Sheet(_set, points), Conditions), _rules);
    }
}
