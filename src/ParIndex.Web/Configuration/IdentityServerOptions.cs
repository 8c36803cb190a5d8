using FluentValidation;

namespace ParIndex.Web.Configuration;

/// <summary>The province's own identity server, section <c>SignIn:OpenIdConnect</c>. Without an <see cref="Authority"/> there is none.</summary>
public sealed class IdentityServerOptions
{
    public const string Section = "SignIn:OpenIdConnect";

    /// <summary>The address the server gives its metadata below: <c>https://sso.laichau.gov.vn/realms/canbo</c>.</summary>
    public Uri? Authority { get; set; }

    /// <summary>What the server calls this portal.</summary>
    public string? ClientId { get; set; }

    /// <summary>What the portal proves itself with to the server.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The claim of the id token that holds the staff code. People must not be able to change it at the server themselves.</summary>
    public string StaffCodeClaim { get; set; } = "preferred_username";

    /// <summary>Whether a second factor that the server says it asked for takes the place of the portal's own.</summary>
    public bool SecondFactorByServer { get; set; }

    /// <summary>The value of <c>acr</c> by which the server says so, beside the values of <c>amr</c>; it is asked for, too. <c>null</c> when it has none.</summary>
    public string? SecondFactorAcr { get; set; }

    /// <summary>The server's name on the button, after “Đăng nhập qua”.</summary>
    public string Label { get; set; } = "máy chủ xác thực của tỉnh";

    /// <summary>Whether everybody may sign in by password as well. Administrators always may: a server that is away shuts nobody out for good.</summary>
    public bool PasswordsToo { get; set; } = true;

    /// <summary>Whether signing out here signs out at the server as well.</summary>
    public bool SignOutAtServer { get; set; }

    /// <summary>Whether there is a server to sign in by.</summary>
    public bool IsOn => Authority is not null;
}

/// <summary>Half a server, or one that anybody on the way could speak for, is refused at the start.</summary>
public sealed class IdentityServerOptionsValidator : AbstractValidator<IdentityServerOptions>
{
    private const int ShortestSecret = 16;

    private const int LongestLabel = 60;

    public IdentityServerOptionsValidator(IHostEnvironment environment)
    {
        When(server => server.IsOn, () =>
        {
            RuleFor(server => server.Authority)
                .Must(authority => authority!.IsAbsoluteUri && authority is { Query: "", Fragment: "", UserInfo: "" } && (authority.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && authority is { Scheme: "http", IsLoopback: true })))
                .WithMessage("phải là địa chỉ https đầy đủ của máy chủ xác thực, không kèm tham số, ví dụ https://sso.laichau.gov.vn/realms/canbo; http chỉ được dùng trên chính máy này trong môi trường Development.");
            RuleFor(server => server.ClientId).NotEmpty().WithMessage("chưa được đặt; ghi mã ứng dụng mà máy chủ xác thực cấp cho cổng.");
            RuleFor(server => server.ClientSecret)
                .Must(secret => secret?.Length >= ShortestSecret)
                .WithMessage($"phải có ít nhất {ShortestSecret} ký tự; lấy khoá bí mật mà máy chủ xác thực cấp cho cổng.");
            RuleFor(server => server.StaffCodeClaim).NotEmpty().WithMessage("chưa được đặt; ghi tên thuộc tính chứa mã cán bộ, ví dụ preferred_username.");
            RuleFor(server => server.Label).NotEmpty().MaximumLength(LongestLabel).WithMessage($"cần từ 1 đến {LongestLabel} ký tự, ví dụ “máy chủ xác thực của tỉnh”.");
            RuleFor(server => server.SecondFactorAcr).Empty().When(server => !server.SecondFactorByServer, ApplyConditionTo.CurrentValidator)
                .WithMessage($"chỉ có tác dụng khi {nameof(IdentityServerOptions.SecondFactorByServer)} là true.");
        }).Otherwise(() =>
        {
            RuleFor(server => server.Authority)
                .Must((server, _) => string.IsNullOrEmpty(server.ClientId) && string.IsNullOrEmpty(server.ClientSecret) && !server.SecondFactorByServer)
                .WithMessage("chưa được đặt trong khi các cài đặt khác của máy chủ xác thực đã có; ghi địa chỉ của máy chủ hoặc bỏ cả mục.");
            RuleFor(server => server.PasswordsToo).Equal(true).WithMessage("chỉ được tắt khi đã có máy chủ xác thực (Authority); nếu không thì không ai đăng nhập được.");
        });
    }
}
