using System.Net;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security;

public sealed class RateLimitTests
{
    private const int Most = 60;

    [Theory]
    [InlineData("/tai-khoan/dang-nhap", StaffRoles.None)]
    [InlineData("/tai-khoan/kich-hoat", StaffRoles.None)]
    [InlineData("/tai-khoan/buoc-hai", StaffRoles.None)]
    [InlineData("/tai-khoan/mat-khau", StaffRoles.Appraiser)]
    [InlineData("/lam-viec/nhap-so-lieu/bang", StaffRoles.Coordinator)]
    [InlineData("/lam-viec/nhap-so-lieu/diem-tieu-chi", StaffRoles.Coordinator)]
    [InlineData("/lam-viec/bo-tieu-chi/nhap", StaffRoles.Coordinator)]
    [InlineData("/quan-tri/tai-khoan/nhap", StaffRoles.Administrator)]
    public async Task Post_OnceTooOften_Is429AndSaysWhenToReturn_ReadingGoesOn(string address, StaffRoles role)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var stranger = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        using var person = role == StaffRoles.None ? null : await SignedIn.AsAsync(app, role);
        async Task<HttpResponseMessage> SendAsync(HttpMethod method)
        {
            using var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent([]) : null };
            return await (person is null ? stranger.SendAsync(request) : person.SendAsync(request));
        }

        // The window is of the clock's minute: one that ends in between lets as many through again.
        HttpResponseMessage? refused = null;
        for (var sent = 1; sent <= (2 * Most) + 1 && refused is null; sent++)
        {
            var answer = await SendAsync(HttpMethod.Post);
            Assert.True(answer.StatusCode != HttpStatusCode.TooManyRequests || sent > Most, $"refused after {sent}");
            refused = answer.StatusCode == HttpStatusCode.TooManyRequests ? answer : null;
        }

        Assert.InRange(refused!.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        using var read = await SendAsync(HttpMethod.Get);
        Assert.True(read.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, read.StatusCode.ToString());
    }
}
