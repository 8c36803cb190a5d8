using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Archives;

/// <summary>The units and groups an import is matched against, and those it would create.</summary>
internal sealed class UnitRegister(IReadOnlyList<Unit> units, IReadOnlyList<UnitGroup> groups, int year, bool createMissing, ImportHints hints)
{
    private const int LongestSlug = 80;

    private readonly Dictionary<string, (UnitGroup Group, bool IsNew)> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Unit> _created = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>
    /// The group that staff asked for, by slug or name and nothing else, or <c>null</c> with a problem noted. It is never
    /// another group of the same kind.
    /// </summary>
    /// <param name="asked">What staff wrote.</param>
    /// <param name="printedName">The table's own name of it, for one that is created; otherwise <c>null</c>.</param>
    /// <param name="problems">Where refusals are noted.</param>
    public (UnitGroup Group, bool IsNew)? Asked(string asked, string? printedName, List<ReadingProblem> problems)
    {
        if (groups.FirstOrDefault(group => group.Slug == asked) is { } bySlug)
        {
            return (bySlug, false);
        }

        return groups.FirstOrDefault(group => group.IsAskedFor(asked)) is { } byName ? (byName, false)
            : UnitGroup.Usual().FirstOrDefault(group => group.IsAskedFor(asked)) is { } usual ? (usual, true)
            : New(VietnameseText.Slug(asked), VietnameseText.Slug(asked) == asked ? printedName ?? asked : asked, asked, place: null, problems);
    }

    /// <summary>The group that a table's own heading says, or <c>null</c> with a problem noted.</summary>
    public (UnitGroup Group, bool IsNew)? Group(string printedName, CellPlace? place, List<ReadingProblem> problems)
    {
        if (groups.FirstOrDefault(group => group.IsAskedFor(printedName)) is { } asked)
        {
            return (asked, false);
        }

        if (groups.FirstOrDefault(group => group.IsNamed(printedName)) is { } named)
        {
            return (named, false);
        }

        var slug = UnitGroup.SlugOf(printedName);
        if (groups.FirstOrDefault(group => group.Slug == slug) is { } registered)
        {
            return (registered, false);
        }

        return UnitGroup.Usual().FirstOrDefault(group => group.Slug == slug) is { } usual
            ? Kept(usual)
            : New(slug, printedName, printedName, place, problems);
    }

    /// <summary>Whether another registered group than this one is what the heading names.</summary>
    public bool IsOther(string printedName, UnitGroup asked) => groups.Any(group => group.Slug != asked.Slug && group.IsNamed(printedName));

    private (UnitGroup Group, bool IsNew) Kept(UnitGroup created) =>
        _groups.TryGetValue(created.Slug, out var known) ? known : _groups[created.Slug] = (created, true);

    private (UnitGroup Group, bool IsNew)? New(string slug, string name, string typed, CellPlace? place, List<ReadingProblem> problems)
    {
        if (_groups.TryGetValue(slug, out var known))
        {
            return known;
        }

        if (!createMissing)
        {
            if (_refused.Add(slug))
            {
                problems.Add(new(TableWords.GroupUnknown(typed, [.. KnownSlugs()], hints), place));
            }

            return null;
        }

        if (slug.Length is 0 or > LongestSlug)
        {
            if (_refused.Add(slug))
            {
                problems.Add(new(TableWords.GroupNameUnfit(typed, LongestSlug), place));
            }

            return null;
        }

        return Kept(new UnitGroup(slug, name, nameEn: null, UnitGroup.KindOf(typed), groups.Count + _groups.Count + UnitGroup.Usual().Count));
    }

    /// <summary>The unit of a printed name in the year, or <c>null</c> with a problem noted.</summary>
    public (Unit Unit, bool IsNew)? Unit(PublishedRow row, UnitKind kind, List<ReadingProblem> problems)
    {
        if (row.UnitCode is { } code && OfCode(code) is { } coded && coded.IsCalled(row.UnitName))
        {
            return (coded, false);
        }

        var matches = Domain.Units.Unit.Called(units, year, row.UnitName);
        if (matches.Count == 1)
        {
            return (matches[0], false);
        }

        if (matches.Count > 1)
        {
            problems.Add(new(TableWords.UnitAmbiguous(row.UnitName, [.. matches.Select(unit => unit.Code)]), row.Place));
            return null;
        }

        return createMissing ? Create(row, kind, problems) : Unknown(row, problems);
    }

    /// <summary>Units of a kind that the register has in the year.</summary>
    public IEnumerable<Unit> Existing(UnitKind kind) => units.Where(unit => unit.Kind == kind && unit.ExistedIn(year));

    /// <summary>The unit of a code that the register has in the year, or <c>null</c>.</summary>
    public Unit? OfCode(string code) => units.FirstOrDefault(unit => unit.Code == code && unit.ExistedIn(year));

    /// <summary>The unit a code or name given by staff stands for, or <c>null</c>.</summary>
    public Unit? Find(string codeOrName) =>
        units.Concat(_created.Values).FirstOrDefault(unit => unit.Code == codeOrName) ?? Domain.Units.Unit.Called(units.Concat(_created.Values), year, codeOrName).FirstOrDefault();

    private (Unit Unit, bool IsNew)? Create(PublishedRow row, UnitKind kind, List<ReadingProblem> problems)
    {
        var key = UnitNaming.Key(row.UnitName);
        if (_created.TryGetValue(key, out var known))
        {
            return (known, true);
        }

        if (units.FirstOrDefault(other => other.IsCalled(row.UnitName)) is { } other)
        {
            problems.Add(new(TableWords.UnitOfOtherYears(row.UnitName, year, other.Code, other.ValidFrom, other.ValidTo), row.Place));
            return null;
        }

        return (_created[key] = new Unit(row.UnitName, kind, takenCodes: units.Concat(_created.Values).Select(unit => unit.Code)), true);
    }

    private (Unit Unit, bool IsNew)? Unknown(PublishedRow row, List<ReadingProblem> problems)
    {
        var names = units.Where(unit => unit.ExistedIn(year)).Select(unit => unit.NameIn(year).Name);
        problems.Add(new(TableWords.UnitUnknown(row.UnitName, year, UnitNaming.Nearest(row.UnitName, names), hints), row.Place));
        return null;
    }

    private IEnumerable<string> KnownSlugs() => groups.Select(group => group.Slug).Union(UnitGroup.Usual().Select(group => group.Slug), StringComparer.Ordinal);
}
