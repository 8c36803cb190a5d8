using ParIndex.Application.Accounts;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Scorecards;

/// <summary>A field of a scorecard inside the unit: who answers for it, and how far it is.</summary>
/// <param name="Field">The field.</param>
/// <param name="Leaves">Its leaves that apply to the unit and that the unit answers itself.</param>
/// <param name="Share">Who answers for it; <c>null</c> while nobody does.</param>
/// <param name="Officer">The officer; <c>null</c> while nobody does, or where that account scores for the unit no longer.</param>
/// <param name="Given">How many leaves are self-scored.</param>
/// <param name="Unproved">Leaves that lack their proof.</param>
/// <param name="Asked">Leaves the unit was asked to explain and has not.</param>
public sealed record FieldStanding(
    Criterion Field, IReadOnlyList<Criterion> Leaves, FieldShare? Share, StaffAccount? Officer, int Given, IReadOnlyList<Criterion> Unproved, IReadOnlyList<Criterion> Asked)
{
    /// <summary>Whether somebody answered for it who scores for the unit no longer.</summary>
    public bool IsOrphaned => Share is not null && Officer is null;

    /// <summary>Whether every leaf is scored and nothing lacks its proof.</summary>
    public bool IsComplete => Given == Leaves.Count && Unproved.Count == 0;
}

/// <summary>A scorecard as its unit shares it out: how far each field is, and whose it is. Pure, of what was read.</summary>
public sealed class UnitBoard
{
    private readonly ScorecardFolder _folder;

    private UnitBoard(ScorecardFolder folder, IReadOnlyList<FieldStanding> fields) => (_folder, Fields) = (folder, fields);

    /// <summary>The fields in which the unit answers something itself, in the order of the set.</summary>
    public IReadOnlyList<FieldStanding> Fields { get; }

    /// <summary>Officers of the unit, who can answer for fields.</summary>
    public IEnumerable<StaffAccount> Officers => _folder.Colleagues.Where(person => person.Has(StaffRoles.UnitOfficer));

    /// <summary>The board of a scorecard.</summary>
    /// <param name="folder">The scorecard, as somebody of the unit sees it.</param>
    public static UnitBoard Of(ScorecardFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var unproved = SubmissionChecks.Of(folder).Where(finding => finding.Kind == SubmissionFindingKind.ProofMissing).Select(finding => finding.Leaf.Id).ToHashSet();
        var asked = folder.Explanations.Where(explanation => explanation is { IsOpen: true, RequestedBy: not null }).Select(explanation => explanation.CriterionId).ToHashSet();
        var officers = folder.Colleagues.Where(person => person.Has(StaffRoles.UnitOfficer)).ToDictionary(person => person.Id);
        var leaves = folder.Applicable.Where(leaf => leaf.Component != Component.Survey).ToLookup(leaf => folder.Group.FieldOf(leaf).Id);
        var scores = folder.Card.Scores;
        return new(folder, [.. from field in folder.Group.Fields
                               let own = leaves[field.Id].ToList()
                               where own.Count > 0
                               let share = folder.Card.ShareOf(field)
                               select new FieldStanding(
                                   field, own, share, share is null ? null : officers.GetValueOrDefault(share.AccountId), scores.Progress(ScoreStage.SelfScore, own).Given,
                                   [.. own.Where(leaf => unproved.Contains(leaf.Id))], [.. own.Where(leaf => asked.Contains(leaf.Id))])]);
    }

    /// <summary>The fields a person answers for.</summary>
    public IReadOnlyList<FieldStanding> Of(Guid accountId) => [.. Fields.Where(field => field.Share?.AccountId == accountId)];

    /// <summary>The fields of a scorecard that a person answers for, by key: what lists and filters of that person ask.</summary>
    public static IReadOnlySet<Guid> FieldsOf(Scorecard card, Guid accountId)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Shares.Where(share => share.AccountId == accountId).Select(share => share.CriterionId).ToHashSet();
    }

    /// <summary>The mark of how the sheet is shared out, so that who changes it changes what was shown.</summary>
    public static string StampOf(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return string.Join('.', card.Shares.OrderBy(share => share.CriterionId).Select(share => $"{share.Version:N}"));
    }
}
