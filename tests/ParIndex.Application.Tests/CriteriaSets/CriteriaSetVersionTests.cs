using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.CriteriaSets;

/// <summary>Whatever happens to a criterion happens to its set: its version is another one, and what was shown before is refused.</summary>
public sealed class CriteriaSetVersionTests
{
    public static TheoryData<DatabaseKind, string> EachChange()
    {
        var rows = new TheoryData<DatabaseKind, string>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            foreach (var what in new[] { "đổi", "thêm", "chuyển", "chuyển cấp", "bỏ", "đối chiếu" })
            {
                rows.Add(kind, what);
            }
        }

        return rows;
    }

    [Theory, MemberData(nameof(EachChange))]
    public async Task ChangeOfACriterion_RenewsTheVersion_AndRefusesAnOpeningShownBefore(DatabaseKind kind, string what)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        var shown = await test.ReadAsync(database);

        await ChangeAsync(database, what);

        var now = await test.ReadAsync(database);
        Assert.NotEqual(shown.Groups[0].Set!.Version, now.Groups[0].Set!.Version);
        await using var db = database.NewContext();
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => new RoundWorkflow(db, new RoundReader(db), TimeProvider.System).OpenAsync(test.Round.Id, shown.Stamp, "Kế hoạch số 9", test.Coordinator));
        Assert.Contains("đã thay đổi từ khi mở trang này", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(RoundState.Draft, (await test.ReadAsync(database)).Round.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SaveOfSomethingElse_LeavesTheVersion(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database);
        var before = (await test.ReadAsync(database)).Groups[0].Set!.Version;

        await using (var db = database.NewContext())
        {
            await db.CriteriaSets.Include(set => set.Criteria).LoadAsync();
            (await db.StaffAccounts.SingleAsync(account => account.UserName == "TD01")).Post = "Chuyên viên";
            await db.SetUpAsync();
        }

        Assert.Equal(before, (await test.ReadAsync(database)).Groups[0].Set!.Version);
    }

    private static async Task ChangeAsync(TestDatabase database, string what)
    {
        await using var db = database.NewContext();
        var set = await db.CriteriaSets.Include(one => one.Criteria).SingleAsync();
        var (plan, field) = (Node(set, "1.1"), Node(set, "2"));
        switch (what)
        {
            case "đổi": set.Change(plan, new CriterionContent(plan.Code, "Kế hoạch năm", plan.MaxScore)); break;
            case "thêm": set.Add("2.3", "Theo dõi thi hành", 1, parent: field); break;
            case "chuyển": set.Move(plan, 1); break;
            case "chuyển cấp": set.MoveUnder(plan, field); break;
            case "bỏ": set.Remove(plan); break;
            default: set.Continue(plan, Node(set, "1.2"), LineageChange.Reworded, comparable: false); break;
        }

        await db.SetUpAsync();
    }

    private static Criterion Node(CriteriaSet set, string code) => set.Criteria.Single(criterion => criterion.Code == code);
}
