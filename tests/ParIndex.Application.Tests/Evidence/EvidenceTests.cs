using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Scorecards;
using ParIndex.Domain;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Evidence;

/// <summary>Files in and out, uploads that break off, documents and whom they are for.</summary>
public sealed class EvidenceTests
{
    private static readonly Citation Plan = new("Kế hoạch CCHC", "12/KH-UBND", new DateOnly(2025, 3, 1), "UBND tỉnh", IsShared: false);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Upload_BrokenOff_GoesOnWhereItStopped(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var officer = await world.OfficerAsync(world.Test.Justice);
        var content = SampleFiles.Pdf(new string('a', 5_000));
        var upload = await world.DoAsync(s => s.Uploads.CreateAsync("Kế hoạch.pdf", content.Length, 2026, officer));

        // The line breaks after 1 000 bytes of a slice of 3 000.
        await Assert.ThrowsAsync<EndOfStreamException>(() => world.DoAsync(s => s.Uploads.AppendAsync(upload, 0, new BreakingStream(content[..3_000], 1_000))));
        Assert.Equal(1_000, await world.DoAsync(s => Task.FromResult(s.Uploads.OffsetOf(upload))));

        var misplaced = await world.DoAsync(s => s.Uploads.AppendAsync(upload, 3_000, new MemoryStream(content[3_000..])));
        Assert.Equal((1_000, false), (misplaced.Offset, misplaced.IsAccepted));

        var rest = await world.DoAsync(s => s.Uploads.AppendAsync(upload, 1_000, new MemoryStream(content[1_000..])));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), rest.Complete!.Sha256);

        var card = await world.CardAsync(world.Test.Justice);
        var document = await world.DoAsync(s => s.Documents.AttachAsync(card, [world.Test.Leaf("1.1").Id], "tr. 3", Plan, new(null, "", upload.Id, IsDeclared: true), officer));
        var file = await world.DoAsync(s => s.Library.FileAsync(document.Id, officer));
        await using var kept = await world.DoAsync(s => s.Files.OpenAsync(file!, "CB01"));
        Assert.Equal(content, await kept.ReadAllAsync());
        Assert.Empty(world.Bytes("uploads"));
        Assert.Empty(world.Bytes("incoming"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Attach_OneDocumentToManyLeaves_AndUnlinkOne(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var officer = await world.OfficerAsync(world.Test.Justice);
        var card = await world.CardAsync(world.Test.Justice);
        var leaves = new[] { "1.1", "1.2", "2.1" }.Select(code => world.Test.Leaf(code).Id).ToList();

        var document = await world.DoAsync(s => s.Documents.AttachAsync(card, leaves, pages: null, Plan, file: null, officer));
        Assert.Equal(0, await world.DoAsync(s => s.Documents.LinkAsync(card, leaves, document.Id, pages: null, officer)));
        var links = await world.DoAsync(s => s.Db.EvidenceLinks.ToListAsync());
        Assert.Equal(3, links.Count);
        Assert.True(document.IsOutside(2026));

        await world.DoAsync(async s => { await s.Documents.UnlinkAsync(card, links[0].Id, officer); return 0; });
        var line = Assert.Single(await world.DoAsync(s => s.Library.OfAsync(officer, "ke hoach cchc")));
        Assert.Equal((2, 2026), (line.Uses.Count, line.Uses[0].Year));
        Assert.Empty(await world.DoAsync(s => s.Library.OfAsync(officer, "bao cao")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Attach_WithoutRightStateOrDeclaration_IsRefusedAndLeavesNothing(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var (own, other) = (await world.OfficerAsync(world.Test.Justice), await world.OfficerAsync(world.Test.Office));
        var card = await world.CardAsync(world.Test.Justice);
        var leaf = new[] { world.Test.Leaf("1.1").Id };
        DocumentFile File(bool declared) => new(new MemoryStream(SampleFiles.Pdf()), "a.pdf", UploadId: null, declared);

        await Assert.ThrowsAsync<RefusedException>(() => world.DoAsync(s => s.Documents.AttachAsync(card, leaf, null, Plan, File(true), other)));
        await Assert.ThrowsAsync<RefusedException>(() => world.DoAsync(s => s.Documents.AttachAsync(card, leaf, null, Plan, File(false), own)));
        await Assert.ThrowsAsync<RefusedException>(() => world.DoAsync(s => s.Documents.AttachAsync(card, [world.Test.Leaf("8.1").Id], null, Plan, File(true), own)));
        world.Clock = EvidenceWorld.ClockIn(3);
        await Assert.ThrowsAsync<RefusedException>(() => world.DoAsync(s => s.Documents.AttachAsync(card, leaf, null, Plan, File(true), own)));

        Assert.Equal(0, await world.DoAsync(s => s.Db.StoredFiles.CountAsync()));
        Assert.Equal(0, await world.DoAsync(s => s.Db.EvidenceDocuments.CountAsync()));
        Assert.Empty(world.Bytes("files"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Download_IsForThoseWhoReadAScorecardThatPointsToIt(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var (own, other) = (await world.OfficerAsync(world.Test.Justice), await world.OfficerAsync(world.Test.Office));
        var card = await world.CardAsync(world.Test.Justice);
        var loose = await world.DoAsync(s => s.Documents.AddAsync(Plan, new(new MemoryStream(SampleFiles.Pdf()), "a.pdf", null, true), 2026, own));
        StaffAccount Person(StaffRoles roles) => new("X", "X", roles, world.Test.Office.Id);
        Task<bool> Reads(StaffAccount person) => world.DoAsync(async s => await s.Library.FileAsync(loose.Id, person) is not null);

        Assert.True(await Reads(own));
        Assert.False(await Reads(other));
        Assert.False(await Reads(Person(StaffRoles.CouncilMember)));

        await world.DoAsync(s => s.Documents.LinkAsync(card, [world.Test.Leaf("1.1").Id], loose.Id, null, own));
        Assert.True(await Reads(Person(StaffRoles.CouncilMember)));
        Assert.True(await Reads(Person(StaffRoles.Auditor)));
        Assert.False(await Reads(other));
        Assert.False(await Reads(Person(StaffRoles.Administrator)));
        Assert.False(await Reads(Person(StaffRoles.Appraiser)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Keep_BeyondTheQuota_IsRefused_AndSweepTakesWhatHasNoRow(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var officer = await world.OfficerAsync(world.Test.Justice);
        var content = SampleFiles.Pdf();
        world.Quota = content.Length + 10;
        await world.DoAsync(s => s.Documents.AddAsync(Plan, new(new MemoryStream(content), "a.pdf", null, true), 2026, officer));

        var refusal = await Assert.ThrowsAsync<FileRefusedException>(() => world.DoAsync(s => s.Documents.AddAsync(Plan, new(new MemoryStream(content), "b.pdf", null, true), 2026, officer)));
        Assert.Equal(FileRefusal.Quota, refusal.Reason);
        Assert.Single(world.Bytes("files"));

        // Kept, and never saved: the program ended in between.
        await world.DoAsync(s => s.Files.KeepAsync(new MemoryStream(content), "c.pdf", unitId: null, 2026, officer));
        Assert.Equal(2, world.Bytes("files").Count());
        world.Clock = EvidenceWorld.ClockIn(2);
        Assert.Equal(1, await world.DoAsync(s => s.Files.SweepAsync()));
        Assert.Single(world.Bytes("files"));
    }

    [Fact]
    public async Task Keep_WithTheStoreGone_IsRefusedClearly()
    {
        await using var world = await EvidenceWorld.OpenAsync(DatabaseKind.Sqlite);
        var officer = await world.OfficerAsync(world.Test.Justice);
        Directory.Delete(world.Folder, recursive: true);

        var refusal = await Assert.ThrowsAsync<FileRefusedException>(() => world.DoAsync(s => s.Documents.AddAsync(Plan, new(new MemoryStream(SampleFiles.Pdf()), "a.pdf", null, true), 2026, officer)));

        Assert.Equal(FileRefusal.Store, refusal.Reason);
        Assert.False(Directory.Exists(world.Folder));
    }

    [Fact]
    public async Task Keep_WithAScanner_AsksItAndPassesNothingWhenItDoesNotAnswer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scanners of this test are Unix programs.");
        await using var world = await EvidenceWorld.OpenAsync(DatabaseKind.Sqlite);
        var officer = await world.OfficerAsync(world.Test.Justice);
        Task<FileRefusedException> Refused(string scanner) => Assert.ThrowsAsync<FileRefusedException>(() =>
        {
            world.Scanner = scanner;
            return world.DoAsync(s => s.Documents.AddAsync(Plan, new(new MemoryStream(SampleFiles.Pdf()), "a.pdf", null, true), 2026, officer));
        });

        Assert.Equal(FileRefusal.File, (await Refused("/bin/false")).Reason);
        Assert.Equal(FileRefusal.Store, (await Refused("/there/is/no/such/scanner")).Reason);
        world.Scanner = "/bin/true";
        await world.DoAsync(s => s.Documents.AddAsync(Plan, new(new MemoryStream(SampleFiles.Pdf()), "a.pdf", null, true), 2026, officer));
        Assert.Single(world.Bytes("files"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Upload_Abandoned_IsRemovedAfterSevenDays(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var officer = await world.OfficerAsync(world.Test.Justice);
        await world.DoAsync(s => s.Uploads.CreateAsync("a.pdf", 100, 2026, officer));

        world.Clock = EvidenceWorld.ClockIn(6);
        Assert.Equal(0, await world.DoAsync(s => s.Uploads.SweepAsync()));
        world.Clock = EvidenceWorld.ClockIn(8);
        Assert.Equal(1, await world.DoAsync(s => s.Uploads.SweepAsync()));
        Assert.Empty(world.Bytes("uploads"));
    }

    /// <summary>A line that breaks after some bytes.</summary>
    private sealed class BreakingStream(byte[] content, int most) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= most ? throw new EndOfStreamException("The line broke.") : await base.ReadAsync(buffer[..Math.Min(buffer.Length, most - (int)Position)], cancellationToken);
    }
}
