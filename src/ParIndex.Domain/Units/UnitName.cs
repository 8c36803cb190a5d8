namespace ParIndex.Domain.Units;

/// <summary>A name of a unit with the days it was the official one.</summary>
public sealed class UnitName
{
    internal UnitName(string name, string? nameEn, DateOnly? validFrom, DateOnly? validTo)
    {
        Name = name;
        NameEn = nameEn;
        ValidFrom = validFrom;
        ValidTo = validTo;
    }

    private UnitName()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The official name in full.</summary>
    public string Name { get; private set; } = "";

    /// <summary>English name, or <c>null</c>.</summary>
    public string? NameEn { get; private set; }

    /// <summary>First day, or <c>null</c> when it is not recorded.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day, or <c>null</c> while it holds.</summary>
    public DateOnly? ValidTo { get; internal set; }

    /// <summary>Whether the name held on any day of the year.</summary>
    public bool HeldIn(int year) =>
        (ValidFrom is null || ValidFrom.Value.Year <= year) && (ValidTo is null || ValidTo.Value.Year >= year);
}

/// <summary>Another spelling by which tables name a unit: an abbreviation, a misprint that recurs.</summary>
public sealed class UnitAlias
{
    internal UnitAlias(string text) => Text = text;

    private UnitAlias()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The spelling.</summary>
    public string Text { get; private set; } = "";
}
