namespace ParIndex.Web.Texts;

/// <summary>The languages of the public portal. Staff pages are Vietnamese.</summary>
public enum Language
{
    /// <summary>At the plain address.</summary>
    Vietnamese,

    /// <summary>The same page under <c>/en</c>.</summary>
    English,
}
