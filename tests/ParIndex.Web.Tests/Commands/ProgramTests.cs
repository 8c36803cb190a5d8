using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Commands;

/// <summary>The verbs in the real program, with its own settings, streams and locale.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-program-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ImportFromStandardInput_WritesUtf8AndNothingElse()
    {
        await using var runner = await CommandRunner.CreateAsync();
        var file = await File.ReadAllBytesAsync(runner.LaiChau2020);

        var (exit, output, _) = await RunAsync(file, "import-table", "-", "--year", "2020", "--create-units", "--json", "--publish");

        Assert.Equal(0, exit);
        Assert.Equal("{\n", Encoding.UTF8.GetString(output.AsSpan(0, 2)));
        Assert.Contains("Sở Nội vụ", Encoding.UTF8.GetString(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RelativeFile_IsFoundFromWhereThePersonStands()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "bang.csv"), "STT,Tên đơn vị,Chỉ số (%)\n1,Sở Một,80\n");

        var (exit, output, _) = await RunAsync([], "import-table", "bang.csv", "--year", "2020", "--group", "so-nganh", "--create-units");
        var (backupExit, _, _) = await RunAsync([], "backup", "a.zip");

        Assert.Equal((0, 0), (exit, backupExit));
        Assert.Contains("Sở Một", Encoding.UTF8.GetString(output), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "a.zip")));
    }

    [Fact]
    public async Task UnreachableDatabase_IsSaidInASentence()
    {
        var (exit, _, error) = await RunAsync([], "migrate", environment: ("Database__Provider", "Postgres"));

        Assert.Equal(1, exit);
        Assert.StartsWith("Cơ sở dữ liệu không làm được việc này", error.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("mat-khau", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DemoInProduction_IsRefusedInASentence()
    {
        var (exit, _, error) = await RunAsync([], "demo");

        Assert.Equal(1, exit);
        Assert.Contains("Demo:IsDemo không dùng được trong môi trường Production", error, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles("*.db*", SearchOption.AllDirectories));
    }

    /// <summary>Tests may run as root, whom no rights keep out: a file in its place, and a folder nobody can write to.</summary>
    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    [InlineData("/proc")]
    [InlineData("/proc/self")]
    public async Task DataFolderThatCannotBeUsed_EndsTheStartInOneSentence(string folder)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "This is about Linux.");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "file"), "");
        var path = Path.Combine(_folder.FullName, folder);

        foreach (var verb in new[] { Array.Empty<string>(), ["migrate"] })
        {
            var (exit, output, error) = await RunAsync([], verb, ("DataFolder", path));

            Assert.Equal((1, 0), (exit, output.Length));
            Assert.Contains("DataFolder không dùng được thư mục " + path, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task KeysThatCannotBeKept_EndTheStart_NotTheFirstSignIn()
    {
        var data = _folder.CreateSubdirectory("data-khac").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "keys"), "");

        var (exit, _, error) = await RunAsync([], [], ("DataFolder", data));

        Assert.Equal(1, exit);
        Assert.Contains("keys", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeysOfAnotherSecret_EndTheStart_UntilTheyAreForgotten()
    {
        await using var runner = await CommandRunner.CreateAsync();
        await using (var earlier = new TestApp(runner.Database))
        {
            using var client = earlier.Open();
        }

        var (exit, _, error) = await RunAsync([], [], ("Database__ConnectionString", runner.Database.ConnectionString));
        var forgotten = await RunAsync([], "forget-keys", ("Database__ConnectionString", runner.Database.ConnectionString));
        var again = await RunAsync([], "forget-keys", ("Database__ConnectionString", runner.Database.ConnectionString));

        Assert.Equal(1, exit);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries), one => !one.StartsWith('{'));
        Assert.StartsWith("Cài đặt không hợp lệ: Keys:Secret không mở được 1 khoá", line, StringComparison.Ordinal);
        Assert.Contains("forget-keys", line, StringComparison.Ordinal);
        Assert.Equal((0, "Đã bỏ 1 khoá bảo vệ dữ liệu không còn mở được.\n"), (forgotten.Exit, Encoding.UTF8.GetString(forgotten.Output)));
        Assert.Equal((0, "Mọi khoá bảo vệ dữ liệu đều mở được, không có gì để bỏ.\n"), (again.Exit, Encoding.UTF8.GetString(again.Output)));
    }

    [Fact]
    public async Task SchemaOfALaterProgram_IsRefusedByServingAndByEveryVerb()
    {
        await using var runner = await CommandRunner.CreateSeededAsync();
        await using (var db = runner.Database.NewContext())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99')");
        }

        var before = await runner.StoredAsync();
        string[][] verbs = [["migrate"], ["backup", runner["a.zip"]], ["restore", runner["a.zip"]], ["verify"], ["create-admin", "CB01", "Nguyễn Văn An"], ["import-table", runner.LaiChau2020, "--year", "2021", "--create-units", "--publish"]];
        foreach (var verb in verbs)
        {
            var result = await runner.RunAsync(verb);
            if (verb[0] != "restore")
            {
                Assert.Equal(1, result.Exit);
                Assert.Contains("mới hơn phần mềm này (đã áp dụng 29990101000000_Later)", result.Error, StringComparison.Ordinal);
            }
        }

        var (exit, _, error) = await RunAsync([], [], ("Database__ConnectionString", runner.Database.ConnectionString));

        Assert.Equal(1, exit);
        Assert.Contains("mới hơn phần mềm này", error, StringComparison.Ordinal);
        Assert.Equal(before, await runner.StoredAsync());
    }

    private Task<(int Exit, byte[] Output, string Error)> RunAsync(byte[] input, params string[] args) => RunAsync(input, args, ("Database__Provider", "Sqlite"));

    private Task<(int Exit, byte[] Output, string Error)> RunAsync(byte[] input, string verb, (string, string) environment) => RunAsync(input, [verb], environment);

    private async Task<(int Exit, byte[] Output, string Error)> RunAsync(byte[] input, string[] args, (string Name, string Value) environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            // As `dotnet run --project` does: the program stands elsewhere, PWD says where the person does.
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["PWD"] = _folder.FullName;
        start.Environment["LC_ALL"] = "C";
        start.Environment["DataFolder"] = Path.Combine(_folder.FullName, "data");
        start.Environment["Site__Province"] = "Tỉnh Mẫu";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Database__ConnectionString"] = environment.Value == "Postgres" ? "Host=127.0.0.1;Port=1;Timeout=2;Username=x;Password=mat-khau" : "";
        start.Environment[environment.Name] = environment.Value;
        using var program = Process.Start(start)!;
        var error = program.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        var copying = program.StandardOutput.BaseStream.CopyToAsync(output);
        await program.StandardInput.BaseStream.WriteAsync(input);
        program.StandardInput.Close();
        await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await copying;
        return (program.ExitCode, output.ToArray(), await error);
    }
}
