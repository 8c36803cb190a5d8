using ParIndex.Application.Evidence;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>One leaf with all that is asked about it while it is scored: its own page and the panel beside the sheet show this.</summary>
/// <param name="Desk">The scorecard, the leaf and who is at work.</param>
/// <param name="Row">The leaf as a row of the sheet.</param>
/// <param name="Earlier">What counted the year before, or <c>null</c>.</param>
/// <param name="Edits">Every edit the reader may see, newest first.</param>
/// <param name="Names">Those who filled it in, by name and unit.</param>
/// <param name="Before">The leaf before, or <c>null</c>.</param>
/// <param name="After">The leaf after, or <c>null</c>.</param>
/// <param name="Library">Documents the person may point to and this leaf does not yet; none where nothing can be added now.</param>
public sealed record LeafView(
    ScorecardDesk Desk, SheetRow Row, EarlierAnswer? Earlier, IReadOnlyList<EditLine> Edits, IReadOnlyDictionary<Guid, string> Names,
    Criterion? Before, Criterion? After, IReadOnlyList<LibraryLine> Library)
{
    /// <summary>The leaf.</summary>
    public Criterion Leaf => Row.Leaf;

    /// <summary>What people of the unit said to one another about the leaf; <c>null</c> for whoever is not of the unit.</summary>
    public IReadOnlyList<InnerNote>? InnerNotes { get; init; }

    /// <summary>Whether the person may bring documents to the leaf now.</summary>
    public bool MayAttach => Leaf.Component != Component.Survey && Row.Exemption is null && EvidenceRights.WhyNotAttach(Desk.Actor, Desk.Folder, Desk.Now) is null;

    /// <summary>Documents of the year before that the person may point to and this leaf does not yet.</summary>
    public IReadOnlyList<EvidenceItem> Reusable
    {
        get
        {
            var linked = Desk.Folder.EvidenceOf(Leaf).Select(line => line.Document.Id).ToHashSet();
            return !MayAttach || Earlier is null ? [] : [.. Earlier.Documents.Where(line => !linked.Contains(line.Document.Id) && EvidenceRights.MayPointTo(Desk.Actor, line.Document))];
        }
    }

    /// <summary>Documents of the year before, as far as the person may read them.</summary>
    public IEnumerable<EvidenceItem> EarlierDocuments => Earlier is null ? [] : Earlier.Documents.Where(line => EvidenceRights.ReadsAll(Desk.Actor) || EvidenceRights.MayPointTo(Desk.Actor, line.Document));

    /// <summary>A person by name; a dash where nobody is known.</summary>
    public string Who(Guid? id) => id is { } key && Names.TryGetValue(key, out var name) ? name : "–";
}

/// <summary>Reads the leaf of a desk.</summary>
public sealed class LeafReader(ScorecardReader scorecards, EarlierScores earlier, EvidenceLibrary library, InnerTalk talk)
{
    /// <summary>The leaf that the desk's address names.</summary>
    /// <param name="desk">The scorecard, the leaf and who is at work.</param>
    /// <param name="problems">What was sent of it and not saved.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<LeafView> OfAsync(ScorecardDesk desk, IReadOnlyList<CellOutcome> problems, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var leaf = desk.Leaf;
        var past = await earlier.OfLeafAsync(desk.Folder, leaf, cancel);
        var points = past?.Answer.Points is { } counted ? new Dictionary<Guid, decimal> { [leaf.Id] = counted } : [];
        var rows = new Sheet(desk, points, problems.ToDictionary(problem => problem.Edit.Leaf)).All.Select(line => line.Row).OfType<SheetRow>().ToList();
        var place = rows.FindIndex(row => row.Leaf.Id == leaf.Id);
        var row = rows[place];
        var edits = (await scorecards.EditsAsync(desk.Folder.Card.Id, leaf.Id, cancel)).Where(line => row.Cells.ContainsKey(line.Stage)).ToList();
        var names = await scorecards.NamesAsync(edits.Select(line => line.Edit.By).Concat(row.Cells.Values.Select(cell => cell.ChangedBy).OfType<Guid>()), cancel);
        var view = new LeafView(desk, row, past, edits, names, place > 0 ? rows[place - 1].Leaf : null, place + 1 < rows.Count ? rows[place + 1].Leaf : null, [])
        {
            InnerNotes = InsideRights.IsInside(desk.Actor, desk.Folder) ? await talk.OfAsync(desk.Actor, desk.Folder, leaf, cancel) : null,
        };
        var linked = desk.Folder.EvidenceOf(leaf).Select(line => line.Document.Id).ToHashSet();
        return view.MayAttach ? view with { Library = [.. (await library.OfAsync(desk.Actor, search: null, cancel)).Where(line => !linked.Contains(line.Document.Id))] } : view;
    }
}
