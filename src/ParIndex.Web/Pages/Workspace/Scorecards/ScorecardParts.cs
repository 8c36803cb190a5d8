namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>The parts of a scorecard, each one click from any other.</summary>
public static class ScorecardParts
{
    /// <summary>The parts in their order: the file of their page, their name, and pages below it.</summary>
    public static readonly IReadOnlyList<(string Page, string Name, IReadOnlyList<string> Below)> All =
    [
        ("Sheet", "Chấm điểm", ["Leaf", "LeafPanel", "SheetImport"]),
        ("Documents", "Tài liệu", ["LeafEvidence"]),
        ("Explanations", "Giải trình", []),
        ("Report", "Báo cáo", []),
        ("Submit", "Nộp phiếu", []),
        ("Course", "Quá trình", []),
    ];
}
