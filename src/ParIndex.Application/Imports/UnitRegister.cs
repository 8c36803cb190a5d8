using ParIndex.Application.Imports.Reading;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Imports;

/// <summary>The units and groups an import is matched against, and those it would create.</summary>
internal sealed class UnitRegister(IReadOnlyList<Unit> units, IReadOnlyList<UnitGroup> groups, int year, bool createMissing, ImportHints hints)
{
    private const int LongestSlug = 80;

    private readonly Dictionary<string, (UnitGroup Group, bool IsNew)> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Unit> _created = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>The group of a printed name or slug, or <c>null</c> with a problem noted.</summary>
    public (UnitGroup Group, bool IsNew)? Group(string printedName, CellPlace? place, List<ReadingProblem> problems)
    {
        var slug = UnitGroup.SlugOf(printedName);
        if (_groups.TryGetValue(slug, out var known))
        {
            return known;
        }

        if (groups.FirstOrDefault(group => group.Slug == slug || VietnameseText.Fold(group.Name) == VietnameseText.Fold(printedName)) is { } registered)
        {
            return _groups[slug] = (registered, false);
        }

        var usual = UnitGroup.Usual().FirstOrDefault(group => group.Slug == slug);
        if (usual is null && !createMissing)
        {
            if (!_refused.Add(slug))
            {
                return null;
            }

            problems.Add(new($"Không có nhóm đơn vị “{printedName}”; các nhóm hiện có: {string.Join(", ", KnownSlugs())}. Muốn tạo nhóm mới: {hints.CreateUnits}.", place));
            return null;
        }

        if (slug.Length is 0 or > LongestSlug)
        {
            if (_refused.Add(slug))
            {
                problems.Add(new($"Tên nhóm “{CellText.Shorten(printedName)}” phải có chữ hoặc số và không dài quá {LongestSlug} ký tự.", place));
            }

            return null;
        }

        return _groups[slug] = (usual ?? new UnitGroup(slug, printedName, nameEn: null, UnitKind.Other, groups.Count + _groups.Count + UnitGroup.Usual().Count), true);
    }

    /// <summary>The unit of a printed name in the year, or <c>null</c> with a problem noted.</summary>
    public (Unit Unit, bool IsNew)? Unit(PublishedRow row, UnitKind kind, List<ReadingProblem> problems)
    {
        var matches = units.Where(unit => unit.IsCalledIn(year, row.UnitName)).ToList();
        if (matches.Count == 1)
        {
            return (matches[0], false);
        }

        if (matches.Count > 1)
        {
            problems.Add(new($"Tên “{row.UnitName}” có thể là {string.Join(" hoặc ", matches.Select(unit => unit.Code))}; hãy ghi tên đầy đủ.", row.Place));
            return null;
        }

        return createMissing ? Create(row, kind, problems) : Unknown(row, problems);
    }

    /// <summary>The unit a code or name given by staff stands for, or <c>null</c>.</summary>
    public Unit? Find(string codeOrName) =>
        units.Concat(_created.Values).FirstOrDefault(unit => unit.Code == codeOrName || unit.IsCalledIn(year, codeOrName));

    private (Unit Unit, bool IsNew)? Create(PublishedRow row, UnitKind kind, List<ReadingProblem> problems)
    {
        var unit = new Unit(row.UnitName, kind);
        if (units.FirstOrDefault(other => other.Code == unit.Code) is { } other)
        {
            problems.Add(new($"“{row.UnitName}” không tồn tại trong năm {year} (mã {other.Code} {Lifetime(other)}); không tạo đơn vị mới trùng mã.", row.Place));
            return null;
        }

        return _created.TryAdd(unit.Code, unit) ? (unit, true) : (_created[unit.Code], true);
    }

    private (Unit Unit, bool IsNew)? Unknown(PublishedRow row, List<ReadingProblem> problems)
    {
        var names = units.Where(unit => unit.ExistedIn(year)).Select(unit => unit.NameIn(year).Name);
        var nearest = UnitNames.Nearest(row.UnitName, names);
        var hint = nearest.Count > 0 ? $" Có phải là: {string.Join(", ", nearest)}?" : "";
        problems.Add(new($"Danh mục đơn vị năm {year} không có “{row.UnitName}”.{hint} Sửa tên trong tệp, hoặc {hints.CreateUnits} để tạo đơn vị mới.", row.Place));
        return null;
    }

    private IEnumerable<string> KnownSlugs() => groups.Select(group => group.Slug).Union(UnitGroup.Usual().Select(group => group.Slug), StringComparer.Ordinal);

    private static string Lifetime(Unit unit) => (unit.ValidFrom, unit.ValidTo) switch
    {
        ({ } from, { } to) => $"tồn tại từ năm {from.Year} đến năm {to.Year}",
        (null, { } to) => $"tồn tại đến năm {to.Year}",
        ({ } from, null) => $"tồn tại từ năm {from.Year}",
        _ => "mang tên khác trong năm đó",
    };
}
