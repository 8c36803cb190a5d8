using ParIndex.Application.Accounts;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Scorecards;

/// <summary>One scorecard with everything its pages and rules ask about.</summary>
/// <param name="Card">The scorecard with cells, moves and submissions.</param>
/// <param name="Round">The round.</param>
/// <param name="Group">The group: rules, criteria set, assignments.</param>
/// <param name="Unit">The participant: unit, name in the year, exemptions, extensions.</param>
/// <param name="Hands">Whose hands it has been in.</param>
/// <param name="Explanations">What was asked and answered.</param>
/// <param name="Evidence">Documents that prove its leaves.</param>
public sealed record ScorecardFolder(
    Scorecard Card, Round Round, GroupSetup Group, ParticipantSetup Unit, ScorecardHands Hands,
    IReadOnlyList<Explanation> Explanations, IReadOnlyList<EvidenceItem> Evidence)
    : ScorecardPlace(Card, Round, Group, Unit, Hands)
{
    private IReadOnlyList<StaffAccount>? _colleagues;

    /// <summary>The accounts in use of those who score for the unit or head it, by name.</summary>
    public IReadOnlyList<StaffAccount> Colleagues
    {
        get => _colleagues ?? throw new InvalidOperationException("The people of the unit were asked for and not read.");
        init => _colleagues = value;
    }

    /// <summary>Whether the unit's head has an account that is in use.</summary>
    public bool HasHead => Colleagues.Any(person => person.Has(StaffRoles.UnitHead));

    /// <summary>What the unit puts before its head; throws where its documents are hidden from the reader.</summary>
    public UnitSide Side => HidesEvidence
        ? throw new InvalidOperationException("What is hidden cannot be approved.")
        : new(HasHead, [.. Applicable], [.. Evidence.Select(line => new ProofMark(line.Link.CriterionId, line.Link.DocumentId, line.Link.Pages))]);

    /// <summary>Whether documents are left out because this reader does not see them yet: none is then not “none”.</summary>
    public bool HidesEvidence { get; init; }

    /// <summary>Accounts of those who asked and answered.</summary>
    public IEnumerable<Guid> Speakers => Explanations.SelectMany(explanation => new[] { explanation.RequestedBy, explanation.AnsweredBy }).OfType<Guid>();

    /// <summary>What was asked and answered about a leaf, or <c>null</c>.</summary>
    public Explanation? ExplanationOf(Criterion leaf) => Explanations.FirstOrDefault(explanation => explanation.CriterionId == leaf.Id);

    /// <summary>Documents that prove a leaf.</summary>
    public IEnumerable<EvidenceItem> EvidenceOf(Criterion leaf) => Evidence.Where(line => line.Link.CriterionId == leaf.Id);
}

/// <summary>A document that proves a leaf.</summary>
/// <param name="Link">Which leaf, and which pages.</param>
/// <param name="Document">The document.</param>
/// <param name="File">Its file, or <c>null</c> for a citation alone.</param>
public sealed record EvidenceItem(EvidenceLink Link, EvidenceDocument Document, StoredFile? File);
