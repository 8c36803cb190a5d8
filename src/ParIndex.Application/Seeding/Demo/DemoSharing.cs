using System.Globalization;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>A scorecard that the head of its unit shares out: two officers answer for its fields, one field is done, one was given back.</summary>
internal sealed class DemoSharing(DemoDesk desk, Scorecard card, CriteriaSet set, string name)
{
    /// <summary>The first officer's; the second answers for the others, and nobody yet for the last.</summary>
    private static readonly string[] Firsts = ["1", "2", "3"];

    private Guid First => desk.Accounts[DemoAccounts.Officer(DemoAccounts.SharedUnit)].Id;

    private Guid Second => desk.Accounts[DemoAccounts.SecondOfficer].Id;

    private Guid Head => desk.Accounts[DemoAccounts.Head].Id;

    private List<Criterion> Fields => [.. set.Criteria.Where(node => node.ParentId is null).OrderBy(node => node.Position)];

    /// <summary>Who scores a leaf.</summary>
    public Guid OfficerOf(Criterion leaf) => Firsts.Contains(leaf.Code.Split('.')[0]) ? First : Second;

    /// <summary>The head shares the sheet out.</summary>
    public void Share()
    {
        foreach (var field in Fields.SkipLast(1))
        {
            card.Share(field, Firsts.Contains(field.Code) ? First : Second, Head, desk.Days.Shared);
            desk.Ids.Fix(card.ShareOf(field)!, $"{name}/{field.Code}");
        }
    }

    /// <summary>The first officer says that what is scored is done; the head gives one of it back, and they talk about a leaf.</summary>
    /// <param name="own">The leaves the unit answers itself.</param>
    public void Judge(IReadOnlyList<Criterion> own)
    {
        var scores = card.Scores;
        var done = Fields.Where(field => Firsts.Contains(field.Code) && Of(field).TrueForAll(leaf => scores.IsAnswered(leaf, ScoreStage.SelfScore))).ToList();
        foreach (var field in done)
        {
            card.FinishField(field, Of(field), First, desk.Days.SharedBack.AddHours(-20));
        }

        var (back, leaf) = (done[^1], Of(done[^1])[0]);
        var remark = Note(back, "Số liệu phải khớp báo cáo cải cách hành chính năm; rà lại và bổ sung văn bản kiểm chứng trước khi báo hoàn thành.", Head, desk.Days.SharedBack);
        card.ReturnField(back, remark);
        Note(leaf, "Văn phòng Sở gửi giúp bản chính báo cáo quý IV để đối chiếu số liệu tiêu chí này.", First, desk.Days.SharedBack.AddHours(1));
        Note(leaf, "Đã gửi bản chính vào kho tài liệu của đơn vị; số liệu lấy theo Phụ lục II.", Second, desk.Days.SharedBack.AddHours(3));

        List<Criterion> Of(Criterion field) => [.. own.Where(leaf => leaf.Code.Split('.')[0] == field.Code)];
    }

    private InnerNote Note(Criterion node, string text, Guid by, DateTime at)
    {
        var note = desk.Ids.Fix(new InnerNote(card, node, text, by, at), $"{name}/{node.Code}/{at.ToString("MMddHH", CultureInfo.InvariantCulture)}");
        desk.Rows.Add(note);
        return note;
    }
}
