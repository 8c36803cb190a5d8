using System.Globalization;

namespace ParIndex.Web.Tests.Site;

/// <summary>Sets the culture of the whole process until disposed; only for tests that run alone.</summary>
public sealed class ProcessCulture : IDisposable
{
    /// <summary>The collection of the tests that run alone, after all others.</summary>
    public const string Alone = "Alone in the process";

    private readonly (CultureInfo? Default, CultureInfo? DefaultUi, CultureInfo Own, CultureInfo OwnUi) _before =
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture, CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public ProcessCulture(string name) => Set(new(name), new(name), new(name), new(name));

    public void Dispose() => Set(_before.Default, _before.DefaultUi, _before.Own, _before.OwnUi);

    private static void Set(CultureInfo? ofThreads, CultureInfo? ofThreadsUi, CultureInfo own, CultureInfo ownUi) =>
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture, CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) =
        (ofThreads, ofThreadsUi, own, ownUi);
}

[CollectionDefinition(ProcessCulture.Alone, DisableParallelization = true)]
public sealed class AloneInTheProcess;
