using System.IO.Compression;
using System.Text;

namespace ParIndex.Application.Tests.Evidence;

/// <summary>Small files of each kind, honest and hostile.</summary>
internal static class SampleFiles
{
    public const string Types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

    public static byte[] Pdf(string text = "một") => Encoding.UTF8.GetBytes($"%PDF-1.7\n1 0 obj\n<< /Title ({text}) >>\nendobj\nstartxref\n9\n%%EOF\n");

    public static byte[] Png(int width = 2, int height = 3)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0]);
        Chunk(file, "IDAT", [1, 2, 3]);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    public static byte[] Jpeg(byte width = 4) => [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 5, 0, width, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2, 0, 0xFF, 0xD9];

    public static byte[] Docx(params (string Name, string Content)[] more) => Zip([("[Content_Types].xml", Types), ("word/document.xml", "<w/>"), .. more]);

    public static byte[] Xlsx(params (string Name, string Content)[] more) => Zip([("[Content_Types].xml", Types), ("xl/workbook.xml", "<w/>"), .. more]);

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        file.Write([.. BigEndian(data.Length), .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0]);
    }

    private static byte[] BigEndian(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
