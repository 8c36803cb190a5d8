using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;
using static ParIndex.Application.Staff.StaffRoles;

namespace ParIndex.Web.Tests.Security;

/// <summary>
/// Every endpoint of the routing table × every role and nobody. An endpoint that <see cref="Expected"/> does not name
/// fails, and so does one it names that is gone: who adds an address adds its line, with who may read and who may write.
/// </summary>
public sealed class MatrixTests
{
    private const StaffRoles Anybody = UnitOfficer | Appraiser | Coordinator | CouncilMember | Publisher | Administrator | Auditor;

    private static readonly StaffRoles[] Roles = [UnitOfficer, Appraiser, Coordinator, CouncilMember, Publisher, Administrator, Auditor];

    /// <summary>An address of the routing table and who may read and write there.</summary>
    /// <param name="Pattern">As the page or endpoint declares it, without constraints.</param>
    /// <param name="Read">Roles whose GET succeeds, or <c>null</c>: everybody, signed in or not.</param>
    /// <param name="Write">Roles whose POST reaches the page; the page itself may refuse by state. <c>null</c>: everybody.</param>
    private sealed record Access(string Pattern, StaffRoles? Read, StaffRoles? Write);

    /// <summary>The expected outcome of every endpoint. Patterns with parameters are filled from <see cref="Samples"/>.</summary>
    private static readonly Access[] Expected =
    [
        // Account
        new("tai-khoan/dang-nhap", null, null),
        new("tai-khoan/buoc-hai", null, null),
        new("tai-khoan/kich-hoat", null, null),
        new("tai-khoan", Anybody, Anybody),
        new("tai-khoan/mat-khau", Anybody, Anybody),
        new("tai-khoan/xac-thuc-hai-buoc", Anybody, Anybody),
        new("tai-khoan/dang-xuat", Anybody, Anybody),

        // Administration
        new("quan-tri/tai-khoan", Administrator | Coordinator | Auditor, Administrator | Coordinator),
        new("quan-tri/tai-khoan/them", Administrator, Administrator),
        new("quan-tri/tai-khoan/nhap", Administrator, Administrator),
        new("quan-tri/tai-khoan/{id}", Administrator | Coordinator | Auditor, Administrator | Coordinator),
        new("quan-tri/tai-khoan/{id}/sua", Administrator, Administrator),
        new("quan-tri/tai-khoan/{id}/ban-giao", Administrator | Coordinator, Administrator | Coordinator),
        new("quan-tri/nhat-ky", Administrator | Auditor, Administrator),

        // Workspace
        new("lam-viec", Anybody, Anybody & ~Auditor),
        new("lam-viec/de-nghi", Coordinator | Administrator | CouncilMember | Auditor, Coordinator | Administrator | CouncilMember),
    ];

    /// <summary>Addresses that are open by their nature: everything outside the three roots of the staff.</summary>
    private static bool IsPublic(string pattern) =>
        !new[] { "lam-viec", "quan-tri", "tai-khoan" }.Contains(pattern.Split('/')[0], StringComparer.Ordinal);

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
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
            foreach (var access in Expected)
            {
                await CheckAsync(app, access, role, samples, surprises);
            }
        }

        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
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
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent([]) : null };
            var allowed = method == HttpMethod.Get ? access.Read : access.Write;
            var (answer, who) = await SendAsync(app, role, request);
            using (answer)
            {
                var outcome = Outcome(answer);
                var isAllowed = allowed is null || (role is { } known && (allowed & known) != None);
                // A POST without the form's token is turned away by the form: it got as far as it may.
                var wanted = isAllowed ? method == HttpMethod.Get ? "let in" : "form refused" : role is null ? "sign in" : "forbidden";
                if (outcome != wanted && !(isAllowed && access.Pattern == "tai-khoan/buoc-hai" && outcome == "sign in"))
                {
                    surprises.Add($"{who}: {method} {address} is “{outcome}” ({(int)answer.StatusCode}), expected “{wanted}”");
                }
            }
        }
    }

    private static async Task<(HttpResponseMessage Answer, string Who)> SendAsync(TestApp app, StaffRoles? role, HttpRequestMessage request)
    {
        if (role is not { } known)
        {
            var stranger = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
            return (await stranger.SendAsync(request), "nobody");
        }

        using var person = await SignedIn.AsAsync(app, known);
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

    private static IEnumerable<string> Patterns(TestApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints
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

    private static readonly Dictionary<string, string> Public = new(StringComparer.Ordinal)
    {
        ["year"] = "2020",
        ["group"] = "so-nganh",
        ["unit"] = "so-noi-vu",
        ["version"] = "1",
        ["code"] = "404",
    };

    private static string Fill(string pattern, IReadOnlyDictionary<string, string> samples) =>
        string.Join('/', pattern.Split('/').Select(segment => samples.Aggregate(segment, (text, sample) => text.Replace($"{{{sample.Key}}}", sample.Value, StringComparison.Ordinal))));

    /// <summary>What the parameters of addresses stand for: rows that exist, so that a 404 cannot pass for a refusal.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> SamplesAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var unit = new Unit("Sở Nội vụ", UnitKind.Department);
        var officer = new StaffAccount("CB-MAU", "Trần Thị Mẫu", UnitOfficer, unit.Id) { NormalizedUserName = "CB-MAU" };
        db.AddRange(unit, officer);
        await db.SaveChangesAsync();
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = officer.Id.ToString() };
    }
}
