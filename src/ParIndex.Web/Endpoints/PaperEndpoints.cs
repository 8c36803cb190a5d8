using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.Accounts;
using ParIndex.Application.Documents;
using ParIndex.Application.Evidence;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scorecards;
using ParIndex.Web.Pages.Workspace.Rounds;
using ParIndex.Web.Pages.Workspace.Scorecards;
using ParIndex.Web.Security;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Endpoints;

/// <summary>Official papers as DOCX: of published releases for everybody, of results and scorecards for those who open their pages.</summary>
internal static class PaperEndpoints
{
    /// <summary>The names of the addresses of a release's papers.</summary>
    public const string Annex = "annex.docx", Announcement = "announcement.docx", EnglishAnnouncement = "announcement-en.docx";

    /// <summary>A unit's published scorecard.</summary>
    public const string PublicCard = "unit-scorecard.docx";

    /// <summary>The same of results that are not published.</summary>
    public const string DraftAnnex = "draft-annex.docx", DraftAnnouncement = "draft-announcement.docx";

    /// <summary>The same of a scorecard.</summary>
    public const string Report = "report.docx", Card = "scorecard.docx", Receipt = "receipt.docx", Content = "submitted.txt";

    public static void MapPapers(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").RequireRateLimiting(RateLimits.WholeData).AllowAnonymous();
        open.MapGet("/cong-bo/{year:int}/{version:int}/phu-luc.docx", (int year, int version, ReleasePaperFiles papers, CancellationToken cancel) =>
            papers.AnswerAsync(year, version, ReleasePapers.AnnexNameOf, cancel)).WithName(Annex);
        open.MapGet("/cong-bo/{year:int}/{version:int}/thong-bao.docx", (int year, int version, ReleasePaperFiles papers, CancellationToken cancel) =>
            papers.AnswerAsync(year, version, ReleasePapers.AnnouncementNameOf, cancel)).WithName(Announcement);
        open.MapGet("/cong-bo/{year:int}/{version:int}/thong-bao-tieng-anh.docx", (int year, int version, ReleasePaperFiles papers, CancellationToken cancel) =>
            papers.AnswerAsync(year, version, ReleasePapers.EnglishAnnouncementNameOf, cancel)).WithName(EnglishAnnouncement);

        app.MapGet("/don-vi/{unit}/{year:int}/phieu.docx", (string unit, int year, int? version, PublishedData data, PublicReleases releases, CancellationToken cancel) =>
            data.UnitYearAsync(unit, year, version, async found => Results.File(DocxWriter.Write(UnitPaper.Of(found, await releases.ScorecardAsync(found, cancel))), DocxWriter.MediaType, UnitPaper.NameOf(found)), cancel)).RequireRateLimiting(RateLimits.OpenData).AllowAnonymous().WithName(PublicCard);

        var results = new AuthorizeAttribute { Roles = RoundAudience.OfResults };
        app.MapGet("/lam-viec/ky-danh-gia/{id:guid}/ket-qua/phu-luc.docx", (Guid id, HttpContext context, CurrentStaff staff, RoundReader rounds, RoundResults drafts, CancellationToken cancel) =>
            DraftAsync(id, context, staff, rounds, drafts, release => Task.FromResult(File(ReleasePapers.Annex(release), Name("du-thao-phu-luc", release))), cancel)).RequireAuthorization(results).WithName(DraftAnnex);
        app.MapGet("/lam-viec/ky-danh-gia/{id:guid}/ket-qua/thong-bao.docx", (Guid id, HttpContext context, CurrentStaff staff, RoundReader rounds, RoundResults drafts, ReleaseObservations observations, CancellationToken cancel) =>
            DraftAsync(id, context, staff, rounds, drafts, async release => File(ReleasePapers.Announcement(release, AnnouncementWording.Of(release, await observations.WhenPublishedAsync(release, cancel), Language.Vietnamese), isDraft: true), Name("du-thao-thong-bao", release)), cancel)).RequireAuthorization(results).WithName(DraftAnnouncement);

        var readers = new AuthorizeAttribute { Roles = ScorecardAudience.Roles };
        app.MapGet("/lam-viec/phieu-cham-diem/{id:guid}/bao-cao.docx", (Guid id, HttpContext context, CurrentStaff staff, ScorecardReader scorecards, CancellationToken cancel) =>
            ScorecardAsync(id, context, staff, scorecards, (folder, _) => Task.FromResult(File(ScorecardPapers.Report(folder), Name("bao-cao-tu-cham", folder))), cancel)).RequireAuthorization(readers).WithName(Report);
        app.MapGet("/lam-viec/phieu-cham-diem/{id:guid}/phieu.docx", (Guid id, HttpContext context, CurrentStaff staff, ScorecardReader scorecards, CancellationToken cancel) =>
            ScorecardAsync(id, context, staff, scorecards, (folder, reader) => Task.FromResult(File(ScorecardPapers.Card(folder, reader), Name("phieu-cham-diem", folder))), cancel)).RequireAuthorization(readers).WithName(Card);
        app.MapGet("/lam-viec/phieu-cham-diem/{id:guid}/giay-xac-nhan.docx", (Guid id, HttpContext context, [FromQuery(Name = "lan-nop")] Guid? which, CurrentStaff staff, ScorecardReader scorecards, StoredFileRegister files, StaffRecord record, SubmissionRecords records, CancellationToken cancel) =>
            ScorecardAsync(id, context, staff, scorecards, async (folder, _) => await SubmittedAsync(folder, which, records, cancel) is (var submission, var content)
                ? File(ScorecardPapers.Receipt(folder, submission, (await record.OfAsync([submission.By])).NameOn(submission.By, submission.At), await files.FindAsync(submission.ReportFileId, cancel), content), Name("giay-xac-nhan", folder))
                : Results.NotFound(), cancel)).RequireAuthorization(readers).WithName(Receipt);
        app.MapGet("/lam-viec/phieu-cham-diem/{id:guid}/noi-dung-da-nop.txt", (Guid id, HttpContext context, CurrentStaff staff, ScorecardReader scorecards, StoredFileRegister files, SubmissionRecords records, CancellationToken cancel) =>
            ScorecardAsync(id, context, staff, scorecards, (folder, _) => ContentAsync(folder, files, records, cancel), cancel)).RequireAuthorization(readers).WithName(Content);
    }

    private static async Task<IResult> DraftAsync(Guid id, HttpContext context, CurrentStaff staff, RoundReader rounds, RoundResults results, Func<Release, Task<IResult>> answer, CancellationToken cancel) =>
        await staff.OfAsync(context.User, cancel) is { } reader && await rounds.FindAsync(id, cancel) is { } setup && RoundRights.MayRead(reader.Roles, setup.Round)
            && (await results.ShownAsync(setup, cancel)).SeenBy(reader).Release is { } release
            ? await answer(release)
            : Results.NotFound();

    private static async Task<IResult> ScorecardAsync(Guid id, HttpContext context, CurrentStaff staff, ScorecardReader scorecards, Func<ScorecardFolder, StaffAccount, Task<IResult>> answer, CancellationToken cancel) =>
        await staff.OfAsync(context.User, cancel) is { } reader && await scorecards.FindAsync(id, cancel) is { } folder && ScorecardRights.MayRead(reader, folder)
            ? await answer(EvidenceRights.AsSeenBy(reader, folder), reader)
            : Results.NotFound();

    /// <summary>The handing-in that is asked for, or the last: with what was recorded of it, or while what is stored is still all that is known.</summary>
    private static async Task<(Submission Submission, SubmittedContent? Content)?> SubmittedAsync(ScorecardFolder folder, Guid? which, SubmissionRecords records, CancellationToken cancel)
    {
        var submission = folder.Card.Submissions.Where(one => which is null || one.Id == which).MaxBy(one => one.Sequence);
        return submission is null ? null
            : (await records.OfAsync([submission], cancel)).TryGetValue(submission.Id, out var content) ? (submission, content)
            : new SelfReport(folder).Submission == submission ? (submission, null)
            : null;
    }

    /// <summary>The text whose SHA-256 the receipt prints, while everything still stands as it was handed in.</summary>
    private static async Task<IResult> ContentAsync(ScorecardFolder folder, StoredFileRegister files, SubmissionRecords records, CancellationToken cancel)
    {
        if (await SubmittedAsync(folder, which: null, records, cancel) is not ({ } submission, { } recorded))
        {
            return Results.NotFound();
        }

        var signed = await files.FindAsync(submission.ReportFileId, cancel);
        return SubmissionText.Holds(recorded, folder, submission, signed)
            ? Results.File(Encoding.UTF8.GetBytes(SubmissionText.Of(folder, submission, signed)), "text/plain; charset=utf-8", Name("noi-dung-da-nop", folder) + ".txt")
            : Results.NotFound();
    }

    private static IResult File(OfficialDocument paper, string name) => Results.File(DocxWriter.Write(paper), DocxWriter.MediaType, name + ".docx");

    private static string Name(string stem, Release release) => ReleaseFile.NameOf($"{stem}-{release.Year}", release);

    private static string Name(string stem, ScorecardFolder folder) => $"{stem}-{folder.Round.Year}-{folder.Unit.Unit.Code}";
}
