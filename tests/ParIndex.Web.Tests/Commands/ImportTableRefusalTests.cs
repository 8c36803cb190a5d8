using System.Text.Json;
using ParIndex.Application.Data;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Commands;

/// <summary>What <c>import-table</c> refuses, how it says so, and that it then stores nothing.</summary>
public class ImportTableRefusalTests
{
    private const string Header = "STT,Tên đơn vị,Tổng điểm,Thang điểm,Chỉ số (%)\n";

    [Fact]
    public async Task UnknownUnits_AreRefusedWithPlaceAndSuggestion()
    {
        await using var runner = await CommandRunner.CreateSeededAsync();
        var before = await runner.StoredAsync();
        var file = runner.Write("bang.csv", Header + "1,Sở Nội vụ,80,100,80\n2,Sở Tư pháb,70,100,70\n");

        var result = await runner.RunAsync("import-table", file, "--year", "2021", "--group", "so-nganh", "--publish");

        Assert.Equal((2, ""), (result.Exit, result.Output));
        Assert.Equal(
            "bang.csv, dòng 3, cột 2: Danh mục đơn vị năm 2021 không có “Sở Tư pháb”. Có phải là: Sở Tư pháp? Sửa tên trong tệp, hoặc thêm --create-units để tạo đơn vị mới.\n",
            result.Error);
        Assert.Equal(before, await runner.StoredAsync());
    }

    [Fact]
    public async Task EmptyRegister_NeedsCreateUnits()
    {
        await using var runner = await CommandRunner.CreateAsync();

        var result = await runner.RunAsync("import-table", runner.LaiChau2020, "--year", "2020", "--publish");

        Assert.Equal(2, result.Exit);
        Assert.Equal(28, result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("lai-chau-2020.csv, dòng 2, cột 4: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("--create-units", result.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0), await runner.StoredAsync());
    }

    [Theory]
    [InlineData("6.230")]
    [InlineData("1e2")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("\"62,305\"")]
    [InlineData("６２")]
    public async Task BadNumbers_AreRefusedWithPlace(string number)
    {
        await using var runner = await CommandRunner.CreateAsync();
        var file = runner.Write("bang.csv", $"{Header}1,Sở Một,{number},100,62.30\n");

        var result = await runner.RunAsync("import-table", file, "--year", "2020", "--group", "so-nganh", "--create-units", "--publish");

        Assert.Equal(2, result.Exit);
        Assert.StartsWith("bang.csv, dòng 2, cột 3: ", result.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0), await runner.StoredAsync());
    }

    [Fact]
    public async Task Refusal_AsJson_IsOneObjectOfProblems()
    {
        await using var runner = await CommandRunner.CreateAsync();
        var file = runner.Write("bang.csv", Header + "1,Sở Một,abc,100,62.30\n");

        var result = await runner.RunAsync("import-table", file, "--year", "2020", "--group", "so-nganh", "--json");

        var problem = Assert.Single(JsonDocument.Parse(result.Output).RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal(("bang.csv", 2, 3), (problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()));
        Assert.Contains("“abc”", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal($"bang.csv, dòng 2, cột 3: {problem.GetProperty("message").GetString()}\n", result.Error);
    }

    [Theory]
    [InlineData("--year", "20", "--year: “20” không phải là một năm từ 1990 đến 2100.")]
    [InlineData("--year", "2.020", "--year: “2.020” không phải là một năm từ 1990 đến 2100.")]
    [InlineData("--decision-date", "31/2/2021", "--decision-date: “31/2/2021” không phải là một ngày; ghi 2021-07-15 hoặc 15/7/2021.")]
    [InlineData("--announced", "July 15", "--announced: “July 15” không phải là một ngày; ghi 2021-07-15 hoặc 15/7/2021.")]
    [InlineData("--bands", "Tốt=80,Khá=70", "--bands: Mức xếp loại thấp nhất phải bắt đầu từ 0.")]
    [InlineData("--ranking", "best", "--ranking: “best” không phải là một trong: one-list, by-heading, by-special-case.")]
    [InlineData("--decimals", "5", "--decimals: “5” không phải là số nguyên từ 0 đến 4.")]
    [InlineData("--scale", "Sở Một=0", "--scale: không hiểu “Sở Một=0”; cần dạng đơn vị=điểm với điểm lớn hơn 0, ví dụ \"Sở Ngoại vụ=78,5\".")]
    [InlineData("--group", " ", "--group: cần một đoạn chữ từ 1 đến 80 ký tự.")]
    public async Task BadArgument_IsRefusedByName(string option, string value, string message)
    {
        await using var runner = await CommandRunner.CreateAsync();
        string[] year = option == "--year" ? [] : ["--year", "2020"];

        var result = await runner.RunAsync(["import-table", runner.LaiChau2020, .. year, option, value, "--create-units", "--publish"]);

        Assert.Equal((2, message + "\n"), (result.Exit, result.Error));
        Assert.Equal((0, 0, 0, 0), await runner.StoredAsync());
    }

    [Theory]
    [InlineData("Sở Một=80", "so-mot=81", "được chỉ định hai lần")]
    [InlineData("Sở Một=80", "Sở Ba=81", "bảng không có đơn vị này")]
    public async Task ScaleThatFitsNoUnit_IsRefused(string one, string other, string reason)
    {
        await using var runner = await CommandRunner.CreateAsync();
        var file = runner.Write("bang.csv", "STT,Tên đơn vị,Tổng điểm\n1,Sở Một,62\n");

        var result = await runner.RunAsync("import-table", file, "--year", "2020", "--group", "so-nganh", "--create-units", "--scale", one, "--scale", other);

        Assert.Equal(2, result.Exit);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingFileDirectoryAndTooLargeFile_AreRefusedInASentence()
    {
        await using var runner = await CommandRunner.CreateAsync();
        runner.Write("lon.csv", new byte[(5 * 1024 * 1024) + 1]);

        Assert.Equal((2, "", $"khong-co.csv: Không tìm thấy tệp {runner["khong-co.csv"]}.\n"), await RefusalAsync(runner, runner["khong-co.csv"]));
        Assert.Equal((2, "", $"{Path.GetDirectoryName(runner["x"])}: {Path.GetDirectoryName(runner["x"])} là thư mục, không phải tệp.\n"), await RefusalAsync(runner, Path.GetDirectoryName(runner["x"])!));
        Assert.Equal((2, "", "lon.csv: Tệp lớn hơn 5 MB. Hãy chỉ giữ lại bảng kết quả cần nhập.\n"), await RefusalAsync(runner, runner["lon.csv"]));
    }

    [Fact]
    public async Task ProblemInTheReferences_NamesTheirFile()
    {
        await using var runner = await CommandRunner.CreateAsync();
        var references = runner.Write("trich-dan.csv", "group,unit,measure,label,year,value,source\nhuyen,Huyện Không Có,index,,2019,70,quoted\nxa,,meanIndex,,2019,70,quoted\n");
        var bad = runner.Write("sai.csv", "group,unit,measure,label,year,value,source\nhuyen,,mean,,2019,70,quoted\n");

        var result = await runner.RunAsync("import-table", runner.LaiChau2020, "--year", "2020", "--create-units", "--references", references);
        var unreadable = await runner.RunAsync("import-table", runner.LaiChau2020, "--year", "2020", "--create-units", "--references", bad);

        Assert.Equal((2, 2), (result.Exit, unreadable.Exit));
        Assert.Contains("trich-dan.csv, dòng 2, cột 1: Số liệu trích dẫn của “Huyện Không Có”", result.Error, StringComparison.Ordinal);
        Assert.Contains("trich-dan.csv, dòng 3, cột 1: Số liệu trích dẫn thuộc nhóm “xa”", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("sai.csv, dòng 2, cột 3: ", unreadable.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherFiguresForAPublishedGroup_AreRefusedByTheRules()
    {
        await using var runner = await CommandRunner.CreateAsync();
        var file = runner.Write("bang.csv", Header + "1,Sở Một,80,100,80\n");
        var changed = runner.Write("khac.csv", Header + "1,Sở Một,81,100,81\n");
        await runner.RunAsync("import-table", file, "--year", "2020", "--group", "so-nganh", "--create-units", "--publish");
        var before = await runner.StoredAsync();

        var result = await runner.RunAsync("import-table", changed, "--year", "2020", "--group", "so-nganh", "--publish");

        Assert.Equal(1, result.Exit);
        Assert.StartsWith("ĐỐI CHIẾU BẢNG ĐÃ CÔNG BỐ", result.Output, StringComparison.Ordinal);
        Assert.Contains("đính chính", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, await runner.StoredAsync());
    }

    [Fact]
    public async Task InconsistentRow_NeedsConfirmation()
    {
        await using var runner = await CommandRunner.CreateAsync();
        var file = runner.Write("bang.csv", Header + "1,Sở Một,80,100,85\n");
        string[] command = ["import-table", file, "--year", "2020", "--group", "so-nganh", "--create-units", "--publish"];

        var refused = await runner.RunAsync(command);
        var stored = await runner.StoredAsync();
        var confirmed = await runner.RunAsync([.. command, "--confirm-inconsistent"]);

        Assert.Equal((1, (0, 0, 0, 0)), (refused.Exit, stored));
        Assert.Contains("--confirm-inconsistent", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, confirmed.Exit);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NamesLongerThanAReleaseHolds_AreRefusedOnEitherDatabase(DatabaseKind kind)
    {
        await using var runner = await CommandRunner.CreateAsync(kind);
        var file = runner.Write("bang.csv", $"STT,Tên đơn vị,Chỉ số (%),Xếp loại\n1,Sở {new string('a', 200)},80,Tốt\n2,Sở Hai,70,{new string('b', 100)}\n");
        var groups = runner.Write("nhom.csv", $"Nhóm,Tên đơn vị,Chỉ số (%)\n{new string('c', 100)},Đơn vị một,80\n");

        var result = await runner.RunAsync("import-table", file, "--year", "2020", "--group", "so-nganh", "--create-units", "--publish");
        var longGroup = await runner.RunAsync("import-table", groups, "--year", "2020", "--create-units", "--publish");

        Assert.Equal((2, 2), (result.Exit, longGroup.Exit));
        Assert.Contains("dòng 2, cột 2: Tên đơn vị dài quá 160 ký tự.", result.Error, StringComparison.Ordinal);
        Assert.Contains("dòng 3, cột 2: Xếp loại dài quá 80 ký tự.", result.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0), await runner.StoredAsync());
    }

    [Theory]
    [InlineData("--decision-date", "Ngày quyết định 1/1/2099 chưa tới")]
    [InlineData("--announced", "Ngày công bố 1/1/2099 chưa tới")]
    public async Task ADayToCome_IsRefused_AndStoresNothing(string option, string says)
    {
        await using var runner = await CommandRunner.CreateAsync();

        var result = await runner.RunAsync("import-table", runner.LaiChau2020, "--year", "2020", "--create-units", "--publish", option, "2099-01-01");

        Assert.Equal(2, result.Exit);
        Assert.Contains($"{option}: {says}", result.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0), await runner.StoredAsync());
    }

    [Theory]
    [InlineData("--yaer", "2020")]
    [InlineData("--publish-now", null)]
    public async Task UnknownOption_IsRefused(string option, string? value)
    {
        await using var runner = await CommandRunner.CreateAsync();

        var result = await runner.RunAsync(["import-table", runner.LaiChau2020, "--year", "2020", "--create-units", "--publish", option, .. value is null ? Array.Empty<string>() : [value]]);

        Assert.Equal(2, result.Exit);
        Assert.Contains(option, result.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0), await runner.StoredAsync());
    }

    [Fact]
    public async Task WithoutAProvince_IsRefusedAsASetting()
    {
        await using var runner = await CommandRunner.CreateNamelessAsync();

        var result = await runner.RunAsync("import-table", runner.LaiChau2020, "--year", "2020");

        Assert.Equal(1, result.Exit);
        Assert.Contains("Site:Province", result.Error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> RefusalAsync(CommandRunner runner, string file)
    {
        var result = await runner.RunAsync("import-table", file, "--year", "2020");
        return (result.Exit, result.Output, result.Error);
    }
}
