using ParIndex.Application.Scorecards;
using ParIndex.Domain.Council;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Council;

/// <summary>A part of the minutes: a heading, its paragraphs, and a table where there is one.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Paragraphs">Its paragraphs, plain text.</param>
/// <param name="Rows">A table, its first row the headings; empty where there is none.</param>
public sealed record MinutesPart(string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>The minutes of a meeting (biên bản họp) drafted from what was recorded: as much as a writer of documents needs, and no format.</summary>
/// <param name="Title">The title.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Parts">The parts in their order.</param>
/// <param name="Secretary">Who keeps the minutes, who signs on the left.</param>
/// <param name="Chair">Who presided, who signs on the right.</param>
public sealed record CouncilMinutes(string Title, string Subject, IReadOnlyList<MinutesPart> Parts, string Secretary, string Chair)
{
    /// <summary>The minutes of a meeting.</summary>
    /// <exception cref="ArgumentException">The reader does not see every item of the meeting.</exception>
    public static CouncilMinutes Of(CouncilView view, CouncilMeeting meeting)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(meeting);
        if (view.Hidden.Contains(meeting.Id))
        {
            throw new ArgumentException("An item of the meeting is hidden from the reader.", nameof(view));
        }

        var items = view.Of(meeting).ToList();
        var written = meeting.Form == MeetingForm.Written;
        return new(
            written ? "BIÊN BẢN LẤY Ý KIẾN BẰNG VĂN BẢN CỦA HỘI ĐỒNG THẨM ĐỊNH" : "BIÊN BẢN HỌP HỘI ĐỒNG THẨM ĐỊNH",
            $"Xem xét nội dung còn ý kiến khác nhau khi xác định Chỉ số cải cách hành chính năm {view.Setup.Round.Year}",
            [General(view, meeting), Members(meeting), .. items.Select((item, place) => Item(item, place + 1)), Summary(items)],
            meeting.Secretary,
            meeting.Presider.Name);
    }

    private static MinutesPart General(CouncilView view, CouncilMeeting meeting) => new("I. Thời gian, địa điểm, hình thức",
    [
        $"Ngày: {DateWriter.Vietnamese(meeting.HeldOn)}.",
        meeting.Form == MeetingForm.Written ? "Hình thức: lấy ý kiến bằng văn bản." : $"Hình thức: họp tại {meeting.Place}.",
        $"Chủ trì: {Named(meeting.Presider)}.",
        $"Thư ký: {meeting.Secretary}.",
        $"Kỳ đánh giá: năm {view.Setup.Round.Year}, {view.Setup.Round.Authority}.",
    ], []);

    private static MinutesPart Members(CouncilMeeting meeting)
    {
        var (all, present) = (meeting.Seats.Count, meeting.Seats.Count(seat => seat.IsPresent));
        return new("II. Thành phần",
            [
                $"Hội đồng có {NumberWriter.VietnameseCount(all)} thành viên, {NumberWriter.VietnameseCount(present)} thành viên có mặt.",
                $"Mỗi nội dung cần ít nhất {NumberWriter.VietnameseCount(meeting.Rules.Quorum(all))} thành viên tham gia biểu quyết, có mặt hoặc bằng văn bản; đề xuất được thông qua khi có ít nhất {NumberWriter.VietnameseCount(meeting.Rules.Majority(all))} thành viên tán thành.",
            ],
            [["STT", "Thành viên", "Chức vụ", "Có mặt"], .. meeting.Seats.Select((seat, place) => (IReadOnlyList<string>)[NumberWriter.VietnameseCount(place + 1), seat.Name, seat.Post ?? "", seat.IsPresent ? "Có mặt" : "Không có mặt"])]);
    }

    private static MinutesPart Item(CouncilItemView view, int number)
    {
        var paragraphs = new List<string>
        {
            $"Đơn vị tự chấm {Points(view.Item.OwnPoints)} điểm{Note(view.Own)}.",
            view.Explanation?.Answer is { } answer ? $"Giải trình của đơn vị: {answer}" : "Đơn vị không có giải trình.",
            $"Điểm thẩm định khi đưa ra Hội đồng: {Points(view.Item.CountingPoints)} điểm (tối đa {Points(view.Leaf.MaxScore)}).",
        };
        paragraphs.AddRange(new[] { view.Explanation?.Reason is { } asked ? $"Yêu cầu giải trình: {asked}" : null, Said("lần 1", view.First), Said("lần 2", view.Second) }.OfType<string>());
        paragraphs.Add($"Đề xuất của {view.ProposedBy}: {Points(view.Item.ProposedPoints)} điểm. Lý do: {view.Item.Reason}");
        paragraphs.Add($"Biểu quyết: {Count(view.Tally.For)} tán thành, {Count(view.Tally.Against)} không tán thành, {Count(view.Tally.Abstained)} không biểu quyết, trên {Count(view.Tally.Members)} thành viên; trong đó {Count(view.Tally.Written)} bằng văn bản.");
        paragraphs.Add($"Kết quả: {Result(view)}");
        return new($"III.{number}. {view.Folder.Unit.Name}: tiêu chí {view.Leaf.Code} {view.Leaf.Name}", paragraphs,
            view.Votes.Count == 0 ? [] : [["Thành viên", "Ý kiến", "Hình thức, ngày"], .. view.Meeting.Seats.Select(seat => Vote(seat, view.Votes.FirstOrDefault(vote => vote.Seat == seat).Vote))]);
    }

    private static IReadOnlyList<string> Vote(CouncilSeat seat, CouncilVote? vote) => vote is null
        ? [seat.Name, "Không có ý kiến", "–"]
        : [seat.Name, CouncilWords.Of(vote.Voice), $"{(vote.IsWritten ? "Bằng văn bản" : "Có mặt")}, {DateWriter.Vietnamese(DateWriter.VietnameseDay(vote.At))}"];

    private static MinutesPart Summary(IReadOnlyList<CouncilItemView> items) => new("IV. Kết luận",
    [
        items.Count == 0 ? "Chưa có nội dung nào được đưa ra."
            : $"Hội đồng xem xét {Count(items.Count)} nội dung: {Count(items.Count(item => item.Outcome is { Carried: true }))} đề xuất được thông qua, {Count(items.Count(item => item.Outcome is { Carried: false }))} không được thông qua, {Count(items.Count(item => item.Outcome is null))} chưa chốt.",
    ], []);

    private static string Result(CouncilItemView view) => view.Outcome switch
    {
        null => "chưa chốt.",
        { Carried: true } => $"thông qua; điểm của tiêu chí là {Points(view.Item.ProposedPoints)}.",
        _ => $"không thông qua; điểm đang tính không thay đổi theo đề xuất này.",
    };

    private static string? Said(string which, Opinion? opinion) => opinion is { Points: { } points } ? $"Thẩm định {which}: {Points(points)} điểm{Note(opinion)}." : null;

    private static string Note(Opinion? opinion) => opinion?.Note is { } note ? $" ({note.TrimEnd('.')})" : "";

    private static string Named(CouncilSeat seat) => seat.Post is { } post ? $"{seat.Name}, {post}" : seat.Name;

    private static string Points(decimal points) => NumberWriter.VietnameseTrimmed(points);

    private static string Count(int count) => NumberWriter.VietnameseCount(count);
}

/// <summary>The words of the council.</summary>
public static class CouncilWords
{
    /// <summary>What a member says.</summary>
    public static string Of(CouncilVoice voice) => voice switch
    {
        CouncilVoice.For => "Tán thành",
        CouncilVoice.Against => "Không tán thành",
        _ => "Không biểu quyết",
    };

    /// <summary>How it is decided.</summary>
    public static string Of(MeetingForm form) => form == MeetingForm.Session ? "Phiên họp" : "Lấy ý kiến bằng văn bản";
}
