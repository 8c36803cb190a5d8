using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Outbox;

namespace ParIndex.Application.Data.Configurations;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.Property(m => m.Subject).HasMaxLength(OutboxMessage.MostSubject);
        message.Property(m => m.By).HasMaxLength(80);
        message.Property(m => m.RefusedAddress).HasMaxLength(256);
        message.HasIndex(m => m.SentAt);
        message.HasOne<StaffAccount>().WithMany().HasForeignKey(m => m.RecipientId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JobLeaseConfiguration : IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<JobLease> lease)
    {
        lease.HasKey(l => l.Job);
        lease.Property(l => l.Job).HasMaxLength(80);
        lease.Property(l => l.Holder).HasMaxLength(200);
    }
}
