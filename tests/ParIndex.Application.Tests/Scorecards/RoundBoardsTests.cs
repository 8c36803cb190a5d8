using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Tests.Evidence;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>Figures of the boards, worked out by hand.</summary>
public sealed class RoundBoardsTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Boards_OfAHandWorkedRound(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var (test, officer) = (world.Test, await world.OfficerAsync(world.Test.Justice));
        await using (var db = world.Database.NewContext())
        {
            var id = await world.CardAsync(test.Justice);
            var folder = (await new ScorecardReader(db).FindAsync(id))!;
            var card = await db.Scorecards.Include(known => known.Cells).Include(known => known.Moves).SingleAsync(known => known.Id == id);
            var now = DateTime.UtcNow;
            Give(ScoreStage.SelfScore, ("1.1", 20m), ("1.2", 18m), ("2.1", 10.5m));
            card.Move(ScorecardAct.Submit, folder.Set.Leaves, officer.Id, now, note: null);
            await db.SetUpAsync();
            Give(ScoreStage.FirstAppraisal, ("1.1", 15m), ("1.2", 18m));
            var kept = Explanation.Ask(card, folder.Leaf("1.1")!, "Thiếu minh chứng", officer.Id, now);
            kept.Reply("Đã gửi kèm", keepsSelfScore: true, officer.Id, now);
            db.Add(kept);
            db.Add(Explanation.Ask(card, folder.Leaf("1.2")!, "Giải thích thêm", officer.Id, now));
            await db.SetUpAsync();

            void Give(ScoreStage stage, params (string Code, decimal Points)[] given)
            {
                foreach (var (code, points) in given)
                {
                    card.Take(stage, folder.Leaf(code)!, new() { Points = points }, officer.Id, now);
                }
            }
        }

        await using var read = world.Database.NewContext();
        var setup = (await new RoundReader(read).FindAsync(test.Round.Id))!;
        var boards = new RoundBoards(read, EvidenceWorld.ClockIn(3));
        var auditor = new StaffAccount("KT01", "Kiểm tra", StaffRoles.Auditor, unitId: null);

        var progress = await boards.ProgressAsync(setup);
        Assert.Equal(["Sở Nội vụ 0/5 trễ mới", "Sở Tư pháp 2/5", "Văn phòng UBND tỉnh 0/5 trễ mới"], progress.Select(line => $"{line.Folder.Unit.Name} {line.Given}/{line.All}{(line.IsLate ? " trễ" : "")}{(line.IsNotStarted ? " mới" : "")}"));
        Assert.Equal(1, progress[1].OpenExplanations);

        // 20 + 18 − (15 + 18): 2.1 has no appraisal yet and is left out.
        var (units, leaves) = await boards.GapAsync(setup, auditor);
        Assert.Equal((38m, 33m, 5m, 2), units.Select(unit => (unit.Self, unit.Appraised, unit.Gap, unit.Leaves)).Single());
        Assert.Equal([("1.1", 5m, 1, 0), ("1.2", 0m, 0, 0)], leaves.Select(leaf => (leaf.Leaf.Code, leaf.Gap, leaf.Higher, leaf.Lower)));

        var opinion = Assert.Single(await boards.OpinionsAsync(setup, auditor));
        Assert.Equal(("1.1", 20m, 15m, "Đã gửi kèm"), (opinion.Leaf.Code, opinion.Self.Points, opinion.Counting, opinion.Explanation.Answer));
    }
}
