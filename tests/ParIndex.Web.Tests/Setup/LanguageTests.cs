using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ParIndex.Web.Tests.Setup;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("/trang", "en-US,en;q=0.9")]
    [InlineData("/trang?culture=en-US&ui-culture=en-US", "vi")]
    public async Task Language_IsOfTheAddress_NotOfTheBrowser(string address, string accepted)
    {
        using var factory = new HostFactory().Answering("/trang", context =>
            context.Response.WriteAsync($"{CultureInfo.CurrentCulture.Name} {CultureInfo.CurrentUICulture.Name}"));
        using var client = factory.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Language", accepted);
        request.Headers.Add("Cookie", ".AspNetCore.Culture=c=en-US|uic=en-US");

        using var answer = await client.SendAsync(request);

        Assert.Equal("vi-VN vi-VN", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Vietnamese_InJson_IsWrittenAsItIsRead()
    {
        using var factory = new HostFactory().Answering("/api/v1/x", context => Results.Ok(new { name = "Sở Nội vụ <b>" }).ExecuteAsync(context));
        using var client = factory.Open();

        Assert.Equal("""{"name":"Sở Nội vụ \u003Cb\u003E"}""", await client.GetStringAsync("/api/v1/x"));
    }

    [Fact]
    public void Vietnamese_InHtml_IsWrittenAsItIsReadAndMarkupIsNot()
    {
        using var factory = new HostFactory();

        Assert.Equal("Chỉ số &lt;b&gt;", factory.Services.GetRequiredService<HtmlEncoder>().Encode("Chỉ số <b>"));
    }
}
