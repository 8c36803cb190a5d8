using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ParIndex.Application.Data;
using ParIndex.Domain;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace ParIndex.Web.Tests.Conventions;

/// <summary>Which folder may use which: what a reader has understood below is never taken back above.</summary>
public sealed class ArchitectureTests
{
    private static readonly Architecture Code = new ArchLoader()
        .LoadAssemblies(typeof(Refusal).Assembly, typeof(ParIndexDb).Assembly, typeof(Program).Assembly).Build();

    [Theory]
    [InlineData("ParIndex.Domain")]
    [InlineData("ParIndex.Application")]
    public void Folders_FormNoCircle(string project)
    {
        var uses = Code.Types.SelectMany(type => type.Dependencies.Select(use => (From: Folder(project, type), To: Folder(project, use.Target))))
            .Where(use => use is { From: not null, To: not null } && use.From != use.To).Distinct().ToList();
        var folders = uses.SelectMany(use => new[] { use.From, use.To }).Distinct().ToList();
        Assert.True(folders.Count > 10);

        // What uses nothing that is left is understood, and taken away; what stays goes round in a circle, or leads into one.
        while (folders.RemoveAll(folder => !uses.Exists(use => use.From == folder && folders.Contains(use.To))) > 0)
        {
        }

        Assert.True(folders.Count == 0, string.Join('\n', uses.Where(use => folders.Contains(use.From) && folders.Contains(use.To))));
    }

    /// <summary>The folder of a project that a type stands in, at whatever depth; <c>null</c> for the project's own and for other projects.</summary>
    private static string? Folder(string project, IType type) =>
        type.FullName.StartsWith(project + ".", StringComparison.Ordinal) && type.FullName.Split('.') is { Length: > 3 } names ? names[2] : null;

    [Fact]
    public void Data_KnowsMappingsOnly() => Holds(Types().That().ResideInNamespaceMatching(@"^ParIndex\.Application\.Data(\.|$)")
        .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^ParIndex\.Application\.(?!Data(\.|$)|Accounts$)")));

    [Fact]
    public void Setup_Composes_AndNothingUsesIt() => Holds(Types().That().ResideInNamespaceMatching(@"^ParIndex\.Web\.(?!Setup$)")
        .Should().NotDependOnAny(Types().That().ResideInNamespace("ParIndex.Web.Setup")));

    private static void Holds(IArchRule rule)
    {
        var results = rule.Evaluate(Code).ToList();
        Assert.NotEmpty(results);
        Assert.True(results.TrueForAll(result => result.Passed), string.Join("\n", results.Where(result => !result.Passed).Select(result => result.Description)));
    }
}
