using ParIndex.Domain.Rounds;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>
/// Who posts. Officer, appraiser and coordinator work at Sở Nội vụ, which takes part; the other officer and coordinator
/// at Sở Tư pháp, whose head has an account, everybody else at the Office. Appraisers are assigned to every unit, the idle one to none.
/// </summary>
[Flags]
internal enum Who
{
    None = 0,
    Nobody = 1,
    UnitOfficer = 2,
    Appraiser = 4,
    Coordinator = 8,
    OtherCoordinator = 16,
    CouncilMember = 32,
    Publisher = 64,
    Administrator = 128,
    Auditor = 256,
    OtherOfficer = 512,
    OtherAppraiser = 1024,
    IdleAppraiser = 2048,
    UnitHead = 4096,

    Coordinators = Coordinator | OtherCoordinator,
    Appraisers = Appraiser | OtherAppraiser | IdleAppraiser,
    SignedIn = UnitOfficer | OtherOfficer | UnitHead | Appraisers | Coordinators | CouncilMember | Publisher | Administrator | Auditor,
    Everybody = Nobody | SignedIn,
}

/// <summary>What became of a post; each says its status and what the audit log must tell.</summary>
internal enum Outcome
{
    /// <summary>On to another page, or shown with a code or with a file that is kept: exactly one event.</summary>
    Done,

    /// <summary>200, nothing stored: a preview. No event.</summary>
    Shown,

    /// <summary>400: the form is wrong. Counted as a refused form.</summary>
    Wrong,

    /// <summary>409: the state refuses. Counted as a refused form, or as a stale digest.</summary>
    Refused,

    /// <summary>409: this person has no right to it (own unit, second person, role): a refusal of rights, counted.</summary>
    NotYours,

    /// <summary>403: a refusal of rights, counted.</summary>
    Forbidden,

    /// <summary>404 in place of "not yours": a refusal of rights, counted.</summary>
    NotFound,

    /// <summary>404: there is none, for anybody. Counted as a refused form.</summary>
    NotThere,

    /// <summary>To the sign-in page. No event.</summary>
    SignIn,
}

/// <summary>One cell of the table: who posts in which state of the round, and what becomes of it.</summary>
/// <param name="State">State of the round, or <c>null</c> where rounds do not matter.</param>
/// <param name="Who">Who posts.</param>
/// <param name="Outcome">What is expected.</param>
internal sealed record Cell(RoundState? State, Who Who, Outcome Outcome);

/// <summary>A form of a page, with what is expected when each person sends it.</summary>
/// <param name="Page">The page's address as it declares it, without constraints.</param>
/// <param name="Handler">Name of the handler; empty for <c>OnPost</c>.</param>
/// <param name="What">What the form asks for, where a handler has several rows.</param>
/// <param name="Form">Makes what the form is about, and says what is sent.</param>
/// <param name="Cells">Whoever no cell names is forbidden; nobody is sent to sign in.</param>
internal sealed record Row(string Page, string Handler, string What, Func<Scene, Form> Form, params Cell[] Cells)
{
    /// <summary>Who sends it: everybody, unless a row says why not.</summary>
    public Who Among { get; init; } = Who.Everybody;

    /// <summary>Whether each post has a person and session of its own, because it ends or changes the session.</summary>
    public bool WithOwnSession { get; init; }

    /// <summary>Whether what is done is told and leaves no other trace in the database.</summary>
    public bool ChangesNoRow { get; init; }

    /// <summary>Whether the form stands only in the answer to another post, so that no page opened shows it.</summary>
    public bool FollowsAnotherPost { get; init; }

    /// <summary>Whether a file that is sent along is kept before it is applied, which is told as an act of its own.</summary>
    public bool KeepsFirst { get; init; }

    /// <summary>Whose post changes nothing yet: it only asks a second person.</summary>
    public Who OnlyAsks { get; init; }

    /// <summary>The states of the row, each with a round of its own.</summary>
    public IEnumerable<RoundState?> States => Cells.Select(cell => cell.State).Distinct();

    /// <summary>What is expected of somebody in a state.</summary>
    public Outcome Expected(RoundState? state, Who who) =>
        Array.Find(Cells, cell => cell.State == state && (cell.Who & who) != Who.None)?.Outcome ?? (who == Who.Nobody ? Outcome.SignIn : Outcome.Forbidden);

    public override string ToString() => $"{Page}{(Handler.Length > 0 ? "?handler=" + Handler : "")}{(What.Length > 0 ? $" ({What})" : "")}";
}

/// <summary>What a form sends.</summary>
/// <param name="Address">The address with the form's page; the handler is added.</param>
/// <param name="Fields">Values by name, without the token.</param>
internal sealed record Form(string Address, params (string Name, string Value)[] Fields)
{
    /// <summary>Where its page shows it, when that is not the address it is sent to.</summary>
    public string? ShownAt { get; init; }

    /// <summary>A file in the form: its field, its name and its bytes.</summary>
    public (string Field, string Name, byte[] Content)? File { get; init; }
}
