using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishDataTexts : DataTexts
{
    public override string Title => "Open data";

    public override string Lead => "Every figure of this site can be downloaded without registration. Each file says its year, version and results digest, in itself and in its name.";

    public override string Parts => "Pages about the data";

    public override string Dictionary => "Data dictionary";

    public override string ForPrograms => "Excel, R, Python and API";

    public override string Verify => "Check a file or a figure";

    public override string Nothing => "Nothing has been published yet.";

    public override string WholeReleases => "Whole releases";

    public override string WholeRelease => "The whole release";

    public override string HowToVerify => "How to check it";

    public override string WholeNote => "The ZIP holds the canonical text, every table as CSV, Excel and JSON, the annex of the decision and the announcement in both languages (DOCX), the rules with a program that computes everything again, and the hash of each file. Its address names the version, so its content never changes.";

    public override string Release => "Release";

    public override string Digest => "Digest";

    public override string Download => "Download";

    public override string ReleaseOf(int year, int version, bool isCurrent) => $"{year}, version {version}{(isCurrent ? " (current)" : "")}";

    public override string Archive => "ZIP archive";

    public override string Figures => "One figure a row (CSV)";

    public override string Canonical => "Canonical text";

    public override string Tables => "Single tables";

    public override string TablesNote => "The current version of each year. Every table on a page can be had at the page's address with .csv, .xlsx or .json behind it.";

    public override string Table => "Table";

    public override string Year(int year) => $"{year}";

    public override string RankingOf(string group) => $"Ranking: {group}";

    public override string Registers => "Registers";

    public override string Units => "Register of units";

    public override string NationalIndices => "The province in national indices";

    public override string Formats => "Formats";

    public override string AboutWorkbook => "An XLSX workbook to read and print: place, name, index, rating and change come first, empty columns are left out; with a cover sheet and the dictionary. In Vietnamese.";

    public override string AboutCsv => "For programs: UTF-8 with BOM, comma between columns, decimal dot, column names as in the API, every column.";

    public override string AboutExcelCsv => "For a Vietnamese Excel: semicolon between columns, decimal comma, headings in words.";

    public override string AboutJson => "As the API answers, with the facts of the release and the rules of the group.";

    public override string AboutZip => "A whole release; the same release gives the same bytes.";

    public override string EmptyCells => "An empty cell has no figure or does not apply; it is not 0.";

    public override string Names => "File names and versions";

    public override string AboutNames => "A file's name says what it holds, the year, the group, the version (lan) and the first eight digits of the results digest.";

    public override string AboutVersions => "An address without a version always answers with the current one. Add ?version=1 to pin version 1: that answer never changes.";

    public override string Terms => "Terms of use";

    public override string UnderLicence => "The data is given under";

    public override string AboutTerms => "When you use it, name the source with version and digest; do not change figures and still name the publisher.";

    public override string Cite => "How to cite";

    public override string AboutCiting => "Cite the version and the digest, so that readers find the very figures even after a correction:";

    public override string Citation(Release release, string publisher, string? address)
    {
        ArgumentNullException.ThrowIfNull(release);
        return $"{PublicTexts.Quoted(publisher)}, PAR Index {release.Year}, version {release.VersionNumber}, digest {ReleaseFile.Short(release.ResultsDigest)}{(address is null ? "" : $", {address}")}.";
    }

    public override string Machines => "For machines";

    public override string Feed => "Atom feed: releases, supplements, corrections";

    public override string AboutDictionary => "What each column of each table means, made from the very list of columns that writes the files.";

    public override string Column => "Column";

    public override string Kind => "Type";

    public override string Meaning => "Meaning";

    public override string KindOf(CellKind kind) => kind switch
    {
        CellKind.Number => "number",
        CellKind.Whole => "whole number",
        CellKind.YesNo => "yes or no",
        CellKind.Day => "day",
        _ => "text",
    };
}
