using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Rounds;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>
/// Every form of the staff pages × every role and nobody × every state of the round, sent with a valid token: what
/// comes of it, that what is refused changed nothing, and that each is told once in the audit log.
/// </summary>
public sealed class PostMatrixTests
{
    /// <summary>After so many rows a new world begins: every scene stays in it, and each look at all tables takes longer.</summary>
    private const int RowsOfAWorld = 16;

    /// <summary>What asking a second person changes: the request, and the versions that opening a round looks at.</summary>
    private static readonly string[] TouchedByAsking = ["two_person_requests", "rounds", "round_groups", "import_drafts"];

    [Fact]
    public async Task EveryPostHandler_HasARow()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        var loader = app.Services.GetRequiredService<PageLoader>();
        var handlers = new List<string>();
        foreach (var page in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            var address = string.Join('/', page.AttributeRouteInfo!.Template!.Split('/').Select(segment => segment.StartsWith('{') ? segment.Split(':')[0].TrimEnd('}') + "}" : segment));
            handlers.AddRange(compiled.HandlerMethods.Where(handler => HttpMethods.IsPost(handler.HttpMethod)).Select(handler => $"{address} {handler.Name}".TrimEnd()));
        }

        // Forms of everybody are asked by VerificationTests and RemarkTests.
        Assert.True(handlers.Remove("kiem-chung") && handlers.Remove("gop-y"));
        Assert.NotEmpty(handlers);
        Assert.Equal(handlers.Distinct().Order(StringComparer.Ordinal), Expectations.All.Select(row => $"{row.Page} {row.Handler}".TrimEnd()).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryRowAboutARound_NamesAllStates() =>
        Assert.DoesNotContain(Expectations.All, row => row.States.Any(state => state is not null) && row.States.Count() < Enum.GetValues<RoundState>().Length);

    public static TheoryData<string> Areas => [.. Expectations.Areas.Keys];

    [Theory, MemberData(nameof(Areas))]
    public Task EveryForm_AnswersEachPersonAsExpected(string area) => CheckAsync(DatabaseKind.Sqlite, area);

    internal static async Task CheckAsync(DatabaseKind kind, string area)
    {
        var surprises = new List<string>();
        foreach (var rows in Expectations.Areas[area].Chunk(RowsOfAWorld))
        {
            await CheckAsync(kind, rows, surprises);
        }

        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
    }

    private static async Task CheckAsync(DatabaseKind kind, IEnumerable<Row> rows, List<string> surprises)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        // Behind a proxy, whose word on the client's address is believed; and nothing changes that nobody asked for.
        await using var app = new TestApp(database) { Jobs = false }.With("Proxies", "10.0.0.1");
        using var world = await World.MakeAsync(database, app);
        foreach (var row in rows)
        {
            foreach (var state in row.States)
            {
                try
                {
                    // What is refused is refused before anything is asked of the database: on the second one a long run looks at every state.
                    if (kind == DatabaseKind.Sqlite || LongRun.IsAsked || state == row.States.First())
                    {
                        await CheckRefusalsAsync(world, row, state, surprises);
                    }

                    foreach (var who in World.Each(row.Among).Where(who => IsAnswered(row, state, who)))
                    {
                        await CheckDoneAsync(world, row, state, who, surprises);
                    }
                }
                catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or DbUpdateException)
                {
                    surprises.Add($"{row}, {state}: the scene cannot be made: {broken}");
                }
            }
        }
    }

    /// <summary>Whether the person gets what they ask for of a scene of their own: it is done, or they are shown what is theirs alone.</summary>
    private static bool IsAnswered(Row row, RoundState? state, Who who) => row.Expected(state, who) is var outcome && (outcome == Outcome.Done || (outcome == Outcome.Shown && row.WithOwnSession));

    /// <summary>All who are refused, one after the other, and then one look at every table.</summary>
    private static async Task CheckRefusalsAsync(World world, Row row, RoundState? state, List<string> surprises)
    {
        using var scene = new Scene(world, state);
        var form = row.Form(scene);
        var posters = new List<(Who Who, Poster Poster)>();
        foreach (var who in World.Each(row.Among).Where(who => !IsAnswered(row, state, who)))
        {
            posters.Add((who, row.WithOwnSession ? await world.PosterAsync(who) : world.Of(who)));
        }

        await using var db = world.Database.NewContext();
        var before = await TableDigest.ReadAsync(db);
        var told = await Told.ReadAsync(db);
        foreach (var (who, poster) in posters)
        {
            told = await CheckAsync(db, row, state, who, poster, form, told, surprises);
        }

        if (TableDigest.Difference(before, await TableDigest.ReadAsync(db)) is { Length: > 0 } changed)
        {
            surprises.Add($"{row}, {state}: refused posts changed {changed}");
        }

        // What waits for a decision would be listed to everybody who comes after.
        await db.TwoPersonRequests.ExecuteDeleteAsync();
    }

    private static async Task CheckDoneAsync(World world, Row row, RoundState? state, Who who, List<string> surprises)
    {
        var poster = row.WithOwnSession ? await world.PosterAsync(who) : world.Of(who);
        using var scene = new Scene(world, state, row.WithOwnSession ? poster.Account : null);
        var form = row.Form(scene);
        await using var db = world.Database.NewContext();
        var opened = await Told.ReadAsync(db);
        if (!row.FollowsAnotherPost && !HasForm(await poster.OpenAsync("/" + (form.ShownAt ?? form.Address)), row, form))
        {
            surprises.Add($"{row}, {state}, {who}: /{form.Address} shows no form that sends this");
        }

        var told = await opened.SinceAsync(db);
        if (!told.IsNothing)
        {
            surprises.Add($"{row}, {state}, {who}: opening the page is told as {told}");
        }

        var before = await TableDigest.ReadAsync(db);
        await CheckAsync(db, row, state, who, poster, form, told.Now, surprises);
        var changed = TableDigest.Difference(before, await TableDigest.ReadAsync(db)).Split(", ");
        if (changed is [""] != row.ChangesNoRow || ((row.OnlyAsks & who) != Who.None && changed.Except(TouchedByAsking).Any()))
        {
            surprises.Add($"{row}, {state}, {who}: done, and changed “{string.Join(", ", changed)}”");
        }

        await db.TwoPersonRequests.ExecuteDeleteAsync();
        if (row.WithOwnSession)
        {
            poster.Dispose();
        }
    }

    /// <summary>Sends the form and looks at what is told since <paramref name="before"/>; says how far the log is then.</summary>
    private static async Task<Told> CheckAsync(ParIndexDb db, Row row, RoundState? state, Who who, Poster poster, Form form, Told before, List<string> surprises)
    {
        using var answer = await poster.PostAsync("/" + form.Address + (row.Handler.Length > 0 ? "?handler=" + row.Handler : ""), form);
        var told = await before.SinceAsync(db);
        var (expected, outcome) = (row.Expected(state, who), Read(answer, told, row));
        if (outcome != expected)
        {
            var words = answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict ? (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")?.TextContent.Trim() : answer.Headers.Location?.OriginalString;
            surprises.Add($"{row}, {state}, {who}: {outcome?.ToString() ?? "?"} ({(int)answer.StatusCode}, told: {told}), expected {expected}. {words}");
        }

        return told.Now;
    }

    /// <summary>What status and events say together; <c>null</c> for what no form may answer.</summary>
    private static Outcome? Read(HttpResponseMessage answer, ToldSince told, Row row) => (answer.StatusCode, told.Acts.Count, told.Counted) switch
    {
        (HttpStatusCode.Redirect or HttpStatusCode.OK, var acts, []) when acts == (row.KeepsFirst ? 2 : 1) => Outcome.Done,
        (HttpStatusCode.OK, 0, []) => Outcome.Shown,
        (HttpStatusCode.Redirect, 0, []) when answer.Headers.Location!.OriginalString.Contains("/tai-khoan/dang-nhap", StringComparison.Ordinal) => Outcome.SignIn,
        (HttpStatusCode.BadRequest, 0, [CountedKind.RefusedForm]) => Outcome.Wrong,
        (HttpStatusCode.Conflict, 0, [CountedKind.RefusedForm or CountedKind.StaleDigest]) => Outcome.Refused,
        (HttpStatusCode.Conflict, 0, [CountedKind.RefusedRight]) => Outcome.NotYours,
        (HttpStatusCode.Forbidden, 0, [CountedKind.RefusedRight]) => Outcome.Forbidden,
        (HttpStatusCode.NotFound, 0, [CountedKind.RefusedRight]) => Outcome.NotFound,
        (HttpStatusCode.NotFound, 0, [CountedKind.RefusedForm]) => Outcome.NotThere,
        _ => null,
    };

    /// <summary>Whether the page has a form that goes there and has all these fields.</summary>
    private static bool HasForm(IHtmlDocument page, Row row, Form form) => page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Any(candidate =>
    {
        var action = candidate.GetAttribute("action") is { Length: > 0 } own ? own : "/" + form.Address;
        var names = candidate.Elements.Select(element => element.GetAttribute("name")).ToHashSet(StringComparer.Ordinal);
        // What the address of the page chose goes along in the form.
        var path = "/" + form.Address.Split('?')[0];
        // Of one form several buttons may make different things.
        var targets = candidate.QuerySelectorAll("button[formaction]").Select(button => button.GetAttribute("formaction")!).Append(action).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new[] { "/" + form.Address, path }.Any(address => targets.Contains(address + (row.Handler.Length > 0 ? "?handler=" + row.Handler : "")))
            && form.Fields.Select(field => field.Name).Append(form.File?.Field).All(name => name is null || names.Contains(name));
    });
}
