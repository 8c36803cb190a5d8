using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using ParIndex.Application.Data;
using ParIndex.Domain.Rounds;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security.Matrix;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>Every form with everything that can be typed into it; a class for each database, so that they run side by side.</summary>
public abstract partial class HostileForms
{
    private static readonly string[] Texts =
    [
        "",
        "chữ cái",
        "-1",
        "9223372036854775808",
        new('x', 10_000),
        "Tên đơn vị".Normalize(NormalizationForm.FormD),
        "dòng\u2028hai\u2029ba\u0001\r\nbốn\uFFFE",
        "😀👩🏽‍💻 𐐷",
    ];

    /// <summary>What one database takes and the other does not.</summary>
    private static readonly string[] TextsOfPostgres = ["9223372036854775808", new('x', 10_000), "dòng\u2028hai\u0001ba\uFFFE"];

    private static readonly IReadOnlyList<Row> FormsToFill = [.. Expectations.All.Where(row => !row.WithOwnSession && row.Handler is not ("Remove" or "Withdraw" or "Unlink" or "Discard"))];

    /// <summary>A world grows with each form that is done in it, and slows down: so many forms are filled in one.</summary>
    private const int RowsOfAWorld = 16;

    /// <summary>The database the forms are kept in.</summary>
    protected abstract DatabaseKind Kind { get; }

    public static TheoryData<int> Worlds() => [.. Enumerable.Range(0, (FormsToFill.Count + RowsOfAWorld - 1) / RowsOfAWorld)];

    [Theory, MemberData(nameof(Worlds))]
    public async Task EveryForm_WithEverythingThatCanBeTyped_AnswersInPlainWordsAndKeepsIt(int number)
    {
        await using var database = await TestDatabase.CreateAsync(Kind);
        await using var app = new TestApp(database) { Jobs = false }.With("Proxies", "10.0.0.1");
        using var world = await World.MakeAsync(database, app);
        var visitors = new Dictionary<Who, Visitor>();
        var surprises = new List<string>();
        foreach (var row in FormsToFill.Skip(number * RowsOfAWorld).Take(RowsOfAWorld))
        {
            var (state, who) = Doer(row);
            if (!visitors.TryGetValue(who, out var visitor))
            {
                visitors[who] = visitor = await Visitor.ComeAsync(app, world.Account(who));
            }

            await TypeAsync(world, row, state, visitor, Kind == DatabaseKind.Postgres ? TextsOfPostgres : Texts, surprises);
        }

        visitors.Values.ToList().ForEach(visitor => visitor.Dispose());
        Assert.True(surprises.Count == 0, string.Join('\n', surprises.Distinct()));
    }

    /// <summary>
    /// Types each text into all fields of the form at once, and into single fields the others of which are as they
    /// should be: there a text that changes from field to field, since each try that is done needs a new scene; in a long run
    /// two of them.
    /// </summary>
    private static async Task TypeAsync(World world, Row row, RoundState? state, Visitor visitor, IReadOnlyList<string> texts, List<string> surprises)
    {
        var scene = new Scene(world, state);
        try
        {
            var form = row.Form(scene);
            var page = await OpenAsync();
            var (boxes, names) = Fields();
            foreach (var text in texts)
            {
                await SendAsync("all fields", text, _ => true);
            }

            // What one database takes and the other does not, all fields together show; one by one in a long run.
            for (var place = 0; place < names.Count && (texts != TextsOfPostgres || LongRun.IsAsked); place++)
            {
                foreach (var text in new[] { texts[place % texts.Count], texts[(place + 1) % texts.Count] }.Take(LongRun.IsAsked ? 2 : 1))
                {
                    var name = names[Math.Min(place, names.Count - 1)];
                    await SendAsync(name, text, other => other == name);
                }
            }

            async Task<IHtmlDocument> OpenAsync()
            {
                using var opened = await visitor.GetAsync("/" + form.Address);
                return await SignedIn.ReadAsync(opened);
            }

            (IReadOnlySet<string> Boxes, List<string> Names) Fields()
            {
                // The row of a table that the form fills in stands elsewhere on the page: one unit would come twice.
                var shown = PlainWords.BoxesOf(page, Target(row, form)).Where(box => RowOf(box) is not { } of || form.Fields.All(field => RowOf(field.Name) is null) || form.Fields.Any(field => RowOf(field.Name) == of)).ToHashSet(StringComparer.Ordinal);
                return (shown, [.. form.Fields.Select(field => field.Name).Concat(shown).Distinct()]);
            }

            async Task SendAsync(string into, string text, Func<string, bool> isTyped)
            {
                // What the page holds unseen goes along.
                var unseen = PlainWords.HiddenOf(page, Target(row, form)).Where(field => !names.Contains(field.Key) && (RowOf(field.Key) is null || form.Fields.All(own => RowOf(own.Name) is null)));
                var fields = unseen.Concat(form.Fields.Where(field => !isTyped(field.Name)).Select(field => KeyValuePair.Create(field.Name, field.Value)))
                    .Concat(names.Where(isTyped).Select(name => KeyValuePair.Create(name, text))).ToList();
                using var answer = await visitor.PostAsync(Target(row, form), fields, form.File);
                var what = $"{row}: {into} = “{(text.Length > 30 ? text[..30] + "…" : text)}”";
                if (await PlainWords.ProblemAsync(answer, HttpMethod.Post) is { } problem)
                {
                    surprises.Add($"{what} {problem}");
                }

                if (await PlainWords.LostAsync(answer, fields.Where(field => boxes.Contains(field.Key))) is { Count: > 0 } lost)
                {
                    surprises.Add($"{what} ({(int)answer.StatusCode}) loses {string.Join(", ", lost)}");
                }

                if ((int)answer.StatusCode < 400)
                {
                    // It was done: the next text needs something to be done to.
                    scene.Dispose();
                    scene = new Scene(world, state);
                    form = row.Form(scene);
                    page = await OpenAsync();
                    (boxes, names) = Fields();
                }
            }
        }
        finally
        {
            scene.Dispose();
        }
    }

    /// <summary>The row of a table that a field belongs to, <c>Rows[1]</c>, or <c>null</c>.</summary>
    private static string? RowOf(string field) => RowNumber().Match(field) is { Success: true } row ? row.Value : null;

    private static string Target(Row row, Form form) => "/" + form.Address + (row.Handler.Length == 0 ? "" : (form.Address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + row.Handler);

    /// <summary>Who can do it, in a state in which it can be done.</summary>
    private static (RoundState? State, Who Who) Doer(Row row)
    {
        var cells = row.Cells.Where(cell => World.Each(cell.Who).Any()).ToList();
        var cell = cells.Find(cell => cell.Outcome is Outcome.Done or Outcome.Shown) ?? cells[0];
        return (cell.State, World.Each(cell.Who).First());
    }

    [GeneratedRegex(@"^[A-Za-z.]+\[[0-9]+\]", RegexOptions.None, 10_000)]
    private static partial Regex RowNumber();
}
