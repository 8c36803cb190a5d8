using System.Runtime.CompilerServices;

namespace ParIndex.Testing;

/// <summary>
/// Dozens of apps live in one test process. Each would watch its settings and static files with a kernel handle of its
/// own, of which a user has few; tests change neither.
/// </summary>
internal static class FileWatching
{
#pragma warning disable CA2255 // The handles are taken before any test can say otherwise.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void TurnOff()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }
}
