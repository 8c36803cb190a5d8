using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Evidence;

/// <summary>Evidence stays what was brought, is marked for what it holds, and is the unit's own until it hands in.</summary>
public sealed class EvidenceIntegrityTests
{
    private static readonly Citation Plan = new("Kế hoạch CCHC", Number: null, IssuedOn: null, Issuer: null, IsShared: false);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_OfBytesThatChanged_IsRefusedAndTold_Once_AndGoesOnWhenTheyAreBack(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var officer = await world.OfficerAsync(world.Test.Justice);
        var content = SampleFiles.Pdf("gốc");
        await world.DoAsync(s => s.Documents.AddAsync(Plan, new(new MemoryStream(content), "a.pdf", null, true), 2026, officer));
        var path = Assert.Single(world.Bytes("files"));

        foreach (var bytes in new[] { SampleFiles.Pdf("gian"), [.. content, (byte)'\n'], content[..^1], [] })
        {
            await File.WriteAllBytesAsync(path, bytes);
            await RefusedAsync();
        }

        File.Delete(path);
        await RefusedAsync();
        Assert.Single(await ToldAsync());
        Assert.Equal(FileMarks.Altered, (await world.DoAsync(s => s.Db.StoredFiles.SingleAsync())).Marks);

        await File.WriteAllBytesAsync(path, content);
        await using (var opened = await OpenAsync())
        {
            using var copy = new MemoryStream();
            await opened.CopyToAsync(copy);
            Assert.Equal(content, copy.ToArray());
        }

        Assert.Equal(FileMarks.None, (await world.DoAsync(s => s.Db.StoredFiles.SingleAsync())).Marks);

        async Task RefusedAsync() => Assert.Equal(FileRefusal.Altered, (await Assert.ThrowsAsync<FileRefusedException>(OpenAsync)).Reason);

        Task<Stream> OpenAsync() => world.DoAsync(async s => await s.Files.OpenAsync(await s.Db.StoredFiles.AsNoTracking().SingleAsync(), officer.StaffCode));

        Task<List<string>> ToldAsync() => world.DoAsync(async s => (await s.Db.AuditEvents.Where(e => e.Actor == officer.StaffCode).Select(e => e.Act).ToListAsync()).FindAll(act => act.Contains("không còn nguyên vẹn", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Open_WithTheStoreGone_IsNotTakenForAnAlteredFile()
    {
        await using var world = await EvidenceWorld.OpenAsync(DatabaseKind.Sqlite);
        var officer = await world.OfficerAsync(world.Test.Justice);
        await world.DoAsync(s => s.Documents.AddAsync(Plan, new(new MemoryStream(SampleFiles.Pdf()), "a.pdf", null, true), 2026, officer));
        Directory.Delete(world.Folder, recursive: true);

        var refusal = await Assert.ThrowsAsync<FileRefusedException>(() => world.DoAsync(async s => await s.Files.OpenAsync(await s.Db.StoredFiles.AsNoTracking().SingleAsync(), officer.StaffCode)));

        Assert.Equal(FileRefusal.Store, refusal.Reason);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Files_AreMarkedWhenTheyCome_AndThoseFromBeforeByTheJob(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var officer = await world.OfficerAsync(world.Test.Justice);
        await world.DoAsync(s => s.Documents.AddAsync(Plan, new(new MemoryStream(SampleFiles.Pdf(") /S /JavaScript (")), "a.pdf", null, true), 2026, officer));
        Assert.Equal(FileMarks.Script, (await world.DoAsync(s => s.Db.StoredFiles.SingleAsync())).Marks);
        await world.DoAsync(s => s.Db.StoredFiles.ExecuteUpdateAsync(set => set.SetProperty(file => file.Marks, (FileMarks?)null)));

        Assert.Equal(1, await world.DoAsync(s => s.Files.MarkAsync()));
        Assert.Equal(0, await world.DoAsync(s => s.Files.MarkAsync()));

        Assert.Equal(FileMarks.Script, (await world.DoAsync(s => s.Db.StoredFiles.SingleAsync())).Marks);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Appraiser_ReadsEvidenceFromTheSubmissionOn_AndNotOfAReturnedScorecard(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var officer = await world.OfficerAsync(world.Test.Justice);
        var card = await world.CardAsync(world.Test.Justice);
        var document = await world.DoAsync(s => s.Documents.AttachAsync(card, [world.Test.Leaf("1.1").Id], null, Plan, new(new MemoryStream(SampleFiles.Pdf()), "a.pdf", null, true), officer));
        var people = await world.DoAsync(s => s.Db.StaffAccounts.AsNoTracking().ToDictionaryAsync(account => account.StaffCode));

        foreach (var (state, reads) in new[] { (ScorecardState.SelfScoring, false), (ScorecardState.FirstAppraisal, true), (ScorecardState.Explanation, true), (ScorecardState.SecondAppraisal, true), (ScorecardState.Agreed, true), (ScorecardState.SelfScoring, false) })
        {
            await world.DoAsync(s => s.Db.Scorecards.Where(known => known.Id == card).ExecuteUpdateAsync(set => set.SetProperty(known => known.State, state)));
            Assert.Equal((state, reads), (state, await ReadsAsync("TD01")));
            Assert.Equal((state, reads), (state, await SeesAsync("TD01")));
            Assert.True(await ReadsAsync(officer.StaffCode));
            Assert.True(await ReadsAsync(world.Test.Coordinator.StaffCode));
        }

        Task<bool> ReadsAsync(string person) => world.DoAsync(async s => await s.Library.FileAsync(document.Id, people[person]) is not null);

        Task<bool> SeesAsync(string person) => world.DoAsync(async s => EvidenceRights.AsSeenBy(people[person], (await new ScorecardReader(s.Db).FindAsync(card))!).Evidence.Count == 1);
    }
}
