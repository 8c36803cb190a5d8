using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace ParIndex.Web.Charts;

/// <summary>A QR code as SVG: dark on light whatever the page's colours, as scanners need it.</summary>
internal static class QrCode
{
    /// <summary>Draws the text; the size is the style sheet's.</summary>
    /// <param name="text">What the code says.</param>
    /// <param name="label">What a listener is told instead.</param>
    public static IHtmlContent Draw(string text, string label = "Mã QR của khoá; khoá bằng chữ ở dưới")
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new HtmlContentBuilder().AppendFormat(
            "<svg viewBox=\"0 0 {0} {0}\" role=\"img\" aria-label=\"{2}\" shape-rendering=\"crispEdges\"><rect width=\"{0}\" height=\"{0}\" fill=\"#fff\"/><path d=\"{1}\" fill=\"#000\"/></svg>",
            modules.Count,
            path.ToString(),
            label);
    }
}
