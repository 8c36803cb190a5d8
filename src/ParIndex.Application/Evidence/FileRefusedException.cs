namespace ParIndex.Application.Evidence;

/// <summary>Why a file is not taken.</summary>
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
/// <param name="reason">Why, for machines.</param>
/// <param name="message">Why and what is accepted, in Vietnamese.</param>
/// <param name="cause">What lies beneath.</param>
public sealed class FileRefusedException(FileRefusal reason, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Why, for machines.</summary>
    public FileRefusal Reason { get; } = reason;

    internal static FileRefusedException StoreGone(Exception? cause = null) =>
        new(FileRefusal.Store, "Kho tệp của hệ thống đang không dùng được nên tệp chưa được lưu. Vui lòng báo quản trị hệ thống rồi gửi lại; nội dung khác không bị ảnh hưởng.", cause);

    internal static FileRefusedException Altered() =>
        new(FileRefusal.Altered, "Tệp trong kho không còn đúng mã kiểm tra SHA-256 lúc được nộp, nên không được cung cấp; việc này đã được ghi vào nhật ký.");

    internal static FileRefusedException StoreFull(Exception cause) =>
        new(FileRefusal.Store, "Máy chủ không ghi được tệp (có thể đã hết chỗ lưu) nên tệp chưa được lưu. Vui lòng báo quản trị hệ thống rồi gửi lại.", cause);
}
