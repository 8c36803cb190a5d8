using ParIndex.Domain.Text;

namespace ParIndex.Domain.Units;

/// <summary>A group of units that are assessed by one criteria set and ranked together (nhóm đơn vị, khối).</summary>
public sealed class UnitGroup
{
    /// <summary>Phrases in which a word that usually names a group means something else.</summary>
    private static readonly (string Folded, string Meant)[] OtherWords =
        [("xa hoi", "xahoi"), ("dia phuong", "diaphuong"), ("co so", "coso"), ("thi xa", "thixa")];

    private static readonly string[] Collective = ["cac", "khoi", "nhom", "cap", "ubnd"];

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

    /// <summary>Whether staff mean this group: by its slug, or by its name. <c>phuong</c>, <c>xa-tam-duong</c> and <c>xa</c> are three.</summary>
    public bool IsAskedFor(string slugOrName) => Slug == slugOrName || NameIdentity.Same(Name, slugOrName);

    /// <summary>
    /// Whether a table's own name of a group says this group: its slug, its name, or either with “các”, “khối”, “nhóm” or
    /// “UBND” before it: “Các phường” is <c>phuong</c>.
    /// </summary>
    public bool IsNamed(string printedName)
    {
        var bare = Bare(printedName);
        return IsAskedFor(printedName) || IsAskedFor(bare) || NameIdentity.Same(Bare(Name), bare);
    }

    /// <summary>The kind of units that a group of this name or slug usually holds.</summary>
    public static UnitKind KindOf(string slugOrName) => Usual().FirstOrDefault(group => group.Slug == SlugOf(slugOrName))?.Kind ?? UnitKind.Other;

    /// <summary>The slug of a group that is made from a table's heading, without “các” and the like: “Các phường” gives <c>phuong</c>.</summary>
    public static string SlugFrom(string printedName) => VietnameseText.Slug(Bare(printedName));

    private static string Bare(string name)
    {
        var words = VietnameseText.Normalize(name).Split(' ');
        var kept = words.SkipWhile((word, i) => i < words.Length - 1 && Collective.Contains(VietnameseText.Fold(word), StringComparer.Ordinal));
        return string.Join(' ', kept);
    }

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
