using System.Text.Json.Serialization;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Ranking;

/// <summary>
/// The order of units that share exactly the same index, as the council decided it. It says something only while all of
/// them do: when the points of one change, nothing is left to be decided and the order is not applied.
/// </summary>
public sealed record TieDecision
{
    /// <summary>Most letters of the basis.</summary>
    public const int MostBasis = 300;

    /// <param name="units">Codes of the units, the first placed first.</param>
    /// <param name="basis">What says so: “Biên bản họp số 12/BB-HĐTĐ”.</param>
    /// <param name="date">Its day.</param>
    /// <param name="by">The account that recorded it.</param>
    /// <param name="at">Instant of the record, UTC.</param>
    /// <exception cref="ArgumentException">Fewer than two units, one named twice, or no basis, or one that is too long.</exception>
    public TieDecision(IReadOnlyList<string> units, string basis, DateOnly date, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentException.ThrowIfNullOrWhiteSpace(basis);
        if (units.Count < 2 || units.Distinct(StringComparer.Ordinal).Count() < units.Count)
        {
            throw new ArgumentException("Two units or more are put in an order, each once.", nameof(units));
        }

        (Units, Basis, Date, By, At) = (units, VietnameseText.Normalize(basis), date, by, at);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Basis.Length, MostBasis, nameof(basis));
    }

    /// <summary>Codes of the units, the first placed first.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>What says so.</summary>
    public string Basis { get; }

    /// <summary>Its day.</summary>
    public DateOnly Date { get; }

    /// <summary>The account that recorded it.</summary>
    public Guid By { get; }

    /// <summary>Instant of the record, UTC.</summary>
    public DateTime At { get; }

    /// <summary>Why a unit stands before or behind another of the same index; a sentence without its full stop.</summary>
    [JsonIgnore]
    public string Reason => $"Cùng chỉ số với đơn vị khác, thứ tự do Hội đồng thẩm định quyết định: {Basis} ngày {DateWriter.Vietnamese(Date)}";

    /// <summary>Whether it names the unit.</summary>
    public bool Names(string unitCode) => Units.Contains(unitCode, StringComparer.Ordinal);

    /// <summary>The place of a unit among those named, from 1; 0 for one that is not.</summary>
    public int PlaceOf(string unitCode) => Units.TakeWhile(unit => unit != unitCode).Count() is var before && before < Units.Count ? before + 1 : 0;

    /// <summary>The place of a unit among some of those named, from 1.</summary>
    /// <param name="some">Codes of units, all of them named.</param>
    /// <param name="unitCode">One of them.</param>
    public int PlaceAmong(IReadOnlyCollection<string> some, string unitCode) => Units.Where(some.Contains).TakeWhile(unit => unit != unitCode).Count() + 1;

    /// <summary>Whether it decides about exactly these units, in whatever order.</summary>
    public bool IsAbout(IEnumerable<string> units) => Units.Order(StringComparer.Ordinal).SequenceEqual(units.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <inheritdoc />
    public bool Equals(TieDecision? other) => other is not null && Units.SequenceEqual(other.Units, StringComparer.Ordinal) && (Basis, Date, By, At) == (other.Basis, other.Date, other.By, other.At);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Units.Count, Basis, Date);
}
