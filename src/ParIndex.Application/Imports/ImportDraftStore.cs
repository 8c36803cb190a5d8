using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Imports;

/// <summary>A draft without its bytes, for a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">What the file is to become.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="By">Full name of who brought it.</param>
/// <param name="At">Instant it was brought, UTC.</param>
public sealed record ImportDraftHead(Guid Id, ImportKind Kind, string FileName, string By, DateTime At);

/// <summary>Keeps files on the server between upload and decision.</summary>
public sealed class ImportDraftStore(ParIndexDb db, TimeProvider clock)
{
    /// <summary>Who removes what expired, in the audit log.</summary>
    private const string Sweeper = "job";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new RatingSchemeJson(), new ImportHintsJson() },
    };

    /// <summary>Drafts of figures of past years that wait for a decision, oldest first; sheets are their senders' own.</summary>
    public async Task<IReadOnlyList<ImportDraftHead>> WaitingAsync(CancellationToken cancel = default) =>
        await Present.Where(draft => draft.Kind == ImportKind.PublishedTable || draft.Kind == ImportKind.LeafPoints).OrderBy(draft => draft.At).ThenBy(draft => draft.Id)
            .Join(db.StaffAccounts, draft => draft.By, account => account.Id, (draft, account) => new ImportDraftHead(draft.Id, draft.Kind, draft.FileName, account.FullName, draft.At))
            .ToListAsync(cancel);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Drafts that have not expired, or wait for a second person.</summary>
    private IQueryable<ImportDraft> Present
    {
        get
        {
            var now = Now;
            return db.ImportDrafts.Where(draft => draft.ExpiresAt > now || db.TwoPersonRequests.Any(request => request.SubjectId == draft.Id && request.State == TwoPersonState.Pending));
        }
    }

    /// <summary>The draft, or <c>null</c> when there is none of the kind: it was decided, expired, or never was.</summary>
    public Task<ImportDraft?> FindAsync(Guid id, ImportKind kind, CancellationToken cancel = default) =>
        Present.FirstOrDefaultAsync(draft => draft.Id == id && draft.Kind == kind, cancel);

    /// <summary>The draft of its owner for a target (<c>null</c>: for none), or <c>null</c>: also when it is another person's or another target's.</summary>
    public Task<ImportDraft?> FindOwnAsync(Guid id, ImportKind kind, Guid by, string? target, CancellationToken cancel = default) =>
        Present.FirstOrDefaultAsync(draft => draft.Id == id && draft.Kind == kind && draft.By == by && draft.Target == target, cancel);

    /// <summary>A person's own drafts of a kind without a target, newest first, without their bytes.</summary>
    public async Task<IReadOnlyList<ImportDraftHead>> OwnAsync(ImportKind kind, Guid by, CancellationToken cancel = default) =>
        await Present.Where(draft => draft.Kind == kind && draft.By == by && draft.Target == null).OrderByDescending(draft => draft.At).ThenBy(draft => draft.Id)
            .Select(draft => new ImportDraftHead(draft.Id, draft.Kind, draft.FileName, "", draft.At)).ToListAsync(cancel);

    /// <summary>A file as a draft that is not kept yet.</summary>
    /// <param name="kind">What it is to become.</param>
    /// <param name="source">The file.</param>
    /// <param name="request">What was said beside it.</param>
    /// <param name="by">The account that brought it.</param>
    /// <param name="target">What it is to change, where a person has one at a time for each; else <c>null</c>.</param>
    public ImportDraft Draft<TRequest>(ImportKind kind, ImportSource source, TRequest request, Guid by, string? target = null) =>
        new(kind, source, JsonSerializer.Serialize(request, Json), by, Now, target);

    /// <summary>Keeps a draft that could be compared, in place of its owner's earlier one for the same target.</summary>
    internal async Task KeepAsync(ImportDraft draft, CancellationToken cancel)
    {
        // What comparing looked up is not part of what is kept.
        db.ChangeTracker.Clear();
        if (draft.Target is not null)
        {
            db.RemoveRange(await db.ImportDrafts.Where(own => own.By == draft.By && own.Kind == draft.Kind && own.Target == draft.Target).ToListAsync(cancel));
        }

        db.Add(draft);
        var owner = await db.StaffAccounts.AsNoTracking().Where(account => account.Id == draft.By).Select(account => account.StaffCode).SingleAsync(cancel);
        await db.SaveAsync(new(owner, "Giữ bản nhập chờ quyết định"), cancel);
    }

    /// <summary>Ends a draft that is being applied, in the save that applies it.</summary>
    internal void End(ImportDraft draft) => db.Remove(draft);

    /// <summary>Removes what expired.</summary>
    public async Task SweepAsync(CancellationToken cancel = default)
    {
        var present = Present.Select(draft => draft.Id);
        var expired = await db.ImportDrafts.Where(draft => !present.Contains(draft.Id)).ToListAsync(cancel);
        if (expired.Count > 0)
        {
            db.RemoveRange(expired);
            await db.SaveAsync(new(Sweeper, "Bỏ", $"{expired.Count} bản nhập quá hạn"), cancel);
        }
    }

    /// <summary>Keeps what is said beside a file from now on.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody decided about it, or said something else, meanwhile.</exception>
    internal async Task SayAsync<TRequest>(ImportDraft draft, TRequest request, Act act, CancellationToken cancel)
    {
        draft.Say(JsonSerializer.Serialize(request, Json));
        await db.SaveAsync(act, cancel);
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

    /// <summary>The words of hints are the program's: kept is which they are. Drafts of earlier versions hold the words, all of them the form's.</summary>
    private sealed class ImportHintsJson : JsonConverter<ImportHints>
    {
        private const string Form = "form";

        public override ImportHints Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                reader.Skip();
                return ImportHints.Form;
            }

            return reader.GetString() == Form ? ImportHints.Form : ImportHints.CommandLine;
        }

        public override void Write(Utf8JsonWriter writer, ImportHints value, JsonSerializerOptions options) => writer.WriteStringValue(value == ImportHints.Form ? Form : "commandLine");
    }

    private sealed class RatingSchemeJson : JsonConverter<RatingScheme>
    {
        public override RatingScheme Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => RatingScheme.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, RatingScheme value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
