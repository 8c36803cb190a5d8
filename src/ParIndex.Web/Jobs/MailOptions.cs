using FluentValidation;

namespace ParIndex.Web.Jobs;

/// <summary>How messages go out, section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The mail server. Without one, messages are written as .eml files into `outbox` in the data folder.</summary>
    public string? SmtpHost { get; set; }

    /// <summary>Its port; 587 is submission over STARTTLS.</summary>
    public int SmtpPort { get; set; } = 587;

    /// <summary>Whether the line is encrypted (STARTTLS). Only a server on this machine may do without.</summary>
    public bool SmtpEncrypts { get; set; } = true;

    /// <summary>The account at the server, or <c>null</c>.</summary>
    public string? SmtpUser { get; set; }

    /// <summary>Its password.</summary>
    public string? SmtpPassword { get; set; }

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "khong-tra-loi@localhost";

    /// <summary>So many days before a deadline units are reminded; 0 for never.</summary>
    public int RemindDaysBefore { get; set; } = 3;
}

public sealed class MailOptionsValidator : AbstractValidator<MailOptions>
{
    private const int MostDays = 60;

    public MailOptionsValidator()
    {
        RuleFor(mail => mail.SmtpPort).InclusiveBetween(1, 65_535).WithMessage("phải là số cổng từ 1 đến 65535.");
        RuleFor(mail => mail.From).Must(address => System.Net.Mail.MailAddress.TryCreate(address, out _)).WithMessage("phải là một địa chỉ thư điện tử.");
        RuleFor(mail => mail.RemindDaysBefore).InclusiveBetween(0, MostDays).WithMessage($"phải từ 0 (không nhắc) đến {MostDays} ngày.");
        RuleFor(mail => mail.SmtpEncrypts).Equal(true).When(mail => mail.SmtpHost is { Length: > 0 } and not ("localhost" or "127.0.0.1" or "::1"))
            .WithMessage("chỉ được tắt khi máy chủ thư ở chính máy này.");
    }
}
