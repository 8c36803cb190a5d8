using SkiaSharp;
using Svg.Skia;
using Svg.Skia.TypefaceProviders;

namespace ParIndex.Web.Charts;

/// <summary>SVG as PNG, in process and with the portal's own font, so that a picture looks the same on every server.</summary>
public static class PictureWriter
{
    private static readonly ITypefaceProvider[] Fonts = [Font("Inter_400Regular.ttf"), Font("Inter_600SemiBold.ttf")];

    /// <summary>The picture.</summary>
    /// <param name="svg">A document of ours.</param>
    /// <param name="scale">How many pixels a unit of the drawing is wide.</param>
    public static byte[] Png(string svg, float scale)
    {
        using var drawing = new SKSvg();
        foreach (var font in Fonts)
        {
            drawing.Settings.TypefaceProviders!.Insert(0, font);
        }

        drawing.FromSvg(svg);
        using var picture = new MemoryStream();
        drawing.Save(picture, SKColors.White, SKEncodedImageFormat.Png, quality: 100, scale, scale);
        return picture.ToArray();
    }

    private static CustomTypefaceProvider Font(string file)
    {
        using var stream = typeof(PictureWriter).Assembly.GetManifestResourceStream($"ParIndex.Web.Charts.Fonts.{file}")!;
        return new(stream) { FamilyName = "Inter" };
    }
}
