using System.Text.RegularExpressions;
using ParIndex.Application.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>Reads what the columns beside code and name say of a node, and what a person says instead.</summary>
/// <param name="problems">Where what is wrong is said.</param>
internal sealed partial class NodeDetails(ProblemList problems)
{
    /// <summary>The name that was printed, or that a person gave instead; a node without one is named by its code.</summary>
    public string Name(AnnexRow row, string printed, PrintedCode stands)
    {
        if (row.Correction?.Name is { } given)
        {
            row.Use(stands.NameStands, CellRole.Unused, AnnexWords.ReplacedByHand(CriteriaMeaning.Name));
            printed = VietnameseText.Normalize(given);
        }
        else if (printed.Length > 0)
        {
            row.Use(stands.NameStands, CellRole.Name);
        }

        if (printed.Length == 0)
        {
            problems.Stop(AnnexWords.NameMissing(row.Code!), row.Place, row);
            return row.Code!;
        }

        problems.CheckLength(printed, CriterionContent.MostName, CriteriaMeaning.Name, row.Place, row);
        return printed;
    }

    /// <summary>The maximum of a node, as printed or as a person gave it; <c>null</c> where none is.</summary>
    public decimal? MaxScoreOfNode(AnnexRow row)
    {
        if (row.Correction?.MaxScore is not { } given)
        {
            row.Use(CriteriaMeaning.MaxScore, CellText.IsAbsent(row.Text(CriteriaMeaning.MaxScore)) ? CellRole.Absent : CellRole.MaxScore);
            return MaxScore(row);
        }

        row.Use(CriteriaMeaning.MaxScore, CellRole.Unused, AnnexWords.ReplacedByHand(CriteriaMeaning.MaxScore));
        return Points(row, given, row.Place);
    }

    /// <summary>The points in the column of maxima; <c>null</c> where none stand.</summary>
    public decimal? MaxScore(AnnexRow row) => row.Own(CriteriaMeaning.MaxScore) is { } cell ? Points(row, cell.Text, cell.Place) : null;

    /// <summary>Everything else that is said in the row of a node.</summary>
    public void Read(AnnexRow row, CriteriaRow read)
    {
        if (row.Own(CriteriaMeaning.Rule) is { } rule)
        {
            row.Use(CriteriaMeaning.Rule, CellRole.Scoring);
            var lines = rule.Lines.Split('\n').Select(line => new WordedLine(line, Points: null)).ToList();
            row.Lines.AddRange(lines);
            read.Scoring.AddRange(lines);
            problems.CheckLength(read.Worded, CriterionContent.MostScoringText, CriteriaMeaning.Rule, read.Place, row);
        }

        if (row.Own(CriteriaMeaning.ScoringText) is { } scoring)
        {
            row.Use(CriteriaMeaning.ScoringText, CellRole.ScoringText);
            read.ScoringText = scoring.Lines;
            problems.CheckLength(read.ScoringText, CriterionContent.MostScoringText, CriteriaMeaning.ScoringText, read.Place, row);
        }

        read.Evidence = Own(row, CriteriaMeaning.Evidence, CellRole.Evidence, CriterionContent.MostEvidence);
        read.Body = Own(row, CriteriaMeaning.Body, CellRole.Body, CriterionContent.MostBody);
        read.NameEn = Own(row, CriteriaMeaning.NameEn, CellRole.NameEn, CriterionContent.MostName);
        read.FigureNoun = Own(row, CriteriaMeaning.FigureNoun, CellRole.FigureNoun, CriterionContent.MostNoun);
        read.Decimals = Places(row, CriteriaMeaning.Decimals, usual: 2);
        read.FigureDecimals = Places(row, CriteriaMeaning.FigureDecimals, usual: 0);
        read.Special = row.Cell(CriteriaMeaning.SpecialMaxScore) is { IsRepeated: false } ? row.Text(CriteriaMeaning.SpecialMaxScore) : null;
        row.Use(CriteriaMeaning.SpecialMaxScore, CellRole.SpecialMaxScore);
        read.SignedMaximum = row.Own(CriteriaMeaning.MaxScore) is { } maximum && (PrintedPoints.IsTaken(maximum.Text) || PrintedPoints.IsAdded(maximum.Text)) ? maximum : null;
        ReadComponent(row, read);
        ReadRemark(row, read);
        ReadRule(row, read);
    }

    public void AddRemark(CriteriaRow read, AnnexRow row, SourceCell cell)
    {
        read.AddRemark(cell.Text);
        problems.CheckLength(read.Remark, CriterionContent.MostRemark, CriteriaMeaning.Remark, cell.Place, row);
    }

    private decimal? Points(AnnexRow row, string text, CellPlace place)
    {
        if (PrintedPoints.Problem(text) is { } problem)
        {
            problems.Stop(problem, place, row);
        }

        return PrintedPoints.Read(text).Value is > 0 and var points ? points : null;
    }

    private void ReadComponent(AnnexRow row, CriteriaRow read)
    {
        var printed = row.Own(CriteriaMeaning.Component);
        var said = row.Correction?.Component ?? printed?.Text;
        if (printed is not null)
        {
            row.Use(CriteriaMeaning.Component, row.Correction?.Component is null ? CellRole.Component : CellRole.Unused, row.Correction?.Component is null ? null : AnnexWords.ReplacedByHand(CriteriaMeaning.Component));
        }

        read.Component = said is null ? null : ComponentWords.Read(said);
        if (said is not null && read.Component is null)
        {
            problems.Stop(AnnexWords.ComponentUnknown(said), printed?.Place ?? row.Place, row);
        }
    }

    /// <summary>“Điều tra XHH” among the remarks says what the points are; every other remark is kept.</summary>
    private void ReadRemark(AnnexRow row, CriteriaRow read)
    {
        if (row.Own(CriteriaMeaning.Remark) is not { } cell)
        {
            return;
        }

        if (ComponentWords.Read(cell.Text) is { } component && (read.Component ?? component) == component)
        {
            row.Use(CriteriaMeaning.Remark, CellRole.Component);
            read.Component = component;
            return;
        }

        row.Use(CriteriaMeaning.Remark, CellRole.Remark);
        read.Component ??= SurveyRemark().IsMatch(VietnameseText.Fold(cell.Text)) ? Component.Survey : null;
        AddRemark(read, row, cell);
    }

    private void ReadRule(AnnexRow row, CriteriaRow read)
    {
        if (row.Correction?.Rule is not { } given)
        {
            return;
        }

        try
        {
            read.GivenRule = LeafRule.Parse(given);
        }
        catch (FormatException refused)
        {
            problems.Stop(AnnexWords.RuleUnreadable(refused.Message), row.Place, row);
        }
    }

    private int Places(AnnexRow row, CriteriaMeaning meaning, int usual)
    {
        if (row.Own(meaning) is not { } cell)
        {
            return usual;
        }

        row.Use(meaning, CellRole.Decimals);
        if (CountText.Read(cell.Text).Value is { } places and <= 4)
        {
            return (int)places;
        }

        problems.Stop(AnnexWords.DecimalsUnfit(), cell.Place, row);
        return usual;
    }

    private string Own(AnnexRow row, CriteriaMeaning meaning, CellRole role, int most)
    {
        if (row.Cell(meaning) is not { } cell || CellText.IsAbsent(cell.Text))
        {
            return "";
        }

        row.Use(meaning, role);
        problems.CheckLength(cell.Text, most, meaning, cell.Place, row);
        return cell.Text;
    }

    [GeneratedRegex(@"^(?:diem )?(?:dieu tra|khao sat|dtxhh|xhh)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SurveyRemark();
}
