using System.Security.Cryptography;
using System.Text;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Scorecards;

/// <summary>That the head of a unit approved its self-assessment, exactly as it stood: it stands while the sheet has the same seal.</summary>
public sealed class SheetApproval
{
    internal SheetApproval(Guid scorecardId, string seal, Guid by, DateTime at) => (ScorecardId, Seal, By, At) = (scorecardId, seal, by, at);

    private SheetApproval()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The scorecard.</summary>
    public Guid ScorecardId { get; private set; }

    /// <summary>The mark of what was approved, lower-case hexadecimal SHA-256.</summary>
    public string Seal { get; private set; } = "";

    /// <summary>The account of the head.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>A document that a leaf of a scorecard points to, as far as an approval covers it.</summary>
/// <param name="CriterionId">The leaf.</param>
/// <param name="DocumentId">The document, which never changes.</param>
/// <param name="Pages">Where to look in it, or <c>null</c>.</param>
public sealed record ProofMark(Guid CriterionId, Guid DocumentId, string? Pages);

/// <summary>What a unit puts before its head beside the cells of its scorecard, and whether there is a head to put it before.</summary>
/// <param name="HasHead">Whether the unit's head has an account that is in use: nothing is handed in then without the head's approval.</param>
/// <param name="Applicable">The leaves that apply to the unit.</param>
/// <param name="Proofs">What proves them.</param>
public sealed record UnitSide(bool HasHead, IReadOnlyCollection<Criterion> Applicable, IReadOnlyCollection<ProofMark> Proofs)
{
    /// <summary>Of a unit whose head has no account.</summary>
    public static readonly UnitSide WithoutHead = new(HasHead: false, [], []);

    /// <summary>
    /// The mark of a scorecard as it stands: what the unit says of each leaf that applies, what proves it, what was given
    /// back inside the unit, and how often the scorecard has moved. An approval of an earlier handing-in is of another mark.
    /// </summary>
    /// <param name="card">The scorecard, with cells, moves and shares.</param>
    public string Seal(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var cells = Applicable.OrderBy(leaf => leaf.Id).Select(leaf => card.Cell(ScoreStage.SelfScore, leaf.Id)).OfType<ScoreCell>().Select(cell => Line("c", cell.CriterionId, Words(cell.Answer)));
        var proofs = Proofs.OrderBy(proof => proof.CriterionId).ThenBy(proof => proof.DocumentId).Select(proof => Line("p", proof.CriterionId, $"{proof.DocumentId:N}", proof.Pages ?? ""));
        var returns = card.Shares.Where(share => share.ReturnNoteId is not null).OrderBy(share => share.CriterionId).Select(share => Line("r", share.CriterionId, $"{share.ReturnNoteId:N}"));
        var all = string.Join('\u001d', [$"{card.Id:N}\u001e{card.Moves.Count}", .. cells, .. proofs, .. returns]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    private static string Line(string kind, Guid criterionId, params string[] words) => string.Join('\u001e', [kind, $"{criterionId:N}", .. words]);

    private static string[] Words(CellAnswer answer) =>
        [Text(answer.Points), Text(answer.Achieved), answer.Counts ?? "", Text(answer.Required), Text(answer.Level), answer.Note ?? ""];

    private static string Text(decimal? number) => number is { } known ? NumberWriter.DataTrimmed(known) : "";
}
