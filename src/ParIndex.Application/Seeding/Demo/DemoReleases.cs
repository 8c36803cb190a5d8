using ParIndex.Application.Releases;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>
/// What is published of the rounds of Tỉnh Mẫu: a release a year, a correction of the first of them, and a supplement with the
/// communes to the last.
/// </summary>
internal sealed class DemoReleases(DemoCriteria criteria, IReadOnlyCollection<UnitGroup> groups, IReadOnlyCollection<Unit> units)
{
    private readonly List<Release> _all = [];

    private YearBefore? _before;

    private YearBefore? _newest;

    /// <summary>When the supplement was published, UTC.</summary>
    public static readonly DateTime SupplementedAt = new(DemoYears.Supplemented + 1, 5, 20, 2, 0, 0, DateTimeKind.Utc);

    /// <summary>When a year's first release was published, UTC.</summary>
    public static DateTime PublishedOn(int year) => new(year + 1, 4, 10, 2, 0, 0, DateTimeKind.Utc);

    /// <summary>Every version, in the order published.</summary>
    public IReadOnlyList<Release> All => _all;

    /// <summary>The first release of a year; in <see cref="DemoYears.Corrected"/> the correction after it.</summary>
    public void Publish(FilledRound built)
    {
        var year = built.Round.Year;
        _before = _newest;
        var misread = year == DemoYears.Corrected ? DemoCorrection.Make(built, criteria, units) : null;
        Add(RoundRelease.Build(Assess(built), _before, Facts(year, PublishedOn(year), $"{500 + year - 2022}/QĐ-UBND")), Assess(built));
        if (misread is not null)
        {
            misread.Mend();
            var right = Assess(built);
            var group = right with { Groups = [right.Find(DemoYears.Districts)!] };
            Add(RoundRelease.Build(group, _before, Facts(year, PublishedOn(year).AddDays(35), "538/QĐ-UBND") with { ChangeReason = DemoCorrection.Reason }, _newest!.Release, ReleaseChange.Correction), right);
        }
    }

    /// <summary>A later version of the newest year, which adds the groups of the round.</summary>
    public void Supplement(FilledRound built)
    {
        var assessed = Assess(built);
        Add(RoundRelease.Build(assessed, _before, Facts(built.Round.Year, SupplementedAt, "611/QĐ-UBND"), _newest!.Release), assessed);
    }

    private void Add(Release release, AssessedYear assessed)
    {
        _all.Add(release);
        _newest = new(release, assessed);
    }

    private AssessedYear Assess(FilledRound built) => AssessedYear.Of(built.Round, groups, criteria.Sets, units, built.Scorecards);

    private static ReleaseFacts Facts(int year, DateTime publishedAt, string decision) => new(DemoSeed.Province, publishedAt)
    {
        DecisionNumber = decision,
        DecisionDate = DateOnly.FromDateTime(publishedAt).AddDays(-7),
        AnnouncedOn = DateOnly.FromDateTime(publishedAt),
        ScaleNotes = new Dictionary<string, string>
        {
            [DemoYears.Departments] = "Tiêu chí không áp dụng đối với đơn vị không tính vào thang điểm của đơn vị đó.",
        },
    };
}

/// <summary>One figure that was read wrongly when its year was first published: a violation too many counted against a district.</summary>
internal sealed class DemoCorrection
{
    /// <summary>Why the year was corrected, as the public reads it.</summary>
    public const string Reason = "01 trường hợp vi phạm kỷ luật, kỷ cương hành chính thuộc đơn vị khác đã bị tính cho UBND huyện Thượng Mẫu; tính lại theo số đúng.";

    private const string Unit = "huyen-thuong-mau";

    private const string Leaf = "5.1";

    private readonly ScoreCell _cell;

    private readonly Criterion _leaf;

    private readonly (decimal? Points, RawFigures Figures) _right;

    private DemoCorrection(ScoreCell cell, Criterion leaf)
    {
        (_cell, _leaf, _right) = (cell, leaf, (cell.Points, cell.Answer.Figures));
        var misread = new RawFigures(_right.Figures.Achieved + 1);
        cell.Score(leaf, leaf.PointsOf(misread), misread);
    }

    /// <summary>Reads the figure wrongly.</summary>
    public static DemoCorrection Make(FilledRound built, DemoCriteria criteria, IEnumerable<Unit> units)
    {
        var unit = units.Single(unit => unit.Code == Unit);
        var participant = built.Round.Groups.SelectMany(group => group.Participants).Single(participant => participant.UnitId == unit.Id);
        var leaf = criteria[built.Round.Year, DemoYears.Districts].Leaves.Single(leaf => criteria.KeyOf(leaf) == Leaf);
        var card = built.Scorecards.Single(card => card.ParticipantId == participant.Id);
        return new(card.Cell(ScoreStage.FirstAppraisal, leaf.Id)!, leaf);
    }

    /// <summary>Puts the right figure in its place.</summary>
    public void Mend() => _cell.Score(_leaf, _right.Points, _right.Figures);
}
