using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Data.Configurations;

internal sealed class PublicRemarkConfiguration : IEntityTypeConfiguration<PublicRemark>
{
    public void Configure(EntityTypeBuilder<PublicRemark> remark)
    {
        remark.Property(r => r.Code).HasMaxLength(PublicRemark.CodeLength);
        remark.Property(r => r.UnitCode).HasMaxLength(160);
        remark.Property(r => r.CriterionCode).HasMaxLength(40);
        remark.Property(r => r.Text).HasMaxLength(PublicRemark.MostText);
        remark.Property(r => r.Answer).HasMaxLength(PublicRemark.MostAnswer);
        remark.Ignore(r => r.IsPublic);
        remark.HasIndex(r => r.Code).IsUnique();
        remark.HasIndex(r => r.State);
        remark.HasOne<Release>().WithMany().HasForeignKey(r => r.ReleaseId).OnDelete(DeleteBehavior.Restrict);
        remark.HasOne<StaffAccount>().WithMany().HasForeignKey(r => r.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
        remark.HasOne<TwoPersonRequest>().WithMany().HasForeignKey(r => r.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}
