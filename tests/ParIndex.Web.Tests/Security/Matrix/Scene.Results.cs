using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>Results on their way to the public, and what becomes of them after.</summary>
internal sealed partial class Scene
{
    public Form Decide()
    {
        BringAll(ScorecardState.Agreed);
        return new($"{Address}/ket-qua/quyet-dinh", ("Input.Number", "1/QĐ-UBND"), ("Input.Date", "1/11/2026"), ("Input.AnnouncedOn", "2/11/2026"));
    }

    /// <summary>Results that one person approved and the coordinator recorded the decision of.</summary>
    public Form Publish(Who approvedBy)
    {
        BringAll(ScorecardState.Agreed);
        var digest = Digest();
        if (Round.State == RoundState.Closed)
        {
            Round.Record(new RoundDecision("1/QĐ-UBND", new(2026, 11, 1), new(2026, 11, 2), fileId: null, World.Account(Who.Coordinator).Id, DateTime.UtcNow));
            _db.Add(new ResultsApproval(Round, digest, World.Account(approvedBy).Id, DateTime.UtcNow, note: null, minutesFileId: null));
            _db.SetUp();
        }

        return new($"{Address}/ket-qua/cong-bo", ("digest", digest), ("Input.When", "hen-gio"), ("Input.Day", DateWriter.Vietnamese(DateWriter.VietnameseDay(DateTime.UtcNow).AddDays(1))), ("Input.Hour", "08:00"), ("Input.Year", "2026"));
    }

    /// <summary>Results that wait for their hour.</summary>
    public Form Hold()
    {
        Publish(approvedBy: Who.CouncilMember);
        var plan = new PublicationPlan(Round, Digest() is { Length: > 0 } digest ? digest : new string('a', 64), DateTime.UtcNow.AddDays(1), World.Account(Who.Publisher).Id, DateTime.UtcNow);
        _db.Add(plan);
        _db.SetUp();
        return new($"{Address}/ket-qua/tam-dung", ("plan", $"{plan.Id}"), ("Input.Reason", "Chờ bản ký"));
    }

    /// <summary>Published results that a coordinator asks to correct.</summary>
    public Form Amend() => new($"{Address}/ket-qua/sua-doi", ("version", $"{Round.Version}"), ("Input.Kind", "Correction"), ("Input.Reason", "Đếm hai lần."));

    private string Digest() => new RoundResults(_db, TimeProvider.System).OfAsync(new RoundReader(_db).FindAsync(Round.Id).GetAwaiter().GetResult()!).GetAwaiter().GetResult().Digest ?? "";
}
