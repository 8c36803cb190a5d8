namespace ParIndex.Domain;

/// <summary>
/// What the rules or a reader have to say of something: why it is not taken, or what of it was passed over. Programs go
/// by the code and its arguments, which stay when a sentence is mended; people read the sentence. Both are made at one
/// place, the words of their area (<c>…Words</c>).
/// </summary>
public sealed class Finding
{
    private readonly Dictionary<string, object> _arguments = new(StringComparer.Ordinal);

    /// <param name="code">What it is, for programs: “row.name-missing”. Kebab-case after the thing it is about.</param>
    /// <param name="text">What it is, for people: a Vietnamese sentence, or the end of one that another completes by <see cref="Within"/>.</param>
    /// <param name="arguments">
    /// What it is about, as data: text as it was typed, numbers, lists of these, places; words of an enumeration become
    /// their camelCase name. Those that are <c>null</c> are left out.
    /// </param>
    public Finding(string code, string text, params (string Name, object? Value)[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        (Code, Text) = (code, text);
        foreach (var (name, value) in arguments)
        {
            if (value is not null)
            {
                _arguments[name] = value is Enum word ? Neutral(word.ToString()) : value;
            }
        }
    }

    /// <summary>What it is, for programs; the same in every language and version.</summary>
    public string Code { get; }

    /// <summary>What it is, for people, in Vietnamese.</summary>
    public string Text { get; }

    /// <summary>What it is about, by names in camelCase.</summary>
    public IReadOnlyDictionary<string, object> Arguments => _arguments;

    /// <summary>The same, told as part of a longer text: its code and arguments stay, others may join them.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="arguments">What else it is about.</param>
    public Finding Within(string text, params (string Name, object? Value)[] arguments) =>
        new(Code, text, [.. _arguments.Select(argument => (argument.Key, (object?)argument.Value)), .. arguments]);

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    private static string Neutral(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
