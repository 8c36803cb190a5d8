using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>
/// The boxes of one cell of a sheet: <c>a</c> achieved, <c>r</c> required, <c>p</c> points, <c>l</c> statement,
/// <c>g</c> note. A box of the form is named by its letter and the leaf's code: <c>p-1.1.2</c>.
/// </summary>
public static class SheetFields
{
    /// <summary>Most statements that add up whose every choice is listed.</summary>
    private const int MostListed = 4;

    private static readonly IReadOnlyDictionary<char, CellField> Letters = new Dictionary<char, CellField>
    {
        ['a'] = CellField.Achieved,
        ['r'] = CellField.Required,
        ['p'] = CellField.Points,
        ['l'] = CellField.Level,
        ['g'] = CellField.Note,
    };

    /// <summary>The boxes a leaf has by its rule, in their order; where it has statements, points follow from the one chosen.</summary>
    public static string Of(Criterion leaf)
    {
        var fields = AnswerText.FieldsOf(leaf);
        return string.Concat(fields.Where(field => field != CellField.Points || !fields.Contains(CellField.Level)).Select(field => Letters.First(letter => letter.Value == field).Key));
    }

    /// <summary>The field a box stands for.</summary>
    public static CellField FieldOf(char letter) => Letters[letter];

    /// <summary>
    /// What can be chosen of a leaf's statements, as sent and as shown; <c>null</c> where so many add up that their numbers
    /// are typed instead.
    /// </summary>
    public static IReadOnlyList<(string Value, string Text)>? Choices(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Rule switch
        {
            CumulativeRule { Levels.Count: > MostListed } => null,
            CumulativeRule rule => [.. Enumerable.Range(0, 1 << rule.Levels.Count).Select(choice => (AnswerText.Choice(leaf, choice), $"{AnswerText.Points(rule.PointsOf(choice, leaf.MaxScore))} {rule.WordsOf(choice)}"))],
            StatementsRule rule => [.. rule.Levels.Select((level, i) => (AnswerText.Choice(leaf, i), (level.Points is { } points ? AnswerText.Points(points) + " " : "") + level.Statement))],
            _ => [],
        };
    }

    /// <summary>What all boxes of a leaf show.</summary>
    public static IReadOnlyDictionary<char, string> Texts(Criterion leaf, CellAnswer answer) => Of(leaf).ToDictionary(letter => letter, letter => AnswerText.InForm(Letters[letter], leaf, answer));

    /// <summary>The answer as typed into boxes; a box that is not named was not touched.</summary>
    public static TypedAnswer Typed(IReadOnlyDictionary<char, string> boxes)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        return TypedAnswer.Of(boxes.ToDictionary(box => Letters[box.Key], box => box.Value));
    }
}

/// <summary>
/// What a sheet carries beside each cell: the version the writer saw, and a mark of what its boxes showed, so that a
/// form without script tells the boxes its writer touched from those others changed meanwhile.
/// </summary>
public static class CellToken
{
    private const int VersionBytes = 16;

    private const int MarkBytes = 4;

    /// <summary>The token of a cell as shown.</summary>
    public static string Of(ScoreCell cell, Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Of(cell.Version, SheetFields.Texts(leaf, cell.Answer));
    }

    /// <summary>The version in a token; a version that nothing has when it is not a token.</summary>
    public static Guid VersionOf(string? token) => Bytes(token) is { } bytes ? new(bytes.AsSpan(0, VersionBytes)) : Guid.Empty;

    /// <summary>Whether boxes hold what they showed.</summary>
    public static bool IsUntouched(string? token, IReadOnlyDictionary<char, string> boxes) => Of(VersionOf(token), boxes) == token;

    /// <summary>The token of a cell of which these boxes are shown.</summary>
    public static string Of(Guid version, IReadOnlyDictionary<char, string> boxes)
    {
        var bytes = new byte[VersionBytes + MarkBytes];
        version.TryWriteBytes(bytes);
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', boxes.OrderBy(box => box.Key).Select(box => box.Value)))).AsSpan(0, MarkBytes).CopyTo(bytes.AsSpan(VersionBytes));
        return Base64Url.EncodeToString(bytes);
    }

    private static byte[]? Bytes(string? token)
    {
        var bytes = new byte[VersionBytes + MarkBytes];
        return token is { Length: <= 40 } && Base64Url.IsValid(token, out var length) && length == bytes.Length && Base64Url.TryDecodeFromChars(token, bytes, out _) ? bytes : null;
    }
}
