using ParIndex.Application.Accounts;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>Reads the sheet's form as it comes without script: the cells its writer touched.</summary>
internal static class SheetForm
{
    /// <summary>The field that names the stage the sheet was shown at.</summary>
    public const string Stage = "stage";

    /// <summary>The button that takes the answer of the stage before for the leaf it names.</summary>
    public const string Accept = "accept";

    public static IReadOnlyList<CellEdit> Read(IFormCollection form, ScorecardFolder folder, StaffAccount actor)
    {
        var stage = StageWords.Read(form[Stage]) ?? folder.Stage;
        return [.. folder.Set.Leaves.Where(leaf => form.ContainsKey("v-" + leaf.Code)).Select(leaf => Edit(form, folder, actor, leaf, ScorecardRules.StageOf(leaf, stage))).OfType<CellEdit>()];
    }

    private static CellEdit? Edit(IFormCollection form, ScorecardFolder folder, StaffAccount actor, Criterion leaf, ScoreStage stage)
    {
        var token = form["v-" + leaf.Code].ToString();
        var boxes = SheetFields.Of(leaf).Where(field => form.ContainsKey($"{field}-{leaf.Code}")).ToDictionary(field => field, field => TextSigns.Legible(form[$"{field}-{leaf.Code}"].ToString()).Trim());
        if (form[Accept] == leaf.Code)
        {
            return new(CellEdit.KeyOf(actor.Id, stage, leaf.Id, token, "accept"), leaf.Code, stage, CellToken.VersionOf(token), new(), Accepts: true);
        }

        if (CellToken.IsUntouched(token, boxes))
        {
            return null;
        }

        // Boxes that hold what is stored anyway say nothing new; of what is hidden the answer must not depend on it.
        var present = SeenStages.Of(actor, folder).Of(folder.Card.Cell(stage, leaf.Id)) is { } cell ? SheetFields.Texts(leaf, cell.Answer) : new Dictionary<char, string>();
        var touched = boxes.Where(box => present.GetValueOrDefault(box.Key) != box.Value).ToDictionary();
        return touched.Count == 0 ? null
            : new(CellEdit.KeyOf(actor.Id, stage, leaf.Id, token, string.Join('\u001f', boxes.Values)), leaf.Code, stage, CellToken.VersionOf(token), SheetFields.Typed(touched));
    }
}
