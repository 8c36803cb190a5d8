using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Data.Configurations;

internal sealed class CriteriaSetConfiguration : IEntityTypeConfiguration<CriteriaSet>
{
    public void Configure(EntityTypeBuilder<CriteriaSet> set)
    {
        set.Property(s => s.GroupSlug).HasMaxLength(80);
        set.Property(s => s.Title).HasMaxLength(400);
        set.Property(s => s.DecisionNumber).HasMaxLength(80);
        set.HasIndex(s => new { s.Year, s.GroupSlug });
        set.HasMany(s => s.Criteria).WithOne().HasForeignKey(c => c.CriteriaSetId);
        set.Ignore(s => s.Leaves);
    }
}

internal sealed class CriterionConfiguration : IEntityTypeConfiguration<Criterion>
{
    public void Configure(EntityTypeBuilder<Criterion> criterion)
    {
        criterion.ToTable("Criteria");
        criterion.Property(c => c.Code).HasMaxLength(40);
        criterion.Property(c => c.Name).HasMaxLength(1000);
        criterion.Property(c => c.NameEn).HasMaxLength(1000);
        criterion.Property(c => c.ScoringText).HasMaxLength(CriterionContent.MostScoringText);
        criterion.Property(c => c.Remark).HasMaxLength(CriterionContent.MostRemark);
        criterion.Property(c => c.FigureNoun).HasMaxLength(CriterionContent.MostNoun);
        criterion.Property(c => c.EvidenceAsked).HasMaxLength(2000);
        criterion.Property(c => c.AppraisingBody).HasMaxLength(200);
        criterion.HasIndex(c => new { c.CriteriaSetId, c.Code }).IsUnique();
        criterion.HasIndex(c => c.Lineage);
        criterion.Ignore(c => c.Content);
        criterion.Ignore(c => c.ExemptsNothing);
        criterion.HasOne<Criterion>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundConfiguration : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> round)
    {
        round.Property(r => r.Title).HasMaxLength(200);
        round.Property(r => r.Authority).HasMaxLength(80);
        // One round per year and authority; one that was given up makes room for another.
        round.HasIndex(r => new { r.Year, r.Authority }).IsUnique().HasFilter("state <> 'Cancelled'");
        round.HasMany(r => r.Groups).WithOne("Round").HasForeignKey(g => g.RoundId);
        round.HasMany(r => r.Deadlines).WithOne().HasForeignKey(d => d.RoundId);
        round.HasMany(r => r.Moves).WithOne().HasForeignKey(m => m.RoundId);
        round.HasMany(r => r.Decisions).WithOne().HasForeignKey(d => d.RoundId);
        round.HasMany(r => r.Amendments).WithOne().HasForeignKey(a => a.RoundId);
        round.Ignore(r => r.Decision);
        round.Ignore(r => r.Amendment);
    }
}

internal sealed class RoundDeadlineConfiguration : IEntityTypeConfiguration<RoundDeadline>
{
    public void Configure(EntityTypeBuilder<RoundDeadline> deadline)
    {
        deadline.ToTable("RoundDeadlines");
        deadline.HasIndex(d => new { d.RoundId, d.Step }).IsUnique();
    }
}

internal sealed class RoundMoveConfiguration : IEntityTypeConfiguration<RoundMove>
{
    public void Configure(EntityTypeBuilder<RoundMove> move)
    {
        move.ToTable("RoundMoves");
        move.HasIndex(m => m.Sequence).IsUnique();
        move.Property(m => m.Note).HasMaxLength(1000);
        move.HasOne<StaffAccount>().WithMany().HasForeignKey(m => m.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AppraiserAssignmentConfiguration : IEntityTypeConfiguration<AppraiserAssignment>
{
    public void Configure(EntityTypeBuilder<AppraiserAssignment> assignment)
    {
        assignment.ToTable("AppraiserAssignments");
        assignment.HasIndex(a => new { a.RoundGroupId, a.AccountId, a.FieldId, a.ParticipantId }).IsUnique();
        assignment.HasOne<RoundGroup>().WithMany().HasForeignKey(a => a.RoundGroupId);
        assignment.HasOne<StaffAccount>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<Criterion>().WithMany().HasForeignKey(a => a.FieldId).OnDelete(DeleteBehavior.Restrict);
        // Emptied it would mean every unit, so the unit leaves with its assignments.
        assignment.HasOne<Participant>().WithMany().HasForeignKey(a => a.ParticipantId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ExtensionConfiguration : IEntityTypeConfiguration<Extension>
{
    public void Configure(EntityTypeBuilder<Extension> extension)
    {
        extension.ToTable("Extensions");
        extension.HasIndex(e => e.Sequence).IsUnique();
        extension.Property(e => e.Reason).HasMaxLength(1000);
        extension.HasOne<StaffAccount>().WithMany().HasForeignKey(e => e.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundGroupConfiguration : IEntityTypeConfiguration<RoundGroup>
{
    public void Configure(EntityTypeBuilder<RoundGroup> group)
    {
        group.ToTable("RoundGroups");
        group.HasIndex(g => new { g.RoundId, g.UnitGroupId }).IsUnique();
        group.HasOne<UnitGroup>().WithMany().HasForeignKey(g => g.UnitGroupId).OnDelete(DeleteBehavior.Restrict);
        group.HasOne<CriteriaSet>().WithMany().HasForeignKey(g => g.CriteriaSetId).OnDelete(DeleteBehavior.Restrict);
        group.HasMany(g => g.Participants).WithOne("Group").HasForeignKey(p => p.RoundGroupId);
        group.Ignore(g => g.Rules);
    }
}

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> participant)
    {
        participant.ToTable("Participants");
        participant.Property(p => p.RankingList).HasMaxLength(Participant.MostListName);
        participant.HasIndex(p => new { p.RoundGroupId, p.UnitId }).IsUnique();
        participant.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        participant.HasMany(p => p.Exemptions).WithOne().HasForeignKey(e => e.ParticipantId);
        participant.HasMany(p => p.Extensions).WithOne().HasForeignKey(e => e.ParticipantId);
    }
}

internal sealed class ExemptionConfiguration : IEntityTypeConfiguration<Exemption>
{
    public void Configure(EntityTypeBuilder<Exemption> exemption)
    {
        exemption.ToTable("Exemptions");
        exemption.Property(e => e.Reason).HasMaxLength(1000);
        exemption.Property(e => e.LegalBasis).HasMaxLength(400);
        exemption.HasIndex(e => new { e.ParticipantId, e.CriterionId }).IsUnique();
        exemption.HasOne<StaffAccount>().WithMany().HasForeignKey(e => e.By).OnDelete(DeleteBehavior.Restrict);
        exemption.HasOne<Criterion>().WithMany().HasForeignKey(e => e.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundDecisionConfiguration : IEntityTypeConfiguration<RoundDecision>
{
    public void Configure(EntityTypeBuilder<RoundDecision> decision)
    {
        decision.ToTable("RoundDecisions");
        decision.HasIndex(d => d.Sequence).IsUnique();
        decision.Property(d => d.Number).HasMaxLength(80);
        decision.Property(d => d.SignerPost).HasMaxLength(200);
        decision.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.FileId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<StaffAccount>().WithMany().HasForeignKey(d => d.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundAmendmentConfiguration : IEntityTypeConfiguration<RoundAmendment>
{
    public void Configure(EntityTypeBuilder<RoundAmendment> amendment)
    {
        amendment.ToTable("RoundAmendments");
        amendment.HasIndex(a => a.Sequence).IsUnique();
        amendment.Property(a => a.Reason).HasMaxLength(1000);
        amendment.HasOne<StaffAccount>().WithMany().HasForeignKey(a => a.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ResultsApprovalConfiguration : IEntityTypeConfiguration<ResultsApproval>
{
    public void Configure(EntityTypeBuilder<ResultsApproval> approval)
    {
        approval.ToTable("ResultsApprovals");
        approval.HasIndex(a => a.Sequence).IsUnique();
        approval.Property(a => a.Digest).HasMaxLength(64);
        approval.Property(a => a.Note).HasMaxLength(1000);
        approval.HasOne<Round>().WithMany().HasForeignKey(a => a.RoundId);
        approval.HasOne<StoredFile>().WithMany().HasForeignKey(a => a.MinutesFileId).OnDelete(DeleteBehavior.Restrict);
        approval.HasOne<StaffAccount>().WithMany().HasForeignKey(a => a.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublicationPlanConfiguration : IEntityTypeConfiguration<PublicationPlan>
{
    public void Configure(EntityTypeBuilder<PublicationPlan> plan)
    {
        plan.ToTable("PublicationPlans");
        plan.HasIndex(p => p.Sequence).IsUnique();
        plan.Property(p => p.Digest).HasMaxLength(64);
        plan.HasOne<Round>().WithMany().HasForeignKey(p => p.RoundId);
        plan.HasOne<StaffAccount>().WithMany().HasForeignKey(p => p.By).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne(p => p.Hold).WithOne().HasForeignKey<PublicationHold>(h => h.PlanId);
    }
}

internal sealed class PublicationHoldConfiguration : IEntityTypeConfiguration<PublicationHold>
{
    public void Configure(EntityTypeBuilder<PublicationHold> hold)
    {
        hold.ToTable("PublicationHolds");
        hold.HasIndex(h => h.Sequence).IsUnique();
        hold.Property(h => h.Reason).HasMaxLength(1000);
        hold.HasOne<StaffAccount>().WithMany().HasForeignKey(h => h.By).OnDelete(DeleteBehavior.Restrict);
    }
}
