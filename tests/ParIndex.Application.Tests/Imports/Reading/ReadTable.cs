using System.Text;
using ParIndex.Application.Reading;

namespace ParIndex.Application.Tests.Imports.Reading;

/// <summary>Reads a table written in the test, as the import does.</summary>
internal static class ReadTable
{
    internal static PublishedTable Csv(string text, int decimals = 2) => File(Encoding.UTF8.GetBytes(text), "bang.csv", decimals);

    internal static PublishedTable Html(string text) => File(Encoding.UTF8.GetBytes(text), "bang.html");

    internal static PublishedTable File(byte[] content, string name, int decimals = 2) =>
        PublishedTableReader.Read(SourceTableReader.Read(content, name), new ReadingOptions(decimals));

    internal static UnreadableTableException RefusedCsv(string text) => Assert.Throws<UnreadableTableException>(() => Csv(text));

    internal static UnreadableTableException Refused(byte[] content, string name) =>
        Assert.Throws<UnreadableTableException>(() => File(content, name));

    /// <summary>The only problem of a refused table.</summary>
    internal static ReadingProblem OnlyProblem(string csv) => Assert.Single(RefusedCsv(csv).Problems);
}
