using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Units;

/// <summary>
/// A body that is assessed. Its code never changes; its names do. What it merged into or was split from is told by
/// <see cref="Succession"/>.
/// </summary>
public sealed class Unit
{
    private readonly List<UnitName> _names = [];
    private readonly List<UnitAlias> _aliases = [];

    /// <param name="name">Official name in full, with its type: “Huyện Sìn Hồ”.</param>
    /// <param name="kind">The sort of body.</param>
    /// <param name="nameEn">English name, or <c>null</c>.</param>
    /// <param name="validFrom">First day of the unit, or <c>null</c> when it is not recorded.</param>
    /// <param name="takenCodes">Codes of other units; none of them is given again.</param>
    /// <exception cref="ArgumentException">A name without a letter or digit: it would leave no code.</exception>
    public Unit(string name, UnitKind kind, string? nameEn = null, DateOnly? validFrom = null, IEnumerable<string>? takenCodes = null)
    {
        var normalized = VietnameseText.Normalize(name);
        Code = FreeCode(VietnameseText.Slug(normalized), takenCodes);
        ArgumentException.ThrowIfNullOrEmpty(Code, nameof(name));
        Kind = kind;
        ValidFrom = validFrom;
        _names.Add(new(normalized, nameEn, validFrom, validTo: null));
        RefreshSearchText();
    }

    private Unit()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>
    /// Permanent code: the folded full name at creation, with its type, e.g. <c>huyen-sin-ho</c>; of a second unit of one
    /// folded name <c>xa-ba-to-2</c>.
    /// </summary>
    public string Code { get; private set; } = "";

    /// <summary>The sort of body.</summary>
    public UnitKind Kind { get; private set; }

    /// <summary>First day, or <c>null</c> when it is not recorded.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day, or <c>null</c> while the unit exists.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>All names and aliases, folded, for searching in the database.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Official names in time.</summary>
    public IReadOnlyList<UnitName> Names => _names;

    /// <summary>Other spellings.</summary>
    public IReadOnlyList<UnitAlias> Aliases => _aliases;

    /// <summary>The newest official name.</summary>
    public UnitName CurrentName => _names.OrderBy(name => name.ValidFrom ?? DateOnly.MinValue).Last();

    /// <summary>The official name at the end of a year, or the newest when none is recorded for it.</summary>
    public UnitName NameIn(int year) =>
        _names.Where(name => name.HeldIn(year)).MaxBy(name => name.ValidFrom ?? DateOnly.MinValue) ?? CurrentName;

    /// <summary>Whether the unit existed on any day of the year.</summary>
    public bool ExistedIn(int year) =>
        (ValidFrom is null || ValidFrom.Value.Year <= year) && (ValidTo is null || ValidTo.Value.Year >= year);

    /// <summary>A mere renaming: a new name of the same unit from a day on.</summary>
    /// <exception cref="ArgumentException">An empty name.</exception>
    /// <exception cref="RefusedException">A day on which the current name had not begun.</exception>
    public void Rename(string name, DateOnly from, string? nameEn = null)
    {
        var normalized = VietnameseText.Normalize(name);
        ArgumentException.ThrowIfNullOrEmpty(normalized, nameof(name));
        if (from <= CurrentName.ValidFrom)
        {
            throw new RefusedException($"{CurrentName.Name} chưa có tên này trước ngày đổi tên {DateWriter.Vietnamese(from)}.");
        }

        CurrentName.ValidTo = from.AddDays(-1);
        _names.Add(new(normalized, nameEn, from, validTo: null));
        RefreshSearchText();
    }

    /// <summary>Records another spelling; one that is the same as a known name (<see cref="NameIdentity"/>) is passed over.</summary>
    public void AddAlias(string text)
    {
        var normalized = VietnameseText.Normalize(text);
        if (VietnameseText.Fold(normalized).Length > 0 && !IsCalled(normalized))
        {
            _aliases.Add(new(normalized));
            RefreshSearchText();
        }
    }

    /// <summary>Ends the unit and its name: their last day. Closing again corrects the day.</summary>
    /// <exception cref="RefusedException">The unit, or its current name, began after that day.</exception>
    public void Close(DateOnly lastDay)
    {
        if (lastDay < ValidFrom || lastDay < CurrentName.ValidFrom)
        {
            throw new RefusedException($"{CurrentName.Name} bắt đầu sau ngày kết thúc {DateWriter.Vietnamese(lastDay)}.");
        }

        ValidTo = lastDay;
        CurrentName.ValidTo = lastDay;
    }

    /// <summary>Whether the text is any name or alias, in any year.</summary>
    public bool IsCalled(string text) => UnitNaming.Match(text, _names.Select(name => name.Name).Concat(_aliases.Select(alias => alias.Text)));

    /// <summary>Whether the text is a name valid in the year, or an alias of the unit while it existed.</summary>
    public bool IsCalledIn(int year, string text) =>
        ExistedIn(year) && UnitNaming.Match(text, _names.Where(name => name.HeldIn(year)).Select(name => name.Name).Concat(_aliases.Select(alias => alias.Text)));

    /// <summary>
    /// The units a name may mean in a year. Where one of them ended in that year and another of the same name goes on, the one
    /// that goes on is meant: a table says of a year what was at its end.
    /// </summary>
    public static IReadOnlyList<Unit> Called(IEnumerable<Unit> units, int year, string text)
    {
        var called = units.Where(unit => unit.IsCalledIn(year, text)).ToList();
        var lasting = called.FindAll(unit => unit.ValidTo is null || unit.ValidTo >= new DateOnly(year, 12, 31));
        return called.Count > 1 && lasting.Count > 0 ? lasting : called;
    }

    private static string FreeCode(string folded, IEnumerable<string>? taken)
    {
        var codes = taken?.ToHashSet(StringComparer.Ordinal) ?? [];
        return codes.Contains(folded)
            ? Enumerable.Range(2, codes.Count + 1).Select(number => $"{folded}-{number}").First(code => !codes.Contains(code))
            : folded;
    }

    private void RefreshSearchText() =>
        SearchText = string.Join('|', _names.Select(name => name.Name).Concat(_aliases.Select(alias => alias.Text)).Select(VietnameseText.Fold));
}
