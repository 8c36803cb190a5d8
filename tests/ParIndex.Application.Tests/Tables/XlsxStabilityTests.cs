using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ParIndex.Application.Tables;
using ParIndex.Application.Tests.Support;
using ParIndex.Domain.Tables;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Tables;

/// <summary>The same tables are the same file, so that one can be made anew and compared with a hash.</summary>
public class XlsxStabilityTests
{
    /// <summary>
    /// What the parts of the sample hash to. It was computed in another process, so that ids drawn at random or the
    /// present time would be found out. To change it is to change the form of every workbook.
    /// </summary>
    private const string PartsDigest = "d1bf21eee6b84905ae6142a600b72b214a35fa6dead7fafef778ae6d56d5ad77";

    [Theory, MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void Bytes_DoNotDependOnTheCulture(string culture)
    {
        var before = Sample();

        using var _ = new InCulture(culture);

        Assert.Equal(before, Sample());
    }

    [Fact]
    public void Parts_AreThoseOfEveryRun()
    {
        using var package = new ZipArchive(new MemoryStream(Sample()));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in package.Entries)
        {
            using var content = new MemoryStream();
            using var stream = part.Open();
            stream.CopyTo(content);
            hash.AppendData(Encoding.UTF8.GetBytes($"{part.FullName} {content.Length}\n"));
            hash.AppendData(content.ToArray());
        }

        var parts = Convert.ToHexStringLower(hash.GetHashAndReset());
        Assert.True(parts == PartsDigest, parts);
    }

    [Fact]
    public void Parts_StandInOneOrder_WithoutTheTimeTheyWereWritten()
    {
        using var package = new ZipArchive(new MemoryStream(Sample()));

        Assert.Equal(
            [
                "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                "xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels", "xl/tables/table1.xml",
                "xl/worksheets/sheet3.xml", "xl/worksheets/_rels/sheet3.xml.rels", "xl/tables/table2.xml",
                "xl/styles.xml",
            ],
            package.Entries.Select(part => part.FullName));
        Assert.All(package.Entries, part => Assert.Equal(new DateTime(1980, 1, 1), part.LastWriteTime.DateTime));
    }

    [Fact]
    public void OneFigureMore_IsAnotherFile()
    {
        Assert.NotEqual(Sample(), Sample(new SampleRow(Score: 0.01m)));
    }

    private static byte[] Sample(SampleRow? last = null) => XlsxWorkbook.Write(
        OpenedWorkbook.Cover,
        WorkbookSheet.Of(SampleRow.Table(SampleRow.Full, last ?? new SampleRow()), "Sở, ban, ngành"),
        WorkbookSheet.Of(SampleRow.Texts("=1+1", "I và i", " hai\ndòng "), "Văn bản"));
}
