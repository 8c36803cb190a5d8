using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Seals;

namespace ParIndex.Application.Data.Configurations;

internal sealed class ReleaseSealConfiguration : IEntityTypeConfiguration<ReleaseSeal>
{
    public void Configure(EntityTypeBuilder<ReleaseSeal> seal)
    {
        seal.Property(s => s.Seal).HasMaxLength(64);
        seal.HasIndex(s => s.Number).IsUnique();
        seal.HasIndex(s => s.ReleaseId).IsUnique();
        seal.HasOne<Release>().WithOne().HasForeignKey<ReleaseSeal>(s => s.ReleaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReleaseBundleConfiguration : IEntityTypeConfiguration<ReleaseBundle>
{
    public void Configure(EntityTypeBuilder<ReleaseBundle> bundle)
    {
        bundle.HasIndex(b => b.ReleaseId).IsUnique();
        bundle.HasOne<Release>().WithOne().HasForeignKey<ReleaseBundle>(b => b.ReleaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuditSealConfiguration : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.Property(s => s.Previous).HasMaxLength(64);
        seal.Property(s => s.Seal).HasMaxLength(64);
        seal.HasIndex(s => s.Number).IsUnique();
    }
}

internal sealed class CheckpointConfiguration : IEntityTypeConfiguration<Checkpoint>
{
    public void Configure(EntityTypeBuilder<Checkpoint> checkpoint)
    {
        checkpoint.Property(c => c.Text).HasMaxLength(1000);
        checkpoint.Property(c => c.PublicKey).HasMaxLength(1000);
        checkpoint.HasIndex(c => c.Number).IsUnique();
    }
}
