using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ParIndex.Application.Backup;
using ParIndex.Application.Data;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data.Backup;

/// <summary>A backup that is not exactly what was written is refused before the first row.</summary>
public sealed class RestoreRefusalTests : IAsyncLifetime
{
    private readonly BackupFiles _files = new();
    private string _good = "";

    public async ValueTask InitializeAsync()
    {
        await using var database = await SampleData.CreateFilledAsync(DatabaseKind.Sqlite);
        _good = await _files.BackUpAsync(database);
    }

    public ValueTask DisposeAsync()
    {
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public Task ChangedCell_IsRefused() => Refused("SHA-256", content => Edit(content, "tables/release_results.ndjson", text => text.Replace("\"87.42\"", "\"97.42\"", StringComparison.Ordinal)));

    [Fact]
    public Task MissingTable_IsRefused() => Refused("thiếu “tables/units.ndjson”", content => content.Remove("tables/units.ndjson"));

    [Fact]
    public Task MissingManifest_IsRefused() => Refused("thiếu manifest.json", content => content.Remove("manifest.json"));

    [Fact]
    public Task AdditionalFile_IsRefused() => Refused("tệp thừa “tables/../../etc/passwd”", content => content["tables/../../etc/passwd"] = [1]);

    [Fact]
    public Task WrongCount_IsRefused() => Refused("manifest.json ghi 30", content => Edit(content, "manifest.json", text => text.Replace("\"rows\": 29", "\"rows\": 30", StringComparison.Ordinal)));

    [Fact]
    public Task OtherFormat_IsRefused() => Refused("định dạng 2", content => Edit(content, "manifest.json", text => text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal)));

    [Fact]
    public Task OtherSchema_IsRefused() => Refused("“Later”", content => Edit(content, "manifest.json", text => Regex.Replace(text, "\"schema\": \"[^\"]*\"", "\"schema\": \"Later\"", RegexOptions.None, TimeSpan.FromSeconds(5))));

    [Fact]
    public Task ManifestWithUnknownWords_IsRefused() => Refused("manifest.json", content => Edit(content, "manifest.json", text => text.Replace("\"format\"", "\"more\": 1, \"format\"", StringComparison.Ordinal)));

    [Fact]
    public Task ManifestWithoutATable_IsRefused() => Refused("danh sách bảng", content => Edit(content, "manifest.json", text => text.Replace("\"name\": \"units\"", "\"name\": \"unitz\"", StringComparison.Ordinal)));

    [Fact]
    public Task CutLastLine_IsRefused() => Refused("không đọc được dòng", content => content["tables/units.ndjson"] = content["tables/units.ndjson"][..^1]);

    [Fact]
    public Task RowOfAnotherShape_IsRefused() => Refused("tables/rounds.ndjson không đọc được dòng 1", content => Edit(content, "tables/rounds.ndjson", text => text.Replace("\"year\":2021", "\"year\":\"2021\"", StringComparison.Ordinal)));

    /// <summary>A megabyte of blanks in a few bytes: refused by what the zip says of itself, before it is unpacked.</summary>
    [Fact]
    public Task AbsurdSize_IsRefused() => Refused("lớn bất thường", content => content["tables/units.ndjson"] = Encoding.ASCII.GetBytes(new string(' ', 40 * 1024 * 1024)));

    [Fact]
    public async Task RowsThatPointNowhere_AreRefused()
    {
        var orphans = Signed(content => Edit(content, "tables/criteria.ndjson", text => string.Join('\n', text.Split('\n').Where(line => !line.Contains("\"code\":\"1\"", StringComparison.Ordinal)))));

        await RefusedFile(orphans, "trỏ tới dòng không có", DatabaseKind.Sqlite);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ReleaseWithMoreRowsThanItCounts_IsRefusedByTheDatabase(DatabaseKind kind)
    {
        var padded = Signed(content => Edit(content, "tables/release_groups.ndjson", text => text.Replace("\"result_count\":20", "\"result_count\":19", StringComparison.Ordinal)));

        await RefusedFile(padded, "nothing is added to a published release", kind);
    }

    [Fact]
    public async Task AnyFlippedByteOfATable_IsRefused()
    {
        var bytes = await File.ReadAllBytesAsync(_good);
        using var zip = ZipFile.OpenRead(_good);
        var packed = (int)zip.Entries.Where(entry => entry.FullName != "manifest.json").Sum(entry => entry.CompressedLength);
        foreach (var place in Enumerable.Range(1, 40).Select(step => packed * step / 41))
        {
            var flipped = bytes.ToArray();
            flipped[place] ^= 0x10;
            await File.WriteAllBytesAsync(_files["flipped.zip"], flipped);
            await using var target = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

            var failure = await Record.ExceptionAsync(() => BackupFiles.RestoreAsync(target, _files["flipped.zip"]));

            // The time stamp of an entry is told by nobody; everything else must be found.
            if (failure is null)
            {
                Assert.Equal(BackupFiles.Read(_good), BackupFiles.Read(_files["flipped.zip"]));
            }
            else
            {
                Assert.IsType<BackupRefusedException>(failure);
                await AssertEmptyAsync(target);
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FilledDatabase_IsRefusedAndKeptAsItWas(DatabaseKind kind)
    {
        await using var target = await SampleData.CreateFilledAsync(kind);
        var before = await _files.ContentAsync(target);

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => BackupFiles.RestoreAsync(target, _good));

        Assert.Contains("không trống", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await _files.ContentAsync(target));
    }

    [Theory]
    [InlineData("none.zip", "Không tìm thấy")]
    [InlineData(".", "là thư mục")]
    [InlineData("text.zip", "không phải là tệp sao lưu")]
    [InlineData("empty.zip", "không phải là tệp sao lưu")]
    public async Task NoBackup_IsRefused(string name, string reason)
    {
        await File.WriteAllTextAsync(_files["text.zip"], "Không phải zip");
        await File.WriteAllTextAsync(_files["empty.zip"], "");

        await RefusedFile(_files[name], reason, DatabaseKind.Sqlite);
    }

    private Task Refused(string reason, Action<Dictionary<string, byte[]>> change) => RefusedFile(_files.Rewrite(_good, change), reason, DatabaseKind.Sqlite);

    private async Task RefusedFile(string file, string reason, DatabaseKind kind)
    {
        await using var target = await TestDatabase.CreateAsync(kind);

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => BackupFiles.RestoreAsync(target, file));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        await AssertEmptyAsync(target);
    }

    private async Task AssertEmptyAsync(TestDatabase target)
    {
        var content = await _files.ContentAsync(target);
        Assert.All(content.Where(file => file.Key != "manifest.json"), file => Assert.Empty(file.Value));
    }

    /// <summary>A changed backup whose manifest was made to fit: what a forger would bring.</summary>
    private string Signed(Action<Dictionary<string, byte[]>> change) => _files.Rewrite(_good, content =>
    {
        var before = content.ToDictionary(file => file.Key, file => file.Value);
        change(content);
        foreach (var (name, bytes) in content.Where(file => file.Key != "manifest.json" && file.Value != before[file.Key]))
        {
            Edit(content, "manifest.json", text => text.Replace(Hash(before[name]), Hash(bytes), StringComparison.Ordinal)
                .Replace($"\"rows\": {Rows(before[name])},\n      \"sha256\": \"{Hash(bytes)}", $"\"rows\": {Rows(bytes)},\n      \"sha256\": \"{Hash(bytes)}", StringComparison.Ordinal));
        }
    });

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private static int Rows(byte[] bytes) => bytes.Count(b => b == '\n');

    private static void Edit(Dictionary<string, byte[]> content, string name, Func<string, string> change)
    {
        var text = Encoding.UTF8.GetString(content[name]);
        var changed = change(text);
        Assert.NotEqual(text, changed);
        content[name] = Encoding.UTF8.GetBytes(changed);
    }
}
