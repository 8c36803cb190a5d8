using ParIndex.Domain.Imports;

namespace ParIndex.Domain.Tests.Imports;

public sealed class ImportDraftTests
{
    private static readonly DateTime At = new(2026, 1, 8, 2, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(ImportKind.PublishedTable, 30 * 24)]
    [InlineData(ImportKind.LeafPoints, 30 * 24)]
    [InlineData(ImportKind.UnitSheet, 7 * 24)]
    [InlineData(ImportKind.AppraisalSheet, 7 * 24)]
    [InlineData(ImportKind.SurveyPoints, 2)]
    [InlineData(ImportKind.CriteriaSet, 7 * 24)]
    [InlineData(ImportKind.StaffList, 2)]
    public void Draft_Waits_AsLongAsItsKindIsDecided(ImportKind kind, int hours) => Assert.Equal(At.AddHours(hours), Draft(kind).ExpiresAt);

    [Fact]
    public void Draft_IsWhatWasBrought()
    {
        var by = Guid.NewGuid();
        var draft = new ImportDraft(ImportKind.UnitSheet, new("bảng điểm.xlsx", "abc"u8.ToArray()), """{"year":2025}""", by, At, "so-noi-vu");

        Assert.Equal((ImportKind.UnitSheet, "bảng điểm.xlsx", """{"year":2025}""", by, At, "so-noi-vu"), (draft.Kind, draft.FileName, draft.Request, draft.By, draft.At, draft.Target));
        Assert.Equal("abc"u8.ToArray(), draft.Content);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", draft.Sha256);
    }

    [Fact]
    public void Draft_WithoutATarget_MayStandBesideOthers() => Assert.Null(Draft(ImportKind.LeafPoints).Target);

    [Theory]
    [InlineData(195, 200)]
    [InlineData(196, 200)]
    [InlineData(300, 200)]
    [InlineData(10, 15)]
    public void Name_OfALongOne_KeepsItsEnd(int letters, int kept)
    {
        var name = new string('x', letters) + ".xlsx";

        var draft = new ImportDraft(ImportKind.UnitSheet, new(name, []), "{}", Guid.Empty, At);

        Assert.Equal(name[^kept..], draft.FileName);
    }

    [Fact]
    public void Compare_NotesTheLastComparison()
    {
        var draft = Draft(ImportKind.UnitSheet);
        Assert.Equal("", draft.Stamp);

        draft.KeepStamp("một");
        draft.KeepStamp("hai");

        Assert.Equal("hai", draft.Stamp);
    }

    private static ImportDraft Draft(ImportKind kind) => new(kind, new("a.xlsx", [1]), "{}", Guid.Empty, At);
}
