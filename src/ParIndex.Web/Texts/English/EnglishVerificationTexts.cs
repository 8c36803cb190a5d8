using ParIndex.Application.Releases.Seals;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishVerificationTexts : VerificationTexts
{
    public override string Title => "Check a file or a figure";

    public override string Lead => "Each release has a results digest. It tells which release a file belongs to, and whether that release is current or was replaced.";

    public override string File => "Which release does this file belong to";

    public override string Code => "Digest or file name";

    public override string CodeAccepted => "The whole digest of 64 hexadecimal digits, at least its first 8, or a file name such as xep-hang-2025-so-nganh-lan-3-38c93094.csv.";

    public override string Check => "Check";

    public override string NoCode => "There is no digest in what was entered. A digest has 8 to 64 digits 0–9, a–f.";

    public override string Unknown(string digest) => $"No release has the digest {digest}, and no register has it now. A file of a register (units, national indices) taken before its last update no longer matches either.";

    public override string Belongs(int year, int version, bool isCurrent) => $"It belongs to the release of {year}, version {version}: {(isCurrent ? "current" : "replaced")}.";

    public override string OpenRelease => "Open it";

    public override string OpenCurrent => "Open the current one";

    public override string BelongsToRegister => "The digest of a register as it is now:";

    public override string Figure => "Does this figure still stand";

    public override string AboutFigure => "Choose a unit and a year to see its index in each version.";

    public override string Unit => "Unit";

    public override string Year => "Year";

    public override string NoUnit => "No such unit was found. Type its name with or without accents, a former name or an acronym.";

    public override string NoFigure(string year) => $"no results in the releases of {year}.";

    public override string Version => "Version";

    public override string VersionState(int version, bool isCurrent) => $"version {version} ({(isCurrent ? "current" : "replaced")})";

    public override string Index => "Index";

    public override string Rating => "Rating";

    public override string Place => "Place";

    public override string ByYourself => "Check by yourself, without our software";

    public override string StepArchive => "Download the ZIP of the release and unpack it:";

    public override string ArchiveOf(int year, int version) => $"archive of {year}, version {version}";

    public override string StepSums => "Check that no file was changed; every line must say OK:";

    public override string StepCanonical => "Compute the digest of the canonical text:";

    public override string StepCompare => "It must be the results digest printed on the page of the release and in every file.";

    public override string StepRecompute => "Compute every index, rating, place and change again with the program of less than 150 lines that is in the ZIP; its last line must say OK, or else each cell that differs is named:";

    public override string OnWindows => "On Windows:";

    public override string StepManifest => "Compute the seal from the manifest; it must be the line “seal” of the checkpoint and the seal in the table below:";

    public override string StepSignature => "Check the signature with the public key from this page; it must print “Verified OK”:";

    public override string SealedFile => "A file of the sealed archive:";

    public override string Chain => "Chain of seals";

    public override string AboutChain => "Each release has a seal, computed from the list of all its files and from the seal before. Whoever removes, inserts or changes an old release makes every later seal another.";

    public override string Link => "No.";

    public override string SealedRelease => "Release";

    public override string ReleaseOf(int year, int version) => $"{year}, version {version}";

    public override string Seal => "Seal";

    public override string SealedAt => "Sealed at";

    public override string Key => "Public key";

    public override string AboutKey => "Signatures in the archives are checked with this key. Its fingerprint (SHA-256) is printed below, to be compared by another way.";

    public override string SealNumber(int number) => $"number {number} in the chain";

    public override string Upload => "Check a file";

    public override string AboutUpload => "Choose a file you hold: the answer says which release it belongs to, whether that one is current, and which cells differ where its figures were changed. The file is only read to be compared and is not kept.";

    public override string UploadLabel => "A CSV, XLSX, HTML, JSON or ZIP file, at most 20 MB";

    public override string NoFile => "No file was chosen, or it is empty or larger than 20 MB.";

    public override string Verdict(FileVerdict verdict, bool isCurrent) => verdict switch
    {
        FileVerdict.Sealed => isCurrent ? "The same to the last byte, current." : "The same to the last byte, of a replaced version.",
        FileVerdict.SameFigures => "The same figures in another file: saved again by other software, or printed.",
        FileVerdict.OtherFigures => "No longer as published: something differs.",
        _ => "It belongs to no release, or is not a table of results that can be read.",
    };

    public override string RowsCompared(int rows) => $"{rows} rows compared, of the table:";

    public override string Differences => "Cells that differ from the release";

    public override string Column => "Column";

    public override string InFile => "In the file";

    public override string InRelease => "Published";

    public override string PlaceInFile => "Place in the file";

    public override string More(int count) => $"and {count} more.";

    public override string Follows => "follows";
}
