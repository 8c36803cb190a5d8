using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>The words for what goes on inside a unit.</summary>
public static class InsideWords
{
    private const int MostNamed = 8;

    /// <summary>How far a field is.</summary>
    public static string Of(FieldStanding line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Share?.State switch
        {
            FieldShareState.Returned => "Trả lại, chờ bổ sung",
            FieldShareState.Ready => "Đã báo hoàn thành",
            _ => line.IsComplete ? "Đã chấm đủ" : line.Given == 0 ? "Chưa chấm" : "Đang chấm",
        };
    }

    /// <summary>The criteria whose answer or documents changed after an approval, by code; empty where only something was taken away.</summary>
    public static string ChangedSince(ScorecardFolder folder, SheetApproval approval)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(approval);
        var cells = folder.Card.Cells.Where(cell => cell.Stage == ScoreStage.SelfScore && cell.ChangedAt > approval.At).Select(cell => cell.CriterionId);
        var changed = cells.Concat(folder.Evidence.Where(line => line.Link.At > approval.At).Select(line => line.Link.CriterionId)).ToHashSet();
        var codes = folder.Applicable.Where(leaf => changed.Contains(leaf.Id)).Select(leaf => leaf.Code).ToList();
        return string.Join(", ", codes.Take(MostNamed)) + (codes.Count > MostNamed ? "…" : "");
    }
}
