using Microsoft.Extensions.Hosting;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Tests.Setup;

public sealed class SiteOptionsTests
{
    [Fact]
    public void Validate_NothingSetInDevelopment_IsAccepted() =>
        Assert.True(Validate(new SiteOptions(), Environments.Development).IsValid);

    [Fact]
    public void Compose_HandsEverySettingOfTheSiteOnToTheProgram()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "docker-compose.yml")))
        {
            folder = folder.Parent!;
        }

        var named = File.ReadAllLines(Path.Combine(folder.FullName, "docker-compose.yml")).Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(typeof(SiteOptions).GetProperties().Where(setting => setting.CanWrite).Select(setting => $"{SiteOptions.Section}__{setting.Name}:").ToHashSet(StringComparer.Ordinal), named);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Validate_NoProvinceInProduction_IsRefusedWithTheNameOfTheSetting(string? province)
    {
        var result = Validate(new SiteOptions { Province = province }, Environments.Production);

        Assert.Contains(result.Errors, error => error.ErrorMessage.StartsWith("Site:Province chưa được đặt", StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_EverythingSetInProduction_IsAccepted()
    {
        var site = new SiteOptions
        {
            Province = "Tỉnh Lai Châu",
            GoverningBody = "Ủy ban nhân dân tỉnh Lai Châu",
            ContentOwner = "Giám đốc Sở Nội vụ tỉnh Lai Châu",
            Address = "Trung tâm hành chính - chính trị tỉnh Lai Châu",
            Phone = "+84 (0)213 3876 000",
            Email = "cchc@laichau.gov.vn",
            BaseAddress = new Uri("https://cchc.laichau.gov.vn"),
        };

        Assert.Empty(Validate(site, Environments.Production).Errors);
        Assert.Equal("https://cchc.laichau.gov.vn/xep-hang", site.Canonical("/xep-hang")?.AbsoluteUri);
        Assert.Equal("tel:+842133876000", site.PhoneLink);
    }

    [Theory]
    [InlineData("ftp://cchc.laichau.gov.vn/")]
    [InlineData("/cchc")]
    [InlineData("https://cchc.laichau.gov.vn/cchc")]
    [InlineData("https://cchc.laichau.gov.vn/?a=b")]
    [InlineData("https://cchc.laichau.gov.vn/#a")]
    public void Validate_BaseAddressThatIsNoWebRoot_IsRefused(string address)
    {
        var result = Validate(new SiteOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) }, Environments.Development);

        Assert.Equal(nameof(SiteOptions.BaseAddress), Assert.Single(result.Errors).PropertyName);
    }

    [Theory]
    [InlineData("không có")]
    [InlineData("123")]
    [InlineData("0213 3876 000 <a>")]
    public void Validate_PhoneThatIsNone_IsRefused(string phone) =>
        Assert.Equal(nameof(SiteOptions.Phone), Assert.Single(Validate(new SiteOptions { Phone = phone }, Environments.Development).Errors).PropertyName);

    [Theory]
    [InlineData("cchc")]
    [InlineData("@laichau.gov.vn")]
    public void Validate_EmailThatIsNone_IsRefused(string email) =>
        Assert.Equal(nameof(SiteOptions.Email), Assert.Single(Validate(new SiteOptions { Email = email }, Environments.Development).Errors).PropertyName);

    private static FluentValidation.Results.ValidationResult Validate(SiteOptions site, string environment) =>
        new SiteOptionsValidator(new NamedEnvironment(environment)).Validate(site);
}
