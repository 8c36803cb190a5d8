using System.Net;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security.Matrix;

namespace ParIndex.Web.Tests.Security;

/// <summary>Then: agreement, unlocking, rounds, results and archives.</summary>
public sealed partial class AttackTests
{
    private const StaffRoles CoordinatorAndCouncil = StaffRoles.Coordinator | StaffRoles.CouncilMember;

    public static TheoryData<DatabaseKind, string> AfterAppraising() => Each("with both roles", "after losing the role", "after moving", "with a second account");

    [Theory, MemberData(nameof(AfterAppraising))]
    public async Task Appraiser_AgreesWhatTheyAppraised(DatabaseKind kind, string how)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, RoundState.Open);
        using var appraiser = await world.PersonAsync(StaffRoles.Appraiser | CoordinatorAndCouncil, world.Office);
        var agreement = await AppraisedAsync(scene, appraiser);
        var id = appraiser.Account!.Id;
        if (how == "with a second account")
        {
            using var twin = await world.PersonAsync(CoordinatorAndCouncil, world.Justice);
            await MakeOneAsync(world, appraiser.Account, twin.Account!, "address");
            id = twin.Account!.Id;
        }
        else if (how != "with both roles")
        {
            await world.ChangeAsync(id, account => (account.Roles, account.UnitId) = (CoordinatorAndCouncil, how == "after moving" ? world.Finance.Id : account.UnitId));
        }

        using var later = await world.SessionAsync(id);
        var answer = await later.TryAsync(agreement);

        Assert.Equal((HttpStatusCode.Conflict, ScorecardState.SecondAppraisal), (answer, await world.CardAsync(agreement)));
        Assert.Equal(HttpStatusCode.Redirect, await world.Of(Who.OtherCoordinator).TryAsync(agreement));
    }

    public static TheoryData<DatabaseKind, string> WaysIntoAnAccount() => Each("reset", "hand over");

    /// <summary>A coordinator may give appraisers new codes; then the points are as good as the coordinator's own.</summary>
    [Theory, MemberData(nameof(WaysIntoAnAccount))]
    public async Task Coordinator_AppraisesWithAnAppraisersAccount_AndAgrees(DatabaseKind kind, string how)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, RoundState.Open);
        using var coordinator = await world.PersonAsync(StaffRoles.Coordinator, world.Justice);
        var owner = await world.AccountAsync(StaffRoles.Appraiser, world.Office);
        var form = how == "reset" ? Attacks.Reset(owner) : scene.HandOver(owner);
        var staffCode = how == "reset" ? owner.StaffCode : form.Fields[0].Value;
        var code = await coordinator.CodeAsync(form, how == "reset" ? "Reset" : "");
        Assert.Equal(HttpStatusCode.Redirect, await world.ActivateAsync(staffCode, code));
        using var borrowed = await world.SessionAsync((await world.FindAsync(staffCode))!.Id);
        var agreement = await AppraisedAsync(scene, borrowed);

        var answer = await coordinator.TryAsync(agreement);

        Assert.Equal((HttpStatusCode.Conflict, ScorecardState.SecondAppraisal), (answer, await world.CardAsync(agreement)));
        Assert.Equal(HttpStatusCode.Redirect, await world.Of(Who.OtherCoordinator).TryAsync(agreement));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Officer_WhoAppraisesToo_AppraisesTheOwnUnit(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, RoundState.Open);
        using var both = await world.PersonAsync(StaffRoles.UnitOfficer | StaffRoles.Appraiser, world.HomeAffairs);
        scene.AssignTo(both.Account!);
        var form = scene.Score(ScorecardState.FirstAppraisal, ScoreStage.FirstAppraisal);

        var typed = await both.TryAsync(form);
        var ended = await both.TryAsync(new($"{form.Address}/qua-trinh", ("version", await VersionAsync(world, form)), ("Input.Act", "EndFirstAppraisal"), ("Input.Reason", "Xong")));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (typed, ended));
        Assert.Equal(ScorecardState.FirstAppraisal, await world.CardAsync(form));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Coordinator_UnlocksAScorecard_Alone_OrWithANeighbour(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, RoundState.Open);
        using var both = await world.PersonAsync(CoordinatorAndCouncil, world.Office);
        using var neighbour = await world.PersonAsync(CoordinatorAndCouncil, world.Office);
        using var ofTheUnit = await world.PersonAsync(CoordinatorAndCouncil, world.HomeAffairs);
        var form = scene.Go(ScorecardAct.Reopen, ScorecardState.Agreed);

        Assert.Equal(HttpStatusCode.Redirect, await both.TryAsync(form));

        var request = await world.AskedAsync(both);
        await world.CannotAgreeAsync(both, request);
        await world.CannotAgreeAsync(neighbour, request);
        await world.CannotAgreeAsync(ofTheUnit, request);
        Assert.Equal(ScorecardState.Agreed, await world.CardAsync(form));
        Assert.Equal(HttpStatusCode.Redirect, await world.HonestlyAgreedAsync(request));
        Assert.NotEqual(ScorecardState.Agreed, await world.CardAsync(form));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Coordinator_UnlocksTheOwnUnit_RacingEightAgreements(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, RoundState.Open);
        using var both = await world.PersonAsync(CoordinatorAndCouncil, world.HomeAffairs);
        var form = scene.Go(ScorecardAct.Reopen, ScorecardState.Agreed);
        await both.TryAsync(form);
        var request = await world.AskedAsync(both);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => both.TryAsync(Attacks.Decision(request))));

        await world.CannotAgreeAsync(both, request);
        Assert.Equal(ScorecardState.Agreed, await world.CardAsync(form));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Coordinator_ExemptsExtendsAndMarksTheOwnUnit_Alone(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var exempting = await world.PersonAsync(CoordinatorAndCouncil, world.HomeAffairs);
        using var extending = await world.PersonAsync(CoordinatorAndCouncil, world.HomeAffairs);
        using var draft = new Scene(world, RoundState.Draft);
        using var open = new Scene(world, RoundState.Open);

        await exempting.TryAsync(draft.Exempt(world.HomeAffairs));
        await extending.TryAsync(open.Extend(world.HomeAffairs));

        await world.CannotAgreeAsync(exempting, await world.AskedAsync(exempting));
        await world.CannotAgreeAsync(extending, await world.AskedAsync(extending));
        Assert.Empty((await world.RoundAsync(draft)).Participants.Single(unit => unit.Unit.Id == world.HomeAffairs.Id).Participant.Exemptions);
        Assert.Empty((await world.RoundAsync(open)).Participants.Single(unit => unit.Unit.Id == world.HomeAffairs.Id).Participant.Extensions);
    }

    public static TheoryData<DatabaseKind, string> EndsOfARound() => Each("cancel", "restore");

    [Theory, MemberData(nameof(EndsOfARound))]
    public async Task Coordinator_CancelsOrRestoresARound_Alone(DatabaseKind kind, string what)
    {
        var world = await worlds.OfAsync(kind);
        using var both = await world.PersonAsync(CoordinatorAndCouncil, world.Office);
        var state = what == "cancel" ? RoundState.Open : RoundState.Cancelled;
        using var scene = new Scene(world, state);

        await both.TryAsync(what == "cancel" ? scene.CancelRound() : scene.RestoreRound(), what == "cancel" ? "Cancel" : "Restore");

        await world.CannotAgreeAsync(both, await world.AskedAsync(both));
        Assert.NotEqual(HttpStatusCode.Redirect, await both.TryAsync(scene.Move(what == "cancel" ? "Cancelled" : "Open")));
        Assert.Equal(state, (await world.RoundAsync(scene)).Round.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task CouncilMemberAndPublisher_ApprovesAndPublishes_AlsoWhenAnotherApprovedToo(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, RoundState.Closed);
        using var both = await world.PersonAsync(StaffRoles.CouncilMember | StaffRoles.Publisher, world.Office);
        var publication = scene.Publish(approvedBy: Who.CouncilMember);
        Assert.Equal(HttpStatusCode.Redirect, await both.TryAsync(scene.ApprovalOf(publication)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => both.TryAsync(publication)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Conflict, answer));
        await world.NotPublishedAsync(scene);
    }

    public static TheoryData<DatabaseKind, string> Disguises() => Each("name", "address", "code", "successor", "renamed since");

    [Theory, MemberData(nameof(Disguises))]
    public async Task Person_ApprovesWithOneAccount_AndPublishesWithAnother(DatabaseKind kind, string of)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, RoundState.Closed);
        using var approving = await world.PersonAsync(StaffRoles.CouncilMember, world.Office);
        using var publishing = await world.PersonAsync(StaffRoles.Publisher, of is "name" or "renamed since" ? world.Office : world.Justice);
        await MakeOneAsync(world, approving.Account!, publishing.Account!, of == "renamed since" ? "name" : of);
        var publication = scene.Publish(approvedBy: Who.CouncilMember);
        Assert.Equal(HttpStatusCode.Redirect, await approving.TryAsync(scene.ApprovalOf(publication)));
        if (of == "renamed since")
        {
            var was = await world.StoredAsync(publishing.Account!.Id);
            await using var db = world.Database.NewContext();
            db.Add(new StaffHand(world.Account(Who.Administrator), world.Account(Who.Coordinator), DateTime.UtcNow.AddDays(-9)).Event(was, StaffEventKind.DetailsChanged, was.Face));
            await db.SetUpAsync();
            await world.ChangeAsync(was.Id, account => account.FullName = $"Một Tên Khác {world.Next()}");
        }

        Assert.Equal(HttpStatusCode.Conflict, await publishing.TryAsync(publication));

        await world.NotPublishedAsync(scene);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task CouncilMember_WhoAppraisesToo_ChangesPointsAfterTheApproval(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, RoundState.Closed);
        using var both = await world.PersonAsync(StaffRoles.CouncilMember | StaffRoles.Appraiser, world.Justice);
        scene.AssignTo(both.Account!);
        scene.Publish(approvedBy: Who.CouncilMember);
        var before = await PointsAsync(world, scene);

        foreach (var stage in Enum.GetValues<ScoreStage>())
        {
            Assert.NotEqual(HttpStatusCode.Redirect, await both.TryAsync(scene.Rescore(stage)));
        }

        Assert.Equal(before, await PointsAsync(world, scene));
    }

    /// <summary>The council may open scoring again; what was agreed and approved must not come loose by it.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task CouncilMemberAndAppraiser_OpensScoringAgain_ToChangePointsAndPublish(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, RoundState.Closed);
        using var both = await world.PersonAsync(StaffRoles.CouncilMember | StaffRoles.Appraiser | StaffRoles.Publisher, world.Justice);
        scene.AssignTo(both.Account!);
        var publication = scene.Publish(approvedBy: Who.CouncilMember);
        var before = await PointsAsync(world, scene);

        Assert.Equal(HttpStatusCode.Redirect, await both.TryAsync(scene.Move("Open")));
        await both.TryAsync(scene.Rescore(ScoreStage.SecondAppraisal));
        await both.TryAsync(scene.Rescore(ScoreStage.FirstAppraisal));

        Assert.NotEqual(HttpStatusCode.Redirect, await both.TryAsync(publication));
        Assert.Equal(before, await PointsAsync(world, scene));
        await world.NotPublishedAsync(scene);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task CoordinatorAndPublisher_ProposesAndPublishesAnArchive(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, state: null);
        using var both = await world.PersonAsync(StaffRoles.Coordinator | StaffRoles.Publisher, world.Office);
        using var twin = await world.PersonAsync(StaffRoles.Publisher, world.Justice);
        await MakeOneAsync(world, both.Account!, twin.Account!, "code");

        Assert.Equal(HttpStatusCode.Redirect, await both.TryAsync(scene.ProposeTable(), "Propose"));

        var request = await world.AskedAsync(both);
        await world.CannotAgreeAsync(both, request);
        await world.CannotAgreeAsync(twin, request);
        await using var db = world.Database.NewContext();
        Assert.Empty(await db.Releases.ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Admin_ReadsDraftScores_AndTheOfficerThoseOfTheAppraisal(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        using var scene = new Scene(world, RoundState.Open);
        using var admin = await world.PersonAsync(Administrator, world.Office);
        var address = "/" + scene.Score(ScorecardState.FirstAppraisal, ScoreStage.FirstAppraisal).Address;

        foreach (var page in new[] { address, address + "/qua-trinh", $"{address}/nhap-xlsx", $"/lam-viec/ky-danh-gia/{scene.Round.Id}/ket-qua", $"/lam-viec/ky-danh-gia/{scene.Round.Id}/tien-do" })
        {
            var seen = await admin.OpenAsync(page);
            Assert.DoesNotContain("Chưa đủ tài liệu kiểm chứng", seen.DocumentElement.TextContent, StringComparison.Ordinal);
            Assert.Null(seen.QuerySelector("[name='p-1.1']"));
        }

        var own = await world.Of(Who.UnitOfficer).OpenAsync(address);
        Assert.DoesNotContain("Chưa đủ tài liệu kiểm chứng", own.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Points of the first appraisal by this person, and the form that agrees them.</summary>
    private static async Task<Form> AppraisedAsync(Scene scene, Poster appraiser)
    {
        scene.AssignTo(appraiser.Account!);
        var sheet = scene.Score(ScorecardState.FirstAppraisal, ScoreStage.FirstAppraisal);
        Assert.Equal(HttpStatusCode.Redirect, await appraiser.TryAsync(sheet with { Fields = [.. sheet.Fields.Select(field => field.Name == "p-1.1" ? (field.Name, "20") : field)] }));
        return scene.Agreement();
    }

    private static async Task<string> VersionAsync(World world, Form form)
    {
        var id = Guid.Parse(form.Address.Split('/')[2]);
        await using var db = world.Database.NewContext();
        return $"{await db.Scorecards.Where(card => card.Id == id).Select(card => card.Version).SingleAsync()}";
    }

    private static async Task<IReadOnlyList<(Guid, decimal?)>> PointsAsync(World world, Scene scene)
    {
        var cards = (await world.RoundAsync(scene)).Participants.Select(unit => unit.Participant.Id).ToList();
        await using var db = world.Database.NewContext();
        var points = await db.Scorecards.AsNoTracking().Where(card => cards.Contains(card.ParticipantId)).SelectMany(card => card.Cells).OrderBy(cell => cell.Id).Select(cell => new { cell.Id, cell.Points }).ToListAsync();
        return [.. points.Select(cell => (cell.Id, cell.Points))];
    }
}
