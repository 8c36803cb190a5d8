using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Tests.Conventions;

/// <summary>Every code by which programs are told what is wrong, with the sentence that people read instead.</summary>
public sealed partial class ProblemCodeTests
{
    private static readonly DateTime Moment = new(2023, 7, 15, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Code_IsWrittenOnce_AndHasASentence()
    {
        var written = Directory.GetFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is var name && (name.EndsWith("Words.cs", StringComparison.Ordinal) || name == "NumberMessages.cs"))
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value))
            .ToList();

        Assert.Equal(written.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
        Assert.Equal(written.Order(StringComparer.Ordinal), Said().Select(finding => finding.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(Said(), finding => Assert.False(string.IsNullOrWhiteSpace(finding.Text), finding.Code));
    }

    [Fact]
    public void Arguments_AreDataOnly() => Assert.All(Said().SelectMany(finding => finding.Arguments), argument =>
    {
        Assert.Matches("^[a-z]+([A-Z][a-z]+)*$", argument.Key);
        var values = argument.Value is not string and IEnumerable list ? list.Cast<object>() : [argument.Value];
        Assert.All(values, value => Assert.True(value is string or bool or int or long or decimal or DateOnly or DateTime or CellPlace, $"{argument.Key}: {value.GetType()}"));
    });

    [Fact]
    public void Table_OfCodes_IsTheProgramsOwn()
    {
        var expected = Said().OrderBy(finding => finding.Text, StringComparer.Ordinal).GroupBy(finding => finding.Code, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => $"| `{same.Key}` | {string.Join(", ", same.SelectMany(finding => finding.Arguments.Keys).Distinct(StringComparer.Ordinal))} | {same.First().Text} |");

        var written = File.ReadLines(Path.Combine(Root(), ".github", "problem-codes.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.True(expected.SequenceEqual(written, StringComparer.Ordinal), "The table in .github/problem-codes.md should read:\n" + string.Join('\n', expected));
    }

    /// <summary>What every sentence says of an example of each kind.</summary>
    private static IEnumerable<Finding> Said() =>
        from assembly in new[] { typeof(Finding).Assembly, typeof(ParIndexDb).Assembly, typeof(Program).Assembly }
        from words in assembly.GetTypes()
        where words is { IsAbstract: true, IsSealed: true } && (words.Name.EndsWith("Words", StringComparison.Ordinal) || words == typeof(NumberMessages))
        from sentence in words.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where sentence.ReturnType == typeof(Finding) && !Array.Exists(sentence.GetParameters(), parameter => parameter.ParameterType == typeof(Finding))
        from arguments in Examples(sentence.GetParameters())
        select (Finding)sentence.Invoke(null, arguments)!;

    /// <summary>Every choice of what can be chosen, and one example of all else.</summary>
    private static IEnumerable<object?[]> Examples(ParameterInfo[] parameters) => parameters.Aggregate(
        (IEnumerable<object?[]>)[[]],
        (before, parameter) => before.SelectMany(chosen => Examples(parameter.ParameterType, parameter.Name!).Select(example => (object?[])[.. chosen, example])).ToList());

    private static IEnumerable<object?> Examples(Type type, string name)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        return kind.IsEnum ? Enum.GetValues(kind).Cast<object?>()
            : kind == typeof(bool) ? [false, true]
            : [Example(kind, name)];
    }

    private static object Example(Type type, string name) =>
        type == typeof(string) ? $"‹{name}›"
        : type == typeof(int) ? name.Contains("year", StringComparison.OrdinalIgnoreCase) || name is "wanted" ? 2023 : 2
        : type == typeof(long) ? 2048L
        : type == typeof(decimal) ? 2m
        : type == typeof(DateTime) ? Moment
        : type == typeof(DateOnly) ? DateOnly.FromDateTime(Moment)
        : type == typeof(CellPlace) ? new CellPlace(2, 3)
        : type == typeof(SourceCell) ? new SourceCell($"‹{name}›", new(2, 3))
        : type == typeof(ImportHints) ? ImportHints.CommandLine
        : type.IsGenericType ? ListOf(type.GetGenericArguments()[0], name)
        : type.GetConstructors()[0] is var constructor ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => Examples(parameter.ParameterType, parameter.Name!).Last())])
        : throw new InvalidOperationException(type.Name);

    private static Array ListOf(Type element, string name)
    {
        var list = Array.CreateInstance(element, 1);
        list.SetValue(Example(element, name), 0);
        return list;
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(path, "..", "..", "..", ".."));

    [GeneratedRegex("\"(?<code>[a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Literal();
}
