namespace ParIndex.Web.Texts;

/// <summary>What surrounds the words of a failure.</summary>
public class FailureTexts
{
    public virtual string Status(int status) => $"Mã trạng thái {status}";

    public virtual string Home => "Về trang chủ";

    public virtual string Units => "Danh sách đơn vị";

    public virtual string Releases => "Các bản công bố";

    public virtual string RequestId => "Mã yêu cầu:";

    public virtual string Published => "Những năm và nhóm đơn vị đã công bố";

    /// <summary>Title, what was wrong and what can be done, in place of the Vietnamese words the page has; <c>null</c> to keep them.</summary>
    public virtual (string Title, string What, string Next)? InsteadOf(int status) => null;
}
