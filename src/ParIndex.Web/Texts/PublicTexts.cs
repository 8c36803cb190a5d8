using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Texts;

/// <summary>
/// What public pages say, an area at a time. This class and those it holds are the Vietnamese texts; each has a twin in
/// <c>English</c> that says every one of them anew, which a test checks. Pages have it as <c>T</c>.
/// </summary>
public class PublicTexts
{
    /// <summary>The language these are in.</summary>
    public virtual Language Language => Language.Vietnamese;

    /// <summary>What surrounds every page.</summary>
    public virtual LayoutTexts Layout { get; } = new();

    /// <summary>The first page.</summary>
    public virtual HomeTexts Home { get; } = new();

    /// <summary>What is said of releases and results on every page.</summary>
    public virtual ReleaseTexts Release { get; } = new();

    /// <summary>The ranking of a group.</summary>
    public virtual RankingTexts Ranking { get; } = new();

    /// <summary>The figures of a group and the notes on its table.</summary>
    public virtual GroupTexts Group { get; } = new();

    /// <summary>Criteria sets and criteria.</summary>
    public virtual CriteriaTexts Criteria { get; } = new();

    /// <summary>Units side by side.</summary>
    public virtual CompareTexts Compare { get; } = new();

    /// <summary>What pages of failures say.</summary>
    public virtual FailureTexts Failure { get; } = new();

    /// <summary>The province in national tables.</summary>
    public virtual ProvinceTexts Province { get; } = new();

    /// <summary>The pages of a unit.</summary>
    public virtual UnitPageTexts Unit { get; } = new();

    /// <summary>How a unit developed and where it stands.</summary>
    public virtual StoryTexts Story { get; } = new();

    /// <summary>Why a leaf has its points.</summary>
    public virtual ReasonTexts Reason { get; } = new();

    /// <summary>What is worth knowing of a release.</summary>
    public virtual ObservationTexts Observation { get; } = new();

    /// <summary>The directory of units.</summary>
    public virtual DirectoryTexts Directory { get; } = new();

    /// <summary>What became of units in a reorganisation.</summary>
    public virtual LandsTexts Lands { get; } = new();

    /// <summary>The page of hits.</summary>
    public virtual SearchTexts Search { get; } = new();

    /// <summary>The pages of releases.</summary>
    public virtual ReleasePageTexts Releases { get; } = new();

    /// <summary>What a version says otherwise than the one before.</summary>
    public virtual DifferenceTexts Difference { get; } = new();

    /// <summary>The method.</summary>
    public virtual MethodTexts Method { get; } = new();

    /// <summary>Who is responsible.</summary>
    public virtual AboutTexts About { get; } = new();

    /// <summary>The guides.</summary>
    public virtual GuideTexts Guide { get; } = new();

    /// <summary>Words of charts.</summary>
    public virtual ChartTexts Chart { get; } = new();

    /// <summary>The catalogue of the data.</summary>
    public virtual DataTexts Data { get; } = new();

    /// <summary>The guide and the reference of the API.</summary>
    public virtual ApiTexts Api { get; } = new();

    /// <summary>The page on which a file or a figure is checked.</summary>
    public virtual VerificationTexts Verify { get; } = new();

    /// <summary>Remarks of the public on figures.</summary>
    public virtual RemarkTexts Remarks { get; } = new();

    /// <summary>The Vietnamese texts, where no reader has chosen: staff pages, files, letters.</summary>
    public static PublicTexts Vietnamese { get; } = new();

    private static PublicTexts English { get; } = new EnglishTexts();

    /// <summary>The texts of a language.</summary>
    public static PublicTexts Of(Language language) => language == Language.English ? English : Vietnamese;

    /// <summary>“82,08” or “82.08”.</summary>
    public virtual string Number(decimal value, int places = 2) => NumberWriter.Vietnamese(value, places);

    /// <summary>The same of what may lie below 0, with a minus sign and no hyphen.</summary>
    public string Signed(decimal value, int places = 2) => value < 0 ? "−" + Number(-value, places) : Number(value, places);

    /// <summary>“98”, “78,5” or “78.5”.</summary>
    public virtual string Trimmed(decimal value) => NumberWriter.VietnameseTrimmed(value);

    /// <summary>“82,08%” or “82.08%”.</summary>
    public string Percent(decimal value, int places = 2) => Number(value, places) + "%";

    /// <summary>A small count: “05” in official Vietnamese, “5” in English.</summary>
    public virtual string Count(int value) => NumberWriter.VietnameseCount(value);

    /// <summary>“15/7/2021” or “15 July 2021”.</summary>
    public virtual string Day(DateOnly day) => DateWriter.Vietnamese(day);

    /// <summary>A rating's word.</summary>
    public virtual string Rating(string label) => label;

    /// <summary>A group's name where a heading or a link begins with it.</summary>
    public virtual string Name(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Name;
    }

    /// <summary>A group's name within a sentence.</summary>
    public virtual string NameInSentence(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return VietnameseText.InSentence(group.Name);
    }

    /// <summary>Marks Vietnamese words within a sentence of another language, for <see cref="Marked"/>: by signs that have no width.</summary>
    public static string Quoted(string vietnamese) => $"\u2068{vietnamese}\u2069";

    /// <summary>An English name, <see cref="Quoted"/> where Vietnamese words stand in it: “Tân Mẫu Township”.</summary>
    public static string Named(string english)
    {
        ArgumentNullException.ThrowIfNull(english);
        return Ascii.IsValid(english) ? english : Quoted(english);
    }

    /// <summary>A sentence whose Vietnamese words were <see cref="Quoted"/>; each becomes what <see cref="Own"/> makes of it.</summary>
    public IHtmlContent Marked(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var content = new HtmlContentBuilder();
        foreach (var (position, stretch) in sentence.Split('\u2068', '\u2069').Index())
        {
            _ = position % 2 == 0 ? content.Append(stretch) : content.AppendHtml(Own(stretch));
        }

        return content;
    }

    /// <summary>A Vietnamese name or note; in an English page it is marked as Vietnamese for those who hear it.</summary>
    public virtual IHtmlContent Own(string? vietnamese) => new StringHtmlContent(vietnamese ?? "");
}
