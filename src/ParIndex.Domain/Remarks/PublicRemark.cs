using System.Security.Cryptography;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Remarks;

/// <summary>Where a remark stands.</summary>
public enum RemarkState
{
    /// <summary>Came in and waits for its answer.</summary>
    Received,

    /// <summary>Answered: the figure stands.</summary>
    FigureStands,

    /// <summary>Answered: the figure is wrong and will be corrected.</summary>
    ToBeCorrected,

    /// <summary>Not about a figure: its writer alone reads why it is not answered in public.</summary>
    SetAside,
}

/// <summary>
/// What somebody of the public, without an account and without a name, says of a published figure. Its code is all that its
/// writer has: who knows it reads the answer. Nothing of the writer is kept.
/// </summary>
public sealed class PublicRemark
{
    /// <summary>Fewest characters that can say something of a figure.</summary>
    public const int LeastText = 10;

    /// <summary>Most characters of a remark.</summary>
    public const int MostText = 2000;

    /// <summary>Most characters of an answer.</summary>
    public const int MostAnswer = 4000;

    /// <summary>Characters of a code.</summary>
    public const int CodeLength = 12;

    /// <summary>Letters and digits that nobody takes for one another when a code is read aloud or copied by hand.</summary>
    private const string CodeSigns = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <param name="release">The version whose figure it is about.</param>
    /// <param name="unitCode">Code of a unit of the version; <c>null</c> for the version as a whole.</param>
    /// <param name="criterionCode">Code of one of its criteria; <c>null</c> for its index, rating and place.</param>
    /// <param name="text">What is said.</param>
    /// <param name="receivedAt">Instant, UTC.</param>
    /// <exception cref="ArgumentException">The text is too short or too long.</exception>
    public PublicRemark(Release release, string? unitCode, string? criterionCode, string text, DateTime receivedAt)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is < LeastText or > MostText)
        {
            throw new ArgumentException($"A remark has {LeastText} to {MostText} characters.", nameof(text));
        }

        (ReleaseId, UnitCode, CriterionCode, Text, ReceivedAt) = (release.Id, unitCode, criterionCode, text, receivedAt);
        Code = RandomNumberGenerator.GetString(CodeSigns, CodeLength);
    }

    private PublicRemark()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save: two people cannot answer it at once.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>What its writer asks for it by; cannot be guessed.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The version whose figure it is about.</summary>
    public Guid ReleaseId { get; private set; }

    /// <summary>The unit, or <c>null</c> for the version as a whole.</summary>
    public string? UnitCode { get; private set; }

    /// <summary>The criterion, or <c>null</c> for index, rating and place.</summary>
    public string? CriterionCode { get; private set; }

    /// <summary>What is said, paragraphs apart by line breaks.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public RemarkState State { get; private set; }

    /// <summary>The answer, or why it is set aside; <c>null</c> until then.</summary>
    public string? Answer { get; private set; }

    /// <summary>Whether the public reads the remark's own words beside the answer.</summary>
    public bool IsTextShown { get; private set; }

    /// <summary>The account that answered last.</summary>
    public Guid? AnsweredBy { get; private set; }

    /// <summary>Instant of the first answer, UTC; a later wording of it does not move it.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The request of two people that asks for the correction; <c>null</c> until there is one.</summary>
    public Guid? RequestId { get; private set; }

    /// <summary>Whether everybody may read the answer.</summary>
    public bool IsPublic => State is RemarkState.FigureStands or RemarkState.ToBeCorrected;

    /// <summary>What was typed as it is kept: every line tidy, no empty ones.</summary>
    public static string Tidy(string? typed) => string.Join('\n', (typed ?? "").Split('\n').Select(VietnameseText.Normalize).Where(line => line.Length > 0));

    /// <summary>Answers it, or words the answer anew.</summary>
    /// <param name="outcome">What comes of it.</param>
    /// <param name="answer">In words.</param>
    /// <param name="showsText">Whether the remark's own words are shown beside it.</param>
    /// <param name="by">The account that answers.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="RefusedException">What everybody has read cannot be set aside, nor a promised correction be taken back.</exception>
    /// <exception cref="ArgumentException">No answer, or it is too long, or the outcome is none.</exception>
    public void Reply(RemarkState outcome, string answer, bool showsText, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(answer);
        if (answer.Length > MostAnswer || outcome == RemarkState.Received || !Enum.IsDefined(outcome))
        {
            throw new ArgumentException($"An answer has an outcome and at most {MostAnswer} characters.", nameof(answer));
        }

        RefusedException.ThrowIf(IsPublic && outcome == RemarkState.SetAside ? "Trả lời đã công khai; có thể sửa lời, không rút lại được." : null);
        RefusedException.ThrowIf(State == RemarkState.ToBeCorrected && outcome != State ? "Đã trả lời công khai là số liệu cần đính chính; có thể sửa lời, không đổi lại kết luận." : null);
        (State, Answer, IsTextShown, AnsweredBy) = (outcome, answer, showsText && outcome != RemarkState.SetAside, by);
        AnsweredAt ??= at;
    }

    /// <summary>Notes by which request the correction is asked for.</summary>
    /// <exception cref="RefusedException">The figure was not found wrong.</exception>
    public void Pursue(Guid requestId)
    {
        RefusedException.ThrowIf(State == RemarkState.ToBeCorrected ? null : "Chỉ góp ý đã kết luận là số liệu cần đính chính mới dẫn đến đề nghị đính chính.");
        RequestId = requestId;
    }
}
