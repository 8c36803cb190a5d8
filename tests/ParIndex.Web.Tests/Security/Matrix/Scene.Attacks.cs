using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>What attacks need beside the forms of the table: the same round and scorecard, one step further.</summary>
internal sealed partial class Scene
{
    /// <summary>Lets somebody appraise every unit of the round.</summary>
    public void AssignTo(StaffAccount appraiser)
    {
        _db.Add(new AppraiserAssignment(Group, appraiser.Id, field: null, participant: null));
        _db.SetUp();
    }

    /// <summary>The sheet as it stands, with points in one leaf.</summary>
    public Form Rescore(ScoreStage stage) => Scored(CardAddress, stage, "1.1");

    /// <summary>The approval of the results that a form publishes.</summary>
    public Form ApprovalOf(Form publication) => new($"{Address}/ket-qua/thong-qua", publication.Fields[0], ("Input.Note", "Nhất trí"), ("Input.Confirmed", "true")) { File = ("Input.Minutes", "bien-ban.pdf", TestResults.Pdf) };

    /// <summary>Ends the first appraisal, explains and surveys; then the agreement is all that lacks.</summary>
    public Form Agreement()
    {
        using var db = World.Database.NewContext();
        var card = db.Scorecards.AsTracking().Include(known => known.Cells).Include(known => known.Moves).Include(known => known.Submissions).Single(known => known.Id == Card!.Id);
        card.Move(ScorecardAct.EndFirstAppraisal, Set.Leaves, World.Account(Who.OtherCoordinator).Id, DateTime.UtcNow, note: null);
        card.Move(ScorecardAct.EndExplanation, Set.Leaves, World.Account(Who.UnitOfficer).Id, DateTime.UtcNow, note: null);
        Fill(card, ScoreStage.Survey, World.Account(Who.OtherCoordinator).Id, share: 0.5m);
        db.SetUp();
        return new($"{CardAddress}/qua-trinh", ("version", $"{card.Version}"), ("Input.Act", nameof(ScorecardAct.Agree)), ("Input.Reason", "Nhất trí"));
    }
}
