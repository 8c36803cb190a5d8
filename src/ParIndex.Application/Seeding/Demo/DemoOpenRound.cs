using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>How far a unit has come, in the order of the winter.</summary>
internal enum DemoReach
{
    /// <summary>Nothing scored.</summary>
    NotStarted,

    /// <summary>Three fifths of the leaves scored.</summary>
    UnderWay,

    /// <summary>Every leaf scored, and not handed in.</summary>
    Complete,

    /// <summary>Handed in; nobody has looked at it.</summary>
    Submitted,

    /// <summary>Half of the leaves appraised.</summary>
    Appraising,

    /// <summary>Every leaf appraised; the first appraisal has not ended.</summary>
    Appraised,

    /// <summary>Some requests for explanation are answered, others wait.</summary>
    Explaining,

    /// <summary>Every request is answered.</summary>
    Explained,

    /// <summary>The second appraisal goes on.</summary>
    Deliberating,

    /// <summary>Agreed.</summary>
    Agreed,
}

/// <summary>What happens to one unit in the winter.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Reach">How far it comes.</param>
internal sealed record DemoStory(string Unit, DemoReach Reach)
{
    /// <summary>Why it has longer to score itself, or <c>null</c>.</summary>
    public string? Extended { get; init; }

    /// <summary>Whether its head shares the scorecard out between two officers.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether its scorecard was given back once and handed in again.</summary>
    public bool WasReturned { get; init; }

    /// <summary>Whether its scorecard was reopened after it had been agreed.</summary>
    public bool WasReopened { get; init; }

    /// <summary>The key of a leaf it says does not apply to it, or <c>null</c>.</summary>
    public string? ProposesExemption { get; init; }

    /// <summary>Where its scorecard stands.</summary>
    public ScorecardState State => Reach switch
    {
        <= DemoReach.Complete => ScorecardState.SelfScoring,
        <= DemoReach.Appraised => ScorecardState.FirstAppraisal,
        <= DemoReach.Explained => ScorecardState.Explanation,
        DemoReach.Deliberating => ScorecardState.SecondAppraisal,
        _ => ScorecardState.Agreed,
    };
}

/// <summary>
/// The open round as a story: every state of a scorecard occurs among departments and among communes. Whoever still
/// scores itself without an extension is late.
/// </summary>
internal static class DemoOpenRound
{
    private const string Flood = "Mưa lũ làm gián đoạn đường truyền từ ngày 02 đến ngày 08/01/2026";

    private const string Reorganised = "Mới tiếp nhận chức năng, nhiệm vụ và hồ sơ bàn giao sau sắp xếp tổ chức bộ máy";

    private const string Epidemic = "Tập trung lực lượng phòng, chống dịch theo Công điện của Chủ tịch Ủy ban nhân dân tỉnh";

    private const string Festival = "Được giao chủ trì Tuần Văn hóa, Du lịch tỉnh trong thời gian tự chấm điểm";

    private static readonly Dictionary<string, DemoStory> Stories = new DemoStory[]
    {
        new("ban-dan-toc", DemoReach.NotStarted) { Extended = Reorganised },
        new(DemoAccounts.SharedUnit, DemoReach.UnderWay) { Extended = Epidemic, IsShared = true },
        new("so-cong-thuong", DemoReach.UnderWay),
        new("so-van-hoa-the-thao-va-du-lich", DemoReach.Complete) { Extended = Festival },
        new("so-khoa-hoc-va-cong-nghe", DemoReach.Submitted) { WasReturned = true },
        new("ban-quan-ly-khu-kinh-te-tinh-mau", DemoReach.Submitted) { ProposesExemption = "4.3" },
        new("so-xay-dung", DemoReach.Appraising),
        new("so-nong-nghiep-va-moi-truong", DemoReach.Appraised),
        new("so-giao-duc-va-dao-tao", DemoReach.Explaining),
        new("thanh-tra-tinh", DemoReach.Explained),
        new("van-phong-ubnd-tinh", DemoReach.Deliberating),
        new("so-noi-vu", DemoReach.Deliberating),
        new("so-tu-phap", DemoReach.Agreed) { WasReopened = true },
        new("so-tai-chinh", DemoReach.Agreed),

        new("xa-mau-thuy", DemoReach.NotStarted) { Extended = Flood },
        new("xa-mau-thinh", DemoReach.NotStarted) { Extended = Flood },
        new("xa-mau-yen", DemoReach.NotStarted),
        new("xa-mau-lam", DemoReach.UnderWay) { Extended = Flood },
        new("xa-mau-giang", DemoReach.UnderWay) { Extended = Flood },
        new("xa-mau-nghia", DemoReach.UnderWay),
        new("xa-mau-ha", DemoReach.Complete) { Extended = Flood },
        new("xa-mau-phong", DemoReach.Complete),
        new("xa-thuong-mau", DemoReach.Submitted),
        new("xa-mau-binh", DemoReach.Submitted),
        new("xa-mau-chau", DemoReach.Submitted) { WasReturned = true },
        new("xa-mau-van", DemoReach.Submitted),
        new("xa-mau-loc", DemoReach.Appraising),
        new("xa-mau-luong", DemoReach.Appraising),
        new("xa-mau-minh", DemoReach.Appraising),
        new("xa-mau-nam", DemoReach.Appraised),
        new("xa-mau-thach", DemoReach.Appraised),
        new("xa-mau-tan", DemoReach.Appraised),
        new("phuong-mau-phu", DemoReach.Explaining),
        new("xa-tan-mau", DemoReach.Explaining),
        new("xa-mau-long", DemoReach.Explained),
        new("xa-mau-trung", DemoReach.Explained),
        new("xa-hoa-mau", DemoReach.Deliberating),
        new("xa-minh-mau", DemoReach.Deliberating),
        new("xa-mau-khe", DemoReach.Deliberating),
        new("phuong-an-mau", DemoReach.Agreed),
        new("phuong-mau-thanh", DemoReach.Agreed),
        new("xa-binh-mau", DemoReach.Agreed),
        new("xa-mau-dong", DemoReach.Agreed),
        new("xa-mau-quang", DemoReach.Agreed),
    }.ToDictionary(story => story.Unit);

    /// <summary>What happens to a unit of the open round.</summary>
    public static DemoStory Of(string unit) => Stories[unit];
}

/// <summary>When things happen in a winter, counted from the day its round was opened.</summary>
/// <param name="Opened">The instant it was opened, UTC.</param>
internal sealed record DemoDays(DateTime Opened)
{
    public DateTime FirstSubmitted => After(37);

    /// <summary>When a head shares the sheet out, before anything is scored.</summary>
    public DateTime Shared => After(19);

    /// <summary>When the head has looked at what was scored.</summary>
    public DateTime SharedBack => After(45);

    public DateTime Returned => After(39);

    public DateTime Mended => After(46);

    public DateTime Submitted => After(49);

    public DateTime Surveyed => After(68);

    public DateTime FirstEnded => After(75);

    public DateTime FirstReplied => After(78);

    public DateTime Explained => After(84);

    public DateTime Deliberated => After(90);

    public DateTime Agreed => After(100);

    public DateTime Reopened => After(106);

    public DateTime Corrected => After(107);

    public DateTime AgreedAgain => After(109);

    /// <summary>When the unit scores its i-th leaf: a few each day.</summary>
    public DateTime SelfScored(int i) => After(20 + (i / 4)).AddMinutes(9 * (i % 4));

    /// <summary>When the i-th leaf is appraised.</summary>
    public DateTime Appraised(int i) => After(58 + (i / 6)).AddMinutes(7 * (i % 6));

    private DateTime After(int days) => Opened.AddDays(days).AddHours(1);
}
