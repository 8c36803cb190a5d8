namespace ParIndex.Web.Texts;

/// <summary>What a language is called in addresses and in HTML.</summary>
public static class LanguageAddresses
{
    /// <summary>What stands before the address of an English page.</summary>
    public static readonly PathString EnglishBase = new("/en");

    /// <summary>The tag of HTML and HTTP: <c>vi</c>, <c>en</c>.</summary>
    public static string Tag(this Language language) => language == Language.English ? "en" : "vi";

    /// <summary>The other one.</summary>
    public static Language Other(this Language language) => language == Language.English ? Language.Vietnamese : Language.English;

    /// <summary>The address of a public page in a language.</summary>
    /// <param name="language">The language wanted.</param>
    /// <param name="path">The page's path, without what stands before it for English.</param>
    public static string Address(this Language language, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return language == Language.Vietnamese ? path : path == "/" ? EnglishBase.Value! : EnglishBase.Value + path;
    }

    /// <summary>The address without its language: data is the same in both.</summary>
    public static string Plain(string address) =>
        new PathString(address).StartsWithSegments(EnglishBase, StringComparison.Ordinal, out var rest) ? rest.HasValue ? rest.Value : "/" : address;
}
