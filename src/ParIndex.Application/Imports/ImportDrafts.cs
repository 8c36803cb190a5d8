using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Ratings;

namespace ParIndex.Application.Imports;

/// <summary>A draft without its bytes, for a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">What the file is to become.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="By">Full name of who brought it.</param>
/// <param name="At">Instant it was brought, UTC.</param>
public sealed record ImportDraftHead(Guid Id, ImportKind Kind, string FileName, string By, DateTime At);

/// <summary>Keeps files on the server between upload and decision.</summary>
public sealed class ImportDrafts(ParIndexDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new RatingSchemeJson() },
    };

    /// <summary>Drafts of figures of past years that wait for a decision, oldest first; sheets are their senders' own.</summary>
    public async Task<IReadOnlyList<ImportDraftHead>> WaitingAsync(CancellationToken cancel = default) =>
        await db.ImportDrafts.Where(draft => draft.Kind == ImportKind.PublishedTable || draft.Kind == ImportKind.LeafPoints).OrderBy(draft => draft.Id)
            .Join(db.StaffAccounts, draft => draft.By, account => account.Id, (draft, account) => new ImportDraftHead(draft.Id, draft.Kind, draft.FileName, account.FullName, draft.At))
            .ToListAsync(cancel);

    /// <summary>The draft, or <c>null</c> when there is none of the kind: it was decided, or never was.</summary>
    public Task<ImportDraft?> FindAsync(Guid id, ImportKind kind, CancellationToken cancel = default) =>
        db.ImportDrafts.FirstOrDefaultAsync(draft => draft.Id == id && draft.Kind == kind, cancel);

    /// <summary>Keeps a file that could be read, with what was said beside it.</summary>
    /// <param name="kind">What it is to become.</param>
    /// <param name="fileName">Its name; only its end is kept when it is long.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="request">What was said beside it.</param>
    /// <param name="actor">Who brought it.</param>
    /// <param name="cancel">Ends the work before anything is stored.</param>
    public async Task<ImportDraft> KeepAsync<TRequest>(ImportKind kind, string fileName, byte[] content, TRequest request, StaffActor actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(actor);
        var draft = new ImportDraft(kind, fileName.Length <= 200 ? fileName : fileName[^200..], content, JsonSerializer.Serialize(request, Json), actor.Id, clock.GetUtcNow().UtcDateTime);
        db.Add(draft);
        await db.SaveAsync(new(actor.StaffCode, "Giữ bản nhập chờ quyết định"), cancel);
        return draft;
    }

    /// <summary>What was said beside the file.</summary>
    public static TRequest RequestOf<TRequest>(ImportDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return JsonSerializer.Deserialize<TRequest>(draft.Request, Json) ?? throw new InvalidOperationException($"Import draft {draft.Id} has no request.");
    }

    /// <summary>Throws the file away; nothing of it is published, and a proposal to do so ends with it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody decided about it meanwhile.</exception>
    public async Task DiscardAsync(ImportDraft draft, StaffActor actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(actor);
        db.RemoveRange(await db.TwoPersonRequests.Where(request => request.SubjectId == draft.Id && request.State == TwoPersonState.Pending).ToListAsync(cancel));
        db.Remove(draft);
        await db.SaveAsync(new(actor.StaffCode, "Bỏ bản nhập"), cancel);
    }

    private sealed class RatingSchemeJson : JsonConverter<RatingScheme>
    {
        public override RatingScheme Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => RatingScheme.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, RatingScheme value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
