using FsCheck;
using FsCheck.Fluent;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;
using ParIndex.Domain.Tests.Support;
using static ParIndex.Domain.Tests.Stories.StoryCase;

namespace ParIndex.Domain.Tests.Stories;

public sealed class ChangeAccountTests
{
    /// <summary>Two years of one unit: six leaves of which each year has some, with a bonus and a penalty.</summary>
    private static readonly Gen<(Release Before, Release After)> Years = YearOf(2023).Zip(YearOf(2024)).Select(pair => (pair.Item1, Compared(pair.Item2, pair.Item1)));

    [Fact]
    public void PrintedTerms_AddUpToThePrintedChange() => Law.Holds(Years, years =>
    {
        var account = ChangeAccount.Of(Card(years.Before, "a"), Card(years.After, "a"))!;
        return account.Parts.Sum(part => part.Shown) == account.Change && account.Change == years.After.Groups[0].Results[0].Change;
    });

    [Fact]
    public void PrintedTerms_AreTheExactOnes_ToTheLastPlaceButOne() => Law.Holds(Years, years =>
    {
        var account = ChangeAccount.Of(Card(years.Before, "a"), Card(years.After, "a"))!;
        return account.Parts.All(part => Math.Abs(part.Exact - part.Shown) < 0.02m) && Math.Abs(account.Parts.Sum(part => part.Exact) - account.Comparison.Change) < 1e-18m;
    });

    [Fact]
    public void Change_IsTakenApart_ByHand()
    {
        // I₀ = 100·(1+2)/4 = 75, I₁ = 100·(2+3)/6 = 83,33; Ī = (75 + 83,333…)/200 = 0,791666…
        // kept 1.1: q 0,5 → 1, w 0,5 → 0,3333: performance ½(0,8333)·0,5 = 20,83; weight (0,75 − 0,79167)·(−0,16667) = 0,69
        // (rounded they make 8,32, and the hundredth that lacks goes to the term that lost most);
        // new 1.3: w 4/6, q 0,75: 0,66667·(0,75 − 0,79167) = −2,78; dropped 1.2: −0,5·(1 − 0,79167) = −10,42
        var before = Release(2023, Tree(Leaf("1.1", 2), Leaf("1.2", 2)), ("a", [1, 2]));
        var after = Compared(Release(2024, Tree(Leaf("1.1", 2), Leaf("1.3", 4)), ("a", [2, 3])), before);

        var account = ChangeAccount.Of(Card(before, "a"), Card(after, "a"))!;

        Assert.Equal([20.83m, 0.70m, -2.78m, -10.42m, 0m], account.Parts.Select(part => part.Shown));
        Assert.Equal((8.33m, 20.83m), (account.Change, account.Of(ChangeTerm.Performance)));
        Assert.Equal(["1.3"], account.New.Select(line => line.Criterion.Code));
        Assert.Equal(["1.2"], account.Dropped.Select(line => line.Criterion.Code));
    }

    [Fact]
    public void BonusAndPenalty_AreATermOfTheirOwn()
    {
        var tree = Tree(Leaf("1.1", 100), Leaf("2.1", 2, "đếm: 0,5", Component.Bonus), Leaf("2.2", 1, "đếm: 0,5", Component.Penalty));
        var before = Release(2023, tree, ("a", [80, 0, 0.5m]));
        var after = Compared(Release(2024, tree, ("a", [80, 1, 0])), before);

        Assert.Equal([0m, 0m, 0m, 0m, 1.5m], ChangeAccount.Of(Card(before, "a"), Card(after, "a"))!.Parts.Select(part => part.Shown));
    }

    [Theory]
    [InlineData("Tiêu chí 1.1", "tỷ lệ", true)]
    [InlineData("TIÊU CHÍ 1.1 ", "tỷ lệ; sàn=50", true)]
    [InlineData("Tiêu chi 1.1", "tỷ lệ", false)]
    [InlineData("Tiêu chí 1.1", "trực tiếp", false)]
    public void Leaf_IsTheSame_ByCodeWordingAndKindOfRule(string name, string rule, bool isSame)
    {
        var before = Release(2023, Tree(Leaf("1.1", 2, "tỷ lệ"), Leaf("1.2", 8)), ("a", [1, 8]));
        var after = Compared(Release(2024, Tree(Leaf("1.1", 2, rule, name: name), Leaf("1.2", 8)), ("a", [2, 8])), before);

        Assert.Equal(isSame ? 0 : 1, ChangeAccount.Of(Card(before, "a"), Card(after, "a"))!.New.Count);
    }

    [Fact]
    public void LeafThatDidNotApplyBefore_IsNewForTheUnit()
    {
        var tree = Tree(Leaf("1.1", 2), Leaf("1.2", 8));
        var before = Release(2023, tree, ("a", [null, 8]));
        var after = Compared(Release(2024, tree, ("a", [2, 8])), before);

        Assert.Equal("1.1", Assert.Single(ChangeAccount.Of(Card(before, "a"), Card(after, "a"))!.New).Criterion.Code);
    }

    [Fact]
    public void NoAccount_WhereTheReleaseDoesNotCompare_OrFiguresDoNotExplain()
    {
        var tree = Tree(Leaf("1.1", 2), Leaf("1.2", 8));
        var before = Release(2023, tree, ("a", [1, 8]));
        var now = Release(2024, tree, ("a", [2, 8]));
        var row = now.Groups[0].Results[0];

        Assert.Null(ChangeAccount.Of(null, Card(Compared(now, before), "a")));
        Assert.Null(ChangeAccount.Of(Card(before, "a"), null));
        Assert.Null(ChangeAccount.Of(Card(before, "a"), Card(Release(2024, tree, [row.With(change: 10, isComparable: false)]), "a")));
        Assert.Null(ChangeAccount.Of(Card(before, "a"), Card(Release(2024, tree, [row.With(change: 9.5m, isComparable: true)]), "a")));
        Assert.Null(ChangeAccount.Of(Card(before, "a"), Card(Release(2025, tree, [row.With(change: 10, isComparable: true)]), "a")));
        Assert.NotNull(ChangeAccount.Of(Card(before, "a"), Card(Compared(now, before), "a")));
    }

    private static Gen<Release> YearOf(int year) =>
        from has in Gen.Elements(true, true, true, false).ArrayOf(6)
        from maxima in Gen.Elements(0.5m, 1m, 1.5m, 2m, 3m, 7m).ArrayOf(6)
        from quarters in Gen.Choose(0, 3).ArrayOf(6)
        from bonus in Cases.Hundredths(0, 0.1m)
        from penalty in Cases.Hundredths(0, 0.1m)
        let leaves = Enumerable.Range(0, 6).Where(i => has[i] || i == 0).ToList()
        select Release(
            year,
            Tree([.. leaves.Select(i => Leaf($"1.{i}", maxima[i])), Leaf("2.1", 2, component: Component.Bonus), Leaf("2.2", 2, component: Component.Penalty)]),
            ("a", [.. leaves.Select(i => (decimal?)(maxima[i] * (quarters[i] + 1) / 5)), bonus, penalty]));

    /// <summary>The later year as a round gives it that found the years comparable.</summary>
    private static Release Compared(Release after, Release before)
    {
        var (row, was) = (after.Groups[0].Results[0], before.Groups[0].Results[0]);
        return Release(after.Year, [.. after.Groups[0].Criteria], [row.With(rank: 1, change: row.Index - was.Index, isComparable: true)]);
    }
}
