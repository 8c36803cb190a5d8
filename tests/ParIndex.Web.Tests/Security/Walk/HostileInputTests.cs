using System.Text;
using System.Text.RegularExpressions;
using ParIndex.Application.Data;
using ParIndex.Domain.Rounds;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security.Matrix;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>No input brings the program down: every form sent as no browser sends it, every address by every method. What people type: <see cref="HostileForms" />.</summary>
public sealed partial class HostileInputTests
{
    private static readonly string[] RouteValues = ["-1", "0", "99999999999999999999", "khong-co", "a%2Fb", "..%2F..%2Fetc", "%E2%98%83%F0%9F%98%80", "%FF%FE", new('9', 1500), "00000000-0000-0000-0000-000000000000", "null", "x.y;z=1", "%C3%A9"];

    private static readonly string[] Queries = ["?trang=-1&nam=0&ngay=x&nguoi=%00", "?trang=99999999999999999999&nam=abc&q=%F0%9F%98%80", "?tro-lai=//x.vn&handler=Khong&tep=x&khoi=%E2%80%A8&tieu-chi=%00&ky=x&theo=x&loc=%FF&don-vi=,,,", "?giu-lai=x&version=-1&%00=1&a[]=1&a[x]=2"];

    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Options, HttpMethod.Trace];

    [Fact]
    public async Task EveryForm_SentInTheWrongWay_AnswersInPlainWords()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { Jobs = false }.With("Proxies", "10.0.0.1");
        using var world = await World.MakeAsync(database, app);
        using var scene = new Scene(world, RoundState.Open);
        scene.Score(Domain.Scorecards.ScorecardState.SelfScoring, Domain.Scorecards.ScoreStage.SelfScore);
        var surprises = new List<string>();
        using var visitor = await Visitor.ComeAsync(app, await EverythingAsync(database, world));
        foreach (var route in (await RoutingTable.OfAsync(app)).Where(route => route.IsOfStaff && route.Pattern != "tai-khoan/dang-xuat"))
        {
            foreach (var target in route.IsPage ? route.Handlers.Select(handler => "/" + scene.Fill(route.Pattern) + (handler.Length > 0 ? "?handler=" + handler : "")) : ["/" + scene.Fill(route.Pattern)])
            {
                foreach (var (what, content) in Bodies(visitor.Token))
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
                    if (!what.StartsWith("without", StringComparison.Ordinal))
                    {
                        request.Headers.Add("RequestVerificationToken", visitor.Token);
                    }

                    using var answer = await visitor.SendAsync(request);
                    if (await PlainWords.ProblemAsync(answer, HttpMethod.Post) is { } problem)
                    {
                        surprises.Add($"POST {target} {what} {problem}");
                    }
                }
            }
        }

        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryAddress_ByEveryMethodWithAnything_AnswersInPlainWords(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database) { Jobs = false }.With("Proxies", "10.0.0.1");
        using var world = await World.MakeAsync(database, app);
        using var scene = new Scene(world, RoundState.Open);
        scene.Score(Domain.Scorecards.ScorecardState.SelfScoring, Domain.Scorecards.ScoreStage.SelfScore);
        using var visitor = await Visitor.ComeAsync(app, await EverythingAsync(database, world));
        using var nobody = await Visitor.ComeAsync(app, account: null);
        var surprises = new List<string>();
        foreach (var route in (await RoutingTable.OfAsync(app)).Where(route => route.Pattern != "tai-khoan/dang-xuat"))
        {
            var known = "/" + scene.Fill(route.Pattern);
            var asked = Queries.Select(query => (HttpMethod.Get, known + query)).Concat(RouteValues.Where(_ => route.Pattern.Contains('{', StringComparison.Ordinal)).Select(value => (HttpMethod.Get, "/" + Parameter().Replace(route.Pattern, value))));
            foreach (var (method, address) in kind == DatabaseKind.Postgres ? asked : asked.Concat(Methods.Select(method => (method, known))))
            {
                foreach (var person in method == HttpMethod.Get ? new[] { visitor } : [visitor, nobody])
                {
                    using var answer = await person.SendAsync(new(method, address));
                    if (await PlainWords.ProblemAsync(answer, method) is { } problem && !IsSetUpLater(route, answer))
                    {
                        surprises.Add($"{method} {address[..Math.Min(address.Length, 160)]} {problem}");
                    }
                }
            }
        }

        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
    }

    /// <summary>Health says 503 in a word for machines; a page for the error itself has the status it was asked for.</summary>
    private static bool IsSetUpLater(Route route, HttpResponseMessage answer) =>
        (route.Pattern.StartsWith("health", StringComparison.Ordinal) && answer.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable) || route.Pattern.StartsWith("loi/", StringComparison.Ordinal);

    /// <summary>Somebody with every role but the auditor's, at a unit of the round.</summary>
    private static async Task<Application.Accounts.StaffAccount> EverythingAsync(TestDatabase database, World world)
    {
        var account = new Application.Accounts.StaffAccount("TATCA", "Người Có Mọi Vai", (Domain.Staff.StaffRoles)63, world.HomeAffairs.Id);
        await using var db = database.NewContext();
        db.Add(account);
        await db.SetUpAsync();
        return account;
    }

    /// <summary>What no browser sends.</summary>
    private static IEnumerable<(string What, HttpContent? Content)> Bodies(string token)
    {
        yield return ("without a body", null);
        yield return ("without a token", new FormUrlEncodedContent([new("Input.Text", "x")]));
        yield return ("with a spoilt token", new FormUrlEncodedContent([new(Visitor.TokenName, "x")]));
        yield return ("as text", Raw("một hai ba", "text/plain"));
        yield return ("as JSON", Raw("{\"a\":1}", "application/json"));
        yield return ("as broken JSON", Raw("{\"edits\":[{", "application/json"));
        yield return ("as JSON of arrays", Raw("{\"edits\":[[],{\"key\":[1],\"leaf\":{},\"stage\":9,\"version\":1e400}],\"preview\":[]}", "application/json"));
        yield return ("as JSON of nothing", Raw("{\"edits\":[null]}", "application/json"));
        yield return ("as JSON with a stage that is none", Raw("{\"edits\":[{\"key\":\"7f1c1c0e-0000-4000-8000-000000000001\",\"leaf\":\"1.1\",\"stage\":\"77\",\"version\":\"x\",\"p\":1e400,\"g\":\"\\ud800\\u0000\"}]}", "application/json"));
        // No browser's box holds it, and the framework reads no form with it: nothing can be kept.
        yield return ("with NUL", new FormUrlEncodedContent([new(Visitor.TokenName, token), new("Input.Text", "một\0hai"), new("Form.Year", "2026\0")]));
        yield return ("in two halves of a letter", Raw($"{Visitor.TokenName}={token}&Input.Text=%ED%A0%80%FF", "application/x-www-form-urlencoded"));
        yield return ("as multipart without a boundary", Raw("x", "multipart/form-data"));
        yield return ("as multipart that breaks off", Raw("--abc\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf", "multipart/form-data; boundary=abc"));
        yield return ("with every field twice", new FormUrlEncodedContent([new(Visitor.TokenName, token), .. Twice("version", "Input.To", "Input.Act", "Input.Leaf", "Input.Text", "Form.Version", "Form.Year", "Input.Day", "id", "decision", "digest", "stage", "Rows[0].Id", "Rows[0].Version", "Input.Roles", "Input.Unit")]));
        yield return ("with rows that are not there", new FormUrlEncodedContent([new(Visitor.TokenName, token), new("Rows[999999999].Id", "x"), new("Input.Rows[-1].Day", "x"), new("Input.Bands[0]", "x"), new("Decisions[0].Id", "x"), new("Rows[0]", "1"), new("Input", "x"), new("Form", "x"), new("", "x")]));
        yield return ("with too many fields", new FormUrlEncodedContent(Enumerable.Range(0, 6000).Select(i => KeyValuePair.Create($"f{i}", "")).Prepend(new(Visitor.TokenName, token))));
    }

    private static IEnumerable<KeyValuePair<string, string>> Twice(params string[] names) => names.SelectMany(name => new[] { KeyValuePair.Create(name, "x"), KeyValuePair.Create(name, "y") });

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 10_000)]
    private static partial Regex Parameter();

    private static ByteArrayContent Raw(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
