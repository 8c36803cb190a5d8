using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Domain.Audit;

namespace ParIndex.Application.Data.Configurations;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> audit)
    {
        audit.Property(a => a.Actor).HasMaxLength(80);
        audit.Property(a => a.Source).HasMaxLength(64).HasDefaultValue("");
        audit.Property(a => a.Act).HasMaxLength(200);
        audit.HasIndex(a => a.At);
        audit.HasIndex(a => a.Sequence).IsUnique();
        audit.HasMany(a => a.Changes).WithOne().HasForeignKey(c => c.AuditEventId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuditChangeConfiguration : IEntityTypeConfiguration<AuditChange>
{
    public void Configure(EntityTypeBuilder<AuditChange> change)
    {
        change.ToTable("AuditChanges");
        change.Property(c => c.Entity).HasMaxLength(80);
        change.Property(c => c.EntityId).HasMaxLength(40);
        change.Property(c => c.Property).HasMaxLength(80);
    }
}

internal sealed class AuditCountConfiguration : IEntityTypeConfiguration<AuditCount>
{
    public void Configure(EntityTypeBuilder<AuditCount> count)
    {
        count.Property(c => c.Actor).HasMaxLength(80);
        count.Property(c => c.Source).HasMaxLength(64);
        count.Property(c => c.Address).HasMaxLength(200);
        count.Property(c => c.Note).HasMaxLength(200);
        count.HasIndex(c => c.Sequence).IsUnique();
        count.HasIndex(c => new { c.Hour, c.Actor, c.Source, c.Kind, c.Address, c.Note }).IsUnique();
    }
}
