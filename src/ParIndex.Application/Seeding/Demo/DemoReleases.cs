using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>
/// What is published of the rounds of Tỉnh Mẫu: a release a year, a correction and a revision of the first of them, agencies
/// added to the second and taken back, and a supplement with the communes to the last.
/// </summary>
internal sealed class DemoReleases(DemoCriteria criteria, IReadOnlyCollection<UnitGroup> groups, IReadOnlyCollection<Unit> units)
{
    private readonly List<Release> _all = [];

    private YearBefore? _before;

    private YearBefore? _newest;

    /// <summary>When the supplement was published, UTC.</summary>
    public static readonly DateTime SupplementedAt = new(DemoYears.Supplemented + 1, 5, 20, 2, 0, 0, DateTimeKind.Utc);

    /// <summary>Why the agencies' results were taken back, as the public reads it.</summary>
    public const string WhyWithdrawn = "Điểm điều tra xã hội học của các cơ quan Trung ương được lấy từ đợt khảo sát không đủ số phiếu tối thiểu; kết quả không còn giá trị để so sánh, xếp hạng.";

    /// <summary>When the first year was corrected, UTC.</summary>
    public static readonly DateTime CorrectedAt = PublishedOn(DemoYears.Corrected).AddDays(35);

    /// <summary>When it was revised after that, UTC.</summary>
    public static readonly DateTime RevisedAt = PublishedOn(DemoYears.Corrected).AddDays(80);

    /// <summary>When the agencies were added to the second year, UTC.</summary>
    public static readonly DateTime AgenciesAt = PublishedOn(DemoYears.Withdrawn).AddDays(30);

    /// <summary>When they were taken back, UTC.</summary>
    public static readonly DateTime WithdrawnAt = PublishedOn(DemoYears.Withdrawn).AddDays(60);

    /// <summary>When a year's first release was published, UTC.</summary>
    public static DateTime PublishedOn(int year) => new(year + 1, 4, 10, 2, 0, 0, DateTimeKind.Utc);

    /// <summary>Every version, in the order published.</summary>
    public IReadOnlyList<Release> All => _all;

    /// <summary>The first release of a year; in <see cref="DemoYears.Corrected"/> the two versions after it as well.</summary>
    public void Publish(FilledRound built)
    {
        var year = built.Round.Year;
        _before = _newest;
        var misread = year == DemoYears.Corrected ? new[] { DemoMisreading.OfDistrict, DemoMisreading.OfDepartment }.Select(one => one.Make(built, criteria, units)).ToList() : [];
        Add(RoundRelease.Build(Assess(built), _before, Facts(year, PublishedOn(year), $"{500 + year - 2022}/QĐ-UBND")), Assess(built));
        if (misread is [var district, var department])
        {
            Amend(built, district, ReleaseChange.Correction, CorrectedAt, "538/QĐ-UBND");
            Amend(built, department, ReleaseChange.Revision, RevisedAt, "602/QĐ-UBND");
        }
    }

    /// <summary>Groups added to the newest year, and taken back.</summary>
    public void PublishAndWithdraw(FilledRound built)
    {
        var (year, whole) = (built.Round.Year, _newest!);
        var added = RoundRelease.Build(Assess(built), before: null, Facts(year, AgenciesAt, "588/QĐ-UBND"), whole.Release);
        var facts = Facts(year, WithdrawnAt, "640/QĐ-UBND") with { ChangeReason = WhyWithdrawn };
        var withdrawn = RoundRelease.Without(built.Round.Groups.Select(group => groups.Single(known => known.Id == group.UnitGroupId).Slug), facts, added);
        _all.AddRange([added, withdrawn]);
        _newest = whole with { Release = withdrawn };
    }

    /// <summary>A later version of the newest year, which adds the groups of the round.</summary>
    public void Supplement(FilledRound built)
    {
        var assessed = Assess(built);
        Add(RoundRelease.Build(assessed, _before, Facts(built.Round.Year, SupplementedAt, "611/QĐ-UBND"), _newest!.Release), assessed);
    }

    /// <summary>A version in which the right figure stands in the place of one that was read wrongly; the other groups are carried over.</summary>
    private void Amend(FilledRound built, DemoFigure figure, ReleaseChange change, DateTime at, string decision)
    {
        figure.Mend();
        var right = Assess(built);
        var group = right with { Groups = [right.Find(figure.Of.Group)!] };
        Add(RoundRelease.Build(group, _before, Facts(built.Round.Year, at, decision) with { ChangeReason = figure.Of.Reason }, _newest!.Release, change), right);
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
