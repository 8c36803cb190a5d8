using FluentValidation;
using ParIndex.Application.Evidence;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Pages.Workspace.Evidence;

/// <summary>A document as typed, with its file or without one.</summary>
public sealed record DocumentInput
{
    /// <summary>Most bytes of a whole request: enough to say of a file that it is too large.</summary>
    public const int MostRequestBytes = 48 * 1024 * 1024;

    /// <summary>What it is.</summary>
    public string? Title { get; set; }

    /// <summary>Its number.</summary>
    public string? Number { get; set; }

    /// <summary>Its date.</summary>
    public string? IssuedOn { get; set; }

    /// <summary>Who issued it.</summary>
    public string? Issuer { get; set; }

    /// <summary>Whether every unit may point to it.</summary>
    public bool IsShared { get; set; }

    /// <summary>Its file, sent with the form.</summary>
    public IFormFile? File { get; set; }

    /// <summary>Its file, come over in slices before.</summary>
    public Guid? UploadId { get; set; }

    /// <summary>The declaration that the file is no state secret.</summary>
    public bool IsDeclared { get; set; }

    /// <summary>Whether there is a file.</summary>
    public bool HasFile => File is not null || UploadId is not null;

    /// <summary>What is said of the document; ask <see cref="DocumentValidator"/> first.</summary>
    public Citation Citation() => new(Title!, Number, DateWriter.Read((IssuedOn ?? "").Trim()), Issuer, IsShared);

    /// <summary>Its file, or <c>null</c>; the caller disposes the stream.</summary>
    public DocumentFile? OpenFile() => !HasFile ? null : new(UploadId is null ? File!.OpenReadStream() : null, File?.FileName ?? "", UploadId, IsDeclared);

    /// <summary>What a document's date warns of, or an empty text.</summary>
    public string Warning(int year) => DateWriter.Read((IssuedOn ?? "").Trim()) is { } day && day.Year != year ? $" Lưu ý: ngày văn bản {DateWriter.Vietnamese(day)} nằm ngoài năm đánh giá {year}." : "";
}

/// <summary>What the form accepts.</summary>
public sealed class DocumentValidator : AbstractValidator<DocumentInput>
{
    public DocumentValidator()
    {
        RuleFor(input => input.Title).NotEmpty().WithMessage("Ghi tên hoặc trích yếu của tài liệu.");
        RuleFor(input => input.Title).MaximumLength(400).WithMessage("Tên tài liệu dài tối đa 400 ký tự.");
        RuleFor(input => input.Number).MaximumLength(80).WithMessage("Số, ký hiệu dài tối đa 80 ký tự.");
        RuleFor(input => input.Issuer).MaximumLength(200).WithMessage("Cơ quan ban hành dài tối đa 200 ký tự.");
        RuleFor(input => input.IssuedOn).Must(day => DateWriter.Read(day!.Trim()) is { Year: > 1900 }).When(input => !string.IsNullOrWhiteSpace(input.IssuedOn))
            .WithMessage("Ngày văn bản ghi dạng 15/12/2026.");
        RuleFor(input => input.File).Must(file => file!.Length <= EvidenceSettings.MostBytes).When(input => input.File is not null && input.UploadId is null).WithMessage(FileCheck.TooLarge);
        RuleFor(input => input.IsDeclared).Equal(true).When(input => input.HasFile).WithMessage("Xác nhận tài liệu không thuộc danh mục bí mật nhà nước.");
    }
}
