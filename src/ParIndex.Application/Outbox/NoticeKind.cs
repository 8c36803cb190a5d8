namespace ParIndex.Application.Outbox;

/// <summary>What a message about the work tells.</summary>
public enum NoticeKind
{
    /// <summary>The round is open: the unit scores itself.</summary>
    Opened,

    /// <summary>The scorecard came back to the unit.</summary>
    Returned,

    /// <summary>The first appraisal ended: the unit is asked to explain.</summary>
    Asked,

    /// <summary>The unit has explained: whoever appraises it goes on.</summary>
    Answered,

    /// <summary>The result is agreed.</summary>
    Agreed,

    /// <summary>The criteria set was repaired after scoring had opened.</summary>
    Repaired,

    /// <summary>A deadline is near.</summary>
    Deadline,

    /// <summary>The results are published.</summary>
    Published,

    /// <summary>Inside a unit: an officer answers for fields from now on.</summary>
    FieldShared,

    /// <summary>Inside a unit: the head gave a field back to the officer who answers for it.</summary>
    FieldReturned,

    /// <summary>Inside a unit: every field is done, the sheet waits for the head's approval.</summary>
    SheetReady,

    /// <summary>Points of an item wait for the votes of the council's members.</summary>
    Vote,

    /// <summary>The opening of results is planned: whoever may hold it knows of it.</summary>
    OpeningPlanned,

    /// <summary>A person held the opening.</summary>
    OpeningHeld,

    /// <summary>The hour came and the rules refused the opening.</summary>
    OpeningRefused,

    /// <summary>A coordinator writes to units.</summary>
    Letter,

    /// <summary>A coordinator reminds units of a step.</summary>
    Reminder,
}

/// <summary>A page that a message leads to.</summary>
public enum NoticePlace
{
    /// <summary>The scorecard of a key.</summary>
    Scorecard,

    /// <summary>The requests for explanation of the scorecard of a key.</summary>
    Explanations,

    /// <summary>What goes on inside the unit about the scorecard of a key.</summary>
    Inside,

    /// <summary>The round of a key.</summary>
    Round,

    /// <summary>The council's meetings of the round of a key.</summary>
    Council,

    /// <summary>What the round of a key comes to, and what is planned with it.</summary>
    Outcome,

    /// <summary>The public results of the year; of no key.</summary>
    Results,
}

/// <summary>
/// The table of kinds: the word by which the outbox keeps each, in place of who wrote it, what a list calls it, and where its message
/// leads. A reminder that a coordinator sends is kept by the coordinator's staff code, and is every message of no other word.
/// </summary>
public static class NoticeTable
{
    private static readonly IReadOnlyDictionary<NoticeKind, (string Sender, string Name, NoticePlace Place)> Table = new Dictionary<NoticeKind, (string, string, NoticePlace)>
    {
        [NoticeKind.Opened] = ("thong-bao/mo-ky", "Mở kỳ đánh giá", NoticePlace.Scorecard),
        [NoticeKind.Returned] = ("thong-bao/tra-lai", "Trả lại phiếu chấm điểm", NoticePlace.Scorecard),
        [NoticeKind.Asked] = ("thong-bao/yeu-cau-giai-trinh", "Yêu cầu giải trình", NoticePlace.Explanations),
        [NoticeKind.Answered] = ("thong-bao/da-giai-trinh", "Đơn vị đã giải trình", NoticePlace.Explanations),
        [NoticeKind.Agreed] = ("thong-bao/thong-nhat", "Thống nhất kết quả", NoticePlace.Scorecard),
        [NoticeKind.Repaired] = ("thong-bao/sua-bo-tieu-chi", "Sửa bộ tiêu chí", NoticePlace.Scorecard),
        [NoticeKind.Deadline] = ("nhac-han", "Sắp hết hạn", NoticePlace.Scorecard),
        [NoticeKind.Published] = ("thong-bao/cong-bo", "Công bố kết quả", NoticePlace.Results),
        [NoticeKind.FieldShared] = ("trong-don-vi/giao", "Phân công trong đơn vị", NoticePlace.Inside),
        [NoticeKind.FieldReturned] = ("trong-don-vi/tra-lai", "Trả lại trong đơn vị", NoticePlace.Inside),
        [NoticeKind.SheetReady] = ("trong-don-vi/cho-phe-duyet", "Chờ thủ trưởng phê duyệt", NoticePlace.Inside),
        [NoticeKind.Vote] = ("thong-bao/bieu-quyet", "Biểu quyết tại Hội đồng", NoticePlace.Council),
        [NoticeKind.OpeningPlanned] = ("thong-bao/hen-gio-cong-bo", "Hẹn giờ công bố", NoticePlace.Outcome),
        [NoticeKind.OpeningHeld] = ("thong-bao/tam-dung-cong-bo", "Tạm dừng lịch công bố", NoticePlace.Outcome),
        [NoticeKind.OpeningRefused] = ("thong-bao/khong-cong-bo-duoc", "Không công bố được theo lịch", NoticePlace.Outcome),
        [NoticeKind.Letter] = ("thong-bao/dieu-phoi", "Thông báo của cơ quan điều phối", NoticePlace.Round),
        [NoticeKind.Reminder] = ("", "Nhắc việc", NoticePlace.Scorecard),
    };

    /// <summary>What a list calls the kind.</summary>
    public static string Of(NoticeKind kind) => Table[kind].Name;

    /// <summary>The word by which the outbox keeps it.</summary>
    public static string Sender(NoticeKind kind) => Table[kind].Sender;

    /// <summary>Where it leads.</summary>
    public static NoticePlace PlaceOf(NoticeKind kind) => Table[kind].Place;

    /// <summary>The kind of a message, by who wrote it.</summary>
    public static NoticeKind Of(string sender) => Table.Where(row => row.Value.Sender == sender).Select(row => row.Key).FirstOrDefault(NoticeKind.Reminder);

    /// <summary>The kinds that stay inside a unit: nobody else is shown that they were sent.</summary>
    internal static IReadOnlyList<string> Inner { get; } = [.. Table.Where(row => row.Value.Place == NoticePlace.Inside).Select(row => row.Value.Sender)];

    /// <summary>The kinds a list of messages sent can name.</summary>
    public static IReadOnlyList<NoticeKind> Listed { get; } = [.. Table.Where(row => row.Value.Place != NoticePlace.Inside).Select(row => row.Key).Order()];

    /// <summary>Every word a kind is kept by.</summary>
    internal static IReadOnlyList<string> Senders { get; } = [.. Table.Values.Select(row => row.Sender).Where(sender => sender.Length > 0)];
}
