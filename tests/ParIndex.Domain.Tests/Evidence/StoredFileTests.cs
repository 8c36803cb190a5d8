using ParIndex.Domain.Evidence;

namespace ParIndex.Domain.Tests.Evidence;

public sealed class StoredFileTests
{
    private static readonly DateTime At = new(2026, 1, 5, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void StoreName_IsRandom_AndTellsNothingOfTheFile()
    {
        var (one, other) = (File("Báo cáo.pdf"), File("Báo cáo.pdf"));

        Assert.NotEqual(one.StoreName, other.StoreName);
        Assert.Matches("^[0-9a-f]{32}$", one.StoreName);
        Assert.NotEqual(one.Id.ToString("N"), one.StoreName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void File_WithoutBytes_IsRefused(long size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => File("Báo cáo.pdf", size));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FileUpload("Báo cáo.pdf", size, unitId: null, 2025, Guid.NewGuid(), At));
    }

    [Fact]
    public void File_WithoutName_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => File(" "));
        Assert.Throws<ArgumentException>(() => new FileUpload("", 10, unitId: null, 2025, Guid.NewGuid(), At));
    }

    [Fact]
    public void Marks_AreUnknownUntilItIsLookedInto_AndNoneIsAnAnswer()
    {
        var file = File("Báo cáo.pdf");
        Assert.Null(file.Marks);

        file.Mark(FileMarks.None);
        Assert.Equal(FileMarks.None, file.Marks);

        file.Mark(FileMarks.Script | FileMarks.Form);
        Assert.True(file.Marks!.Value.HasFlag(FileMarks.Form));
    }

    private static StoredFile File(string name, long size = 10) => new(name, FileKind.Pdf, size, new string('a', 64), Guid.NewGuid(), 2025, Guid.NewGuid(), At);
}
