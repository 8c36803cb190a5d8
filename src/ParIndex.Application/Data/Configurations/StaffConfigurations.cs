using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Data.Configurations;

internal sealed class StaffAccountConfiguration : IEntityTypeConfiguration<StaffAccount>
{
    public void Configure(EntityTypeBuilder<StaffAccount> account)
    {
        account.ToTable("StaffAccounts");
        account.HasKey(a => a.Id);
        account.Property(a => a.UserName).HasMaxLength(80).IsRequired();
        account.Property(a => a.NormalizedUserName).HasMaxLength(80);
        account.HasIndex(a => a.NormalizedUserName).IsUnique();
        account.Property(a => a.FullName).HasMaxLength(200);
        account.Property(a => a.Post).HasMaxLength(200);
        account.Property(a => a.Roles).HasMaxLength(200);
        account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        account.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        account.Ignore(a => a.StaffCode).Ignore(a => a.Face);
        account.Property(a => a.Email).HasMaxLength(200);
        account.Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
        account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
    }
}

internal sealed class StaffClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim)
    {
        claim.ToTable("StaffClaims");
        claim.HasOne<StaffAccount>().WithMany().HasForeignKey(c => c.UserId);
    }
}

internal sealed class StaffLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login)
    {
        login.ToTable("StaffLogins");
        login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        login.HasOne<StaffAccount>().WithMany().HasForeignKey(l => l.UserId);
    }
}

internal sealed class StaffTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
    {
        token.ToTable("StaffTokens");
        token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        token.HasOne<StaffAccount>().WithMany().HasForeignKey(t => t.UserId);
    }
}

internal sealed class TwoPersonRequestConfiguration : IEntityTypeConfiguration<TwoPersonRequest>
{
    public void Configure(EntityTypeBuilder<TwoPersonRequest> request)
    {
        request.ToTable("TwoPersonRequests");
        request.Property(r => r.Summary).HasMaxLength(1000);
        request.Property(r => r.Reason).HasMaxLength(1000);
        request.HasIndex(r => r.State);
        request.Ignore(r => r.Issued);
        request.HasOne<StaffAccount>().WithMany().HasForeignKey(r => r.RequestedBy).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<StaffAccount>().WithMany().HasForeignKey(r => r.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GuessLimitConfiguration : IEntityTypeConfiguration<GuessLimit>
{
    public void Configure(EntityTypeBuilder<GuessLimit> limit)
    {
        limit.HasKey(l => l.Key);
        limit.Property(l => l.Key).HasMaxLength(64);
        limit.HasIndex(l => l.ForgottenAt);
    }
}

internal sealed class AccountNoticeConfiguration : IEntityTypeConfiguration<AccountNotice>
{
    public void Configure(EntityTypeBuilder<AccountNotice> notice)
    {
        notice.Property(n => n.Text).HasMaxLength(1000);
        notice.HasIndex(n => new { n.AccountId, n.ReadAt });
        notice.HasOne<StaffAccount>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffEventConfiguration : IEntityTypeConfiguration<StaffEvent>
{
    public void Configure(EntityTypeBuilder<StaffEvent> told)
    {
        told.ToTable("StaffEvents");
        told.Property(e => e.FullName).HasMaxLength(200);
        told.Property(e => e.Post).HasMaxLength(200);
        told.Property(e => e.Email).HasMaxLength(200);
        told.Property(e => e.Roles).HasMaxLength(200);
        told.Ignore(e => e.Was);
        told.HasIndex(e => e.AccountId);
        told.HasIndex(e => e.Sequence).IsUnique();
        told.HasOne<StaffAccount>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
