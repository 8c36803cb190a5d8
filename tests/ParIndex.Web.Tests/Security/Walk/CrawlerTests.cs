using ParIndex.Application.Data;
using ParIndex.Application.Seeding.Demo;
using ParIndex.Testing;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>
/// Each person of the demonstration, where every kind of work waits, starts at the sign-in page with a browser: every
/// link leads somewhere, every form that a page shows can be sent as it stands, and every page is led to.
/// </summary>
public sealed class CrawlerTests
{
    /// <summary>Addresses no link of a page leads to, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> WithoutALink = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["loi/{code}"] = "shown in place of a page that failed",
        ["tai-khoan/buoc-hai"] = "asked between password and session, and nobody of the demonstration has a second factor: WholeRoundTests walks it",
        ["xep-hang/{year}"] = "the menu leads to xep-hang, the newest year; the demonstration has published one",
        ["tieu-chi/{year}"] = "the menu leads to tieu-chi, the newest year with criteria; the pages of a year name each group",
        ["lam-viec/bo-tieu-chi/{id}/sua"] = "sets of the demonstration are locked: RoundSetupTests walks it",
        ["lam-viec/bo-tieu-chi/{id}/sua/{node}"] = "sets of the demonstration are locked: RoundSetupTests walks it",
        ["lam-viec/ky-danh-gia/{id}/them-nhom"] = "no round of the demonstration is a draft: RoundSetupTests walks it",
        ["tai-khoan/may-chu"] = "the demonstration has no identity server: IdentityServerTests walk it",
        ["tai-khoan/may-chu/xong"] = "the demonstration has no identity server: IdentityServerTests walk it",
        ["tai-khoan/may-chu/ket-thuc"] = "the demonstration has no identity server: IdentityServerTests walk it",
        ["lam-viec/bat-dau"] = "the demonstration has long begun: FirstDayTests walk it",
        ["lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}/ben-canh"] = "a part of a page that the sheet's script asks for: SheetPanelTests see it",
        ["lam-viec/ky-danh-gia/{id}/mo"] = "no round of the demonstration is a draft: RoundSetupTests walks it",
        ["lam-viec/ky-danh-gia/{id}/ket-qua/cong-bo"] = "no round of the demonstration waits for its publication: WholeRoundTests walks it",
        ["lam-viec/ky-danh-gia/{id}/ket-qua/tam-dung"] = "no round of the demonstration waits for its hour: WholeRoundTests walks it",
        ["lam-viec/ky-danh-gia/{id}/ket-qua/sua-doi"] = "the results of a published round lead to it, and the walk opens those of one round: CouncilPageTests follow the link",
        ["gop-y/{code}"] = "follows a remark that was sent: RemarkPageTests follow it",
        ["lam-viec/bo-tieu-chi/nhap/{id}"] = "follows a file that was sent",
        ["lam-viec/nhap-so-lieu/bang/{id}"] = "follows a file that was sent",
        ["lam-viec/nhap-so-lieu/diem-tieu-chi/{id}"] = "follows a file that was sent",
    };

    [Fact]
    public async Task EveryPageIsLedTo_AndEveryFormCanBeSentAsItStands()
    {
        await using var configured = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(configured) { Environment = "Development", Jobs = false }.With(DemoOptions.Switch, "true").With("Proxies", "10.0.0.1");
        var routes = await RoutingTable.OfAsync(app);
        var (reached, sent, problems) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new List<string>());
        var crawlers = new List<(string Who, Crawler Crawler)> { ("nobody", new Crawler(app, routes)) };
        await crawlers[0].Crawler.WalkAsync("/tai-khoan/dang-nhap");
        foreach (var login in DemoAccounts.Logins)
        {
            var crawler = new Crawler(app, routes);
            crawlers.Add((login.StaffCode, crawler));
            await crawler.SignInAsync(login.StaffCode, DemoAccounts.Password);
            await crawler.WalkAsync("/lam-viec");
        }

        // Everybody has looked before anybody acts.
        foreach (var (who, crawler) in crawlers)
        {
            await crawler.SendFormsAsync();
            problems.AddRange(crawler.Problems.Select(problem => $"{who}: {problem}"));
            reached.UnionWith(crawler.Reached);
            sent.UnionWith(crawler.Sent);
            crawler.Dispose();
        }

        problems.AddRange(routes.Where(route => route.IsPage).Select(route => route.Pattern).Except(reached).Except(WithoutALink.Keys).Select(pattern => $"no link leads to {pattern}"));
        problems.AddRange(WithoutALink.Keys.Intersect(reached).Select(pattern => $"a link leads to {pattern}, which is said to have none"));
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.True(sent.Count > 40, string.Join('\n', sent));
    }
}
