using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Audit;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;
using static ParIndex.Domain.Staff.StaffRoles;

namespace ParIndex.Web.Tests.Security;

/// <summary>
/// Every endpoint of the routing table × every role and nobody. An endpoint that <see cref="Expected"/> does not name
/// fails, and so does one it names that is gone: who adds an address adds its line, with who may read and who may write.
/// What becomes of the forms that get that far stands in <see cref="Matrix.Expectations"/>.
/// </summary>
public sealed class MatrixTests
{
    private const StaffRoles Anybody = UnitOfficer | UnitHead | Appraiser | Coordinator | CouncilMember | Publisher | Administrator | Auditor;

    private const StaffRoles ScorecardReaders = UnitOfficer | UnitHead | Appraiser | Coordinator | CouncilMember | Auditor;

    private static readonly StaffRoles[] Roles = [UnitOfficer, UnitHead, Appraiser, Coordinator, CouncilMember, Publisher, Administrator, Auditor];

    /// <summary>An address of the routing table and who may read and write there.</summary>
    /// <param name="Pattern">As the page or endpoint declares it, without constraints.</param>
    /// <param name="Read">Roles whose GET succeeds, or <c>null</c>: everybody, signed in or not.</param>
    /// <param name="Write">Roles whose POST reaches the page; the page itself may refuse by state. <c>null</c>: everybody.</param>
    internal sealed record Access(string Pattern, StaffRoles? Read, StaffRoles? Write)
    {
        /// <summary>Whether it is for scripts that send: there is nothing to read, for anybody.</summary>
        public bool IsPostOnly { get; init; }

        /// <summary>Whether nothing can be sent there.</summary>
        public bool IsGetOnly { get; init; }

        public IEnumerable<HttpMethod> Methods => IsPostOnly ? [HttpMethod.Post] : IsGetOnly ? [HttpMethod.Get] : [HttpMethod.Get, HttpMethod.Post];
    }

    /// <summary>The expected outcome of every endpoint. Patterns with parameters are filled from <see cref="Samples"/>.</summary>
    internal static readonly Access[] Expected =
    [
        // Account
        new("tai-khoan/dang-nhap", null, null),
        new("tai-khoan/buoc-hai", null, null),
        new("tai-khoan/kich-hoat", null, null),
        new("tai-khoan/may-chu", null, null),
        new("tai-khoan/may-chu/xong", null, null),
        new("tai-khoan/may-chu/ket-thuc", null, null),
        new("tai-khoan", Anybody, Anybody),
        new("tai-khoan/mat-khau", Anybody, Anybody),
        new("tai-khoan/xac-thuc-hai-buoc", Anybody, Anybody),
        new("tai-khoan/thong-bao", Anybody, Anybody),
        new("tai-khoan/dang-xuat", Anybody, Anybody),

        // Administration
        new("quan-tri/tai-khoan", Administrator | Coordinator | Auditor, Administrator | Coordinator),
        new("quan-tri/tai-khoan/them", Administrator, Administrator),
        new("quan-tri/tai-khoan/nhap", Administrator, Administrator),
        new("quan-tri/tai-khoan/{id}", Administrator | Coordinator | Auditor, Administrator | Coordinator),
        new("quan-tri/tai-khoan/{id}/sua", Administrator, Administrator),
        new("quan-tri/tai-khoan/{id}/ban-giao", Administrator | Coordinator, Administrator | Coordinator),
        new("quan-tri/nhat-ky", Administrator | Auditor, Administrator),
        new("quan-tri/ma-ket-qua", Administrator | Auditor, Administrator),

        // Workspace
        new("lam-viec", Anybody, Anybody & ~Auditor),
        new("lam-viec/bat-dau", Administrator | Coordinator, Administrator | Coordinator),
        new("lam-viec/gop-y", Coordinator | CouncilMember | Auditor, Coordinator | CouncilMember),
        new("lam-viec/gop-y/{id}", Coordinator | CouncilMember | Auditor, Coordinator | CouncilMember),
        new("lam-viec/de-nghi", Coordinator | Administrator | CouncilMember | Publisher | Auditor, Coordinator | Administrator | CouncilMember | Publisher),

        // Criteria sets
        new("lam-viec/bo-tieu-chi", Coordinator | Auditor, Coordinator),
        new("lam-viec/bo-tieu-chi/tao", Coordinator, Coordinator),
        new("lam-viec/bo-tieu-chi/nhap", Coordinator, Coordinator),
        new("lam-viec/bo-tieu-chi/nhap/{id}", Coordinator, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}", Coordinator | Auditor, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}.xlsx", Coordinator | Auditor, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}/so-sanh", Coordinator | Auditor, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}/sua", Coordinator, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}/sua/{node}", Coordinator, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}/sua-chua", Coordinator | CouncilMember | Auditor, Coordinator | CouncilMember),
        new("lam-viec/bo-tieu-chi/{id}/sua-chua/{node}", Coordinator, Coordinator),

        // Figures beside the index
        new("lam-viec/chi-so-ben-canh", Coordinator | Auditor, Coordinator),
        new("lam-viec/chi-so-ben-canh/ghi", Coordinator, Coordinator),
        new("lam-viec/chi-so-ben-canh/{id}", Coordinator, Coordinator),
        new("lam-viec/chi-so-ben-canh/nhap", Coordinator, Coordinator),
        new("lam-viec/chi-so-ben-canh.xlsx", Coordinator | Auditor, None) { IsGetOnly = true },

        // Rounds
        new("lam-viec/ky-danh-gia", Anybody & ~Administrator, Anybody & ~Administrator & ~Auditor),
        new("lam-viec/ky-danh-gia/tao", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}", Anybody & ~Administrator, Anybody & ~Administrator & ~Auditor),
        new("lam-viec/ky-danh-gia/{id}/them-nhom", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhu-nam-truoc", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhom/{slug}", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhom/{slug}/don-vi", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhom/{slug}/khong-ap-dung", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhom/{slug}/dieu-kien-xep-loai", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhom/{slug}/thu-tu-dong-hang", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/thoi-han", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/gia-han", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/phan-cong", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/phan-cong/bang", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/mo", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/khao-sat", Coordinator | Auditor | CouncilMember | Appraiser, Coordinator | CouncilMember | Appraiser),
        new("lam-viec/ky-danh-gia/{id}/khao-sat/nhap", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/khao-sat/{slug}.xlsx", Coordinator | Auditor | CouncilMember | Appraiser, Coordinator | CouncilMember | Appraiser),
        new("lam-viec/ky-danh-gia/{id}/sua-sau-khoa", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/sua-sau-khoa.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/sua-sau-khoa-don-vi.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/y-kien.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/ket-qua.xlsx", Coordinator | CouncilMember | Publisher | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/ket-qua/phu-luc.docx", Coordinator | CouncilMember | Publisher | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/ket-qua/thong-bao.docx", Coordinator | CouncilMember | Publisher | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/phan-cong.xlsx", Coordinator | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/tien-do", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/tien-do.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/tien-do/hang-loat", Coordinator | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/chenh-lech", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/chenh-lech.csv", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/chenh-lech.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/chenh-lech-tieu-chi.csv", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/chenh-lech-tieu-chi.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/y-kien", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/hoi-dong", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/hoi-dong/bien-ban", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/hoi-dong/bien-ban.docx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/nhac-viec", Coordinator, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/thong-bao", Coordinator, Coordinator),
        new("lam-viec/thong-bao", Coordinator | Auditor, Coordinator),
        new("lam-viec/de-nghi.xlsx", Coordinator | Administrator | CouncilMember | Publisher | Auditor, None) { IsGetOnly = true },
        new("lam-viec/thong-bao.xlsx", Coordinator | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/ket-qua", Coordinator | CouncilMember | Publisher | Auditor, Coordinator | CouncilMember | Publisher),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/{file}", Coordinator | CouncilMember | Publisher | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/ket-qua/thong-qua", CouncilMember, CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/quyet-dinh", Coordinator, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/cong-bo", Publisher, Publisher),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/tam-dung", CouncilMember | Publisher, CouncilMember | Publisher),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/sua-doi", Coordinator, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/tom-tat", Coordinator | CouncilMember | Publisher | Auditor, Coordinator | CouncilMember | Publisher),

        // Scorecards
        new("lam-viec/phieu-cham-diem", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/o", None, UnitOfficer | Appraiser | Coordinator) { IsPostOnly = true },
        new("lam-viec/phieu-cham-diem/{id}.xlsx", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/nhap-xlsx", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/tham-dinh/{round}/{group}.xlsx", Appraiser, Appraiser),
        new("lam-viec/tham-dinh/{round}/{group}/nhap-xlsx", Appraiser, Appraiser),
        new("lam-viec/tham-dinh/{round}/{group}/{field}", Appraiser, Appraiser),
        new("lam-viec/tham-dinh/{round}/{group}/{field}.xlsx", Appraiser, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}/minh-chung", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/tai-lieu", UnitOfficer | Coordinator, UnitOfficer | Coordinator),
        new("lam-viec/tai-lieu/{doc}/tep", Anybody, None) { IsGetOnly = true },
        new("lam-viec/tai-len", None, UnitOfficer | Coordinator) { IsPostOnly = true },
        new("lam-viec/tai-len/{upload}", UnitOfficer | Coordinator, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}/ben-canh", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}/noi-bo", UnitOfficer | UnitHead, UnitOfficer | UnitHead),
        new("lam-viec/phieu-cham-diem/{id}/trong-don-vi", UnitOfficer | UnitHead, UnitOfficer | UnitHead),
        new("lam-viec/ban-giao/{account}", UnitOfficer | UnitHead, UnitOfficer | UnitHead),
        new("lam-viec/phieu-cham-diem/{id}/nop", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/bao-cao", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/bao-cao.docx", ScorecardReaders, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/phieu.docx", ScorecardReaders, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/giay-xac-nhan.docx", ScorecardReaders, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/noi-dung-da-nop.txt", ScorecardReaders, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/bao-cao/{file}", Anybody, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/giai-trinh", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/tai-lieu", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/qua-trinh", ScorecardReaders, ScorecardReaders & ~Auditor),

        // Units, groups, past figures
        new("lam-viec/don-vi", Coordinator | Auditor, Coordinator),
        new("lam-viec/don-vi/them", Coordinator, Coordinator),
        new("lam-viec/don-vi/nhap", Coordinator, Coordinator),
        new("lam-viec/don-vi/sap-xep", Coordinator, Coordinator),
        new("lam-viec/don-vi/{unit}", Coordinator | Auditor, Coordinator),
        new("lam-viec/don-vi/{unit}/doi-ten", Coordinator, Coordinator),
        new("lam-viec/don-vi/{unit}/cach-viet", Coordinator, Coordinator),
        new("lam-viec/don-vi/{unit}/ket-thuc", Coordinator, Coordinator),
        new("lam-viec/nhom", Coordinator | Auditor, Coordinator),
        new("lam-viec/nhom/{group}", Coordinator, Coordinator),
        new("lam-viec/nhap-so-lieu", Coordinator | Auditor, Coordinator),
        new("lam-viec/nhap-so-lieu/bang", Coordinator, Coordinator),
        new("lam-viec/nhap-so-lieu/bang/{id}", Coordinator | CouncilMember | Publisher | Auditor, Coordinator | CouncilMember | Publisher),
        new("lam-viec/nhap-so-lieu/diem-tieu-chi", Coordinator, Coordinator),
        new("lam-viec/nhap-so-lieu/diem-tieu-chi/{id}", Coordinator | Auditor, Coordinator),
    ];

    /// <summary>Addresses of rows that the samples lack. Whose a document or an upload is, their own tests say.</summary>
    private static readonly string[] MayBeMissing = ["lam-viec/bo-tieu-chi/nhap/{id}", "lam-viec/nhap-so-lieu/bang/{id}", "lam-viec/nhap-so-lieu/diem-tieu-chi/{id}", "lam-viec/tai-lieu/{doc}/tep", "lam-viec/tai-len/{upload}", "lam-viec/phieu-cham-diem/{id}/bao-cao/{file}", "lam-viec/ky-danh-gia/{id}/ket-qua/{file}", "lam-viec/ky-danh-gia/{id}/ket-qua/phu-luc.docx", "lam-viec/ky-danh-gia/{id}/ket-qua/thong-bao.docx", "lam-viec/phieu-cham-diem/{id}/giay-xac-nhan.docx", "lam-viec/phieu-cham-diem/{id}/noi-dung-da-nop.txt", "lam-viec/ky-danh-gia/{id}/hoi-dong/bien-ban.docx"];

    /// <summary>Addresses between two steps of signing in: without the first step, or an identity server, they lead to where it begins.</summary>
    private static readonly string[] LeadToSignIn = ["tai-khoan/buoc-hai", "tai-khoan/may-chu", "tai-khoan/may-chu/ket-thuc"];

    /// <summary>Addresses that are open by their nature: everything outside the three roots of the staff.</summary>
    internal static bool IsPublic(string pattern) =>
        !new[] { "lam-viec", "quan-tri", "tai-khoan" }.Contains(pattern.Split('/')[0], StringComparer.Ordinal);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryEndpoint_AnswersEachRoleAsExpected(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database);
        var samples = await SamplesAsync(database);
        var surprises = new List<string>();
        foreach (var access in Expected)
        {
            await CheckAsync(app, access, role: null, samples, surprises);
        }

        foreach (var role in Roles)
        {
            // A host a role: all of them together ask for imports more often than one client may.
            await using var own = new TestApp(database);
            foreach (var access in Expected)
            {
                await CheckAsync(own, access, role, samples, surprises);
            }
        }

        await using var db = database.NewContext();
        var told = (await db.AuditEvents.AsNoTracking().ToListAsync()).Where(e => e.Actor.StartsWith("CB", StringComparison.Ordinal));
        surprises.AddRange(told.Select(e => $"{e.Actor} only looked, and “{e.Act}” is told"));
        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
        Assert.Contains(await db.AuditCounts.AsNoTracking().ToListAsync(), count => count.Kind == CountedKind.RefusedRight && count.Actor.StartsWith("CB", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryEndpointOfTheStaff_IsKnown()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);

        var patterns = Patterns(app).Where(pattern => !IsPublic(pattern)).ToList();

        Assert.Equal(Expected.Select(access => access.Pattern).Order(StringComparer.Ordinal), patterns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryPublicEndpoint_AnswersAStranger()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var stranger = app.Open();

        foreach (var pattern in Patterns(app).Where(IsPublic))
        {
            using var answer = await stranger.GetAsync("/" + Fill(pattern, Public));
            Assert.True(answer.Headers.Location?.OriginalString.Contains("dang-nhap", StringComparison.Ordinal) != true && answer.StatusCode != HttpStatusCode.Forbidden, pattern);
            Assert.True((int)answer.StatusCode is < 500 or 503, $"{pattern}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Coordinator_WithoutSecondFactor_IsSentToSetItUp()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        foreach (var role in new[] { Coordinator, CouncilMember, Publisher, Administrator })
        {
            using var person = await SignedIn.AsAsync(app, role, withSecondFactor: false);

            using var work = await person.GetAsync("/lam-viec");
            using var setUp = await person.GetAsync("/tai-khoan/xac-thuc-hai-buoc");

            Assert.Equal("/tai-khoan/xac-thuc-hai-buoc", work.Headers.Location?.OriginalString);
            Assert.Equal(HttpStatusCode.OK, setUp.StatusCode);
        }
    }

    private static async Task CheckAsync(TestApp app, Access access, StaffRoles? role, IReadOnlyDictionary<string, string> samples, List<string> surprises)
    {
        // A session of its own for each: signing out, and lockouts, would leak into the next.
        var address = "/" + Fill(access.Pattern, samples);
        foreach (var method in access.Methods)
        {
            using var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent([]) : null };
            var allowed = method == HttpMethod.Get ? access.Read : access.Write;
            var (answer, who) = await SendAsync(app, role, request, samples);
            using (answer)
            {
                var outcome = Outcome(answer);
                var isAllowed = allowed is null || (role is { } known && (allowed & known) != None);
                // A POST without the form's token is turned away by the form: it got as far as it may.
                // What may be read and is not there, or is a draft to others, says so to those who might read it.
                if (isAllowed && outcome == nameof(HttpStatusCode.NotFound) && MayBeMissing.Contains(access.Pattern))
                {
                    continue;
                }

                var wanted = isAllowed ? method == HttpMethod.Get ? "let in" : "form refused" : role is null ? "sign in" : "forbidden";
                if (outcome != wanted && !(isAllowed && LeadToSignIn.Contains(access.Pattern) && outcome == "sign in"))
                {
                    surprises.Add($"{who}: {method} {address} is “{outcome}” ({(int)answer.StatusCode}), expected “{wanted}”");
                }
            }
        }
    }

    private static async Task<(HttpResponseMessage Answer, string Who)> SendAsync(TestApp app, StaffRoles? role, HttpRequestMessage request, IReadOnlyDictionary<string, string> samples)
    {
        if (role is not { } known)
        {
            var stranger = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
            return (await stranger.SendAsync(request), "nobody");
        }

        // The scorecard's own officer, and an appraiser of another unit who is assigned: theirs must be there for them.
        using var person = await SignedIn.AsAsync(app, known, Guid.Parse(samples[known is UnitOfficer or UnitHead ? OfOwnUnit : OfOtherUnit]));
        if (known == Appraiser)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
            db.Add(new AppraiserAssignment(await db.Set<RoundGroup>().AsNoTracking().SingleAsync(), person.Account.Id, field: null, participant: null));
            await db.SetUpAsync();
        }

        return (await person.SendAsync(request), known.ToString());
    }

    private static string Outcome(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Forbidden => "forbidden",
        HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString.Contains("/tai-khoan/dang-nhap", StringComparison.Ordinal) => "sign in",
        HttpStatusCode.BadRequest => "form refused",
        HttpStatusCode.OK => "let in",
        var other => other.ToString(),
    };

    internal static IEnumerable<string> Patterns(TestApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Select(endpoint => string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Text)))))
        .Distinct(StringComparer.Ordinal);

    private static string Text(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    };

    private const string OfOwnUnit = "<own>";

    private const string OfOtherUnit = "<other>";

    private static readonly Dictionary<string, string> Public = new(StringComparer.Ordinal)
    {
        ["{year}"] = "2020",
        ["{group}"] = "so-nganh",
        ["{unit}"] = "so-noi-vu",
        ["{version}"] = "1",
        ["{code}"] = "404",
    };

    internal static string Fill(string pattern, IReadOnlyDictionary<string, string> samples) =>
        samples.Aggregate(pattern, (text, sample) => text.Replace(sample.Key, sample.Value, StringComparison.Ordinal));

    /// <summary>What the parameters of addresses stand for: rows that exist, so that a 404 cannot pass for a refusal.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> SamplesAsync(TestDatabase database)
    {
        var world = await ScorecardWorld.CreateAsync(database);
        var round = world.Test;
        await using var db = database.NewContext();
        var officer = new StaffAccount("CB-MAU", "Trần Thị Mẫu", UnitOfficer, round.Justice.Id);
        var series = new NationalIndex("Lai Châu", unitCode: "", "PCI", 2025, new(Rank: 20));
        db.AddRange(officer, series);
        var release = new Domain.Releases.Release("Tỉnh Mẫu", 1999, 1, Domain.Releases.ReleaseChange.Initial, isArchive: true, DateTime.UtcNow, []);
        var remark = new Domain.Remarks.PublicRemark(release, unitCode: null, criterionCode: null, "Tổng điểm in là 86.", DateTime.UtcNow);
        db.AddRange(release, remark);
        await db.SetUpAsync();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["quan-tri/tai-khoan/{id}"] = $"quan-tri/tai-khoan/{officer.Id}",
            ["lam-viec/bo-tieu-chi/{id}"] = $"lam-viec/bo-tieu-chi/{round.Set.Id}",
            ["{account}"] = officer.Id.ToString(),
            ["lam-viec/gop-y/{id}"] = $"lam-viec/gop-y/{remark.Id}",
            [OfOwnUnit] = round.Justice.Id.ToString(),
            [OfOtherUnit] = round.Office.Id.ToString(),
            ["khao-sat/nhap"] = "khao-sat/nhap?khoi=so-nganh",
            ["lam-viec/phieu-cham-diem/{id}"] = $"lam-viec/phieu-cham-diem/{await world.IdAsync(round.Justice)}",
            ["{round}"] = round.Round.Id.ToString(),
            ["{doc}"] = Guid.Empty.ToString(),
            ["{file}"] = Guid.Empty.ToString(),
            ["{upload}"] = Guid.Empty.ToString(),
            ["{leaf}"] = round.Set.Leaves[0].Id.ToString(),
            ["lam-viec/chi-so-ben-canh/{id}"] = $"lam-viec/chi-so-ben-canh/{series.Id}",
            ["lam-viec/ky-danh-gia/{id}"] = $"lam-viec/ky-danh-gia/{round.Round.Id}",
            // No draft of an import: whoever may read one is told that there is none.
            ["nhap-so-lieu/bang/{id}"] = $"nhap-so-lieu/bang/{Guid.Empty}",
            ["nhap-so-lieu/diem-tieu-chi/{id}"] = $"nhap-so-lieu/diem-tieu-chi/{Guid.Empty}",
            ["bo-tieu-chi/nhap/{id}"] = $"bo-tieu-chi/nhap/{Guid.Empty}",
            ["{node}"] = round.Set.Leaves[0].Id.ToString(),
            ["{slug}"] = "so-nganh",
            ["{group}"] = "so-nganh",
            ["{field}"] = "1",
            ["{unit}"] = round.Justice.Code,
        };
    }
}
