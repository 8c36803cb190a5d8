using FluentValidation;

namespace ParIndex.Web.Configuration;

/// <summary>The key that signs where the chains of releases and of the audit log end, section <c>Seal</c>.</summary>
public sealed class SealOptions
{
    public const string Section = "Seal";

    /// <summary>The private key, PEM, ECDSA on P-256; made when there is none. <c>null</c>: <c>keys/seal.pem</c> in the data folder. Several nodes share one.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Public keys of earlier machines whose signatures count as well, PEM. <c>null</c>: <c>keys/seals-known.pem</c> in the data folder.</summary>
    public string? KnownKeysFile { get; set; }
}

public sealed class SealOptionsValidator : AbstractValidator<SealOptions>
{
    public SealOptionsValidator(IHostEnvironment environment)
    {
        RuleFor(seal => seal.KeyFile).Must(IsFile).WithMessage("phải là đường dẫn của một tệp, không phải thư mục.");
        RuleFor(seal => seal.KnownKeysFile).Must(IsFile).WithMessage("phải là đường dẫn của một tệp, không phải thư mục.");

        bool IsFile(string? path) => string.IsNullOrEmpty(path) || !Directory.Exists(Path.GetFullPath(path, environment.ContentRootPath));
    }
}
