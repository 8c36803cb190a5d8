namespace ParIndex.Web.Security;

/// <summary>
/// What the addresses of the staff begin with: what security goes by before the router is asked, and whether or not it knows
/// the address.
/// </summary>
internal static class StaffRoots
{
    private static readonly PathString Account = "/tai-khoan";

    private static readonly PathString[] Work = ["/lam-viec", "/quan-tri"];

    /// <summary>Whether the address is one of signing in and of one's own account.</summary>
    public static bool IsAccount(PathString path) => IsBelow(Account, path);

    /// <summary>Whether the address is one of the workspace or the administration.</summary>
    public static bool IsWork(PathString path) => Array.Exists(Work, root => IsBelow(root, path));

    private static bool IsBelow(PathString root, PathString path) => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase);
}
