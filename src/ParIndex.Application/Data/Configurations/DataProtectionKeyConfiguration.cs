using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ParIndex.Application.Data.Configurations;

/// <summary>
/// The keys of cookies and second factors, encrypted by the host. A key is known by its name: a number given by each
/// database would not survive a restore, and a key taken in twice would be two.
/// </summary>
internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key)
    {
        key.HasKey(k => k.FriendlyName);
        key.Ignore(k => k.Id);
        key.Property(k => k.FriendlyName).HasMaxLength(100).ValueGeneratedNever();
        key.Property(k => k.Xml).IsRequired();
    }
}
