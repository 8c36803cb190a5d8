using ParIndex.Domain.Text;

namespace ParIndex.Domain.Evidence;

/// <summary>The kinds of files that are taken, by their content and not by their name.</summary>
public enum FileKind
{
    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Word document (DOCX).</summary>
    Docx,

    /// <summary>Excel workbook (XLSX).</summary>
    Xlsx,

    /// <summary>JPEG picture.</summary>
    Jpeg,

    /// <summary>PNG picture.</summary>
    Png,
}

/// <summary>What whoever opens a file is to know before.</summary>
[Flags]
public enum FileMarks
{
    /// <summary>Nothing was found.</summary>
    None = 0,

    /// <summary>It holds program code (JavaScript, macros, add-ins).</summary>
    Script = 1,

    /// <summary>It starts another program.</summary>
    Launch = 2,

    /// <summary>Other files lie within.</summary>
    EmbeddedFiles = 4,

    /// <summary>It is a form to fill in, or sends what is filled in.</summary>
    Form = 8,

    /// <summary>It takes its template from another machine.</summary>
    RemoteTemplate = 16,

    /// <summary>It fetches content from elsewhere when it is opened.</summary>
    ExternalLinks = 32,

    /// <summary>Part of it could not be looked into: it is encrypted, or packed in an unusual way.</summary>
    Unchecked = 64,

    /// <summary>Its bytes were found not to be those that were stored; it is not given out.</summary>
    Altered = 128,
}

/// <summary>
/// A file kept outside the database under a random name, with the hash of its bytes. Its bytes never change: another
/// file is another row.
/// </summary>
public sealed class StoredFile
{
    /// <param name="fileName">Its name where it came from, for people.</param>
    /// <param name="kind">What its content is.</param>
    /// <param name="size">Bytes, above 0.</param>
    /// <param name="sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
    /// <param name="unitId">The unit whose quota it counts against, or <c>null</c> for the council's own.</param>
    /// <param name="year">The year whose quota it counts against.</param>
    /// <param name="by">The account that brought it.</param>
    /// <param name="at">Instant, UTC.</param>
    public StoredFile(string fileName, FileKind kind, long size, string sha256, Guid? unitId, int year, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        (FileName, Kind, Size, Sha256, UnitId, Year, By, At) = (fileName, kind, size, sha256, unitId, year, by, at);
    }

    private StoredFile()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Its name where it came from.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Its name, folded; stored for searching in the database, and never read back.</summary>
    public string SearchText
    {
        get => VietnameseText.Fold(FileName);
        private set { }
    }

    /// <summary>What its content is.</summary>
    public FileKind Kind { get; private set; }

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of its bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Its random name in the store.</summary>
    public string StoreName { get; private set; } = Guid.NewGuid().ToString("N");

    /// <summary>The unit whose quota it counts against.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>The year whose quota it counts against.</summary>
    public int Year { get; private set; }

    /// <summary>The account that brought it.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>What whoever opens it is to know; <c>null</c> while it was not looked into.</summary>
    public FileMarks? Marks { get; private set; }

    /// <summary>Notes what was found in it.</summary>
    public void Mark(FileMarks marks) => Marks = marks;
}

/// <summary>A file on its way in: what was announced of it. Its bytes so far lie in the store and say how far it came.</summary>
public sealed class FileUpload
{
    /// <param name="fileName">Its name.</param>
    /// <param name="size">Bytes announced, above 0.</param>
    /// <param name="unitId">The unit it is for, or <c>null</c> for the council's own.</param>
    /// <param name="year">The year it is for.</param>
    /// <param name="by">The account that brings it.</param>
    /// <param name="at">Instant, UTC.</param>
    public FileUpload(string fileName, long size, Guid? unitId, int year, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        (FileName, Size, UnitId, Year, By, At) = (fileName, size, unitId, year, by, at);
    }

    private FileUpload()
    {
    }

    /// <summary>Key, and the name of its bytes in the store.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Its name.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Bytes announced.</summary>
    public long Size { get; private set; }

    /// <summary>The unit it is for.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>The year it is for.</summary>
    public int Year { get; private set; }

    /// <summary>The account that brings it.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant it began, UTC.</summary>
    public DateTime At { get; private set; }
}
