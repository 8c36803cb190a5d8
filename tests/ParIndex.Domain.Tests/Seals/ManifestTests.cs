using System.Globalization;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Seals;

namespace ParIndex.Domain.Tests.Seals;

/// <summary>A manifest and a checkpoint are read only as they were written, letter for letter, whatever the culture.</summary>
public sealed class ManifestTests
{
    private static readonly DateTime At = new(2026, 5, 18, 1, 2, 3, 456, DateTimeKind.Utc);

    private static readonly CheckpointText Checkpoint = new("Tỉnh Lai Châu", 3, new string('a', 64), 1204, new string('b', 64), new(2026, 5, 18, 1, 2, 3, DateTimeKind.Utc), new string('c', 64));

    [Fact]
    public void Manifest_IsReadAsItWasWritten()
    {
        var manifest = Make();
        var text = manifest.Write();

        Assert.Equal(text, ReleaseManifest.Read(text)!.Write());
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.Contains("\"province\": \"Tỉnh Lai Châu\"", text, StringComparison.Ordinal);
        Assert.Contains("\"change\": \"initial\"", text, StringComparison.Ordinal);
        Assert.Contains("\"post\": \"Phó Chủ tịch Hội đồng\"", text, StringComparison.Ordinal);
        Assert.Equal(64, ReleaseManifest.SealOf(text).Length);
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-US")]
    [InlineData("")]
    public void Texts_AreTheSameInEveryCulture(string culture)
    {
        var (before, manifest, checkpoint) = (CultureInfo.CurrentCulture, Make().Write(), Checkpoint.Write());
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal((manifest, checkpoint), (Make().Write(), Checkpoint.Write()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void EveryOtherLetter_GivesNoManifest_OrAnotherSeal()
    {
        var text = Make().Write();
        var seal = ReleaseManifest.SealOf(text);
        for (var at = 0; at < text.Length; at++)
        {
            var other = text[..at] + (char)(text[at] ^ 1) + text[(at + 1)..];
            Assert.NotEqual(seal, ReleaseManifest.SealOf(other));
            _ = ReleaseManifest.Read(other);
        }

        Assert.Null(ReleaseManifest.Read(text + " "));
        Assert.Null(ReleaseManifest.Read(text.Replace("  ", "\t", StringComparison.Ordinal)));
        Assert.Null(ReleaseManifest.Read(text.Replace(ReleaseManifest.Form, "parindex-manifest-9", StringComparison.Ordinal)));
        Assert.Null(ReleaseManifest.Read(text.Replace("\"number\"", "\"nummer\"", StringComparison.Ordinal)));
        Assert.Null(ReleaseManifest.Read(""));
    }

    [Fact]
    public void Checkpoint_IsReadAsItWasWritten_AndNotOtherwise()
    {
        var text = Checkpoint.Write();

        Assert.Equal(Checkpoint, CheckpointText.Read(text));
        for (var at = 0; at < text.Length; at++)
        {
            var other = text[..at] + (char)(text[at] ^ 1) + text[(at + 1)..];
            Assert.NotEqual(Checkpoint, CheckpointText.Read(other));
        }

        Assert.Null(CheckpointText.Read(text + "\n"));
        Assert.Null(CheckpointText.Read(text + "seal: " + new string('d', 64) + "\n"));
    }

    private static ReleaseManifest Make() => ReleaseManifest.Of(
        new Release("Tỉnh Lai Châu", 2025, 1, ReleaseChange.Initial, isArchive: false, At, []) { DecisionNumber = "12/QĐ-UBND", DecisionDate = new DateOnly(2026, 5, 16) },
        number: 2, previous: new string('e', 64), [new("Phó Chủ tịch Hội đồng", At)], [SealedFile.Of("DOC-TOI.txt", [1, 2, 3])]);
}
