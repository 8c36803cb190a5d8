using FluentValidation;
using ParIndex.Application.Evidence;
using ParIndex.Application.Scorecards;
using ParIndex.Web.Security;

namespace ParIndex.Web.Configuration;

/// <summary>How files are kept, section <c>Evidence</c>.</summary>
public sealed class EvidenceOptions
{
    public const string Section = "Evidence";

    /// <summary>The store's folder, which the operator makes. Without one it is `evidence` in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>Most megabytes of one unit and year.</summary>
    public int QuotaMegabytes { get; set; } = EvidenceSettings.DefaultQuotaMegabytes;

    /// <summary>A program that gets a file's path and ends with another code than 0 when it is bad.</summary>
    public string? ScannerCommand { get; set; }
}

public sealed class EvidenceOptionsValidator : AbstractValidator<EvidenceOptions>
{
    private const int MostMegabytes = 100_000;

    public EvidenceOptionsValidator()
    {
        RuleFor(evidence => evidence.QuotaMegabytes).InclusiveBetween(1, MostMegabytes).WithMessage($"phải từ 1 đến {MostMegabytes} (MB).");
        RuleFor(evidence => evidence.Folder).Must(Directory.Exists).When(evidence => !string.IsNullOrWhiteSpace(evidence.Folder))
            .WithMessage("phải là thư mục có sẵn; chương trình không tự tạo, để ổ đĩa chưa gắn không bị nhầm là kho trống.");
        RuleFor(evidence => evidence.ScannerCommand).Must(File.Exists).When(evidence => !string.IsNullOrWhiteSpace(evidence.ScannerCommand))
            .WithMessage("phải là đường dẫn đầy đủ của một chương trình.");
    }
}

/// <summary>The store of files and the use cases on it.</summary>
internal static class EvidenceSetup
{
    private const long Megabyte = 1024 * 1024;

    public static void AddEvidence(this WebApplicationBuilder builder)
    {
        builder.Add<EvidenceOptions>(EvidenceOptions.Section, new EvidenceOptionsValidator());
        builder.Services.AddSingleton(services => Read(services.GetRequiredService<Microsoft.Extensions.Options.IOptions<EvidenceOptions>>().Value, builder));
        builder.Services.AddSingleton<FileStore>();
        builder.Services.AddSingleton<FileScanner>();
        builder.Services.AddScoped<StoredFileRegister>();
        builder.Services.AddScoped<EvidenceUploads>();
        builder.Services.AddScoped<EvidenceAttachments>();
        builder.Services.AddScoped<EvidenceLibrary>();
        builder.Services.AddScoped<RoundBoards>();
    }

    private static EvidenceSettings Read(EvidenceOptions evidence, WebApplicationBuilder builder) => new(
        string.IsNullOrWhiteSpace(evidence.Folder)
            ? PrivateFolder.Open(Path.Combine(ServerSettings.Read(builder.Configuration).DataPath(builder.Environment), builder.IsDemo() ? "demo-evidence" : "evidence")).FullName
            : Path.GetFullPath(evidence.Folder),
        evidence.QuotaMegabytes * Megabyte,
        string.IsNullOrWhiteSpace(evidence.ScannerCommand) ? null : evidence.ScannerCommand);
}
