using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>
/// The rows one post is about, fresh for each post that is to succeed: a round in its state where the row wants one.
/// Each method makes what else is needed, and says what the form sends.
/// </summary>
internal sealed partial class Scene : IDisposable
{
    private readonly ParIndexDb _db;
    private readonly StaffAccount? _person;

    /// <param name="world">What all scenes share.</param>
    /// <param name="state">State of its round, or <c>null</c> for none.</param>
    /// <param name="person">Who posts, when the scene is for one person.</param>
    public Scene(World world, RoundState? state, StaffAccount? person = null)
    {
        (World, _person, _db, Number) = (world, person, world.Database.NewContext(), world.Next());
        Round = new Round(2026, $"Tỉnh Lai Châu {Number}", $"Kỳ đánh giá số {Number}");
        Set = TestRound.NewSet();
        Set.Change(Leaf("2.2"), Leaf("2.2").Content with { Rule = LeafRule.Parse("mức: Có=14,5; Không=0; Không áp dụng") });
        if (state is { } wanted)
        {
            MakeRound(wanted);
        }
    }

    public World World { get; }

    /// <summary>A number no other scene has.</summary>
    public int Number { get; }

    public Round Round { get; }

    public CriteriaSet Set { get; }

    private RoundGroup Group => Round.Groups[0];

    private string Address => $"lam-viec/ky-danh-gia/{Round.Id}";

    private string GroupAddress => $"{Address}/nhom/so-nganh";

    public void Dispose() => _db.Dispose();

    /// <summary>An address of the routing table about what the scene holds.</summary>
    public string Fill(string pattern) => (pattern.Split('/') switch
    {
        ["lam-viec", "ky-danh-gia", ..] => pattern.Replace("{id}", $"{Round.Id}", StringComparison.Ordinal),
        ["lam-viec", "bo-tieu-chi", ..] => pattern.Replace("{id}", $"{Set.Id}", StringComparison.Ordinal),
        ["lam-viec", "phieu-cham-diem", ..] => pattern.Replace("{id}", $"{Card?.Id ?? Guid.Empty}", StringComparison.Ordinal),
        ["quan-tri", ..] => pattern.Replace("{id}", $"{World.SecondAppraiser.Id}", StringComparison.Ordinal),
        _ => pattern.Replace("{id}", $"{Guid.Empty}", StringComparison.Ordinal),
    }).Replace("{round}", $"{Round.Id}", StringComparison.Ordinal).Replace("{slug}", "so-nganh", StringComparison.Ordinal).Replace("{group}", "so-nganh", StringComparison.Ordinal).Replace("{field}", "1", StringComparison.Ordinal)
        .Replace("{leaf}", $"{Leaf("1.1").Id}", StringComparison.Ordinal).Replace("{node}", $"{Leaf("1.1").Id}", StringComparison.Ordinal).Replace("{unit}", World.Justice.Code, StringComparison.Ordinal)
        .Replace("{year}", $"{Round.Year}", StringComparison.Ordinal).Replace("{version}", "1", StringComparison.Ordinal).Replace("{code}", "404", StringComparison.Ordinal)
        .Replace("{account}", $"{World.SecondAppraiser.Id}", StringComparison.Ordinal).Replace("{doc}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{file}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{upload}", $"{Guid.Empty}", StringComparison.Ordinal);

    public Form NewRound() => new("lam-viec/ky-danh-gia/tao", ("Input.Year", $"{2030 + (Number % 60)}"), ("Input.Authority", "Tỉnh Lai Châu"), ("Input.Title", ""));

    public Form Move(string to) => new(Address, ("version", $"{Round.Version}"), ("Input.To", to), ("Input.Note", "Theo kế hoạch"));

    public Form CancelRound(string year = "2026") => new(Address, ("version", $"{Round.Version}"), ("Cancellation.Year", year), ("Cancellation.Reason", "Theo kế hoạch"));

    public Form RestoreRound() => new(Address, ("version", $"{Round.Version}"), ("Restoration.Reason", "Hủy nhầm"));

    public Form OpenRound() => new($"{Address}/mo", ("stamp", $"{Round.Version:N}.{Set.Version:N}"), ("Input.Note", "Kế hoạch số 1"), ("Input.Confirmed", "true"));

    /// <summary>The year before had a group that this round has not.</summary>
    public Form CopyYearBefore()
    {
        var (before, group) = (new Round(2025, Round.Authority, "Kỳ đánh giá năm 2025"), new UnitGroup($"khoi-{Number}", $"Khối {Number}", nameEn: null, UnitKind.Department, 9));
        before.AddGroup(group, criteriaSet: null, new GroupRules());
        _db.AddRange(group, before);
        _db.SetUp();
        return new($"{Address}/nhu-nam-truoc", ("version", $"{Round.Version}"), ("Parts", "Groups"));
    }

    public Form AddGroup() => new($"{Address}/them-nhom", ("Input.Known", "huyen"));

    public Form SetUpGroup() => new(
        GroupAddress,
        ("version", $"{Group.Version}"),
        ("Input.CriteriaSetId", $"{Set.Id}"),
        ("Input.Bands[0].Label", "Tốt"),
        ("Input.Bands[0].Limit", "85"),
        ("Input.Bands[1].Label", "Khá"),
        ("Input.Bands[1].Limit", "0"),
        ("Input.Scope", "OneList"),
        ("Input.Numbering", "Competition"),
        ("Input.IndexDecimals", "2"));

    public Form RemoveGroup() => new(GroupAddress);

    public Form AddUnit() => new($"{GroupAddress}/don-vi", ("Chosen", $"{World.Finance.Id}"));

    public Form SetDeadlines() => new($"{Address}/thoi-han", [("version", $"{Round.Version}"), .. Enumerable.Range(0, 5).SelectMany(step => new[] { ($"Input.Rows[{step}].Day", Day(40 + step)), ($"Input.Rows[{step}].Hour", "17:00") })]);

    /// <summary>The second appraiser, of the Office, to a unit.</summary>
    public Form Assign(Unit unit) => new($"{Address}/phan-cong", ("khoi", "so-nganh"), ("Input.Appraiser", $"{World.SecondAppraiser.Id}"), ("Input.Units", $"{Of(unit).Id}"));

    /// <summary>The whole table: the first field to the second appraiser, of one unit or of all, and nothing else to anybody.</summary>
    public Form AssignByTable(Unit? unit) => new($"{Address}/phan-cong/bang", ("khoi", "so-nganh"), ("version", $"{Round.Version}"), ("Cells", $"{Set.Criteria.Single(node => node.Code == "1").Id}|{World.SecondAppraiser.Id}{(unit is null ? "" : $"|{Of(unit).Id}")}"));

    public Form Unassign() => new($"{Address}/phan-cong", ("khoi", "so-nganh"), ("assignment", $"{_db.ChangeTracker.Entries<AppraiserAssignment>().First().Entity.Id}"));

    public Form Exempt(Unit unit) => new($"{GroupAddress}/khong-ap-dung", ("Input.Leaves", $"{Leaf("8.2").Id}"), ("Input.Units", $"{Of(unit).Id}"), ("Input.Reason", "Không tổ chức"), ("Input.LegalBasis", "Quyết định số 1"));

    public Form Withdraw(Unit unit)
    {
        // A round that is no draft takes none: the row is made in another and given to it.
        var exemption = new Round(Round.Year, "Khác", "Khác").AddGroup(World.Group, Set, new GroupRules()).AddParticipant(unit).Exempt(Leaf("8.2"), "Không tổ chức", "Quyết định số 1", World.FirstAppraiser.Id, DateTime.UtcNow);
        _db.Add(exemption).Property(made => made.ParticipantId).CurrentValue = Of(unit).Id;
        _db.SetUp();
        return new($"{GroupAddress}/khong-ap-dung", ("exemption", $"{exemption.Id}"));
    }

    /// <summary>A recorded condition of the group, said of one unit.</summary>
    public Form RecordCondition(Unit unit)
    {
        _db.Entry(Group).Property(group => group.RatingConditions).CurrentValue = ConditionScheme.Parse("Khá | Người đứng đầu bị kỷ luật | Điều 6 Quyết định 12/QĐ-UBND");
        _db.SetUp();
        return new($"{GroupAddress}/dieu-kien-xep-loai", ("version", $"{Round.Version}"), ("Rows[0].Id", $"{Of(unit).Id}"), ("Rows[0].Decisions[0]", "Quyết định 45/QĐ-UBND ngày 05/11/2026"));
    }

    public Form Extend(Unit unit) => new($"{Address}/gia-han", ("Input.Unit", $"{Of(unit).Id}"), ("Input.Step", "SelfScore"), ("Input.Day", Day(60)), ("Input.Hour", "17:00"), ("Input.Reason", "Bão lũ"));

    /// <summary>All rows of the list as they are, but one unit marked as a special case or taken out.</summary>
    public Form Mark(Unit unit, string reason, bool leaves = false)
    {
        var rows = Group.Participants.SelectMany((participant, i) => participant.UnitId == unit.Id
            ? new[] { ($"Rows[{i}].Id", $"{participant.Id}"), ($"Rows[{i}].{(leaves ? "Leaves" : "IsSpecialCase")}", "true") }
            : [($"Rows[{i}].Id", $"{participant.Id}")]);
        return new($"{GroupAddress}/don-vi", [("version", $"{Group.Version}"), ("Reason", reason), .. rows]);
    }

    private Participant Of(Unit unit) => Group.Participants.Single(participant => participant.UnitId == unit.Id);

    private Criterion Leaf(string code) => Set.Leaves.Single(leaf => leaf.Code == code);

    private static string Day(int fromNow) => DateWriter.Vietnamese(DateOnly.FromDateTime(DateTime.UtcNow.AddDays(fromNow)));

    private void MakeRound(RoundState state)
    {
        _db.Attach(World.Group);
        var group = Round.AddGroup(World.Group, Set, new GroupRules { Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0") });
        foreach (var unit in new[] { World.HomeAffairs, World.Justice, World.Office })
        {
            Round.Admit(group, unit);
        }

        var tomorrow = DateTime.UtcNow.Date.AddDays(1).AddHours(10);
        Round.SetDeadlines(Enum.GetValues<RoundStep>().ToDictionary(step => step, step => tomorrow.AddDays(7 * (int)step)));
        if (state != RoundState.Draft)
        {
            Set.Lock(DateTime.UtcNow);
            Go(RoundState.Open);
        }

        if (state is RoundState.Closed or RoundState.Published)
        {
            Go(RoundState.Closed);
        }

        if (state is RoundState.Published or RoundState.Cancelled)
        {
            Go(state);
        }

        _db.AddRange(Set, Round);
        // The assignment of somebody to the own unit as well: it must not count there.
        foreach (var appraiser in new[] { World.FirstAppraiser, World.SecondAppraiser, World.Account(Who.Appraiser), World.Account(Who.OtherAppraiser) })
        {
            _db.Add(new AppraiserAssignment(group, appraiser.Id, field: null, participant: null));
        }

        _db.SetUp();
    }

    private void Go(RoundState to) => Round.Move(to, World.FirstAppraiser.Id, DateTime.UtcNow, "Kế hoạch số 1");
}
