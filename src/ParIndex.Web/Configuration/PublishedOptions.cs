using FluentValidation;

namespace ParIndex.Web.Configuration;

/// <summary>How public pages and files are kept ready to be sent, section <c>Published</c>.</summary>
public sealed class PublishedOptions
{
    public const string Section = "Published";

    /// <summary>Most megabytes of memory they take on this node; 0 makes every answer anew.</summary>
    public int MemoryMegabytes { get; set; } = 128;
}

public sealed class PublishedOptionsValidator : AbstractValidator<PublishedOptions>
{
    private const int MostMegabytes = 100_000;

    public PublishedOptionsValidator() =>
        RuleFor(published => published.MemoryMegabytes).InclusiveBetween(0, MostMegabytes).WithMessage($"phải từ 0 đến {MostMegabytes} (MB); 0 là không giữ trang nào trong bộ nhớ.");
}
