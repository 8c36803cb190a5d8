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
}
