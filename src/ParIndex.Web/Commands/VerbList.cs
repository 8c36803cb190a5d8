using System.CommandLine;

namespace ParIndex.Web.Commands;

/// <summary>The verbs of the program, in the order `--help` lists them.</summary>
public static class VerbList
{
    public static IReadOnlyList<Func<AppBuilder, Command>> All { get; } =
    [
        ImportTableVerb.Create,
        MigrateVerb.Create,
        CreateAdminVerb.Create,
        BackupVerbs.CreateBackup,
        BackupVerbs.CreateRestore,
        VerifyVerb.Create,
        ExportSiteVerb.Create,
        ForgetKeysVerb.Create,
        DemoVerb.Create,
    ];
}
