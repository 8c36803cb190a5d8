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
public sealed partial class MatrixTests
{
    private static readonly StaffRoles[] Roles = [UnitOfficer, UnitHead, Appraiser, Coordinator, CouncilMember, Publisher, Administrator, Auditor];

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
