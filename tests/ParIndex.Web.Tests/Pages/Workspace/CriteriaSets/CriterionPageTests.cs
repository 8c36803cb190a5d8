using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using static ParIndex.Web.Tests.Pages.Workspace.CriteriaSets.CriteriaPages;

namespace ParIndex.Web.Tests.Pages.Workspace.CriteriaSets;

/// <summary>One criterion of a set, changed by hand.</summary>
public sealed class CriterionPageTests
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Criterion_ChangedAddedMovedAndRemoved_IsSo(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = await AddAsync(database, Small(2026));
        var (field, leaf) = (set.Criteria.Single(node => node.Code == "1"), set.Criteria.Single(node => node.Code == "1.1"));

        var changed = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{leaf.Id}", Whole(leaf, ("Form.MaxScore", "1.25"), ("Form.Rule", "ty le; san=50")), "#sua");
        var added = await coordinator.PostAsync($"{Home}/{set.Id}/sua/moi?duoi={field.Id}", Whole(leaf, ("Form.Code", "1.3")), "#sua");
        var moved = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{leaf.Id}", [], "#xuong");
        var removed = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{set.Criteria.Single(node => node.Code == "1.2").Id}", [], "#bo");

        Assert.All([changed, added, moved, removed], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var now = Assert.Single(await SetsAsync(database));
        Assert.Equal(["1", "1.1", "1.3"], now.Tree().Select(entry => entry.Node.Code));
        Assert.Equal(("tỷ lệ; sàn=50", 1.25m), (now.Leaves[0].Rule.ToString(), now.Leaves[0].MaxScore));
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Criterion_MovedUnderAnother_TakesWhatIsBelowWithIt(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = Small(2026);
        var (field, plan) = (set.Criteria.Single(node => node.Code == "1"), set.Criteria.Single(node => node.Code == "1.1"));
        var other = set.Add("2", "Lĩnh vực khác", 1);
        set.Add("1.1.1", "Ban hành", 1, parent: plan);
        await AddAsync(database, set);
        var address = $"{Home}/{set.Id}/sua/{plan.Id}";

        var page = await coordinator.OpenAsync(address);
        Assert.Equal(["", field.Id.ToString(), set.Criteria.Single(node => node.Code == "1.2").Id.ToString(), other.Id.ToString()], page.QuerySelectorAll<IHtmlOptionElement>("#under option").Select(option => option.Value));
        Assert.Equal(field.Id.ToString(), page.QuerySelector<IHtmlSelectElement>("#under")!.Value);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.PostAsync(address, Fields(("under", other.Id.ToString())), "#cap-tren")).StatusCode);
        Assert.Equal([("1", 1), ("1.2", 2), ("2", 1), ("1.1", 2), ("1.1.1", 3)], Assert.Single(await SetsAsync(database)).Tree().Select(entry => (entry.Node.Code, entry.Depth)));

        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.PostAsync(address, Fields(("under", "")), "#cap-tren")).StatusCode);
        Assert.Equal([("1", 1), ("1.2", 2), ("2", 1), ("1.1", 1), ("1.1.1", 2)], Assert.Single(await SetsAsync(database)).Tree().Select(entry => (entry.Node.Code, entry.Depth)));
    }

    [Theory]
    [InlineData("below", "nằm trong “1.1”")]
    [InlineData("gone", "không còn trong bộ tiêu chí")]
    [InlineData("late", "vừa được người khác sửa")]
    public async Task Criterion_MovedWhereItCannotStand_Is409AndStays(string where, string words)
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = Small(2026);
        var plan = set.Criteria.Single(node => node.Code == "1.1");
        var below = set.Add("1.1.1", "Ban hành", 1, parent: plan);
        await AddAsync(database, set);
        var under = where switch { "below" => below.Id, "gone" => Guid.NewGuid(), _ => set.Criteria.Single(node => node.Code == "1.2").Id };

        var answer = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{plan.Id}", Fields([("under", under.ToString()), .. where == "late" ? [("Form.Version", Guid.NewGuid().ToString())] : Array.Empty<(string, string)>()]), "#cap-tren");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(words, (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "1.1", "1.1.1", "1.2"], Assert.Single(await SetsAsync(database)).Tree().Select(entry => entry.Node.Code));
    }

    [Theory]
    [InlineData("Form.Code", "--")]
    [InlineData("Form.Name", " ")]
    [InlineData("Form.MaxScore", "6.23000")]
    [InlineData("Form.MaxScore", "0")]
    [InlineData("Form.Rule", "tuỳ")]
    [InlineData("Form.Decimals", "5")]
    public async Task Criterion_OfWrongInput_Is400AndKeepsIt(string field, string typed)
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = await AddAsync(database, Small(2026));

        var answer = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{set.Leaves[0].Id}", Whole(set.Leaves[0], (field, typed)), "#sua");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await SignedIn.ReadAsync(answer);
        var id = field.Replace('.', '_');
        Assert.NotNull(page.QuerySelector($".errors a[href='#{id}']"));
        Assert.Equal(typed.Trim(), (page.GetElementById(id) is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)page.GetElementById(id)!).Value).Trim());
    }

    [Fact]
    public async Task Criterion_WithACodeTaken_Is409() => await RefusedAsync(set => Whole(set.Leaves[0], ("Form.Code", "1.2")), _ => { });

    [Fact]
    public async Task Criterion_OfALockedSet_Is409() => await RefusedAsync(set => Whole(set.Leaves[0]), set => set.Lock(new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc)));

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Criterion_ChangedByTwo_Is409AndShowsBoth(DatabaseKind kind)
    {
        await using var database = await WithGroupsAsync(kind);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = await AddAsync(database, Small(2026));
        var leaf = set.Leaves[0];
        await coordinator.PostAsync($"{Home}/{set.Id}/sua/{leaf.Id}", Whole(leaf, ("Form.Name", "Tên của người trước")), "#sua");

        var late = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{leaf.Id}", Whole(leaf, ("Form.Name", "Tên của người sau"), ("Form.Version", set.Version.ToString())), "#sua");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await SignedIn.ReadAsync(late);
        Assert.Contains("Tên của người trước", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tên của người sau", page.QuerySelector<IHtmlTextAreaElement>("#Form_Name")!.Value.Trim());
    }

    private static async Task RefusedAsync(Func<CriteriaSet, List<KeyValuePair<string, string>>> form, Action<CriteriaSet> prepare)
    {
        await using var database = await WithGroupsAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var set = Small(2026);
        prepare(set);
        await AddAsync(database, set);

        var answer = await coordinator.PostAsync($"{Home}/{set.Id}/sua/{set.Leaves[0].Id}", form(set), "#sua");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    private static List<KeyValuePair<string, string>> Whole(Criterion criterion, params (string Name, string Value)[] changed)
    {
        List<(string Name, string Value)> fields = [("Form.Code", criterion.Code), ("Form.Name", criterion.Name), ("Form.MaxScore", "1"), ("Form.Rule", "trực tiếp"), ("Form.Component", "Appraisal")];
        return Fields([.. fields.Where(field => !changed.Any(one => one.Name == field.Name)), .. changed]);
    }
}
