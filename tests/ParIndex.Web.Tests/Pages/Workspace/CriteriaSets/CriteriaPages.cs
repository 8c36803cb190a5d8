using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.CriteriaSets;

/// <summary>What tests of the pages of criteria sets do again and again: a small set, its forms, an annex pasted and accepted.</summary>
internal static class CriteriaPages
{
    public const string Home = "/lam-viec/bo-tieu-chi";

    public static CriteriaSet Small(int year)
    {
        var set = new CriteriaSet(year, "so-nganh", $"Bộ tiêu chí {year}");
        var field = set.Add("1", "Lĩnh vực", 2);
        set.Add("1.1", "Kế hoạch", 1, parent: field);
        set.Add("1.2", "Báo cáo", 1, parent: field);
        return set;
    }

    public static List<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) => [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];

    public static Task<HttpResponseMessage> AcceptAsync(SignedIn person, IHtmlDocument preview) => SendAsync(person, preview, "Accept");

    /// <summary>Sends a form of the page to one of its handlers.</summary>
    public static Task<HttpResponseMessage> SendAsync(SignedIn person, IHtmlDocument page, string handler, string selector = "#nhan") =>
        PostFormAsync(person, page, $"{page.Location.PathName}?handler={handler}", selector);

    public static async Task<IHtmlDocument> PasteAsync(SignedIn person, string table, string year = "2026") =>
        await FollowAsync(person, await person.PostAsync(Home + "/nhap", Fields(("Form.Year", year), ("Form.Group", "so-nganh"), ("Pasted", table))));

    /// <summary>The page an answer leads to.</summary>
    public static async Task<IHtmlDocument> FollowAsync(SignedIn person, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await person.OpenAsync(answer.Headers.Location!.OriginalString.Split('#')[0]);
    }

    public static async Task<HttpResponseMessage> PostFormAsync(SignedIn person, IHtmlDocument page, string target, string selector = "#nhan")
    {
        var form = page.QuerySelector<IHtmlFormElement>(selector)!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type != "radio" || input.IsChecked).Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(select => KeyValuePair.Create(select.Name!, select.Value ?? "")))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(area => KeyValuePair.Create(area.Name!, area.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(fields) };
        return await person.SendAsync(request);
    }

    public static async Task<TestDatabase> WithGroupsAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        db.AddRange(UnitGroup.Usual());
        await db.SetUpAsync();
        return database;
    }

    public static async Task<CriteriaSet> AddAsync(TestDatabase database, CriteriaSet set)
    {
        await using var db = database.NewContext();
        await new CriteriaSetRegister(db).AddAsync(set, new("test", "Tạo bộ tiêu chí"));
        return set;
    }

    public static async Task<IReadOnlyList<CriteriaSet>> SetsAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return await new CriteriaSetRegister(db).AllAsync();
    }
}
