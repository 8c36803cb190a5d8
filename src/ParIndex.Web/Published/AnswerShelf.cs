using System.Collections.Concurrent;

namespace ParIndex.Web.Published;

/// <summary>
/// Kept answers of one edition within a bound of memory. What was not asked for since it was last looked at makes room first.
/// Finding takes no lock.
/// </summary>
/// <param name="mostBytes">The bound.</param>
public sealed class AnswerShelf(long mostBytes)
{
    /// <summary>No single answer takes a larger part of the shelf.</summary>
    private const int LargestPart = 8;

    private readonly ConcurrentDictionary<AnswerAddress, Place> _places = new();

    private readonly Queue<Place> _turns = new();

    private readonly Lock _order = new();

    private long _bytes;

    private long _edition;

    /// <summary>How much memory the answers take.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>How many there are.</summary>
    public int Count => _places.Count;

    /// <summary>The answer of an address in the edition, or <c>null</c>.</summary>
    public KeptAnswer? Find(AnswerAddress address, long edition)
    {
        if (!_places.TryGetValue(address, out var place) || place.Edition != edition)
        {
            return null;
        }

        place.WasAsked = true;
        return place.Answer;
    }

    /// <summary>Keeps an answer; those of earlier editions go.</summary>
    public void Keep(AnswerAddress address, long edition, KeptAnswer answer)
    {
        lock (_order)
        {
            if (edition > _edition)
            {
                _places.Clear();
                _turns.Clear();
                (_bytes, _edition) = (0, edition);
            }

            var place = new Place(address, edition, answer);
            if (edition < _edition || place.Bytes > mostBytes / LargestPart || !_places.TryAdd(address, place))
            {
                return;
            }

            _turns.Enqueue(place);
            _bytes += place.Bytes;
            while (_bytes > mostBytes)
            {
                MakeRoom();
            }
        }
    }

    private void MakeRoom()
    {
        var place = _turns.Dequeue();
        if (place.WasAsked)
        {
            place.WasAsked = false;
            _turns.Enqueue(place);
            return;
        }

        _places.TryRemove(place.Address, out _);
        _bytes -= place.Bytes;
    }

    private sealed class Place(AnswerAddress address, long edition, KeptAnswer answer)
    {
        public AnswerAddress Address { get; } = address;

        public long Edition { get; } = edition;

        public KeptAnswer Answer { get; } = answer;

        public long Bytes { get; } = address.Bytes + answer.Bytes;

        public bool WasAsked { get; set; }
    }
}
