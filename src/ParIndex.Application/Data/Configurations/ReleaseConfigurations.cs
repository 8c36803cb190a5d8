using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Data.Configurations;

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> release)
    {
        release.Property(r => r.Province).HasMaxLength(80);
        release.Property(r => r.DecisionNumber).HasMaxLength(80);
        release.Property(r => r.SourceNote).HasMaxLength(1000);
        release.Property(r => r.SignerPost).HasMaxLength(200);
        release.Property(r => r.ChangeReason).HasMaxLength(1000);
        release.Property(r => r.ResultsDigest).HasMaxLength(64);
        release.HasIndex(r => new { r.Year, r.VersionNumber }).IsUnique();
        release.HasMany(r => r.Groups).WithOne().HasForeignKey(g => g.ReleaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReleaseGroupConfiguration : IEntityTypeConfiguration<ReleaseGroup>
{
    public void Configure(EntityTypeBuilder<ReleaseGroup> group)
    {
        group.ToTable("ReleaseGroups");
        group.Property(g => g.Slug).HasMaxLength(80);
        group.Property(g => g.Name).HasMaxLength(200);
        group.Property(g => g.NameEn).HasMaxLength(200);
        group.Property(g => g.ScaleNote).HasMaxLength(1000);
        group.HasIndex(g => new { g.ReleaseId, g.Slug }).IsUnique();
        group.HasMany(g => g.Results).WithOne().HasForeignKey(r => r.ReleaseGroupId).OnDelete(DeleteBehavior.Restrict);
        group.HasMany(g => g.References).WithOne().HasForeignKey(r => r.ReleaseGroupId).OnDelete(DeleteBehavior.Restrict);
        group.HasMany(g => g.Criteria).WithOne().HasForeignKey(c => c.ReleaseGroupId).OnDelete(DeleteBehavior.Restrict);
        group.Property(g => g.Digest).HasMaxLength(64);
        group.Ignore(g => g.Summary);
        group.Ignore(g => g.Lists);
        group.Ignore(g => g.HasLeaves);
        group.Ignore(g => g.IsPrinted);
        group.Ignore(g => g.IsFromPrint);
        group.Ignore(g => g.WholeRanked);
    }
}

internal sealed class ReleaseResultConfiguration : IEntityTypeConfiguration<ReleaseResult>
{
    public void Configure(EntityTypeBuilder<ReleaseResult> result)
    {
        result.ToTable("ReleaseResults");
        result.Property(r => r.UnitCode).HasMaxLength(160);
        result.Property(r => r.UnitName).HasMaxLength(200);
        result.Property(r => r.UnitNameEn).HasMaxLength(200);
        result.Property(r => r.NameAsPrinted).HasMaxLength(200);
        result.Property(r => r.PublishedRating).HasMaxLength(80);
        result.Property(r => r.Rating).HasMaxLength(80);
        result.Property(r => r.RatingReason).HasMaxLength(8000);
        result.Property(r => r.RankingList).HasMaxLength(200);
        result.Property(r => r.RankReason).HasMaxLength(1000);
        result.HasIndex(r => new { r.ReleaseGroupId, r.UnitCode }).IsUnique();
        result.HasMany(r => r.Scores).WithOne().HasForeignKey(s => s.ReleaseResultId).OnDelete(DeleteBehavior.Restrict);
        result.Property(r => r.Digest).HasMaxLength(64);
        result.Ignore(r => r.WhyNoChange);
        result.Ignore(r => r.UsableChange);
        result.Ignore(r => r.OfficialIndex);
        result.Ignore(r => r.OfficialRating);
    }
}

internal sealed class ReleaseReferenceConfiguration : IEntityTypeConfiguration<ReleaseReference>
{
    public void Configure(EntityTypeBuilder<ReleaseReference> reference)
    {
        reference.ToTable("ReleaseReferences");
        reference.Property(r => r.UnitCode).HasMaxLength(160);
        reference.Property(r => r.Label).HasMaxLength(80);
        reference.HasIndex(r => new { r.ReleaseGroupId, r.Position }).IsUnique();
    }
}

internal sealed class ReleaseCriterionConfiguration : IEntityTypeConfiguration<ReleaseCriterion>
{
    public void Configure(EntityTypeBuilder<ReleaseCriterion> criterion)
    {
        criterion.ToTable("ReleaseCriteria");
        criterion.Property(c => c.Code).HasMaxLength(40);
        criterion.Property(c => c.Name).HasMaxLength(1000);
        criterion.Property(c => c.NameEn).HasMaxLength(1000);
        criterion.Property(c => c.ScoringText).HasMaxLength(CriterionContent.MostScoringText);
        criterion.Property(c => c.FigureNoun).HasMaxLength(CriterionContent.MostNoun);
        criterion.HasIndex(c => new { c.ReleaseGroupId, c.Position }).IsUnique();
    }
}

internal sealed class ReleaseScoreConfiguration : IEntityTypeConfiguration<ReleaseScore>
{
    public void Configure(EntityTypeBuilder<ReleaseScore> score)
    {
        score.ToTable("ReleaseScores");
        score.Property(s => s.CriterionCode).HasMaxLength(40);
        score.Property(s => s.Achieved).IsRawFigure();
        score.Property(s => s.Counts).HasMaxLength(CellAnswer.MostCounts);
        score.Property(s => s.Statement).HasMaxLength(CriterionContent.MostRule);
        score.Property(s => s.Required).IsRawFigure();
        score.Property(s => s.NotApplicable).HasMaxLength(1000);
        score.Property(s => s.Note).HasMaxLength(CellAnswer.MostNote);
        score.HasIndex(s => new { s.ReleaseResultId, s.Position }).IsUnique();
    }
}
