using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.CriteriaSets;

/// <summary>What a person corrects at a row of an annex holds, and everything that follows from it follows.</summary>
public sealed class RowCorrectionTests
{
    /// <summary>Row 0 holds the headings.</summary>
    private static readonly SourceTable Table = CriteriaSourceReader.Read(
        new Annex().Table(
            ["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm"],
            ["1", "Chỉ đạo", "3", ""],
            ["1.1", "Kế hoạch cải cách", "1", "Chấm theo thực tế"],
            ["", "hành chính của năm", "", ""],
            ["1.2", "Báo cáo", "1,5", ""],
            ["1.3", "Đủ số lượng", "0,5", ""]).Bytes(),
        "a.docx");

    [Fact]
    public void WithoutCorrections_TheTailOfANameIsText() =>
        Assert.Equal(("Kế hoạch cải cách", "Chấm theo thực tế\nhành chính của năm"), (Node(Read(), "1.1").Name, Node(Read(), "1.1").ScoringText));

    [Fact]
    public void Merge_MakesTheRowTheRestOfTheOneAbove()
    {
        var draft = Read(new RowCorrection(3) { Meaning = RowMeaning.Merge });

        Assert.Equal(("Kế hoạch cải cách hành chính của năm", "Chấm theo thực tế"), (Node(draft, "1.1").Name, Node(draft, "1.1").ScoringText));
        Assert.Equal((RowRole.Merged, "1.1"), (draft.Rows[3].Role, draft.Rows[3].Code));
        Assert.Empty(AnnexLedger.Unused(Table, draft));
    }

    [Fact]
    public void Drop_LeavesTheRowOut_AndSumsFollow()
    {
        var draft = Read(new RowCorrection(5) { Meaning = RowMeaning.Drop });

        Assert.DoesNotContain(draft.Nodes, node => node.Content.Code == "1.3");
        Assert.Contains(draft.Problems, problem => problem.Blocks && problem.Row == 1);
        Assert.Equal(["1.3", "Đủ số lượng", "0,5"], AnnexLedger.Unused(Table, draft));
    }

    [Fact]
    public void Scoring_MakesACodedRowALineOfTheCriterionAbove()
    {
        var draft = Read(new RowCorrection(5) { Meaning = RowMeaning.Scoring }, new RowCorrection(4) { MaxScore = "2" });

        Assert.Equal(("1.3 Đủ số lượng: 0,5", 2m), (Node(draft, "1.2").ScoringText, Node(draft, "1.2").MaxScore));
        Assert.True(draft.CanBeAccepted);
    }

    [Fact]
    public void Node_MakesARowWithoutACodeACriterion()
    {
        var draft = Read(new RowCorrection(3) { Meaning = RowMeaning.Node, Code = "1.4", MaxScore = "0,5" }, new RowCorrection(1) { MaxScore = "3,5" });

        Assert.Equal(("hành chính của năm", 0.5m), (Node(draft, "1.4").Name, Node(draft, "1.4").MaxScore));
        Assert.True(draft.CanBeAccepted);
    }

    [Fact]
    public void CodeNameMaximumRuleAndComponent_AreTakenAsGiven_AndTheAnnexKeepsItsWords()
    {
        var draft = Read(
            new RowCorrection(1) { MaxScore = "2,5" },
            new RowCorrection(2) { Code = "1.5", Name = "Kế hoạch năm", MaxScore = "0.5", Rule = "mức: Có=0,5; Không=0" },
            new RowCorrection(4) { Component = "Điều tra XHH" });

        var plan = Node(draft, "1.5");
        Assert.Equal(("Kế hoạch năm", 0.5m, "mức: Có=0,5; Không=0", "Chấm theo thực tế\nhành chính của năm"), (plan.Name, plan.MaxScore, plan.Rule.ToString(), plan.ScoringText));
        Assert.Equal(Component.Survey, Node(draft, "1.2").Component);
        Assert.True(draft.CanBeAccepted);
        Assert.Equal(["3", "1.1", "Kế hoạch cải cách", "1"], AnnexLedger.Unused(Table, draft));
    }

    [Theory]
    [InlineData("Code", "1/1")]
    [InlineData("MaxScore", "một")]
    [InlineData("MaxScore", "0")]
    [InlineData("Rule", "theo thực tế")]
    [InlineData("Component", "khác")]
    public void WhatCannotBeRead_BlocksAtItsRow(string field, string typed)
    {
        var given = new RowCorrection(2);
        var draft = Read(field switch { "Code" => given with { Code = typed }, "MaxScore" => given with { MaxScore = typed }, "Rule" => given with { Rule = typed }, _ => given with { Component = typed } });

        Assert.Contains(draft.Problems, problem => problem.Blocks && problem.Row == 2);
        Assert.Equal(typed, field switch { "Code" => draft.Rows[2].Correction!.Code, "MaxScore" => draft.Rows[2].Correction!.MaxScore, "Rule" => draft.Rows[2].Correction!.Rule, _ => draft.Rows[2].Correction!.Component });
    }

    [Fact]
    public void Merge_OfTheFirstRow_HasNothingToMergeInto() =>
        Assert.Contains(Read(new RowCorrection(1) { Meaning = RowMeaning.Merge }).Problems, problem => problem.Blocks && problem.Row == 1);

    private static CriteriaDraft Read(params RowCorrection[] corrections) => CriteriaTableReader.Read(Table, meanings: null, corrections);

    private static CriterionContent Node(CriteriaDraft draft, string code) => Assert.Single(draft.Nodes, node => node.Content.Code == code).Content;
}
