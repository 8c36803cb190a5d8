using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>Hands a scorecard in: what is still missing, the head's approval, the signed report.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(StaffRoles.UnitOfficer)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceSettings.MostBytes + (1024 * 1024))]
public sealed class SubmitModel(ParIndexDb db, ScorecardWorkflow moves, StoredFileRegister files, ScorecardDesk desk) : PageModel, IShownAgain
{
    /// <summary>The scorecard and who is at work.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public SubmitInput Input { get; set; } = new();

    /// <summary>The signed report that was received already.</summary>
    public StoredFile? Kept { get; private set; }

    /// <summary>Why this person cannot hand it in now, or <c>null</c>.</summary>
    public string? WhyNot => ScorecardRights.WhyNotMove(desk.Actor, desk.Folder, ScorecardAct.Submit, desk.Now);

    /// <summary>The head's approval of the sheet as it stands, or <c>null</c>.</summary>
    public SheetApproval? Approved => desk.Folder.HidesEvidence ? null : desk.Folder.Card.StandingApproval(desk.Folder.Side);

    /// <summary>Fills in the head who approved, as the signed report most likely names them too.</summary>
    public void OnGet()
    {
        var head = Approved is { } approval ? desk.Folder.Colleagues.FirstOrDefault(person => person.Id == approval.By) : null;
        Input = new() { HeadName = head?.FullName, HeadPost = head?.Post };
    }

    /// <summary>The signed report of a submission.</summary>
    public Task<StoredFile?> ReportOfAsync(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return files.FindAsync(submission.ReportFileId, HttpContext.RequestAborted);
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel)
    {
        this.Passes(Input, new SubmitValidator());
        await ReceiveAsync(cancel);
        // Whoever cannot hand it in now is told so, and not asked for a file that would not be taken.
        if (Kept is null && WhyNot is null && ModelState["Input.Report"] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError("Input.Report", "Chọn báo cáo đã ký, tệp PDF.");
        }

        var approval = new HeadApproval(Input.HeadName ?? "", Input.HeadPost ?? "", DateWriter.Read((Input.SignedOn ?? "").Trim()) ?? default, Kept?.Id ?? Guid.Empty);
        if (ModelState.IsValid)
        {
            ScorecardDemands.Problems(approval, desk.Folder, desk.Now).ToList().ForEach(problem => ModelState.AddModelError($"Input.{problem.Field}", problem.Message));
        }

        return await this.AnswerAsync(Url.Scorecard(desk.Folder, "Course"), async () =>
        {
            await moves.SubmitAsync(desk.Folder.Card.Id, version, approval, desk.Actor, cancel);
            return "Đã nộp phiếu chấm điểm.";
        });
    }

    /// <summary>Keeps a report whose form was wrong or refused, so that it is not asked for twice.</summary>
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        if (Kept is { } file && db.Entry(file).State == EntityState.Added)
        {
            await db.SaveAsync(new(desk.Actor.StaffCode, "Đưa lên báo cáo đã ký:", $"{desk.Folder.Unit.Name}, {desk.Folder.Round.Year}"), cancel);
        }
        else if (Kept is not null && !await db.StoredFiles.AnyAsync(file => file.Id == Kept.Id, cancel))
        {
            (Kept, Input.ReportId) = (null, null);
        }

        return null;
    }

    /// <summary>Takes a report that came with the form, or finds the one received before; it is saved with the submission.</summary>
    private async Task ReceiveAsync(CancellationToken cancel)
    {
        var (unit, year) = (desk.Folder.Unit.Unit.Id, desk.Folder.Round.Year);
        if (Input.Report is { } sent && Input.NotSecret && WhyNot is null)
        {
            try
            {
                await using var content = sent.OpenReadStream();
                Kept = await files.KeepAsync(content, sent.FileName, unit, year, desk.Actor, onlyPdf: true, cancel);
            }
            catch (FileRefusedException refusal)
            {
                ModelState.AddModelError("Input.Report", refusal.Message);
            }
        }

        Kept ??= await db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(file => file.Id == Input.ReportId && file.UnitId == unit && file.Year == year && file.Kind == FileKind.Pdf, cancel);
        ModelState.Remove("Input.ReportId");
        Input.ReportId = Kept?.Id;
    }
}

/// <summary>The form of <see cref="SubmitModel"/>.</summary>
public sealed record SubmitInput
{
    /// <summary>Full name of the head.</summary>
    public string? HeadName { get; set; }

    /// <summary>Post of the head.</summary>
    public string? HeadPost { get; set; }

    /// <summary>Day of the signature.</summary>
    public string? SignedOn { get; set; }

    /// <summary>The signed report.</summary>
    public IFormFile? Report { get; set; }

    /// <summary>The signed report received before.</summary>
    public Guid? ReportId { get; set; }

    /// <summary>Whether the officer declares that it is no state secret.</summary>
    public bool NotSecret { get; set; }
}

/// <summary>What the form accepts.</summary>
public sealed class SubmitValidator : AbstractValidator<SubmitInput>
{
    public SubmitValidator()
    {
        RuleFor(input => input.HeadName).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi họ và tên thủ trưởng đơn vị.");
        RuleFor(input => input.HeadPost).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi chức vụ của thủ trưởng đơn vị.");
        RuleFor(input => input.SignedOn).Must(text => DateWriter.Read((text ?? "").Trim()) is not null).WithMessage(input => $"Không hiểu ngày ký “{input.SignedOn}”; nhập ngày dạng 15/12/2026.");
        RuleFor(input => input.NotSecret).Equal(true).WithMessage("Xác nhận tài liệu không thuộc phạm vi bí mật nhà nước.");
    }
}
