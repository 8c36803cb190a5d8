using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Council;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Imports;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Seals;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Data;

/// <summary>
/// The one model of both databases. The two derived contexts differ in nothing but their provider, so that each can
/// have its own migrations.
/// </summary>
public abstract class ParIndexDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>From where, when it is not the request at hand: <see cref="ActSource.CommandLine"/>. Written into every audit event.</summary>
    public string? Source { get; set; }

    /// <summary>Whether rows that public pages read were saved and are not committed yet.</summary>
    internal bool HasChangedPublicRows { get; set; }

    /// <summary>The act that is being saved; <c>null</c> outside of <see cref="SaveAsync"/>.</summary>
    internal Act? Act { get; private set; }

    /// <summary>
    /// Saves as one act of one person: one event in the audit log, whatever it changes. Rows that the log tells of are saved
    /// in no other way.
    /// </summary>
    /// <param name="act">Who does what.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row since it was read.</exception>
    public async Task SaveAsync(Act act, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(act);
        Act = act;
        try
        {
            await SaveChangesAsync(cancel);
        }
        finally
        {
            Act = null;
        }
    }

    /// <summary>Units in time.</summary>
    public DbSet<Unit> Units => Set<Unit>();

    /// <summary>Mergers, splits, abolitions.</summary>
    public DbSet<Succession> Successions => Set<Succession>();

    /// <summary>Groups of units.</summary>
    public DbSet<UnitGroup> UnitGroups => Set<UnitGroup>();

    /// <summary>Criteria sets by year and group.</summary>
    public DbSet<CriteriaSet> CriteriaSets => Set<CriteriaSet>();

    /// <summary>Assessment rounds.</summary>
    public DbSet<Round> Rounds => Set<Round>();

    /// <summary>Scorecards of participants.</summary>
    public DbSet<Scorecard> Scorecards => Set<Scorecard>();

    /// <summary>Every edit of their cells.</summary>
    public DbSet<ScoreEdit> ScoreEdits => Set<ScoreEdit>();

    /// <summary>Requests for explanation and the answers of units.</summary>
    public DbSet<Explanation> Explanations => Set<Explanation>();

    /// <summary>What people of a unit say to one another about its scorecard.</summary>
    public DbSet<InnerNote> InnerNotes => Set<InnerNote>();

    /// <summary>Files kept outside the database.</summary>
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    /// <summary>Files on their way in.</summary>
    public DbSet<FileUpload> FileUploads => Set<FileUpload>();

    /// <summary>Documents that prove something.</summary>
    public DbSet<EvidenceDocument> EvidenceDocuments => Set<EvidenceDocument>();

    /// <summary>Which leaves of which scorecard they prove.</summary>
    public DbSet<EvidenceLink> EvidenceLinks => Set<EvidenceLink>();

    /// <summary>Approvals of results by the council.</summary>
    public DbSet<ResultsApproval> ResultsApprovals => Set<ResultsApproval>();

    /// <summary>When results are to open, and what stopped it.</summary>
    public DbSet<PublicationPlan> PublicationPlans => Set<PublicationPlan>();

    /// <summary>Meetings of the council. Immutable, as are the three below.</summary>
    public DbSet<CouncilMeeting> CouncilMeetings => Set<CouncilMeeting>();

    /// <summary>What the council is asked to decide.</summary>
    public DbSet<CouncilItem> CouncilItems => Set<CouncilItem>();

    /// <summary>Votes of its members.</summary>
    public DbSet<CouncilVote> CouncilVotes => Set<CouncilVote>();

    /// <summary>What came of it.</summary>
    public DbSet<CouncilOutcome> CouncilOutcomes => Set<CouncilOutcome>();

    /// <summary>Messages that wait to be sent, and those sent.</summary>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>Which node does which job.</summary>
    public DbSet<JobLease> JobLeases => Set<JobLease>();

    /// <summary>The last check of the stored releases, one row.</summary>
    public DbSet<DigestCheck> DigestChecks => Set<DigestCheck>();

    /// <summary>Who appraises what.</summary>
    public DbSet<AppraiserAssignment> AppraiserAssignments => Set<AppraiserAssignment>();

    /// <summary>Accounts of staff.</summary>
    public DbSet<StaffAccount> StaffAccounts => Set<StaffAccount>();

    /// <summary>What happened to accounts.</summary>
    public DbSet<StaffEvent> StaffEvents => Set<StaffEvent>();

    /// <summary>Acts that wait for a second person.</summary>
    public DbSet<TwoPersonRequest> TwoPersonRequests => Set<TwoPersonRequest>();

    /// <summary>Files that wait to be published or discarded.</summary>
    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();

    /// <summary>What was said of annexes, by their layout.</summary>
    public DbSet<AnnexLayout> AnnexLayouts => Set<AnnexLayout>();

    /// <summary>Published versions. Immutable.</summary>
    public DbSet<Release> Releases => Set<Release>();

    /// <summary>The chain of all releases. Immutable, as are the three below.</summary>
    public DbSet<ReleaseSeal> ReleaseSeals => Set<ReleaseSeal>();

    /// <summary>The files of sealed releases.</summary>
    public DbSet<ReleaseBundle> ReleaseBundles => Set<ReleaseBundle>();

    /// <summary>The chain of the audit log.</summary>
    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    /// <summary>Signed statements of where the chains end.</summary>
    public DbSet<Checkpoint> Checkpoints => Set<Checkpoint>();

    /// <summary>What the public says of published figures.</summary>
    public DbSet<PublicRemark> PublicRemarks => Set<PublicRemark>();

    /// <summary>The province's figures in national indices.</summary>
    public DbSet<NationalIndex> NationalIndices => Set<NationalIndex>();

    /// <summary>Who did what, when.</summary>
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    /// <summary>RefusedRequests, exports and openings of the dry run, counted.</summary>
    public DbSet<AuditCount> AuditCounts => Set<AuditCount>();

    /// <summary>How many guesses at passwords and codes are still taken.</summary>
    public DbSet<GuessLimit> GuessLimits => Set<GuessLimit>();

    /// <summary>What owners of accounts are told.</summary>
    public DbSet<AccountNotice> AccountNotices => Set<AccountNotice>();

    /// <summary>The keys of cookies and second factors, encrypted by the host; written by the framework.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ParIndexDb).Assembly);
        PortableConventions.Apply(modelBuilder);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        PortableConventions.Apply(configurationBuilder);
}

/// <summary>The model on SQLite: the embedded default.</summary>
public sealed class SqliteParIndexDb(DbContextOptions<SqliteParIndexDb> options) : ParIndexDb(options)
{
    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // A transaction has waited for its turn when it began.
        using var turn = Database.CurrentTransaction is null ? await SqliteWriters.TurnAsync(this, cancellationToken) : null;
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

/// <summary>The model on PostgreSQL: a province in production.</summary>
public sealed class PostgresParIndexDb(DbContextOptions<PostgresParIndexDb> options) : ParIndexDb(options);
