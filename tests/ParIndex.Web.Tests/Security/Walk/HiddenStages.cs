using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Scorecards.Sheets;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>
/// The scorecard of Sở Tư pháp with a mark in every cell of every stage, in its question and its answer, moved from state
/// to state; the other units are appraised to the end, so that results could be computed as soon as this one allows.
/// </summary>
internal sealed class HiddenStages
{
    private const string Question = "KINHOITHAMDINH";

    private const string Answer = "KINTRALOIDONVI";

    private const string Remark = "KINYKIENTHUTRUONG", Talk = "KINTRAODOINOIBO";

    private static readonly Dictionary<ScoreStage, decimal[]> Points = new()
    {
        // 1.1, 1.3, 2.1, 2.2, 9 (bonus); 1.2 follows from its figures.
        [ScoreStage.SelfScore] = [19.37m, 1.93m, 14.87m, 13.79m, 4.91m],
        [ScoreStage.FirstAppraisal] = [11.83m, 0.67m, 9.41m, 7.57m, 2.39m],
        [ScoreStage.SecondAppraisal] = [12.91m, 0.71m, 8.53m, 6.29m, 3.17m],
    };

    private static readonly Dictionary<ScoreStage, decimal> Achieved = new() { [ScoreStage.SelfScore] = 74116, [ScoreStage.FirstAppraisal] = 35711, [ScoreStage.SecondAppraisal] = 41772 };

    private static readonly string[] Typed = ["1.1", "1.3", "2.1", "2.2", "9"];

    private readonly TestDatabase _database;

    private HiddenStages(TestDatabase database, ScorecardWorld world) => (_database, World) = (database, world);

    public ScorecardWorld World { get; }

    public ScorecardState State { get; private set; }

    public Guid CardId { get; private set; }

    /// <summary>The workbook as the appraiser was given it at the first appraisal.</summary>
    public byte[] AppraisersSheet { get; private set; } = [];

    public static async Task<HiddenStages> MakeAsync(TestDatabase database)
    {
        var world = await ScorecardWorld.CreateAsync(database, (round, _) =>
        {
            round.Set.Change(round.Leaf("1.2"), round.Leaf("1.2").Content with { Rule = LeafRule.Parse("tỷ lệ") });
            round.Set.Add("9", "Điểm cộng", 5, Component.Bonus);
        });
        await world.BringAsync(ScorecardState.Agreed, world.Test.HomeAffairs);
        await world.BringAsync(ScorecardState.Agreed, world.Test.Office);
        var made = new HiddenStages(database, world) { CardId = await world.IdAsync(world.Test.Justice) };
        await made.FillAsync(ScoreStage.SelfScore, "officer");
        foreach (var (code, points) in new[] { ("8.1", 21.5m), ("8.2", 1.25m) })
        {
            await world.WriteAsync(ScoreStage.Survey, code, new() { Points = points }, "coordinator");
        }

        await made.TalkAsync();
        return made;
    }

    /// <summary>What people of the unit say to one another, which nobody else ever sees.</summary>
    public static Canaries Inner => new Canaries().Text(Remark).Text(Talk);

    /// <summary>Submitted, appraised to the last cell, asked about, and not ended.</summary>
    public async Task AppraiseAsync(IServiceProvider services)
    {
        await MoveAsync(ScorecardAct.Submit);
        await FillAsync(ScoreStage.FirstAppraisal, "appraiser");
        await using (var db = _database.NewContext())
        {
            var card = await db.Scorecards.AsTracking().SingleAsync(card => card.Id == CardId);
            db.Add(Explanation.Ask(card, World.Test.Leaf("1.1"), Question, World["appraiser"].Id, World.Clock.GetUtcNow().UtcDateTime));
            await db.SetUpAsync();
        }

        await using var scope = services.CreateAsyncScope();
        AppraisersSheet = (await scope.ServiceProvider.GetRequiredService<ScorecardSheets>().WriteAsync(World["appraiser"], SheetTarget.Of(CardId)))!.Content;
    }

    /// <summary>Answered, and appraised a second time to the last cell.</summary>
    public async Task AppraiseAgainAsync()
    {
        await using (var db = _database.NewContext())
        {
            var known = await db.Explanations.AsTracking().SingleAsync();
            known.Reply(Answer, keepsSelfScore: true, World["officer"].Id, World.Clock.GetUtcNow().UtcDateTime);
            await db.SetUpAsync();
        }

        await MoveAsync(ScorecardAct.EndExplanation);
        await FillAsync(ScoreStage.SecondAppraisal, "appraiser");
    }

    /// <summary>Moves the scorecard, past what the pages demand.</summary>
    public async Task MoveAsync(ScorecardAct act)
    {
        await using var db = _database.NewContext();
        var card = await db.Scorecards.AsTracking().Include(c => c.Cells).Include(c => c.Moves).SingleAsync(c => c.Id == CardId);
        card.Move(act, World.Test.Set.Leaves, World["coordinator"].Id, World.Clock.GetUtcNow().UtcDateTime, note: null);
        await db.SetUpAsync();
        State = card.State;
    }

    /// <summary>What stands in a stage, and what follows from it alone.</summary>
    public Canaries Of(params ScoreStage[] stages)
    {
        var canaries = new Canaries();
        foreach (var stage in stages)
        {
            var points = Typed.Zip(Points[stage]).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            var ratio = Math.Round(Achieved[stage] / 79193m * 18, 4, MidpointRounding.AwayFromZero);
            var fields = (First: points["1.1"] + ratio + points["1.3"], Second: points["2.1"] + points["2.2"]);
            canaries.Text(NoteOf(stage)).Number(Achieved[stage], "số liệu").Number(ratio, "điểm từ số liệu").Number(fields.First, "tổng lĩnh vực 1").Number(fields.Second, "tổng lĩnh vực 2");
            // Survey points are not hidden: 21,50 + 1,25.
            var total = fields.First + fields.Second + points["9"] + 22.75m;
            canaries.Number(total, "tổng điểm").Number(total - 22.75m, "tổng điểm không điều tra");
            foreach (var (code, typed) in points)
            {
                canaries.Number(typed, $"{stage} {code}");
                if (stage != ScoreStage.SelfScore)
                {
                    canaries.Number(Points[ScoreStage.SelfScore][Array.IndexOf(Typed, code)] - typed, $"chênh lệch {code}");
                }
            }
        }

        return stages.Contains(ScoreStage.FirstAppraisal) ? canaries.Text(Question).Text(Answer) : canaries;
    }

    /// <summary>A field that was given back with a remark, and a talk about a leaf of it.</summary>
    private async Task TalkAsync()
    {
        await using var db = _database.NewContext();
        var card = await db.Scorecards.AsTracking().Include(c => c.Shares).SingleAsync(c => c.Id == CardId);
        var (officer, now, field) = (World["officer"].Id, World.Clock.GetUtcNow().UtcDateTime, World.Test.Set.Criteria.Single(node => node.Code == "1"));
        var remark = new InnerNote(card, field, Remark, officer, now);
        card.Share(field, officer, officer, now);
        card.ReturnField(field, remark);
        db.AddRange(remark, new InnerNote(card, World.Test.Leaf("1.1"), Talk, officer, now));
        await db.SetUpAsync();
    }

    /// <summary>The number typed into a hidden cell, for whoever guesses.</summary>
    public static decimal FirstOf(ScoreStage stage) => Points[stage][0];

    private static string NoteOf(ScoreStage stage) => $"KINGHICHU{stage}".ToUpperInvariant();

    private async Task FillAsync(ScoreStage stage, string person)
    {
        foreach (var (code, points) in Typed.Zip(Points[stage]))
        {
            await World.WriteAsync(stage, code, new() { Points = points, Note = NoteOf(stage) }, person);
        }

        await World.WriteAsync(stage, "1.2", new CellAnswer { Achieved = Achieved[stage], Required = 79193, Note = NoteOf(stage) }.CompletedBy(World.Test.Leaf("1.2")), person);
    }
}
