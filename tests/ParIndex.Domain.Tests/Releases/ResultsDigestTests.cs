using System.Security.Cryptography;
using System.Text;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Releases;

/// <summary>What the council approves: every figure that is published, in one order, and nothing that is not.</summary>
public sealed class ResultsDigestTests
{
    [Fact]
    public void CanonicalText_IsEveryGroupWithItsRulesRowsReferencesAndLeaves() => Assert.Equal(
        """
        Tỉnh Lai Châu 2025
        so-nganh|Sở, ban, ngành|Tốt=80,Trung bình=0|ByHeading/Dense|76.50|Thang điểm khác nhau
        unit_code,unit_name,unit_name_en,unit_name_as_printed,appraisal_score,survey_score,bonus,penalty,total_score,scale,scale_source,index,published_index,published_rating,published_order,consistency,rating,rank,tied,ranking_list,change,comparable,special_case
        so-noi-vu,Sở Nội vụ,Home Affairs,Sở nội vụ,60.00,25.50,1.00,0.50,86.00,98,printed,87.76,87.75,Tốt,3,withinRounding,Tốt,1,false,Cụm I,2.00,true,false
        measure,unit_code,label,year,value,source
        meanIndex,so-noi-vu,Tốt,2024,76.00,derived
        code,depth,name,name_en,max_score,component,scored,rule
        1,1,Kết quả,Results,70,survey,true,{}
        unit_code,criterion_code,points,achieved,required,status,reason
        so-noi-vu,1,60.00,48,50,notApplicable,Không có
        xa|Xã||OneList/Competition||
        unit_code,unit_name,unit_name_en,unit_name_as_printed,appraisal_score,survey_score,bonus,penalty,total_score,scale,scale_source,index,published_index,published_rating,published_order,consistency,rating,rank,tied,ranking_list,change,comparable,special_case
        measure,unit_code,label,year,value,source

        """.Replace('|', '\t'),
        ResultsDigest.CanonicalText(Make()));

    [Fact]
    public void Digest_IsSha256OfTheText()
    {
        var release = Make();

        Assert.Equal(Hash(ResultsDigest.CanonicalText(release)), ResultsDigest.Of(release));
        Assert.Equal(ResultsDigest.Of(release), release.ResultsDigest);
        Assert.Equal(Hash(ResultsDigest.Of(release, release.Groups[0])), ResultsDigest.OfGroup(release, release.Groups[0]));
    }

    [Theory]
    [InlineData(typeof(Release), nameof(Release.Province))]
    [InlineData(typeof(Release), nameof(Release.Year))]
    [InlineData(typeof(ReleaseGroup), nameof(ReleaseGroup.Slug))]
    [InlineData(typeof(ReleaseGroup), nameof(ReleaseGroup.Name))]
    [InlineData(typeof(ReleaseGroup), nameof(ReleaseGroup.PrintedMean))]
    [InlineData(typeof(ReleaseGroup), nameof(ReleaseGroup.ScaleNote))]
    [InlineData(typeof(ReleaseGroup), nameof(ReleaseGroup.ScoreDecimals))]
    [InlineData(typeof(ReleaseGroup), nameof(ReleaseGroup.IndexDecimals))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.UnitCode))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.UnitName))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.UnitNameEn))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.NameAsPrinted))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.IsSpecialCase))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.AppraisalScore))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.SurveyScore))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.Bonus))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.Penalty))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.TotalScore))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.Scale))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.ScaleSource))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.Index))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.PublishedIndex))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.PublishedRating))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.PublishedOrder))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.Consistency))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.Rating))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.Rank))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.IsTied))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.RankingList))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.Change))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.IsComparable))]
    [InlineData(typeof(ReleaseReference), nameof(ReleaseReference.Measure))]
    [InlineData(typeof(ReleaseReference), nameof(ReleaseReference.UnitCode))]
    [InlineData(typeof(ReleaseReference), nameof(ReleaseReference.Label))]
    [InlineData(typeof(ReleaseReference), nameof(ReleaseReference.Year))]
    [InlineData(typeof(ReleaseReference), nameof(ReleaseReference.Value))]
    [InlineData(typeof(ReleaseReference), nameof(ReleaseReference.Source))]
    [InlineData(typeof(ReleaseCriterion), nameof(ReleaseCriterion.Code))]
    [InlineData(typeof(ReleaseCriterion), nameof(ReleaseCriterion.Depth))]
    [InlineData(typeof(ReleaseCriterion), nameof(ReleaseCriterion.Name))]
    [InlineData(typeof(ReleaseCriterion), nameof(ReleaseCriterion.NameEn))]
    [InlineData(typeof(ReleaseCriterion), nameof(ReleaseCriterion.MaxScore))]
    [InlineData(typeof(ReleaseCriterion), nameof(ReleaseCriterion.Component))]
    [InlineData(typeof(ReleaseCriterion), nameof(ReleaseCriterion.IsLeaf))]
    [InlineData(typeof(ReleaseCriterion), nameof(ReleaseCriterion.Rule))]
    [InlineData(typeof(ReleaseCriterion), nameof(ReleaseCriterion.ScoringText))]
    [InlineData(typeof(ReleaseCriterion), nameof(ReleaseCriterion.FigureNoun))]
    [InlineData(typeof(ReleaseScore), nameof(ReleaseScore.CriterionCode))]
    [InlineData(typeof(ReleaseScore), nameof(ReleaseScore.Points))]
    [InlineData(typeof(ReleaseScore), nameof(ReleaseScore.Achieved))]
    [InlineData(typeof(ReleaseScore), nameof(ReleaseScore.Required))]
    [InlineData(typeof(ReleaseScore), nameof(ReleaseScore.NotApplicable))]
    [InlineData(typeof(ReleaseScore), nameof(ReleaseScore.Counts))]
    [InlineData(typeof(ReleaseScore), nameof(ReleaseScore.Statement))]
    public void WhatIsPublished_ChangesTheDigest(Type part, string figure)
    {
        var release = Make();
        var row = ResultsDigest.OfRow(release.Groups[0], release.Groups[0].Results[0]);

        Change(PartOf(release, part), figure);

        Assert.NotEqual(release.ResultsDigest, ResultsDigest.Of(release));
        if (part == typeof(ReleaseResult) || part == typeof(ReleaseScore))
        {
            Assert.NotEqual(row, ResultsDigest.OfRow(release.Groups[0], release.Groups[0].Results[0]));
        }
    }

    [Theory]
    [InlineData(typeof(Release), nameof(Release.VersionNumber))]
    [InlineData(typeof(Release), nameof(Release.Change))]
    [InlineData(typeof(Release), nameof(Release.IsArchive))]
    [InlineData(typeof(Release), nameof(Release.DecisionNumber))]
    [InlineData(typeof(ReleaseGroup), nameof(ReleaseGroup.NameEn))]
    [InlineData(typeof(ReleaseGroup), nameof(ReleaseGroup.SinceVersion))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.Position))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.BestRank))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.WorstRank))]
    public void WhatIsNoResult_LeavesTheDigest(Type part, string figure)
    {
        var release = Make();

        Change(PartOf(release, part), figure);

        Assert.Equal(release.ResultsDigest, ResultsDigest.Of(release));
    }

    [Fact]
    public void Digest_IsOneOfComposedAndDecomposedText()
    {
        var (release, other) = (Make(), Make());
        foreach (var (part, name) in new (Type, string)[] { (typeof(Release), "Province"), (typeof(ReleaseGroup), "Name"), (typeof(ReleaseResult), "UnitName") })
        {
            var of = PartOf(other, part);
            var member = part.GetProperty(name)!;
            member.SetValue(of, ((string)member.GetValue(of)!).Normalize(NormalizationForm.FormD));
        }

        Assert.False(other.Groups[0].Name.IsNormalized());
        Assert.True(ResultsDigest.CanonicalText(other).IsNormalized());
        Assert.Equal(ResultsDigest.Of(release), ResultsDigest.Of(other));
        Assert.Equal(ResultsDigest.OfGroup(release, release.Groups[0]), ResultsDigest.OfGroup(other, other.Groups[0]));
        Assert.Equal(ResultsDigest.OfRow(release.Groups[0], release.Groups[0].Results[0]), ResultsDigest.OfRow(other.Groups[0], other.Groups[0].Results[0]));
    }

    [Fact]
    public void Groups_StandByPosition_AndThenByTheirAddress()
    {
        var release = Of(Empty("b", 1), Empty("c", 0), Empty("a", 1), Empty("B", 1));

        Assert.Equal(["c", "B", "a", "b"], ResultsDigest.CanonicalText(release).Split('\n').Where(line => line.Contains('\t')).Select(line => line.Split('\t')[0]));
    }

    [Theory, MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void Digest_DoesNotDependOnTheCulture(string culture)
    {
        var digest = Make().ResultsDigest;

        using var _ = new InCulture(culture);

        Assert.Equal(digest, Make().ResultsDigest);
    }

    [Theory]
    [InlineData(typeof(ReleaseGroup), nameof(ReleaseGroup.CriterionCount))]
    [InlineData(typeof(ReleaseResult), nameof(ReleaseResult.ScoreCount))]
    public void LeavesThatWereNotRead_AreMissed(Type part, string count)
    {
        var release = Make();
        Change(PartOf(release, part), count);
        var group = release.Groups[0];

        Assert.Equal("The leaves of group so-nganh are not loaded: read the whole release.", Assert.Throws<InvalidOperationException>(group.RequireLeaves).Message);
        Assert.Throws<InvalidOperationException>(() => ResultsDigest.Of(release));
        Assert.Throws<InvalidOperationException>(() => ResultsDigest.OfGroup(release, group));
        Assert.Throws<InvalidOperationException>(() => group.Copy());
    }

    [Fact]
    public void NoteDigests_NotesGroupsAndRows()
    {
        var release = Make();
        var (group, row) = (release.Groups[0], release.Groups[0].Results[0]);
        Assert.Equal((null, null), (group.Digest, row.Digest));

        release.NoteDigests();

        Assert.Equal((ResultsDigest.OfGroup(release, group), ResultsDigest.OfRow(group, row)), (group.Digest, row.Digest));
        Assert.Equal(ResultsDigest.OfGroup(release, release.Groups[1]), release.Groups[1].Digest);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Release Of(params IEnumerable<ReleaseGroup> groups) =>
        new("Tỉnh Lai Châu", 2025, 1, ReleaseChange.Initial, isArchive: false, default, groups) { DecisionNumber = "867/QĐ-UBND" };

    private static ReleaseGroup Empty(string slug, int position) => new(slug, "Xã", nameEn: null, position, 1, [], []);

    /// <summary>A release in which every figure has a value.</summary>
    private static Release Make() => Of(Departments(), Empty("xa", 1));

    private static ReleaseGroup Departments() => new(
        "so-nganh", "Sở, ban, ngành", "Departments", 0, 1,
        [
            new([new() { Position = 0, CriterionCode = "1", Points = 60, Achieved = 48, Required = 50, NotApplicable = "Không có" }])
            {
                Position = 0,
                UnitCode = "so-noi-vu",
                UnitName = "Sở Nội vụ",
                UnitNameEn = "Home Affairs",
                NameAsPrinted = "Sở nội vụ",
                AppraisalScore = 60,
                SurveyScore = 25.5m,
                Bonus = 1,
                Penalty = 0.5m,
                TotalScore = 86,
                Scale = 98,
                ScaleSource = ScaleSource.Printed,
                Index = 87.76m,
                PublishedIndex = 87.75m,
                PublishedRating = "Tốt",
                PublishedOrder = 3,
                Consistency = Consistency.WithinRounding,
                Rating = "Tốt",
                Rank = 1,
                BestRank = 1,
                WorstRank = 2,
                RankingList = "Cụm I",
                Change = 2,
                IsComparable = true,
            },
        ],
        [new() { Position = 0, Measure = ReferenceMeasure.MeanIndex, UnitCode = "so-noi-vu", Label = "Tốt", Year = 2024, Value = 76, Source = ReferenceSource.Derived }],
        [new() { Position = 0, Depth = 1, Code = "1", Name = "Kết quả", NameEn = "Results", MaxScore = 70, Component = Component.Survey, IsLeaf = true, Rule = "{}" }])
    {
        Ratings = RatingScheme.Parse("Tốt=80,Trung bình=0"),
        Ranking = new(RankingScope.ByHeading, RankNumbering.Dense),
        PrintedMean = 76.5m,
        ScaleNote = "Thang điểm khác nhau",
    };

    private static object PartOf(Release release, Type part)
    {
        var group = release.Group("so-nganh")!;
        return new object[] { release, group, group.Results[0], group.References[0], group.Criteria[0], group.Results[0].Scores[0] }.Single(other => other.GetType() == part);
    }

    /// <summary>Past the rules, as somebody would who changes a stored cell.</summary>
    private static void Change(object of, string figure)
    {
        var member = of.GetType().GetProperty(figure)!;
        member.SetValue(of, member.GetValue(of) switch
        {
            string text => text + " khác",
            null when member.PropertyType == typeof(string) => "có",
            decimal number => number + 0.01m,
            int number => number + 1,
            bool yes => !yes,
            Enum one => Enum.ToObject(one.GetType(), 1 - Convert.ToInt32(one, System.Globalization.CultureInfo.InvariantCulture)),
            _ => throw new InvalidOperationException($"{figure} has no value to change."),
        });
    }
}
