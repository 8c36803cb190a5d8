using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Evidence;

/// <summary>
/// A document that proves something (tài liệu kiểm chứng): a citation, with a file or without. One document serves many
/// leaves and years; a shared one serves every unit.
/// </summary>
public sealed class EvidenceDocument
{
    /// <param name="unitId">The unit that brought it.</param>
    /// <param name="title">What it is: “Báo cáo kết quả thực hiện kế hoạch CCHC năm 2025”.</param>
    /// <param name="by">The account that brought it.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="ArgumentException">No title.</exception>
    public EvidenceDocument(Guid unitId, string title, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (UnitId, Title, By, At) = (unitId, title, by, at);
    }

    private EvidenceDocument()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The unit that brought it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>What it is.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Its number: “12/KH-UBND”, or <c>null</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Its date, or <c>null</c>.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Who issued it, or <c>null</c>.</summary>
    public string? Issuer { get; init; }

    /// <summary>Title, number and issuer, folded; stored for searching in the database, and never read back.</summary>
    public string SearchText
    {
        get => VietnameseText.Fold(string.Join(' ', Title, Number, Issuer));
        private set { }
    }

    /// <summary>The file, or <c>null</c> for a citation alone.</summary>
    public Guid? FileId { get; init; }

    /// <summary>Whether every unit may point to it.</summary>
    public bool IsShared { get; init; }

    /// <summary>The account that brought it, and declared with a file that it is no state secret.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whether its date lies outside the year it is to prove something of: a warning, not a refusal.</summary>
    public bool IsOutside(int year) => IssuedOn is { } day && day.Year != year;
}

/// <summary>That a document proves a leaf of a scorecard, and on which pages.</summary>
public sealed class EvidenceLink
{
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="document">The document.</param>
    /// <param name="pages">Where to look: “tr. 3–5, Phụ lục II”, or <c>null</c>.</param>
    /// <param name="by">The account.</param>
    /// <param name="at">Instant, UTC.</param>
    public EvidenceLink(Scorecard scorecard, Criterion leaf, EvidenceDocument document, string? pages, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(document);
        (ScorecardId, CriterionId, DocumentId, Pages, By, At) = (scorecard.Id, leaf.Id, document.Id, pages, by, at);
    }

    private EvidenceLink()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The scorecard.</summary>
    public Guid ScorecardId { get; private set; }

    /// <summary>The leaf.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>The document.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>Where to look in it.</summary>
    public string? Pages { get; private set; }

    /// <summary>The account.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }
}
