using ParIndex.Application.Data;

namespace ParIndex.Application.Staff;

/// <summary>
/// How an act that needs a second person is carried out. Register one an act:
/// <c>services.AddSingleton(new TwoPersonHandler(TwoPersonAct.ExemptOwnUnit, StaffRoles.Coordinator, Exempt))</c>.
/// </summary>
/// <param name="Act">The act.</param>
/// <param name="Deciders">Who may agree or refuse: somebody with one of these roles, of another unit than the one who asks.</param>
/// <param name="CarryOut">
/// Changes the rows; the agreement's save saves them too. Throws <see cref="StaffRefusedException"/> when the rules
/// refuse meanwhile: then nothing is saved and the request stays open.
/// </param>
public sealed record TwoPersonHandler(TwoPersonAct Act, StaffRoles Deciders, Func<ParIndexDb, TwoPersonRequest, CancellationToken, Task> CarryOut);
