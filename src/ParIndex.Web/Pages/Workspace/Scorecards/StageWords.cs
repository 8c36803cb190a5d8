using System.Text.Json;
using System.Text.Json.Serialization;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>
/// The words by which the sheet's page, script and JSON name a stage. They stay whatever the program calls it: a browser may
/// hold edits of days ago. Upper and lower case are one, as in what older pages keep.
/// </summary>
internal static class StageWords
{
    private static readonly (ScoreStage Stage, string Word)[] Words =
    [
        (ScoreStage.SelfScore, "selfScore"),
        (ScoreStage.FirstAppraisal, "firstAppraisal"),
        (ScoreStage.SecondAppraisal, "secondAppraisal"),
        (ScoreStage.Survey, "survey"),
    ];

    /// <summary>The word of a stage.</summary>
    public static string Of(ScoreStage stage) => Array.Find(Words, known => known.Stage == stage).Word;

    /// <summary>The stage of a word; <c>null</c> for any other text.</summary>
    public static ScoreStage? Read(string? text)
    {
        var found = Array.FindIndex(Words, known => string.Equals(known.Word, text, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : Words[found].Stage;
    }

    /// <summary>A stage as its word in JSON.</summary>
    internal sealed class Json : JsonConverter<ScoreStage>
    {
        /// <inheritdoc />
        public override ScoreStage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && StageWords.Read(reader.GetString()) is { } stage ? stage : throw new JsonException();

        /// <inheritdoc />
        public override void Write(Utf8JsonWriter writer, ScoreStage value, JsonSerializerOptions options) => writer.WriteStringValue(Of(value));
    }
}
