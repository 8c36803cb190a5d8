using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Domain.Releases;

namespace ParIndex.Application.Data.Configurations;

internal sealed class DigestCheckConfiguration : IEntityTypeConfiguration<DigestCheck>
{
    public void Configure(EntityTypeBuilder<DigestCheck> check)
    {
        check.Property(c => c.By).HasMaxLength(80);
        check.Ignore(c => c.Lines);
    }
}
