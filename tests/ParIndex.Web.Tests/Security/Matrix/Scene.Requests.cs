using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Accounts;
using ParIndex.Application.Archives;
using ParIndex.Application.Imports;
using ParIndex.Application.Repairs;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>Requests that wait for a second person.</summary>
internal sealed partial class Scene
{
    public Form Decide(TwoPersonRequest request, bool agree) => new("lam-viec/de-nghi", ("id", $"{request.Id}"), ("version", $"{request.Version}"), ("decision", agree ? "dong-y" : "tu-choi"));

    public TwoPersonRequest ExemptionRequest() => Ask(TwoPersonAct.ExemptOwnUnit, Of(World.HomeAffairs).Id, new ExemptionPayload([Leaf("8.2").Id], "Không tổ chức", "Quyết định số 1"));

    public TwoPersonRequest ExtensionRequest() => Ask(TwoPersonAct.ExtendOwnUnit, Of(World.HomeAffairs).Id, new ExtensionPayload(RoundStep.SelfScore, DateTime.UtcNow.AddDays(60), "Bão lũ"));

    public TwoPersonRequest MarkRequest() => Ask(TwoPersonAct.MarkOwnUnit, Of(World.HomeAffairs).Id, new ParticipantEdit(Of(World.HomeAffairs).Id, IsSpecialCase: true, IsRanked: true, Leaves: false));

    public TwoPersonRequest UnlockRequest() => Ask(TwoPersonAct.UnlockOwnUnit, Of(World.HomeAffairs).Id, new UnlockPayload(Bring(ScorecardState.Agreed), ScorecardAct.Reopen, "Nhầm số liệu"));

    public TwoPersonRequest LateExemptionRequest()
    {
        Bring(ScorecardState.FirstAppraisal);
        return Ask(TwoPersonAct.ExemptAfterOpening, Of(World.HomeAffairs).Id, new ExemptionPayload([Leaf("2.2").Id], "Không tổ chức", "Quyết định số 1"));
    }

    public TwoPersonRequest RepairRequest() => Ask(TwoPersonAct.RepairSet, Set.Id, RepairPayload.Of(Set, Leaf("1.1"), new(Leaf("1.1").Code, "Kế hoạch năm", Leaf("1.1").MaxScore)));

    public TwoPersonRequest RecoveryRequest() => Ask(TwoPersonAct.RecoverSecondFactor, WithSecondFactor().Id, new { });

    public TwoPersonRequest CancelRequest() => Ask(TwoPersonAct.CancelRound, Round.Id, new { });

    public TwoPersonRequest RestoreRequest() => Ask(TwoPersonAct.RestoreRound, Round.Id, new { });

    /// <summary>A table that the coordinator of Sở Nội vụ proposed to publish.</summary>
    public TwoPersonRequest ArchiveRequest()
    {
        var id = PastTable();
        using var scope = World.App.Services.CreateScope();
        var drafts = scope.ServiceProvider.GetRequiredService<ImportDraftStore>();
        var draft = drafts.FindAsync(id, ImportKind.PublishedTable).GetAwaiter().GetResult()!;
        var report = scope.ServiceProvider.GetRequiredService<TableDrafts>().ReconcileAsync(draft).GetAwaiter().GetResult().Report;
        scope.ServiceProvider.GetRequiredService<ArchiveProposals>().ProposeAsync(draft, report, confirmsInconsistent: false, "Báo cáo năm", World.Account(Who.Coordinator)).GetAwaiter().GetResult();
        return _db.TwoPersonRequests.AsNoTracking().Single(request => request.SubjectId == id);
    }

    public TwoPersonRequest CreationRequest() => Ask(TwoPersonAct.CreateAccount, Guid.CreateVersion7(), new AccountPayload(new($"HD.{Number}", $"Lê Thị Hội {Number}", Post: null, StaffRoles.CouncilMember, World.Office.Id), Was: null, OneTimeCode.Hash(OneTimeCode.NewHalf())));

    public TwoPersonRequest GrantRequest()
    {
        var account = Officer();
        return Ask(TwoPersonAct.EditAccount, account.Id, new AccountPayload(new(account.StaffCode, account.FullName, Post: null, StaffRoles.Publisher, account.UnitId), account.Face, FirstHalf: null));
    }

    public TwoPersonRequest ResetRequest() => AskCode(TwoPersonAct.ResetAccount, Chief());

    public TwoPersonRequest EnableRequest() => AskCode(TwoPersonAct.EnableAccount, DisabledChief());

    public TwoPersonRequest HandOverRequest()
    {
        var account = Chief();
        return Ask(TwoPersonAct.HandOverAccount, account.Id, new AccountPayload(new($"KT.{Number}", $"Lê Thị Kế {Number}", Post: null, account.Roles, account.UnitId), account.Face, OneTimeCode.Hash(OneTimeCode.NewHalf())));
    }

    private TwoPersonRequest AskCode(TwoPersonAct act, StaffAccount account) => Ask(act, account.Id, new AccountPayload(Entry: null, account.Face, OneTimeCode.Hash(OneTimeCode.NewHalf())));

    private TwoPersonRequest Ask(TwoPersonAct act, Guid subject, object payload)
    {
        var request = new TwoPersonRequest(act, subject, JsonSerializer.Serialize(payload), $"Đề nghị số {Number}", "Bão lũ", World.Account(Who.Coordinator).Id, DateTime.UtcNow);
        _db.Add(request);
        _db.SetUp();
        return request;
    }
}
