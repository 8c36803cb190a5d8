using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Workspace.Rounds;

/// <summary>Results from the council's approval to the public page, with real forms; and the dry run between.</summary>
public sealed partial class ResultsPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Results_FromApprovalToThePublicScorecard(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.Justice.Id);
        using var publisher = await SignedIn.AsAsync(app, StaffRoles.Publisher);
        using var anybody = app.Open();

        Assert.Equal(HttpStatusCode.Redirect, (await ApproveAsync(council, test)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(coordinator, test)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/xep-hang/2026/so-nganh")).StatusCode);
        var papers = (await publisher.OpenAsync(test.Address + "/ket-qua")).QuerySelectorAll("a[href*='/ket-qua/']").Select(link => link.GetAttribute("href")!).Where(address => Guid.TryParse(address.Split('/')[^1], out _)).ToList();
        Assert.Equal(2, papers.Count);
        foreach (var paper in papers)
        {
            Assert.Equal(TestResults.Pdf, await (await publisher.GetAsync(paper)).Content.ReadAsByteArrayAsync());
        }

        var question = await publisher.OpenAsync(Publish(test));
        Assert.Contains("Sở Nội vụ 91,50%; Sở Tư pháp 80,30%; Văn phòng UBND tỉnh 63,03%", question.Body!.TextContent, StringComparison.Ordinal);
        var wrong = await publisher.PostAsync(Publish(test), Fields(("Input.Year", "2025")), "#cong-bo");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("2025", (await SignedIn.ReadAsync(wrong)).QuerySelector("#Input_Year")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await publisher.PostAsync(Publish(test), Opening.AtOnce("2026"), "#cong-bo")).StatusCode);
        await Opening.DueAsync(app);

        Assert.Equal(RoundState.Published, (await test.ReadAsync(database)).Round.State);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/xep-hang/2026/so-nganh")).StatusCode);
        var scorecard = await anybody.GetStringAsync("/don-vi/van-phong-ubnd-tinh/2026");
        Assert.Contains("Không áp dụng: Không soạn thảo văn bản", scorecard, StringComparison.Ordinal);
        Assert.Contains("48/50", scorecard, StringComparison.Ordinal);
        Assert.Contains("2486/QĐ-UBND", await anybody.GetStringAsync("/cong-bo/2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_OfADigestThatIsNoLonger_Answers409()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);

        var answer = await council.UploadAsync(test.Address + "/ket-qua/thong-qua", "bb.pdf", TestResults.Pdf, Fields(("digest", new string('a', 64)), ("Input.Confirmed", "true"), ("Input.Note", "Nhất trí")), "Input.Minutes");

        var page = await SignedIn.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(ResultsPublication.Changed, page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nhất trí", page.QuerySelector("#Input_Note")!.TextContent.Trim());
        Assert.Equal((await test.ResultsAsync(database)).Digest, page.QuerySelector("[name=digest]")!.GetAttribute("value"));
        Assert.Empty((await test.ResultsAsync(database)).Approvals);
    }

    [Fact]
    public async Task Approval_WithMinutesThatAreNoPdf_Answers400()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);

        var answer = await ApproveAsync(council, test, "không phải PDF"u8.ToArray());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await SignedIn.ReadAsync(answer)).QuerySelector(".errors a[href='#Input_Minutes']"));
        Assert.Empty((await test.ResultsAsync(database)).Approvals);
    }

    [Fact]
    public async Task Decision_AnnouncedBeforeItWasDecided_Answers400AndKeepsWhatWasTyped()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await coordinator.PostAsync(test.Address + "/ket-qua/quyet-dinh", Fields(("Input.Number", "9/QĐ"), ("Input.Date", "10/3/2026"), ("Input.AnnouncedOn", "1/3/2026")), "#quyet-dinh");

        var page = await SignedIn.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(("9/QĐ", "1/3/2026"), (page.QuerySelector("#Input_Number")!.GetAttribute("value"), page.QuerySelector("#Input_AnnouncedOn")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Publishing_LongAfterSignIn_LeadsToTheSignInAndBack()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        var clock = TestClock.Now();
        await using var app = new TestApp(database) { Clock = clock };
        using var publisher = await ReadyAsync(app, test);
        var page = await publisher.OpenAsync(Publish(test));
        var back = $"{SignInPage}?tro-lai={Uri.EscapeDataString(Publish(test))}";
        clock.Advance(TimeSpan.FromMinutes(6));

        var asked = (await publisher.GetAsync(Publish(test))).Headers.Location!.ToString();
        Assert.Equal(back + "&ly-do=qua-5-phut", asked);
        var again = await publisher.OpenAsync(asked);
        Assert.StartsWith("Công bố kết quả cần lần đăng nhập mới, trong vòng 5 phút", again.QuerySelector("#ly-do")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([Publish(test), "qua-5-phut"], again.QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]").Where(field => !field.Name!.StartsWith('_')).Select(field => field.Value));
        using var form = new FormUrlEncodedContent(page.QuerySelectorAll<IHtmlInputElement>("#cong-bo input").Where(input => input.Type != "radio" || input.IsChecked).Select(input => KeyValuePair.Create(input.Name!, input.Name == "Input.Year" ? "2026" : input.Value)));
        using var late = new HttpRequestMessage(HttpMethod.Post, Publish(test)) { Content = form };
        // Back with what was typed.
        Assert.StartsWith(back + Uri.EscapeDataString("?giu-lai="), (await publisher.SendAsync(late)).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(RoundState.Closed, (await test.ReadAsync(database)).Round.State);
    }

    [Fact]
    public async Task Publishing_WhatOneApproved_IsNotOffered_NorAccepted()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var both = await SignedIn.AsAsync(app, StaffRoles.CouncilMember | StaffRoles.Publisher);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        await ApproveAsync(both, test);
        await DecideAsync(coordinator, test);

        var page = await both.OpenAsync(Publish(test));
        // Beside the word about what was done just before.
        Assert.Contains(page.QuerySelectorAll(".notice"), notice => notice.TextContent.Contains("Người đã thông qua kết quả không được công bố", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("#cong-bo"));
        // A form of the same session sends the act all the same.
        var token = (await both.OpenAsync("/tai-khoan/mat-khau")).QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!;
        using var form = new FormUrlEncodedContent(Fields((token.Name!, token.Value), ("digest", (await test.ResultsAsync(database)).Digest!), ("Input.When", "ngay"), ("Input.NowMeant", "true"), ("Input.Year", "2026")));
        using var post = new HttpRequestMessage(HttpMethod.Post, Publish(test)) { Content = form };
        Assert.Equal(HttpStatusCode.Conflict, (await both.SendAsync(post)).StatusCode);
        Assert.Equal(RoundState.Closed, (await test.ReadAsync(database)).Round.State);
    }

    [Fact]
    public async Task Publishing_WithoutSecondFactor_DoesNotEvenOpen()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var ready = await ReadyAsync(app, test);
        using var publisher = await SignedIn.AsAsync(app, StaffRoles.Publisher, withSecondFactor: false);

        Assert.Equal("/tai-khoan/xac-thuc-hai-buoc?tro-lai=" + Uri.EscapeDataString(Publish(test)), (await publisher.GetAsync(Publish(test))).Headers.Location!.ToString());
    }

    public static TheoryData<StaffRoles, bool> Readers => new()
    {
        { StaffRoles.Coordinator, true }, { StaffRoles.CouncilMember, true }, { StaffRoles.Publisher, true }, { StaffRoles.Auditor, true },
        { StaffRoles.UnitOfficer, false }, { StaffRoles.Appraiser, false }, { StaffRoles.Administrator, false },
    };

    [Theory, MemberData(nameof(Readers))]
    public async Task Results_AndDryRun_OpenForWhoMay(StaffRoles role, bool mayRead)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, role);
        var expected = mayRead ? HttpStatusCode.OK : HttpStatusCode.Forbidden;

        Assert.Equal(expected, (await person.GetAsync(test.Address + "/ket-qua")).StatusCode);
        foreach (var inside in new[] { "", "/xep-hang/2026/so-nganh", "/don-vi/so-noi-vu/2026", "/don-vi/so-noi-vu/2026/tieu-chi.csv", "/api/v1/releases/2026" })
        {
            Assert.Equal(expected, (await person.GetAsync(test.Address + "/ban-thu" + inside)).StatusCode);
        }
    }

    [Fact]
    public async Task DryRun_OfAStranger_LeadsToTheSignIn_AndNoPublicAddressTellsAnything()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        using var anybody = app.Open();

        Assert.Equal(HttpStatusCode.OK, (await council.GetAsync(test.Address + "/ban-thu/xep-hang/2026/so-nganh")).StatusCode);

        var stranger = await anybody.GetAsync(test.Address + "/ban-thu/xep-hang/2026/so-nganh");
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        Assert.Contains("/tai-khoan/dang-nhap", stranger.Headers.Location!.ToString(), StringComparison.Ordinal);
        foreach (var address in new[] { "/xep-hang/2026/so-nganh", "/xep-hang/2026/so-nganh.csv", "/don-vi/so-noi-vu/2026", "/don-vi/so-noi-vu/2026/tieu-chi.json", "/cong-bo/2026", "/cong-bo/2026/1", "/api/v1/releases/2026", "/api/v1/releases/2026/groups/so-nganh/results" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(address)).StatusCode);
        }

        Assert.DoesNotContain("91,50", await anybody.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("2026", await anybody.GetStringAsync("/api/v1/releases"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task DryRun_IsWhatIsPublishedThen_ApartFromBannerAndPrefix(DatabaseKind kind)
    {
        string[] pages = ["/", "/xep-hang/2026/so-nganh", "/don-vi", "/don-vi/so-noi-vu", "/don-vi/van-phong-ubnd-tinh/2026", "/don-vi/so-noi-vu/2026?xem=chua-dat"];
        string[] files = ["/xep-hang/2026/so-nganh.csv", "/xep-hang/2026/so-nganh.json", "/xep-hang/2026/so-nganh.xlsx", "/don-vi/van-phong-ubnd-tinh/2026/tieu-chi.csv", "/don-vi/van-phong-ubnd-tinh/2026/tieu-chi.json", "/don-vi/van-phong-ubnd-tinh/2026/tieu-chi.xlsx", "/api/v1/releases/2026"];
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var publisher = await ReadyAsync(app, test);
        using var anybody = app.Open();
        var prefix = test.Address + "/ban-thu";

        var dryPages = new List<string>();
        foreach (var page in pages)
        {
            var answer = await publisher.GetAsync(page == "/" ? prefix : prefix + page);
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Contains("Bản thử – chưa công bố", html, StringComparison.Ordinal);
            // Every link of the page stays inside, but for those of the staff, that lead back and to the sign-in.
            Assert.All(Links().Matches(html).Select(link => link.Groups["to"].Value), to => Assert.True(to == prefix || to.StartsWith(prefix + "/", StringComparison.Ordinal) || to == test.Address + "/ket-qua" || to == SignInPage, to));
            dryPages.Add(WithoutBanner(html).Replace(prefix + "\"", "/\"", StringComparison.Ordinal).Replace(prefix, "", StringComparison.Ordinal));
        }

        var dryFiles = new List<byte[]>();
        foreach (var file in files)
        {
            var answer = await publisher.GetAsync(prefix + file);
            Assert.Equal((HttpStatusCode.OK, "no-store"), (answer.StatusCode, answer.Headers.CacheControl!.ToString()));
            dryFiles.Add(await answer.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(HttpStatusCode.Redirect, (await publisher.PostAsync(Publish(test), Opening.AtOnce("2026"), "#cong-bo")).StatusCode);
        await Opening.DueAsync(app);

        Assert.Equal(dryPages, (await Task.WhenAll(pages.Select(anybody.GetStringAsync))).Select(WithoutBanner));
        Assert.Equal(dryFiles, await Task.WhenAll(files.Select(anybody.GetByteArrayAsync)));
    }

    [Fact]
    public async Task DryRun_EveryPublicLinkStaysInside_AndEveryStaffLinkLeadsOut()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        var (root, prefix) = (new Uri("https://localhost"), test.Address + "/ban-thu");
        var left = new HashSet<string>(StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal) { prefix };
        var queue = new Queue<string>(asked);
        while (queue.TryDequeue(out var address))
        {
            var answer = await council.GetAsync(address);
            if (answer.Headers.Location is { } redirect)
            {
                Assert.StartsWith(prefix + "/", redirect.ToString(), StringComparison.Ordinal);
                answer = await council.GetAsync(redirect.ToString());
            }

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Equal(page.QuerySelectorAll("form").Length, page.QuerySelectorAll("form[action]").Length);
            var links = page.QuerySelectorAll("[href], [src], [action]")
                .Select(link => (IsFile: link is IHtmlLinkElement or IHtmlScriptElement or IHtmlImageElement, To: link.GetAttribute("href") ?? link.GetAttribute("src") ?? link.GetAttribute("action")!))
                .Where(link => link.To.StartsWith('/'));
            foreach (var (isFile, to) in links)
            {
                var target = new Uri(root, to).PathAndQuery;
                if (isFile || target == test.Address + "/ket-qua" || target == SignInPage)
                {
                    left.Add(target);
                }
                else
                {
                    Assert.True(target == prefix || target.StartsWith(prefix + "/", StringComparison.Ordinal), $"{address} leads to {to}");
                    if (asked.Add(target))
                    {
                        queue.Enqueue(target);
                    }
                }
            }
        }

        Assert.True(asked.Count > 40, $"{asked.Count}");
        Assert.Contains(asked, address => address.EndsWith(".json", StringComparison.Ordinal));
        Assert.Contains(test.Address + "/ket-qua", left);
        Assert.Contains(left, address => address.StartsWith("/css/site.css?v=", StringComparison.Ordinal));
        Assert.DoesNotContain(left, address => address.Contains("/ban-thu/", StringComparison.Ordinal));
        Assert.All(await Task.WhenAll(left.Select(council.GetAsync)), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task DryRun_LeadsNowhereElse()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        var prefix = test.Address + "/ban-thu";

        Assert.Equal(HttpStatusCode.NotFound, (await council.GetAsync(prefix + "/lam-viec/ky-danh-gia")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await council.GetAsync(prefix + "/tai-khoan")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await council.GetAsync($"/lam-viec/ky-danh-gia/{Guid.NewGuid()}/ban-thu")).StatusCode);
        Assert.Equal(prefix + "/xep-hang/2026/so-nganh", (await council.GetAsync(prefix + "/xep-hang")).Headers.Location!.ToString());
        Assert.Equal(prefix + "/don-vi/so-noi-vu", (await council.GetAsync(prefix + "/tim-kiem?q=noi+vu")).Headers.Location!.ToString());
        using var post = new HttpRequestMessage(HttpMethod.Post, prefix + "/don-vi");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await council.SendAsync(post)).StatusCode);
    }

    [Fact]
    public async Task DryRun_OfResultsThatAreNotComplete_LeadsToWhatIsMissing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database, isMissing: (unit, leaf) => unit == "so-noi-vu" && leaf.Code == "1.2");
        await using var app = new TestApp(database);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);

        Assert.Equal(test.Address + "/ket-qua", (await council.GetAsync(test.Address + "/ban-thu")).Headers.Location!.ToString());
        var page = await council.OpenAsync(test.Address + "/ket-qua");
        var found = page.QuerySelectorAll(".findings .of-unit").Single(unit => unit.QuerySelector("b")!.TextContent == "Sở Nội vụ");
        Assert.Contains("chưa có điểm thẩm định của tiêu chí 1.2.", found.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Thông qua kết quả này", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [GeneratedRegex("<(?:a|form)\\b[^>]*?\\s(?:href|action)=\"(?<to>/[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();

    [GeneratedRegex("\\s*<aside class=\"dry-run\".*?</aside>|\\s*<meta name=\"robots\" content=\"noindex\">", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Banner();

    /// <summary>The page without what a dry run adds; the lines it stood on leave no trace.</summary>
    private static string WithoutBanner(string html) => string.Join(' ', Banner().Replace(OfThePublished().Replace(html, " "), " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What leads to what is published: the other language, feeds, pictures of charts.</summary>
    [GeneratedRegex("<li><a [^>]*hreflang=[^>]*>[^<]*</a></li>|<div class=\"chart-files.*?</div>|<link rel=\"alternate\"[^>]*>|<meta (property|name)=\"(og|twitter):[^>]*>| data-offers=\"[^\"]*\"", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex OfThePublished();

    private const string SignInPage = "/tai-khoan/dang-nhap";

    private static string Publish(TestRound test) => test.Address + "/ket-qua/cong-bo";

    private static async Task<HttpResponseMessage> ApproveAsync(SignedIn council, TestRound test, byte[]? minutes = null)
    {
        var address = test.Address + "/ket-qua/thong-qua";
        var digest = (await council.OpenAsync(address)).QuerySelector("[name=digest]")!.GetAttribute("value")!;
        return await council.UploadAsync(address, "bien-ban.pdf", minutes ?? TestResults.Pdf, Fields(("digest", digest), ("Input.Confirmed", "true")), "Input.Minutes");
    }

    private static Task<HttpResponseMessage> DecideAsync(SignedIn coordinator, TestRound test) =>
        coordinator.UploadAsync(test.Address + "/ket-qua/quyet-dinh", "qd.pdf", TestResults.Pdf, Fields(("Input.Number", "2486/QĐ-UBND"), ("Input.Date", "1/3/2026"), ("Input.AnnouncedOn", "10/3/2026")), "Input.Signed");

    /// <summary>Somebody who may publish what others approved and decided.</summary>
    private static async Task<SignedIn> ReadyAsync(TestApp app, TestRound test)
    {
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        Assert.Equal(HttpStatusCode.Redirect, (await ApproveAsync(council, test)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(coordinator, test)).StatusCode);
        return await SignedIn.AsAsync(app, StaffRoles.Publisher);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
}
