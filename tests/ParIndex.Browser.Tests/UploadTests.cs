using Microsoft.Playwright;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>A document on a line that breaks: nothing is sent twice, and the form waits for its file.</summary>
[Collection(PortalCollection.Name)]
public sealed class UploadTests(Portal portal)
{
    // Three slices and a bit, so that the line can break between them.
    private static readonly byte[] Pdf = [.. TestResults.Pdf[..9], .. new byte[800 * 1024], .. TestResults.Pdf[9..]];

    [Fact]
    public async Task Upload_OnALineThatBreaks_GoesOnWhereItStopped_AndThenTheFormIsSent()
    {
        await using var desk = await ScoringDesk.OpenAsync();
        await portal.VisitAsync(desk.Home, new Window(390), async visit =>
        {
            visit.IsTroubled = true;
            var (page, context) = (visit.Page, visit.Page.Context);
            var sent = new List<string>();
            page.Request += (_, request) =>
            {
                if (request.Method == "PATCH")
                {
                    sent.Add(request.Headers["upload-offset"]);
                }
            };
            await visit.GoAsync($"{desk.Address}/tieu-chi/{desk.Round.Test.Leaf("1.1.2").Id}/minh-chung");
            await page.GetByLabel("Tên, trích yếu tài liệu").First.FillAsync("Báo cáo kết quả năm 2026");
            await page.GetByLabel("Tôi xác nhận tài liệu không thuộc danh mục bí mật nhà nước").CheckAsync();
            // The line holds for one slice.
            await context.RouteAsync("**/tai-len/**", async route =>
            {
                var isFirst = route.Request.Method != "PATCH" || route.Request.Headers["upload-offset"] == "0";
                await (isFirst ? route.ContinueAsync() : route.AbortAsync("internetdisconnected"));
            });
            await page.GetByLabel("Tệp (không bắt buộc").SetInputFilesAsync(new FilePayload { Name = "bao-cao.pdf", MimeType = "application/pdf", Buffer = Pdf });
            await Expect(page.Locator("[data-upload-state]")).ToContainTextAsync("Mất kết nối. Đã giữ 256 KB");
            await page.GetByRole(AriaRole.Button, new() { Name = "Thêm tài liệu" }).ClickAsync();
            await Expect(page.Locator("[data-upload-state]")).ToContainTextAsync("biểu mẫu được gửi ngay khi xong");

            await context.UnrouteAsync("**/tai-len/**");

            await Expect(page.Locator("main")).ToContainTextAsync("Đã dẫn (1)", new() { Timeout = 30_000 });
            Assert.Single(sent, offset => offset == "0");
            await Pictures.TakeAsync(page, "upload-done-390");
        }, desk.SignedInAs);
    }
}
