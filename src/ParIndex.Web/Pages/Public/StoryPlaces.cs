namespace ParIndex.Web.Pages.Public;

/// <summary>The places on a unit's pages that other pages lead to.</summary>
public static class StoryPlaces
{
    /// <summary>Index and place over the years.</summary>
    public const string History = "qua-cac-nam";

    /// <summary>Why the index changed.</summary>
    public const string Why = "vi-sao";

    /// <summary>Where points are lost.</summary>
    public const string Lost = "mat-diem";

    /// <summary>The leaf of a code in a scorecard.</summary>
    public static string Leaf(string code) => "tc-" + code;
}
