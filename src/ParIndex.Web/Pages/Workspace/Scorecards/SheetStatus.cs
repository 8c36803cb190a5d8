using ParIndex.Application.Accounts;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>The bar below a sheet, and the sums of its branches, as texts. The figures are the domain's; a branch is summed as on the public page.</summary>
/// <param name="Given">Cells answered.</param>
/// <param name="All">Of how many.</param>
/// <param name="Points">Points so far.</param>
/// <param name="Of">The maxima of the leaves that have points.</param>
/// <param name="Scale">The unit's scale.</param>
/// <param name="Index">The index so far, or <c>null</c>.</param>
/// <param name="Rating">The rating so far, or <c>null</c>.</param>
/// <param name="RatingReason">Why it is lower than the bands alone say, or <c>null</c>.</param>
/// <param name="Sums">What the branches of the tree do to the total, by code; one without points has no entry.</param>
public sealed record SheetStatus(int Given, int All, string Points, string Of, string Scale, string? Index, string? Rating, string? RatingReason, IReadOnlyDictionary<string, string> Sums)
{
    /// <summary>The state of a scorecard as one person sees it.</summary>
    public static SheetStatus For(ScorecardPlace place, StaffAccount actor)
    {
        ArgumentNullException.ThrowIfNull(place);
        var stage = SeenStages.Of(actor, place).Latest;
        var standing = place.Standing(stage);
        var counted = standing.Totals.Addends.Where(addend => addend.Component.IsInScale()).Select(addend => place.Leaf(addend.Source)!);
        var scores = place.Card.Scores;
        var (given, all) = scores.Progress(stage, Asked(place, actor));
        return new(
            given,
            all,
            NumberWriter.Vietnamese(standing.TotalScore ?? 0),
            NumberWriter.Vietnamese(counted.Sum(leaf => leaf.MaxScore)),
            NumberWriter.Vietnamese(place.Unit.Scale ?? 0),
            standing.Index is { } index ? NumberWriter.VietnamesePercent(index) : null,
            // A sheet that is scored in part has no rating yet; points of a survey that are not loaded are a part of it.
            standing.IsProvisional ? null : standing.Rating,
            standing.IsProvisional ? null : standing.RatingReason,
            SumsOf(place, scores, stage));
    }

    /// <summary>Of an appraiser the leaves assigned, of everybody else all.</summary>
    private static IEnumerable<Criterion> Asked(ScorecardPlace place, StaffAccount actor)
    {
        var fields = place.Group.Fields.Where(field => ScorecardRights.AppraisesField(actor, place, field)).Select(field => field.Id).ToHashSet();
        return place.Set.Leaves.Where(leaf => fields.Count == 0 || fields.Contains(place.Group.FieldOf(leaf).Id));
    }

    private static Dictionary<string, string> SumsOf(ScorecardPlace place, Scores scores, ScoreStage stage)
    {
        var applicable = place.Applicable.Select(leaf => leaf.Id).ToHashSet();
        var sums = from branch in place.Set.LeavesByBranch()
                   let effects = branch.Summed(leaf => leaf.Component).Where(leaf => applicable.Contains(leaf.Id))
                       .Select(leaf => scores.PointsOf(leaf, stage) is { } points ? leaf.Component.Effect(points) : (decimal?)null).OfType<decimal>().ToList()
                   where effects.Count > 0
                   select (branch.Key.Code, Sum: effects.Sum());
        return sums.ToDictionary(sum => sum.Code, sum => NumberWriter.VietnameseSigned(sum.Sum), StringComparer.Ordinal);
    }
}
