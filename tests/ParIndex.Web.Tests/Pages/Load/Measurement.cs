using System.Collections.Concurrent;
using System.Net;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security;

namespace ParIndex.Web.Tests.Pages.Load;

/// <summary>What one GET asked the database.</summary>
/// <param name="Pattern">The address as the routing table has it.</param>
/// <param name="Reader">Who asked, by what they are in <see cref="ScorecardWorld"/>; empty for a stranger.</param>
/// <param name="Status">What was answered.</param>
/// <param name="Commands">What was asked, in order.</param>
internal sealed record Visit(string Pattern, string Reader, HttpStatusCode Status, IReadOnlyList<string> Commands)
{
    /// <summary>The page and its reader.</summary>
    public string Page => Reader.Length == 0 ? Pattern : $"{Pattern} ({Reader})";
}

/// <summary>Every address that can be read, read by everybody who may, in a world of a size; measured once a process.</summary>
internal static class Measurement
{
    private static readonly ConcurrentDictionary<(DatabaseKind Kind, int Units), Lazy<Task<IReadOnlyList<Visit>>>> Known = new();

    private static readonly (StaffRoles Role, string Reader)[] Readers =
    [
        (StaffRoles.UnitOfficer, "officer"), (StaffRoles.Appraiser, "appraiser"), (StaffRoles.Coordinator, "coordinator"), (StaffRoles.CouncilMember, "council"),
        (StaffRoles.Publisher, "publisher"), (StaffRoles.Administrator, "administrator"), (StaffRoles.Auditor, "auditor"),
    ];

    public static Task<IReadOnlyList<Visit>> OfAsync(DatabaseKind kind, int units) => Known.GetOrAdd((kind, units), _ => new(() => MeasureAsync(kind, units))).Value;

    private static async Task<IReadOnlyList<Visit>> MeasureAsync(DatabaseKind kind, int units)
    {
        var asked = new AskedCommands();
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await SizedWorld.CreateAsync(database, units);
        await using var app = new TestApp(database) { Jobs = false, Asked = asked };
        var samples = await world.WithTableAsync(app);
        var visits = new List<Visit>();
        using var stranger = app.Open();
        foreach (var pattern in MatrixTests.Patterns(app).Where(MatrixTests.IsPublic).ToList())
        {
            visits.Add(await VisitAsync(asked, pattern, "", () => stranger.GetAsync("/" + MatrixTests.Fill(pattern, samples))));
        }

        foreach (var (role, reader) in Readers)
        {
            using var person = await SignedIn.OfAsync(app, world.World[reader]);
            foreach (var access in MatrixTests.Expected.Where(access => !access.IsPostOnly && access.Read is { } may && (may & role) != StaffRoles.None))
            {
                visits.Add(await VisitAsync(asked, access.Pattern, reader, () => person.GetAsync("/" + MatrixTests.Fill(access.Pattern, samples))));
            }
        }

        return visits;
    }

    private static async Task<Visit> VisitAsync(AskedCommands asked, string pattern, string reader, Func<Task<HttpResponseMessage>> get)
    {
        asked.Take();
        using var answer = await get();
        return new(pattern, reader, answer.StatusCode, asked.Take());
    }
}
