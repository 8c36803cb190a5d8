using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Imports;

namespace ParIndex.Application.Data.Configurations;

internal sealed class ImportDraftConfiguration : IEntityTypeConfiguration<ImportDraft>
{
    public void Configure(EntityTypeBuilder<ImportDraft> draft)
    {
        draft.ToTable("ImportDrafts");
        draft.Property(d => d.FileName).HasMaxLength(200);
        draft.Property(d => d.Sha256).HasMaxLength(64);
        draft.Property(d => d.Target).HasMaxLength(200);
        draft.Property(d => d.Stamp).HasMaxLength(64);
        draft.HasOne<StaffAccount>().WithMany().HasForeignKey(d => d.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnnexLayoutConfiguration : IEntityTypeConfiguration<AnnexLayout>
{
    public void Configure(EntityTypeBuilder<AnnexLayout> layout)
    {
        layout.ToTable("AnnexLayouts");
        layout.Property(l => l.Fingerprint).HasMaxLength(64);
        layout.HasIndex(l => l.Fingerprint).IsUnique();
    }
}
