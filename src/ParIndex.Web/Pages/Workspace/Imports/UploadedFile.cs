using System.Text;
using ParIndex.Application.Reading;

namespace ParIndex.Web.Pages.Workspace.Imports;

/// <summary>The bytes of an upload, or of what was pasted in its place.</summary>
internal sealed record UploadedFile(string Name, byte[] Content)
{
    /// <summary>Most bytes of a whole request: enough to say of a file that it is too large, and no more.</summary>
    public const int MostRequestBytes = 3 * SourceTableReader.MostBytes;

    public const string SizeRule = "Tệp lớn hơn 5 MB. Hãy chỉ giữ lại bảng cần nhập.";

    public static bool IsWithinSize(IFormFile? file) => file is null || file.Length <= SourceTableReader.MostBytes;

    public static UploadedFile Pasted(string text) => new("bảng được dán", Encoding.UTF8.GetBytes(text));

    public static async Task<UploadedFile> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancel);
        return new(string.Concat(Path.GetFileName(file.FileName).Where(letter => !char.IsControl(letter))), copy.ToArray());
    }
}
