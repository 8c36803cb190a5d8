using System.Reflection;
using System.Runtime.CompilerServices;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Tests.Conventions;

public sealed class DomainConventionTests
{
    private static readonly string Sources = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../src/ParIndex.Domain"));

    [Fact]
    public void Domain_ReferencesTheFrameworkAndNothingElse()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        Assert.All(
            typeof(Rounding).Assembly.GetReferencedAssemblies(),
            reference => Assert.Equal(framework, Path.GetDirectoryName(Assembly.Load(reference).Location)));
    }

    [Theory]
    [InlineData("Math.Round(")]
    [InlineData("decimal.Round(")]
    [InlineData("decimal.Parse(")]
    [InlineData("decimal.TryParse(")]
    [InlineData("double.Parse(")]
    [InlineData("double.TryParse(")]
    [InlineData("Convert.ToDecimal(")]
    public void ReadingAndRounding_HappenInNumbersOnly(string call) => Assert.DoesNotContain(
        Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file) && !IsUnder(file, "Numbers")),
        file => File.ReadAllText(file).Contains(call, StringComparison.Ordinal));

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTime.Today")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("CultureInfo.CurrentCulture")]
    public void Rules_AskNeitherTheClockNorTheCulture(string call) => Assert.DoesNotContain(
        Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file)),
        file => File.ReadAllText(file).Contains(call, StringComparison.Ordinal));

    [Fact]
    public void Sources_AreFound() => Assert.True(File.Exists(Path.Combine(Sources, "Numbers", "Rounding.cs")));

    private static bool IsUnder(string file, string folder) => Path.GetRelativePath(Sources, file).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsBuilt(string file) => IsUnder(file, "bin") || IsUnder(file, "obj");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
