using ParIndex.Domain;

namespace ParIndex.Application.Evidence;

/// <summary>What becomes of a file that is not taken.</summary>
public enum FileRefusal
{
    /// <summary>The file itself: its kind, its content or its size.</summary>
    File,

    /// <summary>The quota of the unit and year is used up.</summary>
    Quota,

    /// <summary>The store is missing or full, or the scanner does not answer: nothing the sender can mend.</summary>
    Store,

    /// <summary>Another request is writing to the same upload: the sender tries again.</summary>
    Busy,

    /// <summary>The stored bytes are no longer those that were brought.</summary>
    Altered,
}

/// <summary>A file is not taken; nothing of it is kept.</summary>
/// <param name="reason">What kind of refusal it is.</param>
/// <param name="finding">Why, and what is accepted.</param>
/// <param name="cause">What lies beneath.</param>
public sealed class FileRefusedException(FileRefusal reason, Finding finding, Exception? cause = null) : Exception(finding.Text, cause)
{
    /// <summary>What kind of refusal it is.</summary>
    public FileRefusal Reason { get; } = reason;

    /// <summary>Why, and what is accepted.</summary>
    public Finding Finding { get; } = finding;

    internal static FileRefusedException StoreGone(Exception? cause = null) =>
        new(FileRefusal.Store, UploadWords.StoreGone(), cause);

    internal static FileRefusedException Altered() =>
        new(FileRefusal.Altered, UploadWords.Altered());

    internal static FileRefusedException StoreFull(Exception cause) =>
        new(FileRefusal.Store, UploadWords.StoreFull(), cause);
}
