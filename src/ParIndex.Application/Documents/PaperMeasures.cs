using System.Globalization;

namespace ParIndex.Application.Documents;

/// <summary>The measures of the decree, in twentieths of a point.</summary>
internal static class PaperMeasures
{
    /// <summary>A4.</summary>
    internal const int Short = 11_906, Long = 16_838;

    /// <summary>20 mm, 30 mm and 15 mm.</summary>
    internal const int TopAndBottom = 1134, Left = 1701, Right = 851;

    /// <summary>10 mm from the edge to the page number, 12,7 mm before the first line of a paragraph.</summary>
    internal const int Header = 567, FirstLine = 720;

    internal static int TextWidth(bool isLandscape) => isLandscape ? Long - (2 * TopAndBottom) : Short - Left - Right;

    internal static string Text(int twips) => twips.ToString(CultureInfo.InvariantCulture);
}
