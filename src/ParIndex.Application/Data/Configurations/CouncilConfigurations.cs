using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Council;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Data.Configurations;

internal sealed class CouncilMeetingConfiguration : IEntityTypeConfiguration<CouncilMeeting>
{
    public void Configure(EntityTypeBuilder<CouncilMeeting> meeting)
    {
        meeting.Ignore(m => m.Presider);
        meeting.HasIndex(m => m.Sequence).IsUnique();
        meeting.Property(m => m.Place).HasMaxLength(CouncilMeeting.MostPlace);
        meeting.Property(m => m.Secretary).HasMaxLength(200);
        meeting.HasOne<Round>().WithMany().HasForeignKey(m => m.RoundId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne<StaffAccount>().WithMany().HasForeignKey(m => m.PresiderId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne<StaffAccount>().WithMany().HasForeignKey(m => m.SecretaryId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne<StaffAccount>().WithMany().HasForeignKey(m => m.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilItemConfiguration : IEntityTypeConfiguration<CouncilItem>
{
    public void Configure(EntityTypeBuilder<CouncilItem> item)
    {
        item.HasIndex(i => i.Sequence).IsUnique();
        item.Property(i => i.Reason).HasMaxLength(CouncilItem.MostReason);
        item.HasOne<CouncilMeeting>().WithMany().HasForeignKey(i => i.MeetingId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Scorecard>().WithMany().HasForeignKey(i => i.ScorecardId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Criterion>().WithMany().HasForeignKey(i => i.CriterionId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<StaffAccount>().WithMany().HasForeignKey(i => i.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilVoteConfiguration : IEntityTypeConfiguration<CouncilVote>
{
    public void Configure(EntityTypeBuilder<CouncilVote> vote)
    {
        vote.HasIndex(v => v.Sequence).IsUnique();
        vote.HasOne<CouncilItem>().WithMany().HasForeignKey(v => v.ItemId).OnDelete(DeleteBehavior.Restrict);
        vote.HasOne<StaffAccount>().WithMany().HasForeignKey(v => v.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilOutcomeConfiguration : IEntityTypeConfiguration<CouncilOutcome>
{
    public void Configure(EntityTypeBuilder<CouncilOutcome> outcome)
    {
        outcome.HasIndex(o => o.Sequence).IsUnique();
        outcome.HasIndex(o => o.ItemId).IsUnique();
        outcome.HasOne<CouncilItem>().WithOne().HasForeignKey<CouncilOutcome>(o => o.ItemId).OnDelete(DeleteBehavior.Restrict);
        outcome.HasOne<StaffAccount>().WithMany().HasForeignKey(o => o.By).OnDelete(DeleteBehavior.Restrict);
    }
}
