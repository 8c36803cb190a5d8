using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Application.Tests.Evidence;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>What a database kept before it was searched finds its people and documents, as what came after.</summary>
public sealed class SearchTextsTests
{
    private const string Small = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

    private static readonly string[] Names =
    [
        "Nguyễn Thị Đào", Small, Small.ToUpperInvariant(), Small.Normalize(System.Text.NormalizationForm.FormD),
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789", "  “Sở” – Lao động, TB&XH (12/KH-UBND) … ‘x’ · y…  ", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "a<>b><c <> d'",
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Upgrade_FoldsWhatItFinds_AsTheProgramDoes(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        await using var db = world.Database.NewContext();
        var (unit, by, at) = (world.Test.Justice.Id, world.Test.Coordinator.Id, new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));
        foreach (var (index, name) in Names.Index())
        {
            db.Add(new StaffAccount($"CŨ.{index}", name, StaffRoles.UnitOfficer, unit) { Post = index % 2 == 0 ? null : "Phó Trưởng phòng" });
            db.Add(new EvidenceDocument(unit, name, by, at) { Number = index % 2 == 0 ? null : $"{index}/QĐ-UBND", Issuer = index % 2 == 0 ? "Sở Nội vụ" : null });
            db.Add(new StoredFile(name, FileKind.Pdf, 9, new string('a', 64), unit, 2026, by, at));
        }

        await db.SetUpAsync();
        await AgainAsync(db);

        await using var after = world.Database.NewContext();
        AssertSame((await after.StaffAccounts.ToListAsync()).Select(account => account.SearchText), await after.StaffAccounts.Select(account => account.SearchText).ToListAsync());
        AssertSame((await after.EvidenceDocuments.ToListAsync()).Select(document => document.SearchText), await after.EvidenceDocuments.Select(document => document.SearchText).ToListAsync());
        AssertSame(Names.Select(VietnameseText.Fold), await after.StoredFiles.Select(file => file.SearchText).ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Upgrade_OfPeopleAndDocuments_LetsThemBeFound(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var officer = await world.OfficerAsync(world.Test.Justice);
        await using var db = world.Database.NewContext();
        var file = new StoredFile("Bảng điểm.pdf", FileKind.Pdf, 9, new string('a', 64), officer.UnitId, 2026, officer.Id, DateTime.UtcNow);
        db.AddRange(
            new StaffAccount("TP.07", "Nguyễn Thị Đào", StaffRoles.UnitOfficer, officer.UnitId),
            file,
            new EvidenceDocument(officer.UnitId!.Value, "Kế hoạch cải cách hành chính", officer.Id, DateTime.UtcNow) { Number = "12/KH-UBND", FileId = file.Id });
        await db.SetUpAsync();
        await AgainAsync(db);

        await using var after = world.Database.NewContext();
        var found = await new StaffRegister(after, TimeProvider.System).ListAsync("nguyen thi dao");

        Assert.Equal("TP.07", Assert.Single(found).Account.StaffCode);
        foreach (var words in new[] { "12/kh-ubnd", "Cải cách", "bang diem" })
        {
            Assert.Equal("12/KH-UBND", Assert.Single(await world.DoAsync(s => s.Library.OfAsync(officer, words))).Document.Number);
        }
    }

    /// <summary>Takes the database back to the version before, and upgrades it.</summary>
    private static async Task AgainAsync(ParIndexDb db)
    {
        var before = db.Database.GetMigrations().TakeWhile(name => !name.EndsWith("_SearchText", StringComparison.Ordinal)).Last();
        await db.GetService<IMigrator>().MigrateAsync(before);
        Assert.NotEmpty(await db.Database.GetPendingMigrationsAsync());
        await db.MigrateAsync();
    }

    /// <summary>What rows would store now, and what they do store, in any order.</summary>
    private static void AssertSame(IEnumerable<string> folded, IEnumerable<string> stored) =>
        Assert.Equal(folded.Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
}
