using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ParIndex.Application.Archives;
using ParIndex.Application.Reading;
using ParIndex.Application.Seeding;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Commands;

/// <summary>
/// <c>import-table</c>: reads a published table, reconciles it and, when asked, publishes it. The report goes to
/// standard output; with <c>--json</c> nothing else does.
/// </summary>
internal static class ImportTableVerb
{
    private const string Name = "import-table";

    private const int Unreadable = 2;

    private const int Refused = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(AppBuilder build)
    {
        var options = new ImportOptions();
        return options.AddTo(new Command(Name, "Đọc một bảng kết quả đã công bố, đối chiếu và in báo cáo; với --publish thì công bố vào kho lưu trữ."))
            .Runs(build, (services, parse, cancellationToken) => RunAsync(services, options, parse, cancellationToken));
    }

    private static async Task<int> RunAsync(IServiceProvider services, ImportOptions options, ParseResult parse, CancellationToken cancellationToken)
    {
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        var isJson = parse.GetValue(options.Json);
        var typed = parse.GetValue(options.File)!;
        var import = services.GetRequiredService<TableImport>();
        try
        {
            var (request, reading) = options.Read(parse, Province(services), DateWriter.VietnameseDay(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
            var file = await InputFile.ReadAsync(typed, cancellationToken);
            typed = file.Name;
            var choice = new TableChoice(reading.Table, request.Group, request.Hints.Table);
            var table = PublishedTableReader.Read(SourceTableReader.Read(file.Content, file.Name, choice), reading with { Year = request.Year });
            request = request with { QuotedFigures = await ReadReferencesAsync(parse.GetValue(options.References), cancellationToken) };

            await services.OpenDatabaseAsync(cancellationToken);
            var report = await import.ReconcileAsync(table, request, cancellationToken);
            await output.WriteAsync(isJson ? Encoding.UTF8.GetString(ReportJson.Write(report)) + "\n" : ReportText.Write(report));

            var done = parse.GetValue(options.Publish)
                ? await PublishAsync(import, report, parse.GetValue(options.ConfirmInconsistent), cancellationToken)
                : "Chưa lưu gì; thêm --publish để công bố.";
            await (isJson ? error : output).WriteLineAsync(done);
            return 0;
        }
        catch (UnreadableTableException refusal)
        {
            await SayAsync(refusal, typed, isJson ? output : TextWriter.Null, error);
            return Unreadable;
        }
        catch (RefusedException refusal)
        {
            await error.WriteLineAsync(refusal.Message);
            return Refused;
        }
    }

    private static async Task<string> PublishAsync(TableImport import, ReconciliationReport report, bool confirmInconsistent, CancellationToken cancellationToken)
    {
        var outcome = await import.PublishAsync(report, confirmInconsistent, Name, cancellationToken);
        return outcome.IsNew
            ? $"Đã công bố năm {outcome.Release.Year}, lần {outcome.Release.VersionNumber}."
            : "Đã có sẵn, không thay đổi gì.";
    }

    private static async Task<IReadOnlyList<QuotedFigure>> ReadReferencesAsync(string? typed, CancellationToken cancellationToken)
    {
        if (typed is null)
        {
            return [];
        }

        var file = await InputFile.ReadAsync(typed, cancellationToken);
        try
        {
            return QuotedFigure.Read(file.Content, file.Name);
        }
        catch (UnreadableTableException refusal)
        {
            throw new UnreadableTableException([.. refusal.Problems.Select(problem => problem with { File = file.Name })]);
        }
    }

    /// <summary>The province as configured; a developer's portal without settings is Lai Châu's, as its seed is.</summary>
    private static string Province(IServiceProvider services) =>
        services.GetRequiredService<IOptions<SiteOptions>>().Value.Province is { Length: > 0 } province ? province
        : services.GetRequiredService<IHostEnvironment>().IsDevelopment() ? LaiChauSeed.Province
        : throw SettingsException.For(["Site:Province chưa được đặt; ghi tên tỉnh kèm loại đơn vị, ví dụ “Tỉnh Lai Châu”."]);

    /// <summary>One line a problem for a person; for a program, one object.</summary>
    private static async Task SayAsync(UnreadableTableException refusal, string file, TextWriter json, TextWriter text)
    {
        var problems = new List<Problem>();
        foreach (var problem in refusal.Problems)
        {
            var (message, place, source) = (problem.Message, problem.Place, problem.File ?? file);
            string[] where = [source, place?.ToString() ?? ""];
            await text.WriteLineAsync(string.Join(": ", new[] { string.Join(", ", where.Where(part => part.Length > 0)), message }.Where(part => part.Length > 0)));
            problems.Add(new(source.Length > 0 ? source : null, place?.Sheet, place?.Line, place?.Column, message, problem.Finding.Code, problem.Finding.Arguments));
        }

        await json.WriteLineAsync(JsonSerializer.Serialize(new { problems }, Json));
    }

    private sealed record Problem(string? File, string? Sheet, int? Line, int? Column, string Message, string Code, IReadOnlyDictionary<string, object> Arguments);
}
