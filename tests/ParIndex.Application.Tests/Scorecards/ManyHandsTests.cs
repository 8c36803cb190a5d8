using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>
/// Fifty people at three sheets at once, two hundred edits each (a fifth of that unless a long run is asked for), over lines that lose answers and pages that are opened anew: what was answered as
/// saved is there, once; and a submission that races them has all of an edit or nothing.
/// </summary>
[Collection(ManyHandsCollection.Name)]
public sealed class ManyHandsTests(ITestOutputHelper output)
{
    private const int People = 50;

    private static readonly int EditsEach = LongRun.IsAsked ? 200 : 40;

    /// <summary>After how many edits a person opens the sheet anew.</summary>
    private static readonly int ReloadEvery = EditsEach / 4;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_ByFiftyAtOnce_LosesNoAcknowledgedEditAndDoublesNone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var round = await OpenRound.AddAsync(database);
        Unit[] units = [round.Test.Justice, round.Test.Office, round.Test.HomeAffairs];
        var submitted = round.Test.HomeAffairs;
        var people = new List<Person>();
        for (var i = 0; i < People; i++)
        {
            var unit = units[i % units.Length];
            people.Add(new(database, await round.ReadAsync(unit), await round.AddOfficerAsync(unit, $"CB{i:000}"), i));
        }

        var watch = Stopwatch.StartNew();
        var work = people.Select(person => Task.Run(() => person.WorkAsync())).ToList();
        var all = Task.WhenAll(work);
        var stood = await SubmitAsync(database, await round.ReadAsync(submitted), people, all, round.Test.Coordinator);
        await all;
        watch.Stop();

        await using var db = database.NewContext();
        var edits = await db.ScoreEdits.AsNoTracking().ToListAsync();
        var acknowledged = people.SelectMany(person => person.Acknowledged).ToHashSet();
        output.WriteLine($"{kind}: {edits.Count} edits in {watch.Elapsed.TotalSeconds:0.0} s; conflicts {people.Sum(person => person.Conflicts)}, refused after submission {people.Sum(person => person.Refused)}, sent again {people.Sum(person => person.SentAgain)}; p95 {Percentile([.. people.SelectMany(person => person.Times)], 95):0} ms");
        Assert.Equal(acknowledged.Order(), edits.Select(edit => edit.Id).Order());
        Assert.Equal(People * EditsEach, acknowledged.Count + people.Sum(person => person.Refused));
        Assert.True(people.Sum(person => person.Conflicts) > 0 && people.Sum(person => person.SentAgain) > 0 && people.Sum(person => person.Refused) > 0);
        foreach (var unit in units)
        {
            AssertEveryCellIsTheEndOfItsEdits(await round.ReadAsync(unit), edits);
        }

        // What the submission saw is what there is: nothing came after it.
        var folder = await round.ReadAsync(submitted);
        Assert.Equal(stood.OrderBy(pair => pair.Key), folder.Card.Cells.Where(cell => cell.Stage == ScoreStage.SelfScore).ToDictionary(cell => cell.Id, cell => cell.Points).OrderBy(pair => pair.Key));
    }

    /// <summary>Each edit knows what stood before it: from nothing they lead, each taken once, to what stands now.</summary>
    private static void AssertEveryCellIsTheEndOfItsEdits(ScorecardFolder folder, IReadOnlyList<ScoreEdit> edits)
    {
        var byCell = edits.ToLookup(edit => edit.CellId);
        foreach (var cell in folder.Card.Cells)
        {
            var balance = new Dictionary<decimal, int>();
            const decimal nothing = -1;
            foreach (var edit in byCell[cell.Id])
            {
                Add(edit.PointsBefore ?? nothing, 1);
                Add(edit.Points ?? nothing, -1);
            }

            Add(nothing, -1);
            Add(cell.Points ?? nothing, 1);
            Assert.All(balance.Values, left => Assert.Equal(0, left));

            void Add(decimal points, int count) => balance[points] = balance.GetValueOrDefault(points) + count;
        }
    }

    /// <summary>Hands the scorecard in when half the work is done; says what stood in its cells at that instant.</summary>
    private static async Task<Dictionary<Guid, decimal?>> SubmitAsync(TestDatabase database, ScorecardFolder folder, List<Person> people, Task work, StaffAccount by)
    {
        while (people.Sum(person => person.Acknowledged.Count) < People * EditsEach / 2)
        {
            // Whoever gave up would be waited for without end.
            Assert.False(work.IsCompleted, work.Exception?.ToString());
            await Task.Delay(20);
        }

        await using var db = database.NewContext();
        await using var held = await ScorecardLock.HoldAsync(db, folder.Card.Id, CancellationToken.None);
        var card = await db.Scorecards.Include(s => s.Cells).Include(s => s.Moves).SingleAsync(s => s.Id == folder.Card.Id);
        var stood = card.Cells.Where(cell => cell.Stage == ScoreStage.SelfScore).ToDictionary(cell => cell.Id, cell => cell.Points);
        card.Move(ScorecardAct.Submit, folder.Set.Leaves, by.Id, DateTime.UtcNow, note: null);
        await db.SetUpAsync();
        await held.CommitAsync(CancellationToken.None);
        return stood;
    }

    private static double Percentile(double[] times, int percent)
    {
        Array.Sort(times);
        return times[times.Length * percent / 100];
    }

    /// <summary>Somebody who fills in cells, does not always hear the answer, and settles conflicts.</summary>
    private sealed class Person(TestDatabase database, ScorecardFolder folder, StaffAccount account, int seed)
    {
        private readonly Random _chance = new(seed);
        private readonly Criterion[] _leaves = [.. folder.Applicable.Where(leaf => folder.Card.Cell(ScoreStage.SelfScore, leaf.Id) is not null && leaf.Rule is not LevelsRule)];
        private readonly Dictionary<string, Guid> _versions = folder.Card.Cells.Where(cell => cell.Stage == ScoreStage.SelfScore).ToDictionary(cell => folder.Leaf(cell.CriterionId)!.Code, cell => cell.Version);

        public ConcurrentBag<Guid> Acknowledged { get; } = [];

        public List<double> Times { get; } = [];

        public int Conflicts { get; private set; }

        public int Refused { get; private set; }

        public int SentAgain { get; private set; }

        public async Task WorkAsync()
        {
            for (var i = 0; i < EditsEach; i++)
            {
                if (i % ReloadEvery == ReloadEvery - 1)
                {
                    await ReloadAsync();
                }

                // Mostly at the own part of the sheet, one time in eight anywhere.
                var leaf = _leaves[_chance.Next(8) == 0 ? _chance.Next(_leaves.Length) : ((seed * 3) + _chance.Next(3)) % _leaves.Length];
                await PutAsync(leaf.Code, new() { Points = AnswerText.Points(decimal.Floor(leaf.MaxScore * _chance.Next(101)) / 100) });
            }
        }

        /// <summary>Opens the sheet anew: what was answered as saved is on it, unless somebody wrote over it.</summary>
        private async Task ReloadAsync()
        {
            await using var db = database.NewContext();
            var sheet = (await new ScorecardReader(db).FindAsync(folder.Card.Id))!;
            foreach (var cell in sheet.Card.Cells.Where(cell => cell.Stage == ScoreStage.SelfScore))
            {
                _versions[sheet.Leaf(cell.CriterionId)!.Code] = cell.Version;
            }
        }

        private async Task PutAsync(string leaf, TypedAnswer typed)
        {
            while (true)
            {
                var edit = new CellEdit(Guid.NewGuid(), leaf, ScoreStage.SelfScore, _versions[leaf], typed);
                var outcome = await SendAsync(edit);
                if (_chance.Next(10) == 0)
                {
                    // The answer was lost on the way: sent again, sometimes twice at once.
                    SentAgain++;
                    var again = await Task.WhenAll(Enumerable.Range(0, 1 + _chance.Next(2)).Select(_ => SendAsync(edit)));
                    Assert.All(again, one => Assert.True(outcome.Result != CellResult.Saved || one.Result == CellResult.Saved, $"{outcome.Result} became {one.Result}"));
                    // A conflict ends when somebody else has written the same meanwhile: one of two may hear of it, the other not yet.
                    outcome = Array.Find(again, one => one.Result == CellResult.Saved) ?? again[0];
                }

                _versions[leaf] = outcome.Cell!.Version;
                switch (outcome.Result)
                {
                    case CellResult.Saved:
                        Acknowledged.Add(edit.Key);
                        return;
                    case CellResult.Refused:
                        Refused++;
                        return;
                    case CellResult.Conflict:
                        Conflicts++;
                        break;
                    default:
                        throw new InvalidOperationException(outcome.Message);
                }
            }
        }

        private async Task<CellOutcome> SendAsync(CellEdit edit)
        {
            var watch = Stopwatch.StartNew();
            await using var db = database.NewContext();
            var answer = await new ScoreEntry(db, new ScorecardReader(db), TimeProvider.System).SaveAsync(account, folder.Card.Id, [edit]);
            lock (Times)
            {
                Times.Add(watch.Elapsed.TotalMilliseconds);
            }

            return answer!.Outcomes[0];
        }
    }
}

/// <summary>Alone: fifty people on two cores leave other tests no time, and get none beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ManyHandsCollection
{
    public const string Name = "many hands";
}
