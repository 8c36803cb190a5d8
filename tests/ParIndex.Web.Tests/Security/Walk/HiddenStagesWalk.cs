using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;
using static ParIndex.Domain.Scorecards.ScoreStage;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>
/// What a person may not see never leaves the server: every address is opened, every form and every edit sent, by each
/// person and in each state, and no answer holds a mark of a cell that is hidden from that person. Each walk is a class, so that they
/// run side by side.
/// </summary>
public abstract class HiddenStagesWalk
{
    private static readonly string[] OfTheUnit = ["officer", "appraiser of the unit", "coordinator of the unit", "council of the unit"];

    /// <summary>The scorecard is none of their business in any state; results of all units are the publisher's when nothing holds them back.</summary>
    private static readonly string[] Strangers = ["nobody", "officer elsewhere", "appraiser without assignment", "appraiser of the unit", "administrator"];

    private static readonly string[] FileFields = ["File", "Workbook", "Input.File", "Input.Report", "Input.Minutes"];

    private protected static async Task WalkAsync(TestDatabase database, bool everyState)
    {
        await using var app = new TestApp(database) { Jobs = false }.With("Proxies", "10.0.0.1");
        var stages = await HiddenStages.MakeAsync(database);
        var routes = (await RoutingTable.OfAsync(app)).Where(route => route.IsOfStaff).ToList();
        var found = new List<string>();

        await stages.AppraiseAsync(app.Services);
        await CheckAsync(OfTheUnit, FirstAppraisal);
        await CheckAsync(Strangers, SelfScore, FirstAppraisal);
        // The walk finds what may be seen: else its marks would prove nothing.
        using (var council = await Visitor.ComeAsync(app, stages.World["council"]))
        {
            var seen = new List<string>();
            await VisitAsync(council, "council", stages, routes, stages.Of(FirstAppraisal), seen, onlyRead: true);
            Assert.True(seen.Count > 10, string.Join('\n', seen));
        }

        if (everyState)
        {
            await stages.MoveAsync(ScorecardAct.Return);
            await CheckAsync(OfTheUnit, FirstAppraisal);
            await stages.MoveAsync(ScorecardAct.Submit);
        }

        await stages.MoveAsync(ScorecardAct.EndFirstAppraisal);
        await stages.AppraiseAgainAsync();
        await CheckAsync(OfTheUnit, SecondAppraisal);
        if (everyState)
        {
            await CheckAsync(Strangers, SelfScore, FirstAppraisal, SecondAppraisal);
            await stages.MoveAsync(ScorecardAct.Agree);
            await CheckAsync(["nobody", "officer elsewhere", "administrator"], SelfScore, FirstAppraisal, SecondAppraisal);
            await stages.MoveAsync(ScorecardAct.Reopen);
            await CheckAsync(OfTheUnit, SecondAppraisal);
        }

        Assert.True(found.Count == 0, string.Join('\n', found));

        async Task CheckAsync(IEnumerable<string> people, params ScoreStage[] hidden)
        {
            foreach (var person in people)
            {
                // Whose role does not let them read the scorecard of the own unit sees nothing of it either.
                var marks = stages.Of(person == "appraiser of the unit" ? [SelfScore, .. hidden.Except([SelfScore])] : hidden);
                using var visitor = await Visitor.ComeAsync(app, person == "nobody" ? null : stages.World[person]);
                await VisitAsync(visitor, $"{person}, {stages.State}", stages, routes, marks, found, onlyRead: false);
            }

            await using var db = database.NewContext();
            Assert.Equal(stages.State, (await db.Scorecards.AsNoTracking().SingleAsync(card => card.Id == stages.CardId)).State);
        }
    }

    private protected static async Task VisitAsync(Visitor visitor, string who, HiddenStages stages, IReadOnlyList<Route> routes, Canaries marks, List<string> found, bool onlyRead)
    {
        foreach (var route in routes)
        {
            var address = "/" + Fill(route.Pattern, stages);
            foreach (var query in QueriesOf(route))
            {
                await LookAsync(await visitor.GetAsync(address + query), $"GET {address}{query}");
            }

            foreach (var handler in onlyRead ? [] : route.Handlers.Where(_ => route.Pattern != "tai-khoan/dang-xuat"))
            {
                var target = address + (handler.Length > 0 ? "?handler=" + handler : "");
                await LookAsync(await visitor.PostAsync(target, Fields(stages, FirstAppraisal)), $"POST {target}");
                if (!route.Pattern.Contains("phieu-cham-diem", StringComparison.Ordinal) && !route.Pattern.Contains("tham-dinh", StringComparison.Ordinal))
                {
                    continue;
                }

                await LookAsync(await visitor.PostAsync(target, Fields(stages, SecondAppraisal), route.Pattern.Contains("nhap", StringComparison.Ordinal) ? (FileFields[0], "phieu.xlsx", stages.AppraisersSheet) : null), $"POST {target} (2)");
            }
        }

        foreach (var inside in new[] { "", "/xep-hang/2026/so-nganh", "/xep-hang/2026/so-nganh.csv", "/don-vi/so-tu-phap/2026", "/don-vi/so-tu-phap/2026.json", "/cong-bo/2026" })
        {
            await LookAsync(await visitor.GetAsync($"{stages.World.Test.Address}/ban-thu{inside}"), $"GET ban-thu{inside}");
        }

        foreach (var (stage, preview, accept) in onlyRead ? [] : from stage in new[] { SelfScore, FirstAppraisal, SecondAppraisal, Survey } from preview in new[] { true, false } from accept in new[] { true, false } where preview || stage != SelfScore select (stage, preview, accept))
        {
            foreach (var leaf in new[] { "1.1", "1.2", "9" })
            {
                await LookAsync(await SendAsync(visitor, stages, stage, leaf, preview, accept), $"edit of {leaf}, {stage}{(preview ? ", preview" : "")}{(accept ? ", accept" : "")}");
            }
        }

        async Task LookAsync(HttpResponseMessage answer, string what)
        {
            using (answer)
            {
                var seen = await marks.FindAsync(answer);
                if (seen.Count > 0 || (int)answer.StatusCode >= 500)
                {
                    found.Add($"{who}: {what} ({(int)answer.StatusCode}): {string.Join(", ", seen)}");
                }
            }
        }
    }

    private protected static async Task<HttpResponseMessage> SendAsync(Visitor visitor, HiddenStages stages, ScoreStage stage, string leaf, bool preview, bool accept)
    {
        using var content = JsonContent.Create(new { Preview = preview, Edits = new[] { new { Key = Guid.NewGuid(), Leaf = leaf, Stage = stage.ToString(), Version = Guid.Empty.ToString("N"), Accept = accept, P = "1", G = "Thử" } } });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/lam-viec/phieu-cham-diem/{stages.CardId}/o") { Content = content };
        request.Headers.Add("RequestVerificationToken", visitor.Token);
        return await visitor.SendAsync(request);
    }

    private protected static async Task<HttpStatusCode> PostCellAsync(Visitor visitor, HiddenStages stages, decimal points)
    {
        using var answer = await visitor.PostAsync($"/lam-viec/phieu-cham-diem/{stages.CardId}", [new("stage", $"{FirstAppraisal}"), new("v-1.1", $"{Guid.Empty:N}"), new("p-1.1", points.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("g-1.1", "KINGHICHUFIRSTAPPRAISAL")]);
        return answer.StatusCode;
    }

    private static string[] QueriesOf(Route route) => route.Pattern switch
    {
        "quan-tri/nhat-ky" => ["", "?trang=2", "?trang=3"],
        "lam-viec/phieu-cham-diem/{id}" => ["", "?loc=chenh-lech"],
        "lam-viec/tham-dinh/{round}/{group}/{field}" => ["", "?nhan=con-lai", "?o=so-tu-phap:1.1", "?handler=Panel&o=so-tu-phap:1.1"],
        _ when route.Pattern.Contains("khao-sat", StringComparison.Ordinal) || route.Pattern.EndsWith("phan-cong", StringComparison.Ordinal) => ["?khoi=so-nganh"],
        _ => [""],
    };

    /// <summary>One form for all handlers: each takes what it knows.</summary>
    private static List<KeyValuePair<string, string>> Fields(HiddenStages stages, ScoreStage stage) =>
    [
        new("stage", $"{stage}"), new("v-1.1", $"{Guid.Empty:N}"), new("p-1.1", "1"), new("g-1.1", "Thử"), new("v-9", $"{Guid.Empty:N}"), new("accept", "9"),
        new("Input.Leaf", $"{stages.World.Test.Leaf("1.1").Id}"), new("Input.Text", "Vì sao?"), new("Input.Keeps", "true"), new("Input.FromLeaf", "true"),
        new("Input.Act", $"{(stage == FirstAppraisal ? ScorecardAct.EndFirstAppraisal : ScorecardAct.Agree)}"), new("Input.Reason", "Thử"), new("version", $"{Guid.Empty}"), new("Input.Why", "Thử"), new("Input.LegalBasis", "Thử"),
        new("tep", $"{Guid.Empty}"), new("khoi", "so-nganh"), new("Input.Kind", "Late"),
        new("Text", "Tôi nói"), new("Input.Remark", "Thử"), new("Input.Field", $"{stages.World.Test.Set.Criteria[0].Id}"), new("Input.Seal", new string('a', 64)), new("To", $"{Guid.Empty}"), new("Stamp", ""),
    ];

    private static string Fill(string pattern, HiddenStages stages)
    {
        var test = stages.World.Test;
        var round = pattern.StartsWith("lam-viec/ky-danh-gia", StringComparison.Ordinal);
        var id = round ? test.Round.Id : pattern.StartsWith("lam-viec/bo-tieu-chi", StringComparison.Ordinal) ? test.Set.Id : pattern.StartsWith("quan-tri", StringComparison.Ordinal) ? stages.World["auditor"].Id : pattern.StartsWith("lam-viec/phieu", StringComparison.Ordinal) ? stages.CardId : Guid.Empty;
        return pattern.Replace("{id}", $"{id}", StringComparison.Ordinal).Replace("{round}", $"{test.Round.Id}", StringComparison.Ordinal).Replace("{slug}", "so-nganh", StringComparison.Ordinal).Replace("{group}", "so-nganh", StringComparison.Ordinal).Replace("{field}", "1", StringComparison.Ordinal)
            .Replace("{leaf}", $"{test.Leaf("1.1").Id}", StringComparison.Ordinal).Replace("{node}", $"{test.Leaf("1.1").Id}", StringComparison.Ordinal).Replace("{unit}", test.Justice.Code, StringComparison.Ordinal)
            .Replace("{doc}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{file}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{upload}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{account}", $"{stages.World["officer"].Id}", StringComparison.Ordinal);
    }
}
