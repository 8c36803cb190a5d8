using ParIndex.Web.Configuration;

namespace ParIndex.Web.Security;

/// <summary>A folder only this program's account may open: it holds drafts and keys.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder, made when it is not there, and tried. One that is there keeps the rights its owner gave it.</summary>
    /// <exception cref="SettingsException">It cannot be made, read or written to.</exception>
    public static DirectoryInfo Open(string path)
    {
        try
        {
            var folder = OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly);
            Try(folder);
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw SettingsException.For([$"DataFolder không dùng được thư mục {path} ({failure.Message}); ghi một thư mục mà chương trình được phép tạo, đọc và ghi."]);
        }
    }

    /// <summary>Rights alone do not tell: a disk may be mounted for reading, or be full.</summary>
    private static void Try(DirectoryInfo folder)
    {
        _ = folder.EnumerateFileSystemInfos().Any();
        var probe = Path.Combine(folder.FullName, $".thu-ghi-{Guid.NewGuid():N}");
        using (File.Create(probe, bufferSize: 1, FileOptions.DeleteOnClose))
        {
            // Made and gone.
        }
    }
}
