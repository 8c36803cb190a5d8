namespace ParIndex.Web.Commands;

/// <summary>Finds a file as the person who typed its name means it.</summary>
public static class CallerPath
{
    /// <summary>
    /// The full path of <paramref name="typed"/>. `dotnet run --project` changes to the project's folder; the
    /// shell's PWD still says where the person stands.
    /// </summary>
    public static string Resolve(string typed)
    {
        var here = Path.GetFullPath(typed);
        return Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } caller && Path.IsPathRooted(caller)
            ? Path.GetFullPath(typed, caller)
            : here;
    }
}
