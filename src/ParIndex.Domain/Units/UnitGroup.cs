using ParIndex.Domain.Text;

namespace ParIndex.Domain.Units;

/// <summary>A group of units that are assessed by one criteria set and ranked together (nhóm đơn vị, khối).</summary>
public sealed class UnitGroup
{
    /// <summary>Phrases in which a word that usually names a group means something else.</summary>
    private static readonly (string Folded, string Meant)[] OtherWords =
        [("xa hoi", "xahoi"), ("dia phuong", "diaphuong"), ("co so", "coso"), ("thi xa", "thixa")];

    /// <param name="slug">Its part of the address, kept for ever: <c>so-nganh</c>.</param>
    /// <param name="name">Name as headings show it: “Sở, ban, ngành”.</param>
    /// <param name="nameEn">English name, or <c>null</c>.</param>
    /// <param name="kind">The sort of units in it.</param>
    /// <param name="position">Order among the groups.</param>
    public UnitGroup(string slug, string name, string? nameEn, UnitKind kind, int position)
    {
        Slug = VietnameseText.Slug(slug);
        Name = VietnameseText.Normalize(name);
        NameEn = nameEn;
        Kind = kind;
        Position = position;
    }

    private UnitGroup()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>Its part of the address.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Name as headings show it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>English name.</summary>
    public string? NameEn { get; private set; }

    /// <summary>The sort of units in it.</summary>
    public UnitKind Kind { get; private set; }

    /// <summary>Order among the groups.</summary>
    public int Position { get; private set; }

    /// <summary>Changes what headings show; slug and kind stay for ever.</summary>
    /// <param name="name">Name as headings show it.</param>
    /// <param name="nameEn">English name, or <c>null</c>.</param>
    /// <param name="position">Order among the groups.</param>
    /// <exception cref="ArgumentException">An empty name.</exception>
    public void Describe(string name, string? nameEn, int position)
    {
        var normalized = VietnameseText.Normalize(name);
        ArgumentException.ThrowIfNullOrEmpty(normalized, nameof(name));
        (Name, NameEn, Position) = (normalized, nameEn, position);
    }

    /// <summary>The groups every province has or had.</summary>
    public static IReadOnlyList<UnitGroup> Usual() =>
    [
        new("so-nganh", "Sở, ban, ngành", "Departments", UnitKind.Department, 0),
        new("huyen", "Huyện, thành phố", "Districts and city", UnitKind.District, 1),
        new("xa", "Xã, phường", "Communes and wards", UnitKind.Commune, 2),
    ];

    /// <summary>
    /// The slug a table's own name of a group stands for: “Sở, ban, ngành tỉnh” and “Khối các sở” are <c>so-nganh</c>.
    /// A name that is none of the usual ones gives its own slug.
    /// </summary>
    public static string SlugOf(string printedName)
    {
        var words = OtherWords.Aggregate(VietnameseText.Fold(printedName), (text, phrase) => text.Replace(phrase.Folded, phrase.Meant, StringComparison.Ordinal)).Split(' ');
        return words switch
        {
            _ when words.Contains("so") || words.Contains("nganh") || words.Contains("departments") => "so-nganh",
            _ when words.Contains("huyen") || words.Contains("thixa") || words.Contains("districts") => "huyen",
            _ when words.Contains("xa") || words.Contains("phuong") || words.Contains("communes") => "xa",
            _ => VietnameseText.Slug(printedName),
        };
    }
}
