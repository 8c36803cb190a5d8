using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Accounts;
using ParIndex.Application.Duties;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>What a unit does with its own scorecard.</summary>
internal sealed partial class Scene
{
    private Criterion FirstField => Set.Criteria.Single(node => node.Code == "1");

    public Form ShareOut(Unit unit)
    {
        Bring(ScorecardState.SelfScoring, unit: unit);
        var officer = World.Account(unit == World.Justice ? Who.OtherOfficer : Who.UnitOfficer);
        return new(InsideOf(unit), ("Input.Stamp", ""), ($"Input.Officers[{FirstField.Id}]", $"{officer.Id}"));
    }

    public Form FinishField()
    {
        Share(World.Account(Who.OtherOfficer));
        return new(InsideOf(World.Justice), ("Input.Field", $"{FirstField.Id}"));
    }

    public Form ReturnField()
    {
        Share(World.Account(Who.OtherOfficer));
        return new(InsideOf(World.Justice), ("Input.Field", $"{FirstField.Id}"), ("Input.Remark", "Bổ sung số liệu quý IV"));
    }

    public Form ApproveSheet()
    {
        var id = Bring(ScorecardState.SelfScoring, unit: World.Justice);
        using var scope = World.App.Services.CreateScope();
        var folder = scope.ServiceProvider.GetRequiredService<ScorecardReader>().FindAsync(id).GetAwaiter().GetResult();
        return new(InsideOf(World.Justice), ("Input.Seal", folder?.Side.Seal(folder.Card) ?? ""));
    }

    public Form TalkInside()
    {
        Bring(ScorecardState.SelfScoring, unit: World.Justice);
        return new($"lam-viec/phieu-cham-diem/{KeyOf(World.Justice)}/tieu-chi/{Leaf("1.1").Id}/noi-bo", ("Text", "Số liệu lấy ở đâu?"));
    }

    /// <summary>The field of somebody new at Sở Tư pháp, to another officer there.</summary>
    public Form HandOverWork()
    {
        var person = new StaffAccount($"CB-{Number}", $"Cán bộ số {Number}", StaffRoles.UnitOfficer, World.Justice.Id);
        _db.Add(person);
        Share(person);
        using var scope = World.App.Services.CreateScope();
        var open = scope.ServiceProvider.GetRequiredService<WorkHandover>().OfAsync(person, World.Justice.Id, withDuties: false).GetAwaiter().GetResult();
        return new($"lam-viec/ban-giao/{person.Id}", ("To", $"{World.Account(Who.OtherOfficer).Id}"), ("Stamp", open.Stamp));
    }

    private void Share(StaffAccount officer)
    {
        Bring(ScorecardState.SelfScoring, unit: World.Justice);
        _cards.GetValueOrDefault(World.Justice.Id)?.Share(FirstField, officer.Id, officer.Id, DateTime.UtcNow);
        _db.SetUp();
    }

    private Guid KeyOf(Unit unit) => Round.State == RoundState.Draft ? Guid.Empty : _cards[unit.Id].Id;

    private string InsideOf(Unit unit) => $"lam-viec/phieu-cham-diem/{KeyOf(unit)}/trong-don-vi";
}
