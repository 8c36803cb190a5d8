using FluentValidation;

namespace ParIndex.Web.Configuration;

/// <summary>
/// Who publishes the portal and how they are reached, shown in the header, in the footer and on the page about the
/// portal. What is not set is not shown.
/// </summary>
public sealed class SiteOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Site";

    /// <summary>The province with its type: “Tỉnh Lai Châu”.</summary>
    public string? Province { get; set; }

    /// <summary>The governing body: “Ủy ban nhân dân tỉnh Lai Châu”.</summary>
    public string? GoverningBody { get; set; }

    /// <summary>Who answers for the content, as post and body, not a person's name: “Giám đốc Sở Nội vụ tỉnh Lai Châu”.</summary>
    public string? ContentOwner { get; set; }

    /// <summary>The postal address of the body responsible.</summary>
    public string? Address { get; set; }

    /// <summary>Its telephone number as people read it: “0213 3876 xxx”.</summary>
    public string? Phone { get; set; }

    /// <summary>Its official e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The public address of the portal, for canonical links and files: <c>https://cchc.laichau.gov.vn/</c>.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The terms under which the published data may be used, by their name: “CC BY 4.0”.</summary>
    public string? DataLicence { get; set; }

    /// <summary>Where those terms can be read.</summary>
    public Uri? DataLicenceAddress { get; set; }

    /// <summary>
    /// Code of the unit that coordinates the assessment and is itself assessed; pages say so. In every province that is the
    /// department of home affairs. Empty: nothing is said.
    /// </summary>
    public string? Coordinator { get; set; } = "so-noi-vu";

    /// <summary>Whether everybody sees the points missing to the next rating; otherwise only signed-in staff do.</summary>
    public bool OpensWayToNextRating { get; set; }

    /// <summary>The public address of a page, or <c>null</c> while <see cref="BaseAddress"/> is not set.</summary>
    /// <param name="path">The page's path, starting with a slash.</param>
    public Uri? Canonical(string path) => BaseAddress is null ? null : new Uri(BaseAddress, path);

    /// <summary>The province without its type, as national tables name it: “Lai Châu”.</summary>
    public string? ProvinceName => Province is null ? null : ParIndex.Domain.Units.UnitNaming.Distinctive(Province);

    /// <summary>The telephone number as a link understands it: digits and a leading plus, without the “(0)” written after a country code.</summary>
    public string? PhoneLink => Phone is null
        ? null
        : "tel:" + string.Concat(Phone.Replace("(0)", "", StringComparison.Ordinal).Where(c => char.IsAsciiDigit(c) || c == '+'));
}

/// <summary>Refuses settings that would show readers something wrong; in Production the province must be named.</summary>
public sealed class SiteOptionsValidator : AbstractValidator<SiteOptions>
{
    private const int LongestText = 200;

    public SiteOptionsValidator(IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        When(_ => environment.IsProduction(), () => RuleFor(site => site.Province)
            .NotEmpty().WithMessage("Site:Province chưa được đặt; ghi tên tỉnh kèm loại đơn vị, ví dụ “Tỉnh Lai Châu”."));

        Text(nameof(SiteOptions.Province), site => site.Province);
        Text(nameof(SiteOptions.GoverningBody), site => site.GoverningBody);
        Text(nameof(SiteOptions.ContentOwner), site => site.ContentOwner);
        Text(nameof(SiteOptions.Address), site => site.Address);
        Text(nameof(SiteOptions.DataLicence), site => site.DataLicence);
        RuleFor(site => site.DataLicenceAddress).Must(address => address is null or { IsAbsoluteUri: true, Scheme: "http" or "https" })
            .WithMessage("Site:DataLicenceAddress phải là địa chỉ đầy đủ bắt đầu bằng http:// hoặc https://, ví dụ “https://creativecommons.org/licenses/by/4.0/deed.vi”.");
        RuleFor(site => site.DataLicence).NotEmpty().When(site => site.DataLicenceAddress is not null)
            .WithMessage("Site:DataLicence chưa được đặt trong khi có Site:DataLicenceAddress; ghi tên của điều khoản, ví dụ “CC BY 4.0”.");
        RuleFor(site => site.Phone).Matches(@"^\+?[0-9][0-9 .()-]{5,24}\z")
            .WithMessage("Site:Phone phải là số điện thoại, ví dụ “0213 3876 000”.");
        RuleFor(site => site.Email).EmailAddress().MaximumLength(LongestText)
            .WithMessage("Site:Email phải là địa chỉ thư điện tử, ví dụ “cchc@laichau.gov.vn”.");
        RuleFor(site => site.BaseAddress).Must(BeWebRoot)
            .WithMessage("Site:BaseAddress phải là địa chỉ đầy đủ bắt đầu bằng http:// hoặc https://, không kèm đường dẫn hay tham số, ví dụ “https://cchc.laichau.gov.vn/”.");
    }

    private void Text(string key, System.Linq.Expressions.Expression<Func<SiteOptions, string?>> value) =>
        RuleFor(value).MaximumLength(LongestText).WithMessage($"Site:{key} dài quá {LongestText} ký tự.");

    private static bool BeWebRoot(Uri? address) =>
        address is null || (address.IsAbsoluteUri && address.Scheme is "http" or "https" && address.PathAndQuery == "/" && address.Fragment.Length == 0);
}
