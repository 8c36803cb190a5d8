using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Testing;

/// <summary>
/// A round of 2026 that lacks nothing: three departments, a set of 100 points with three fields, officers, appraisers
/// of two units, deadlines to come. Sở Nội vụ coordinates and takes part.
/// </summary>
public sealed class TestRound
{
    private TestRound(Round round, Unit homeAffairs, Unit justice, Unit office)
    {
        Round = round;
        (HomeAffairs, Justice, Office) = (homeAffairs, justice, office);
        Coordinator = new("NV01", "Nguyễn Văn An", StaffRoles.Coordinator, homeAffairs.Id);
        SecondPerson = new("TP01", "Trần Thị Bình", StaffRoles.Coordinator, justice.Id);
    }

    /// <summary>The round.</summary>
    public Round Round { get; }

    /// <summary>Its group.</summary>
    public RoundGroup Group => Round.Groups[0];

    /// <summary>The units that take part.</summary>
    public Unit HomeAffairs { get; }

    /// <inheritdoc cref="HomeAffairs" />
    public Unit Justice { get; }

    /// <inheritdoc cref="HomeAffairs" />
    public Unit Office { get; }

    /// <summary>Abolished on 28 February 2025: it takes part in no round of 2026.</summary>
    public Unit Planning { get; } = Closed(new Unit("Sở Kế hoạch và Đầu tư", UnitKind.Department));

    /// <summary>The criteria set.</summary>
    public CriteriaSet Set { get; private init; } = NewSet();

    /// <summary>Coordinates, at Sở Nội vụ.</summary>
    public StaffAccount Coordinator { get; }

    /// <summary>Coordinates too, at Sở Tư pháp.</summary>
    public StaffAccount SecondPerson { get; }

    /// <summary>The address of its pages.</summary>
    public string Address => $"/lam-viec/ky-danh-gia/{Round.Id}";

    /// <summary>Its group in the register, while the round is being made.</summary>
    public UnitGroup UnitGroup(ParIndexDb db) => db.ChangeTracker.Entries<UnitGroup>().Single().Entity;

    /// <summary>The leaf of a code.</summary>
    public Criterion Leaf(string code) => Set.Leaves.Single(leaf => leaf.Code == code);

    /// <summary>The place of a unit in the round.</summary>
    public Participant Of(Unit unit) => Group.Participants.Single(participant => participant.UnitId == unit.Id);

    /// <summary>Makes one in a database, changed before it is saved.</summary>
    /// <param name="database">The database.</param>
    /// <param name="change">Changes it before it is saved.</param>
    /// <param name="set">Another criteria set than that of 100 points.</param>
    public static async Task<TestRound> AddAsync(TestDatabase database, Action<TestRound, ParIndexDb>? change = null, CriteriaSet? set = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var db = database.NewContext();
        var group = new UnitGroup("so-nganh", "Sở, ban, ngành", "Departments", UnitKind.Department, 0);
        var (home, justice, office) = (new Unit("Sở Nội vụ", UnitKind.Department), new Unit("Sở Tư pháp", UnitKind.Department), new Unit("Văn phòng UBND tỉnh", UnitKind.Department));
        var test = new TestRound(new Round(2026, "Tỉnh Lai Châu", "Kỳ đánh giá năm 2026"), home, justice, office) { Set = set ?? NewSet() };
        var roundGroup = test.Round.AddGroup(group, test.Set, new GroupRules { Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0") });
        foreach (var unit in new[] { home, justice, office })
        {
            test.Round.Admit(roundGroup, unit);
            db.Add(unit);
            db.Add(new StaffAccount("CB-" + unit.Code, "Cán bộ " + unit.CurrentName.Name, StaffRoles.UnitOfficer, unit.Id));
        }

        var appraisers = new[] { new StaffAccount("TD01", "Lê Văn Cường", StaffRoles.Appraiser, home.Id), new StaffAccount("TD02", "Phạm Thị Dung", StaffRoles.Appraiser, office.Id) };
        foreach (var appraiser in appraisers)
        {
            db.Add(appraiser);
            db.Add(new AppraiserAssignment(roundGroup, appraiser.Id, field: null, participant: null));
        }

        var tomorrow = DateTime.UtcNow.Date.AddDays(1).AddHours(10);
        test.Round.SetDeadlines(Enum.GetValues<RoundStep>().ToDictionary(step => step, step => tomorrow.AddDays(7 * (int)step)));
        db.AddRange(group, test.Planning, test.Coordinator, test.SecondPerson, test.Set, test.Round);
        change?.Invoke(test, db);
        await db.SetUpAsync();
        return test;
    }

    /// <summary>The round as it is stored now.</summary>
    public async Task<RoundSetup> ReadAsync(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var db = database.NewContext();
        return (await new RoundReader(db).FindAsync(Round.Id))!;
    }

    /// <summary>The scale of a unit as it is stored now.</summary>
    public async Task<decimal?> ScaleAsync(TestDatabase database, Unit unit) =>
        (await ReadAsync(database)).Participants.Single(participant => participant.Unit.Id == unit.Id).Scale;

    /// <summary>40 + 30 + 30 = 100 points; 8.2 is the survey that did not run.</summary>
    public static CriteriaSet NewSet(int year = 2026)
    {
        var set = new CriteriaSet(year, "so-nganh", $"Bộ tiêu chí năm {year}");
        set.Describe(set.Title, $"01/QĐ-UBND/{year}", new DateOnly(year, 1, 15));
        var first = set.Add("1", "Công tác chỉ đạo, điều hành", 40);
        set.Add("1.1", "Kế hoạch", 20, parent: first);
        set.Add("1.2", "Tuyên truyền", 18, parent: first);
        set.Add("1.3", "Đơn vị sự nghiệp", 2, parent: first);
        var second = set.Add("2", "Cải cách thể chế", 30);
        set.Add("2.1", "Soạn thảo văn bản quy phạm", 15.5m, parent: second);
        set.Add("2.2", "Rà soát văn bản", 14.5m, parent: second);
        var survey = set.Add("8", "Tác động của CCHC", 30, Component.Survey);
        set.Add("8.1", "Điều tra xã hội học", 28, Component.Survey, survey);
        set.Add("8.2", "Điểm DCCI", 2, Component.Survey, survey);
        return set;
    }

    private static Unit Closed(Unit unit)
    {
        unit.Close(new DateOnly(2025, 2, 28));
        return unit;
    }
}
