using ParIndex.Domain.Rounds;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Council;

/// <summary>How the council decides.</summary>
public enum MeetingForm
{
    /// <summary>Phiên họp, with members present.</summary>
    Session,

    /// <summary>Lấy ý kiến bằng văn bản.</summary>
    Written,
}

/// <summary>A member of the council as on the day of a meeting.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">The name of that day.</param>
/// <param name="Post">The post of that day, or <c>null</c>.</param>
/// <param name="IsPresent">Whether the member is present; the others vote in writing.</param>
public sealed record CouncilSeat(Guid AccountId, string Name, string? Post, bool IsPresent);

/// <summary>
/// A meeting of the council, or a vote in writing: who its members are, who is present, and by which shares it decides. Kept as
/// it was recorded; later settings and accounts change nothing of it.
/// </summary>
public sealed class CouncilMeeting
{
    /// <summary>Longest place.</summary>
    public const int MostPlace = 200;

    /// <param name="round">The round whose items it decides.</param>
    /// <param name="form">Session or in writing.</param>
    /// <param name="heldOn">Its day.</param>
    /// <param name="place">Where it is held; of a vote in writing <c>null</c>.</param>
    /// <param name="presiderId">The member who presides.</param>
    /// <param name="secretaryId">The account of who keeps the minutes.</param>
    /// <param name="secretary">Name of that day of who keeps the minutes.</param>
    /// <param name="seats">Every member of the council, one seat a person.</param>
    /// <param name="rules">Quorum and majority.</param>
    /// <param name="by">The account that records it.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="RefusedException">No members, no place of a session, a presider who is no member or not present, or somebody present at a vote in writing.</exception>
    public CouncilMeeting(Round round, MeetingForm form, DateOnly heldOn, string? place, Guid presiderId, Guid secretaryId, string secretary, IReadOnlyList<CouncilSeat> seats, CouncilRules rules, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(seats);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(secretary);
        var where = string.IsNullOrWhiteSpace(place) ? null : VietnameseText.Normalize(place);
        RefusedException.ThrowIf(seats.Count == 0 ? "Hội đồng chưa có thành viên nào." : null);
        RefusedException.ThrowIf(form == MeetingForm.Session && where is null ? "Ghi địa điểm của phiên họp." : null);
        RefusedException.ThrowIf(where?.Length > MostPlace ? $"Địa điểm dài tối đa {MostPlace} ký tự." : null);
        var presider = seats.FirstOrDefault(seat => seat.AccountId == presiderId);
        RefusedException.ThrowIf(presider is null ? "Người chủ trì phải là thành viên Hội đồng." : null);
        RefusedException.ThrowIf(form == MeetingForm.Session && !presider!.IsPresent ? "Người chủ trì phải có mặt tại phiên họp." : null);
        RefusedException.ThrowIf(form == MeetingForm.Written && seats.Any(seat => seat.IsPresent) ? "Lấy ý kiến bằng văn bản thì không ghi thành viên có mặt." : null);
        (RoundId, Form, HeldOn, Place, PresiderId, SecretaryId, Secretary) = (round.Id, form, heldOn, form == MeetingForm.Session ? where : null, presiderId, secretaryId, secretary);
        (Seats, Rules, By, At) = ([.. seats], rules, by, at);
    }

    private CouncilMeeting()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Session or in writing.</summary>
    public MeetingForm Form { get; private set; }

    /// <summary>Its day.</summary>
    public DateOnly HeldOn { get; private set; }

    /// <summary>Where it is held.</summary>
    public string? Place { get; private set; }

    /// <summary>The member who presides.</summary>
    public Guid PresiderId { get; private set; }

    /// <summary>The account of who keeps the minutes.</summary>
    public Guid SecretaryId { get; private set; }

    /// <summary>Name of that day of who keeps the minutes.</summary>
    public string Secretary { get; private set; } = "";

    /// <summary>Every member of the council on that day.</summary>
    public IReadOnlyList<CouncilSeat> Seats { get; private set; } = [];

    /// <summary>Quorum and majority that hold for it.</summary>
    public CouncilRules Rules { get; private set; } = CouncilRules.Default;

    /// <summary>The account that recorded it.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who presides, by the name of that day.</summary>
    public CouncilSeat Presider => Seats.First(seat => seat.AccountId == PresiderId);

    /// <summary>The seat of a person, under whatever account; <c>null</c> for who is no member.</summary>
    /// <param name="accountId">An account of the person.</param>
    /// <param name="areOne">Whether two accounts are one person's.</param>
    public CouncilSeat? SeatOf(Guid accountId, Func<Guid, Guid, bool> areOne)
    {
        ArgumentNullException.ThrowIfNull(areOne);
        return Seats.FirstOrDefault(seat => seat.AccountId == accountId) ?? Seats.FirstOrDefault(seat => areOne(seat.AccountId, accountId));
    }
}
