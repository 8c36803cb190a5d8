using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data;
using ParIndex.Application.Releases.Seals;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>Somebody brings a file: which release is it of, does that one still hold, and what was changed in it.</summary>
public sealed class VerificationTests
{
    private const string Ranking = "/xep-hang/2020/so-nganh.csv";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SealIsShown_AndItsFilesAreKnown_ToTheLastByte(DatabaseKind kind)
    {
        await using var site = await SealedAsync(kind);
        var release = await site.Client.GetPageAsync("/cong-bo/2020/1");
        var zip = await site.Client.GetByteArrayAsync("/cong-bo/2020/1.zip");
        var key = await site.Client.GetStringAsync("/kiem-chung/khoa-cong-khai.pem");

        var whole = await BringAsync(site, "goi.zip", zip);
        var file = await BringAsync(site, "bang.csv", await site.Client.GetByteArrayAsync(Ranking + "?ban=1"));
        zip[zip.Length / 2] ^= 1;
        var damaged = await BringAsync(site, "goi.zip", zip);

        Assert.Contains("số 1 trong chuỗi", release.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Single(SealKeys.BlocksOf(key));
        Assert.Contains("Khớp từng byte, bản hiện hành.", whole, StringComparison.Ordinal);
        Assert.Contains("Khớp từng byte, bản hiện hành.", file, StringComparison.Ordinal);
        Assert.Contains("xep-hang-2020-so-nganh-lan-1-", file, StringComparison.Ordinal);
        Assert.Contains("nội dung khác lúc niêm phong", damaged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SavedAgain_IsTheSameFigures_AndAChangedOneIsNamed()
    {
        await using var site = await SealedAsync(DatabaseKind.Sqlite);
        var csv = await site.Client.GetStringAsync(Ranking);
        var excel = await site.Client.GetByteArrayAsync("/xep-hang/2020/so-nganh.xlsx");
        var index = csv.Split('\n')[1].Split(',').First(cell => cell.Contains('.', StringComparison.Ordinal));

        var again = await BringAsync(site, "luu-lai.csv", Encoding.UTF8.GetBytes(csv.Replace("\n", "\r\n", StringComparison.Ordinal)));
        var workbook = await BringAsync(site, "bang.xlsx", excel);
        var changed = await BringAsync(site, "sua.csv", Encoding.UTF8.GetBytes(csv.Replace(index, "11.11", StringComparison.Ordinal)));
        var stranger = await BringAsync(site, "khac.csv", "a,b\n1,2\n"u8.ToArray());

        Assert.Contains("Cùng số liệu, khác tệp", again, StringComparison.Ordinal);
        Assert.Contains("Cùng số liệu, khác tệp", workbook, StringComparison.Ordinal);
        Assert.Contains("Không còn như lúc công bố", changed, StringComparison.Ordinal);
        Assert.Contains("11,11", changed, StringComparison.Ordinal);
        Assert.Contains("Không thuộc bản công bố nào", stranger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoFile_IsSaid()
    {
        await using var site = await SealedAsync(DatabaseKind.Sqlite);
        using var form = new MultipartFormDataContent { { new StringContent("1"), "khac" } };

        using var answer = await site.Client.PostAsync("/kiem-chung", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Chưa chọn tệp", (await answer.ReadPageAsync()).QuerySelector("#loi-tep")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Whoever brings a file needs no account, and nothing is written.</summary>
    [Fact]
    public async Task AFile_ChangesNoTable()
    {
        await using var site = await SealedAsync(DatabaseKind.Sqlite);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
        var before = (await db.AuditEvents.CountAsync(), await db.StoredFiles.CountAsync(), await db.ImportDrafts.CountAsync());

        await BringAsync(site, "bang.csv", await site.Client.GetByteArrayAsync(Ranking));

        Assert.Equal(before, (await db.AuditEvents.CountAsync(), await db.StoredFiles.CountAsync(), await db.ImportDrafts.CountAsync()));
    }

    private static async Task<TestSite> SealedAsync(DatabaseKind kind)
    {
        var site = await TestSite.OpenLaiChauAsync(_ => Task.CompletedTask, kind);
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Sealing>().SealReleasesAsync();
        return site;
    }

    /// <summary>The answer to a file, sent by the form of the page as it stands there.</summary>
    private static async Task<string> BringAsync(TestSite site, string name, byte[] content)
    {
        var form = (await site.Client.GetPageAsync("/kiem-chung")).QuerySelector("#tep form")!;
        using var filled = new MultipartFormDataContent { { new ByteArrayContent(content), form.QuerySelector("input[type=file]")!.GetAttribute("name")!, name } };
        using var answer = await site.Client.PostAsync(form.GetAttribute("action")!.Split('#')[0], filled);
        return (await answer.ReadPageAsync()).QuerySelector("#tra-loi")!.Words();
    }
}
