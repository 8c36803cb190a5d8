using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>A part of a scorecard.</summary>
/// <param name="Page">The file of its page.</param>
/// <param name="Name">Its name.</param>
/// <param name="Below">Pages below it.</param>
public sealed record SheetTab(string Page, string Name, IReadOnlyList<string> Below);

/// <summary>The parts of a scorecard, each one click from any other.</summary>
public static class ScorecardParts
{
    private const string Inside = "Inside";

    private static readonly IReadOnlyList<SheetTab> All =
    [
        new("Sheet", "Chấm điểm", ["Leaf", "LeafPanel", "SheetImport"]),
        new("Documents", "Tài liệu", ["LeafEvidence"]),
        new("Explanations", "Giải trình", []),
        new(Inside, "Trong đơn vị", ["LeafTalk"]),
        new("Report", "Báo cáo", []),
        new("Submit", "Nộp phiếu", []),
        new("Course", "Quá trình", []),
    ];

    /// <summary>The parts in their order that the person at the desk opens: what goes on inside the unit is shown to the unit alone.</summary>
    public static IEnumerable<SheetTab> For(ScorecardDesk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var isInside = InsideRights.IsInside(desk.Actor, desk.Folder);
        return All.Where(part => isInside || part.Page != Inside).Select(part => part.Page == "Sheet" && OwnPart(desk) is { } own ? part with { Name = $"{part.Name} (phần của tôi {own.Given}/{own.All})" } : part);
    }

    /// <summary>How far the fields are that the person at the desk answers for while the unit scores itself; <c>null</c> without such a field.</summary>
    private static (int Given, int All)? OwnPart(ScorecardDesk desk)
    {
        var (folder, own) = (desk.Folder, OwnFields(desk));
        return own.Count == 0 || folder.Card.State != ScorecardState.SelfScoring ? null
            : folder.Card.Scores.Progress(ScoreStage.SelfScore, folder.Applicable.Where(leaf => own.Contains(folder.Group.FieldOf(leaf).Id)));
    }

    /// <summary>The fields that the person at the desk answers for inside the unit, by key.</summary>
    public static IReadOnlySet<Guid> OwnFields(ScorecardDesk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return InsideRights.IsInside(desk.Actor, desk.Folder) ? UnitBoard.FieldsOf(desk.Folder.Card, desk.Actor.Id) : new HashSet<Guid>();
    }
}
