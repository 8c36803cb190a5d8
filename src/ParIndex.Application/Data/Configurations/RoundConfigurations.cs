using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Data.Configurations;

internal sealed class CriteriaSetConfiguration : IEntityTypeConfiguration<CriteriaSet>
{
    public void Configure(EntityTypeBuilder<CriteriaSet> set)
    {
        set.Property(s => s.GroupSlug).HasMaxLength(80);
        set.Property(s => s.Title).HasMaxLength(400);
        set.HasIndex(s => new { s.Year, s.GroupSlug }).IsUnique();
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
        criterion.HasIndex(c => new { c.CriteriaSetId, c.Code }).IsUnique();
        criterion.HasIndex(c => c.Lineage);
        criterion.HasOne<Criterion>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundConfiguration : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> round)
    {
        round.Property(r => r.Title).HasMaxLength(200);
        round.HasIndex(r => r.Year);
        round.HasMany(r => r.Groups).WithOne().HasForeignKey(g => g.RoundId);
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
        group.HasMany(g => g.Participants).WithOne().HasForeignKey(p => p.RoundGroupId);
        group.Ignore(g => g.Rules);
    }
}

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> participant)
    {
        participant.ToTable("Participants");
        participant.HasIndex(p => new { p.RoundGroupId, p.UnitId }).IsUnique();
        participant.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        participant.HasMany(p => p.Exemptions).WithOne().HasForeignKey(e => e.ParticipantId);
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
        exemption.HasOne<Criterion>().WithMany().HasForeignKey(e => e.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScorecardConfiguration : IEntityTypeConfiguration<Scorecard>
{
    public void Configure(EntityTypeBuilder<Scorecard> scorecard)
    {
        scorecard.HasIndex(s => s.ParticipantId).IsUnique();
        scorecard.HasOne<Participant>().WithOne().HasForeignKey<Scorecard>(s => s.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        scorecard.HasMany(s => s.Cells).WithOne().HasForeignKey(c => c.ScorecardId);
    }
}

internal sealed class ScoreCellConfiguration : IEntityTypeConfiguration<ScoreCell>
{
    public void Configure(EntityTypeBuilder<ScoreCell> cell)
    {
        cell.ToTable("ScoreCells");
        cell.HasIndex(c => new { c.ScorecardId, c.CriterionId, c.Stage }).IsUnique();
        cell.HasOne<Criterion>().WithMany().HasForeignKey(c => c.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}
