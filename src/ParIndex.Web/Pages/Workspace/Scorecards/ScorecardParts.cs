namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>The parts of a scorecard that stand beside its sheet.</summary>
public static class ScorecardParts
{
    /// <summary>The parts in their order: the file of their page, and their name.</summary>
    public static readonly IReadOnlyList<(string Page, string Name)> All =
        [("Sheet", "Phiếu chấm điểm"), ("Submit", "Nộp phiếu"), ("Report", "Báo cáo"), ("Explanations", "Giải trình"), ("Course", "Quá trình")];
}
