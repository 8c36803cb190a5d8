using ParIndex.Web.Setup;

namespace ParIndex.Web.Security;

/// <summary>A folder only this program's account may open: it holds drafts and keys.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder, made when it is not there. One that is there keeps the rights its owner gave it.</summary>
    /// <exception cref="SettingsException">It cannot be made.</exception>
    public static DirectoryInfo Open(string path)
    {
        try
        {
            return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw SettingsException.For([$"DataFolder không tạo được thư mục {path}; ghi một thư mục mà chương trình được phép ghi."]);
        }
    }
}
