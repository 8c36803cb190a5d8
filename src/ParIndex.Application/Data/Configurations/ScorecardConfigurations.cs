using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Data.Configurations;

/// <summary>Raw figures are counts of up to nine digits, which the columns of points would not hold.</summary>
internal static class RawFigurePrecision
{
    public static void IsRawFigure(this PropertyBuilder<decimal?> figure) => figure.HasPrecision(14, 4);
}

internal sealed class ScorecardConfiguration : IEntityTypeConfiguration<Scorecard>
{
    public void Configure(EntityTypeBuilder<Scorecard> scorecard)
    {
        scorecard.Ignore(s => s.Scores);
        scorecard.HasIndex(s => s.ParticipantId).IsUnique();
        scorecard.HasOne<Participant>().WithMany().HasForeignKey(s => s.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        scorecard.HasMany(s => s.Cells).WithOne().HasForeignKey(c => c.ScorecardId);
        scorecard.HasMany(s => s.Moves).WithOne().HasForeignKey(m => m.ScorecardId);
        scorecard.HasMany(s => s.Submissions).WithOne().HasForeignKey(s => s.ScorecardId);
        scorecard.HasMany(s => s.Shares).WithOne().HasForeignKey(s => s.ScorecardId);
        scorecard.HasMany(s => s.Approvals).WithOne().HasForeignKey(a => a.ScorecardId);
    }
}

internal sealed class ScoreCellConfiguration : IEntityTypeConfiguration<ScoreCell>
{
    public void Configure(EntityTypeBuilder<ScoreCell> cell)
    {
        cell.ToTable("ScoreCells");
        cell.Property(c => c.Achieved).IsRawFigure();
        cell.Property(c => c.Required).IsRawFigure();
        cell.Property(c => c.Counts).HasMaxLength(CellAnswer.MostCounts);
        cell.Property(c => c.Note).HasMaxLength(CellAnswer.MostNote);
        cell.Ignore(c => c.Answer);
        cell.Ignore(c => c.Mark);
        cell.HasIndex(c => new { c.ScorecardId, c.CriterionId, c.Stage }).IsUnique();
        cell.HasOne<Criterion>().WithMany().HasForeignKey(c => c.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScoreEditConfiguration : IEntityTypeConfiguration<ScoreEdit>
{
    public void Configure(EntityTypeBuilder<ScoreEdit> edit)
    {
        edit.ToTable("ScoreEdits");
        edit.HasIndex(e => e.Sequence).IsUnique();
        edit.Property(e => e.Achieved).IsRawFigure();
        edit.Property(e => e.Required).IsRawFigure();
        edit.Property(e => e.Counts).HasMaxLength(CellAnswer.MostCounts);
        edit.Property(e => e.Note).HasMaxLength(CellAnswer.MostNote);
        edit.HasOne<ScoreCell>().WithMany().HasForeignKey(e => e.CellId);
        edit.HasOne<StaffAccount>().WithMany().HasForeignKey(e => e.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScorecardMoveConfiguration : IEntityTypeConfiguration<ScorecardMove>
{
    public void Configure(EntityTypeBuilder<ScorecardMove> move)
    {
        move.ToTable("ScorecardMoves");
        move.HasIndex(m => m.Sequence).IsUnique();
        move.Property(m => m.Note).HasMaxLength(1000);
        move.HasOne<StaffAccount>().WithMany().HasForeignKey(m => m.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.ToTable("Submissions");
        submission.HasIndex(s => s.Sequence).IsUnique();
        submission.Ignore(s => s.Content);
        submission.Property(s => s.HeadName).HasMaxLength(200);
        submission.Property(s => s.HeadPost).HasMaxLength(200);
        submission.HasOne<StoredFile>().WithMany().HasForeignKey(s => s.ReportFileId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<StaffAccount>().WithMany().HasForeignKey(s => s.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FieldShareConfiguration : IEntityTypeConfiguration<FieldShare>
{
    public void Configure(EntityTypeBuilder<FieldShare> share)
    {
        share.ToTable("FieldShares");
        share.HasIndex(s => new { s.ScorecardId, s.CriterionId }).IsUnique();
        share.HasIndex(s => s.AccountId);
        share.HasOne<Criterion>().WithMany().HasForeignKey(s => s.CriterionId).OnDelete(DeleteBehavior.Restrict);
        share.HasOne<StaffAccount>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        share.HasOne<StaffAccount>().WithMany().HasForeignKey(s => s.By).OnDelete(DeleteBehavior.Restrict);
        share.HasOne<InnerNote>().WithMany().HasForeignKey(s => s.ReturnNoteId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SheetApprovalConfiguration : IEntityTypeConfiguration<SheetApproval>
{
    public void Configure(EntityTypeBuilder<SheetApproval> approval)
    {
        approval.ToTable("SheetApprovals");
        approval.Property(a => a.Seal).HasMaxLength(64);
        approval.HasOne<StaffAccount>().WithMany().HasForeignKey(a => a.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InnerNoteConfiguration : IEntityTypeConfiguration<InnerNote>
{
    public void Configure(EntityTypeBuilder<InnerNote> note)
    {
        note.Property(n => n.Text).HasMaxLength(InnerNote.MostText);
        note.HasIndex(n => new { n.ScorecardId, n.CriterionId });
        note.HasOne<Scorecard>().WithMany().HasForeignKey(n => n.ScorecardId);
        note.HasOne<Criterion>().WithMany().HasForeignKey(n => n.CriterionId).OnDelete(DeleteBehavior.Restrict);
        note.HasOne<StaffAccount>().WithMany().HasForeignKey(n => n.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExplanationConfiguration : IEntityTypeConfiguration<Explanation>
{
    public void Configure(EntityTypeBuilder<Explanation> explanation)
    {
        explanation.Property(e => e.Reason).HasMaxLength(Explanation.MostText);
        explanation.Property(e => e.Answer).HasMaxLength(Explanation.MostText);
        explanation.Ignore(e => e.IsOpen);
        explanation.HasIndex(e => new { e.ScorecardId, e.CriterionId }).IsUnique();
        explanation.HasOne<Scorecard>().WithMany().HasForeignKey(e => e.ScorecardId);
        explanation.HasOne<Criterion>().WithMany().HasForeignKey(e => e.CriterionId).OnDelete(DeleteBehavior.Restrict);
        explanation.HasOne<StaffAccount>().WithMany().HasForeignKey(e => e.RequestedBy).OnDelete(DeleteBehavior.Restrict);
        explanation.HasOne<StaffAccount>().WithMany().HasForeignKey(e => e.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.Property(f => f.FileName).HasMaxLength(200);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.Property(f => f.StoreName).HasMaxLength(40);
        file.Property(f => f.Marks).HasMaxLength(120);
        file.HasIndex(f => new { f.UnitId, f.Year });
        file.HasOne<Unit>().WithMany().HasForeignKey(f => f.UnitId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<StaffAccount>().WithMany().HasForeignKey(f => f.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FileUploadConfiguration : IEntityTypeConfiguration<FileUpload>
{
    public void Configure(EntityTypeBuilder<FileUpload> upload)
    {
        upload.Property(u => u.FileName).HasMaxLength(200);
        upload.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
        upload.HasOne<StaffAccount>().WithMany().HasForeignKey(u => u.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvidenceDocumentConfiguration : IEntityTypeConfiguration<EvidenceDocument>
{
    public void Configure(EntityTypeBuilder<EvidenceDocument> document)
    {
        document.Property(d => d.Title).HasMaxLength(400);
        document.Property(d => d.Number).HasMaxLength(80);
        document.Property(d => d.Issuer).HasMaxLength(200);
        document.HasIndex(d => d.UnitId);
        document.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.FileId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<StaffAccount>().WithMany().HasForeignKey(d => d.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvidenceLinkConfiguration : IEntityTypeConfiguration<EvidenceLink>
{
    public void Configure(EntityTypeBuilder<EvidenceLink> link)
    {
        link.Property(l => l.Pages).HasMaxLength(200);
        link.HasIndex(l => new { l.ScorecardId, l.CriterionId, l.DocumentId }).IsUnique();
        link.HasOne<Scorecard>().WithMany().HasForeignKey(l => l.ScorecardId);
        link.HasOne<Criterion>().WithMany().HasForeignKey(l => l.CriterionId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<EvidenceDocument>().WithMany().HasForeignKey(l => l.DocumentId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<StaffAccount>().WithMany().HasForeignKey(l => l.By).OnDelete(DeleteBehavior.Restrict);
    }
}
