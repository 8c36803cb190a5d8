namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>The parts of a scorecard that stand beside its sheet.</summary>
public static class ScorecardParts
{
    /// <summary>The parts in their order: the end of their address, and their name.</summary>
    public static readonly IReadOnlyList<(string? Part, string Name)> All =
        [(null, "Phiếu chấm điểm"), ("nop", "Nộp phiếu"), ("bao-cao", "Báo cáo"), ("giai-trinh", "Giải trình"), ("qua-trinh", "Quá trình")];
}
