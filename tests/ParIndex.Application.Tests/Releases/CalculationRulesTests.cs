using ParIndex.Domain.Ranking;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>What a release says of how its figures were computed, and what that does to its digest.</summary>
public sealed class CalculationRulesTests
{
    private static readonly GroupRules Rules = new()
    {
        BonusCeiling = 2.50m,
        PenaltyCeiling = 0,
        IndexMayExceed100 = true,
        RateExactIndex = true,
        TieDecisions = [Decided("so-ba", "so-hai"), Decided("so-mot", "so-hai")],
    };

    private static readonly ComputedUnit[] Units = [ComputedGroup.Points("Sở Một", 40, 28, 30, 5, 0), ComputedGroup.Points("Sở Hai", 30, 20, 20, 0, 1), ComputedGroup.Points("Sở Ba", 30, 20, 20, 0, 1)];

    [Fact]
    public void Json_SaysCeilingsTiesThatHold_AndTheYearBefore_AndIsReadBack()
    {
        var before = ComputedGroup.Release(new GroupRules(), Units);
        var json = ComputedGroup.Release(Rules, Units, before: before).Groups[0].Calculation!;

        Assert.Equal(
            "{\"bonusCeiling\":2.5,\"penaltyCeiling\":0,\"indexMayExceed100\":true,\"rateExactIndex\":true,"
            + "\"tieDecisions\":[{\"units\":[\"so-ba\",\"so-hai\"],\"basis\":\"Biên bản số 12/BB-HĐTĐ\",\"date\":\"2026-11-01\"}],"
            + $"\"yearBefore\":{{\"year\":2026,\"version\":1,\"resultsDigest\":\"{before.ResultsDigest}\"}}}}", json);
        var read = CalculationRules.FromJson(json);
        Assert.Equal(json, read.ToJson());
        Assert.Equal(read, CalculationRules.FromJson(json));
        Assert.Equal(EarlierRelease.Of(before), read.Before);
        Assert.NotEqual(read, read with { TieDecisions = [] });
        Assert.False(read.IsInferred);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"bonusCeiling\":1}")]
    [InlineData("{\"bonusCeiling\":\"1\",\"penaltyCeiling\":null,\"indexMayExceed100\":true,\"rateExactIndex\":false,\"tieDecisions\":[],\"yearBefore\":null}")]
    public void WhatIsNoSuchJson_IsRefused(string json) => Assert.Throws<FormatException>(() => CalculationRules.FromJson(json));

    [Fact]
    public void CanonicalText_HasThem_OnlyWhereTheySaySomething()
    {
        var usual = ComputedGroup.Release(new GroupRules(), Units);
        var old = WithCalculation(usual, null);
        var ceiling = ComputedGroup.Release(new GroupRules { BonusCeiling = 9 }, Units);

        Assert.Equal(old.ResultsDigest, usual.ResultsDigest);
        Assert.DoesNotContain("bonusCeiling", ResultsDigest.CanonicalText(usual), StringComparison.Ordinal);
        Assert.Contains("\nQuy tắc tính\n{\"bonusCeiling\":9,", ResultsDigest.CanonicalText(ceiling), StringComparison.Ordinal);
        Assert.Equal(usual.Groups[0].Results.Select(row => row.Index), ceiling.Groups[0].Results.Select(row => row.Index));
        Assert.NotEqual(usual.ResultsDigest, ceiling.ResultsDigest);
        Assert.NotEqual(usual.ResultsDigest, WithCalculation(usual, "{").ResultsDigest);
        Assert.Equal(ceiling.ResultsDigest, WithCalculation(ceiling, ceiling.Groups[0].Copy().Calculation).ResultsDigest);
    }

    [Fact]
    public void OlderRelease_TellsThemByItsFigures()
    {
        var release = WithCalculation(ComputedGroup.Release(Rules, Units), null);

        var inferred = release.Groups[0].ReadCalculation();

        Assert.Equal((2.5m, 0m, true, true), (inferred.BonusCeiling!.Value, inferred.PenaltyCeiling!.Value, inferred.IndexMayExceed100, inferred.IsInferred));
        Assert.Equal(["so-ba", "so-hai"], Assert.Single(inferred.TieDecisions).Units);
        Assert.Null(inferred.Before);
        Assert.Equal(new CalculationRules { IsInferred = true }, WithCalculation(ComputedGroup.Release(new GroupRules(), [.. Units.Skip(1)]), null).Groups[0].ReadCalculation());
    }

    [Fact]
    public void PrintedTable_IsComputedWithoutCeilings_AndMayPass100()
    {
        var row = new ReleaseResult { Position = 0, UnitCode = "xa-mot", UnitName = "Xã Một", NameAsPrinted = "Xã Một", TotalScore = 101, Scale = 100, Index = 101 };

        Assert.Equal(new CalculationRules { IndexMayExceed100 = true }, new ReleaseGroup("xa", "Xã", nameEn: null, 0, 1, [row], []).ReadCalculation());
    }

    private static Release WithCalculation(Release release, string? calculation)
    {
        var group = release.Groups[0].Copy();
        typeof(ReleaseGroup).GetProperty(nameof(ReleaseGroup.Calculation))!.SetValue(group, calculation);
        return new(release.Province, release.Year, release.VersionNumber, release.Change, release.IsArchive, release.PublishedAt, [group]);
    }

    private static TieDecision Decided(params string[] units) => new(units, "Biên bản số 12/BB-HĐTĐ", new DateOnly(2026, 11, 1), Guid.Empty, DateTime.UnixEpoch);
}
