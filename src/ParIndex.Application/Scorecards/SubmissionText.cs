using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// Everything a unit hands in, as a text: a line of JSON for the approval, then one for each leaf with points, figures, statement,
/// note, answered question and each document with the SHA-256 of its file. Its own SHA-256 is what a receipt prints. The same
/// scorecard gives the same text on every database and in every culture.
/// </summary>
public static class SubmissionText
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text.</summary>
    /// <param name="folder">The scorecard with its documents.</param>
    /// <param name="submission">The handing-in.</param>
    /// <param name="signed">The signed report; <c>null</c> where it is not known.</param>
    public static string Of(ScorecardFolder folder, Submission submission, StoredFile? signed)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(submission);
        var lines = folder.Set.Leaves.Where(leaf => leaf.Component != Component.Survey).Select(leaf => Line(json => WriteLeaf(json, folder, leaf)));
        return string.Concat([Line(json => WriteApproval(json, folder, submission, signed)), .. lines]);
    }

    /// <summary>What of it the audit log keeps.</summary>
    /// <inheritdoc cref="Of" path="/param" />
    public static SubmittedContent ContentOf(ScorecardFolder folder, Submission submission, StoredFile? signed)
    {
        var text = Of(folder, submission, signed);
        return new(
            folder.Set.Leaves.Count(leaf => folder.Card.Cell(ScoreStage.SelfScore, leaf.Id)?.Points is not null),
            folder.Standing(ScoreStage.SelfScore).TotalScore,
            folder.Evidence.Select(line => line.Document.Id).Distinct().Count(),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>Whether all still stands as it was handed in.</summary>
    /// <param name="recorded">What was handed in.</param>
    /// <param name="folder">The scorecard with its documents.</param>
    /// <param name="submission">The handing-in.</param>
    /// <param name="signed">The signed report; <c>null</c> where it is not known.</param>
    public static bool Holds(SubmittedContent recorded, ScorecardFolder folder, Submission submission, StoredFile? signed)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return ContentOf(folder, submission, signed).Sha256 == recorded.Sha256;
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(content.ToArray()) + "\n";
    }

    private static void WriteApproval(Utf8JsonWriter json, ScorecardFolder folder, Submission submission, StoredFile? signed)
    {
        json.WriteString("unit", folder.Unit.Unit.Code);
        json.WriteString("year", NumberWriter.DataTrimmed(folder.Round.Year));
        json.WriteString("head", submission.HeadName);
        json.WriteString("post", submission.HeadPost);
        json.WriteString("signedOn", DateWriter.Data(submission.SignedOn));
        Write(json, "report", signed?.FileName);
        Write(json, "reportSha256", signed?.Sha256);
    }

    private static void WriteLeaf(Utf8JsonWriter json, ScorecardFolder folder, Criterion leaf)
    {
        json.WriteString("leaf", leaf.Code);
        if (folder.Unit.Participant.Exemptions.FirstOrDefault(exemption => exemption.CriterionId == leaf.Id) is { } exemption)
        {
            json.WriteString("notApplicable", exemption.Reason);
        }

        var answer = folder.Card.Cell(ScoreStage.SelfScore, leaf.Id)?.Answer ?? CellAnswer.Blank;
        Write(json, "points", answer.Points);
        Write(json, "achieved", answer.Achieved);
        Write(json, "counts", answer.Counts);
        Write(json, "required", answer.Required);
        Write(json, "statement", answer.Level);
        if (answer.ProposesExemption(leaf))
        {
            json.WriteBoolean("proposesExemption", true);
        }

        Write(json, "note", answer.Note);
        if (folder.ExplanationOf(leaf) is { Answer: { } said } explanation)
        {
            json.WriteString("explanation", said);
            json.WriteBoolean("keepsOwnScore", explanation.KeepsSelfScore == true);
        }

        WriteDocuments(json, [.. folder.EvidenceOf(leaf)]);
    }

    private static void WriteDocuments(Utf8JsonWriter json, IReadOnlyList<EvidenceItem> documents)
    {
        if (documents.Count == 0)
        {
            return;
        }

        json.WriteStartArray("documents");
        foreach (var (link, document, file) in documents.OrderBy(line => line.Document.Title, StringComparer.Ordinal).ThenBy(line => line.File?.Sha256, StringComparer.Ordinal).ThenBy(line => line.Document.Number, StringComparer.Ordinal).ThenBy(line => line.Link.Pages, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("title", document.Title);
            Write(json, "number", document.Number);
            Write(json, "issuedOn", document.IssuedOn is { } day ? DateWriter.Data(day) : null);
            Write(json, "issuer", document.Issuer);
            Write(json, "pages", link.Pages);
            Write(json, "file", file?.FileName);
            Write(json, "sha256", file?.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(NumberWriter.DataTrimmed(known));
        }
    }
}
