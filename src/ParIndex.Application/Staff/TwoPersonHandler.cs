using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>
/// How an act that needs a second person is carried out: one an act, in the list of Web's <c>Setup/StaffServices</c>.
/// </summary>
/// <param name="Act">The act.</param>
/// <param name="Deciders">Who may agree or refuse: somebody with one of these roles, of another unit than the one who asks and the one concerned, as <see cref="SecondPerson"/> says.</param>
/// <param name="CarryOut">
/// Changes the rows; the agreement's save saves them too. The request is decided already: it says by whom and when.
/// Throws <see cref="RefusedException"/> when the rules refuse meanwhile: then nothing is saved and the request
/// stays open.
/// </param>
public sealed record TwoPersonHandler(TwoPersonAct Act, StaffRoles Deciders, Func<ParIndexDb, TimeProvider, TwoPersonRequest, CancellationToken, Task> CarryOut)
{
    /// <summary>
    /// Says of open requests of this act what the second person should see; by key of the
    /// request, without those whose subject is gone. <c>null</c> when the summary says it all.
    /// </summary>
    public Func<ParIndexDb, IReadOnlyList<TwoPersonRequest>, CancellationToken, Task<IReadOnlyDictionary<Guid, TwoPersonSubject>>>? Describe { get; init; }
}

/// <summary>What an open request concerns.</summary>
/// <param name="RoundId">The round it belongs to, or <c>null</c>.</param>
/// <param name="RoundTitle">The round's title, or <c>null</c>.</param>
/// <param name="Facts">What is asked for, beside what holds now.</param>
public sealed record TwoPersonSubject(Guid? RoundId, string? RoundTitle, IReadOnlyList<TwoPersonFact> Facts);

/// <summary>One line of what is asked for: an instant, or words.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Text">In words, for when there is no instant.</param>
/// <param name="At">The instant, UTC, or <c>null</c>.</param>
public sealed record TwoPersonFact(string Name, string? Text, DateTime? At = null);
