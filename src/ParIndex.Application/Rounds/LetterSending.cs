using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Rounds;

/// <summary>What a coordinator writes to units of a round.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Words">The text; paragraphs stay.</param>
/// <param name="UnitCodes">The units by code; <c>null</c> for all of them.</param>
public sealed record RoundLetter(string Subject, string Words, IReadOnlyCollection<string>? UnitCodes);

/// <summary>Letters of a coordinator to all or some units of a round: one to each officer, in one save.</summary>
public sealed class LetterSending(ParIndexDb db, TimeProvider clock)
{
    /// <summary>Longest text, in letters.</summary>
    public const int MostWords = 4000;

    /// <summary>Who would get it, by unit in the order of the round; a unit without officers has nobody.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="unitCodes">The units by code; <c>null</c> for all of them.</param>
    public static IReadOnlyList<(ParticipantSetup Unit, IReadOnlyList<StaffAccount> Officers)> Recipients(RoundSetup setup, IReadOnlyCollection<string>? unitCodes)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var officers = setup.Staff.Values.Where(person => person.IsActive && person.Has(StaffRoles.UnitOfficer)).OrderBy(person => person.StaffCode, StringComparer.Ordinal).ToLookup(person => person.UnitId);
        return [.. setup.Participants.Where(unit => unitCodes?.Contains(unit.Unit.Code) != false).Select(unit => (unit, (IReadOnlyList<StaffAccount>)[.. officers[unit.Unit.Id]]))];
    }

    /// <summary>Writes it into the outbox.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="letter">What is written, and to whom.</param>
    /// <param name="actor">The coordinator.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many messages.</returns>
    /// <exception cref="RefusedException">Not a coordinator, a draft round, no text, or nobody to get it.</exception>
    public async Task<int> SendAsync(RoundSetup setup, RoundLetter letter, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(actor);
        RefusedException.ThrowIf(actor.Has(StaffRoles.Coordinator) ? null : "Chỉ cơ quan điều phối gửi thông báo cho các đơn vị.", isOfRights: true);
        RefusedException.ThrowIf(setup.Round.IsDraft ? "Kỳ dự thảo chưa có ai để thông báo; gửi sau khi mở kỳ." : null);
        var (subject, words) = (VietnameseText.Normalize(letter.Subject), Legible(letter.Words));
        RefusedException.ThrowIf(subject.Length is 0 or > OutboxMessage.MostSubject || words.Length is 0 or > MostWords ? $"Ghi tiêu đề (tối đa {OutboxMessage.MostSubject} ký tự) và nội dung (tối đa {MostWords} ký tự)." : null);
        var people = Recipients(setup, letter.UnitCodes).SelectMany(unit => unit.Officers).DistinctBy(person => person.Id).ToList();
        RefusedException.ThrowIf(people.Count > 0 ? null : "Không có ai nhận: chưa chọn đơn vị nào, hoặc các đơn vị được chọn chưa có cán bộ đang hoạt động.");
        var (now, body) = (clock.GetUtcNow().UtcDateTime, BodyOf(setup, words));
        db.AddRange(people.Select(person => new OutboxMessage(person.Id, subject, body, NoticeTable.Sender(NoticeKind.Letter), now)));
        await db.SaveAsync(new(actor.StaffCode, "Gửi thông báo trong kỳ đánh giá", $"{RoundSave.Named(setup.Round)}: {NumberWriter.VietnameseCount(people.Count)} người nhận"), cancel);
        return people.Count;
    }

    /// <summary>The message as it goes out, but for the address that takes the mark's place.</summary>
    public static string BodyOf(RoundSetup setup, string words)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return $"{Legible(words)}\n\n{setup.Round.Title}. Mở trên cổng: {NoticeLinks.Mark(NoticeTable.PlaceOf(NoticeKind.Letter), setup.Round.Id)}";
    }

    /// <summary>Paragraphs stay; other control characters a database would refuse. Nobody writes a mark by hand.</summary>
    private static string Legible(string? words) =>
        string.Concat(TextSigns.Legible(words ?? "").Where(letter => letter == '\n' || !char.IsControl(letter))).Replace("[[", "[ [", StringComparison.Ordinal).Trim().Normalize();
}
