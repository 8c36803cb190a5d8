using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Evidence;

/// <summary>
/// Looks into a file for what can act on whoever opens it: such files are taken, for honest ones have it too, and marked.
/// What cannot be looked into is marked as that, never as harmless.
/// </summary>
public static class FileMarking
{
    /// <summary>The marks of a file that <see cref="FileCheck"/> has let pass.</summary>
    /// <param name="content">Its bytes, seekable.</param>
    /// <param name="kind">Its kind.</param>
    public static FileMarks Of(Stream content, FileKind kind)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        switch (kind)
        {
            case FileKind.Pdf:
                var bytes = new byte[content.Length];
                content.ReadExactly(bytes);
                return PdfMarks.Of(bytes);
            case FileKind.Docx or FileKind.Xlsx:
                return PackageMarks.Of(content);
            default:
                return FileMarks.None;
        }
    }
}
