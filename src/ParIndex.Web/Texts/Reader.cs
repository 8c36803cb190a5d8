namespace ParIndex.Web.Texts;

/// <summary>The language this request is answered in: said by the address, never by the browser.</summary>
public sealed class Reader
{
    /// <summary>Vietnamese unless the address says otherwise.</summary>
    public Language Language { get; private set; }

    /// <summary>The address asked is an English one.</summary>
    public void ReadsEnglish() => Language = Language.English;
}
