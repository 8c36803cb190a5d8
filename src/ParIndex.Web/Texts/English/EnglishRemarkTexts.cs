using ParIndex.Application.Releases;
using ParIndex.Application.Remarks;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Remarks;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishRemarkTexts : RemarkTexts
{
    public override string Title => "Remarks on figures";

    public override string TitleOf(string unit, int year) => $"Remark on figures: {unit}, {year}";

    public override string Link => "Remark on a figure";

    public override string LinkHere => "Remark on this figure";

    public override string Lead => "Do you think a published figure is wrong? Say which one and why. The coordinating body looks into it and answers; a wrong figure is corrected by a new release.";

    public override string Which => "1. Which figure";

    public override string Year => "Year";

    public override string Unit => "Unit";

    public override string UnitHint => "Type its name with or without accents, or an acronym; leave it empty for the release as a whole.";

    public override string Choose => "Choose the figure";

    public override string NoUnit(string typed, int year) => $"“{typed}” was not found in the results of {year}. Check the name, or leave it empty to remark on the release as a whole.";

    public override string Nothing => "Nothing is published yet, so there is no figure to remark on.";

    public override string What => "2. Your remark";

    public override string AboutRelease => "The release as a whole";

    public override string Criterion => "Criterion";

    public override string WholeUnit => "Index, rating and place";

    public override string Text => "What is wrong, and why";

    public override string TextHint => $"{PublicRemark.LeastText} to {PublicRemark.MostText} characters. Name a document, a page or a source if you can. Do not write names, telephone numbers or other personal data: a remark is tied to nobody and may be shown with its answer.";

    public override string Send => "Send the remark";

    public override string Wrong => "Not sent";

    public override string TooShort => $"Write your remark in at least {PublicRemark.LeastText} characters.";

    public override string TooLong(int length) => $"It has {length} characters; at most {PublicRemark.MostText} are taken.";

    public override string NoCriterion => "The chosen criterion is not on this unit's scorecard. Choose again.";

    public override string Answered => "Answered remarks";

    public override string NoneAnswered => "No remark has been answered in public yet.";

    public override string OnlyNewest => $"The {RemarkRegister.OnPage} newest answers; choose a year or a unit for others.";

    public override string TextNotShown => "The remark itself is not shown.";

    public override string Remark => "Remark";

    public override string Answer => "Answer";

    public override string State(RemarkState state) => state switch
    {
        RemarkState.Received => "Received, being looked into",
        RemarkState.FigureStands => "Answered: the figure stands",
        RemarkState.ToBeCorrected => "Answered: the figure is to be corrected",
        _ => "Not taken as a remark on a figure",
    };

    public override string Corrected(ReleaseHead release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return $"Corrected by version {release.VersionNumber} of {DateWriter.English(DateWriter.VietnameseDay(release.PublishedAt))}";
    }

    public override string BeingCorrected => "The correction will be published as a new version; a link to it will stand here.";

    public override string ReceivedTitle => "Your remark";

    public override string KeepAddress => "Keep the address of this page: it alone tells whether your remark has been answered. The portal does not know who you are and cannot write to you.";

    public override string Code => "Code";

    public override string SentAt => "Sent";

    public override string About => "About";

    public override string AnsweredOn => "on";

    public override string LedTo => "A remark of the public led to this version.";

    public override string SeeRemark => "Read the remark and its answer";

    public override string Version(int year, int version) => $"{year}, version {version}";
}
