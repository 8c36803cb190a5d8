using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ParIndex.Application.Data;
using ParIndex.Application.Reading;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Scorecards.Sheets;
using ParIndex.Domain;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;
using Workbook = ParIndex.Testing.Workbook;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>A sheet goes out and comes back: what was typed differs and nothing else, and it is taken whole, once, or not at all.</summary>
public sealed class ScorecardSheetTests
{
    private const string Sheet = "Phiếu chấm điểm";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Unit_SentBackAsItCame_HasNoDifference(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await SheetWorld.OpenAsync(database);
        await world.AnswerAsync(ScoreStage.SelfScore);
        var file = await world.WriteAsync(world.Officer, world.Target);

        var (_, asItCame) = await world.SendAsync(world.Officer, world.Target, file);
        var (_, resaved) = await world.SendAsync(world.Officer, world.Target, Resaved(file));

        Assert.Empty(Errors(file));
        foreach (var compared in new[] { asItCame, resaved })
        {
            Assert.Equal(SheetWorld.Leaves, compared.Cells.Count);
            Assert.All(compared.Cells, cell => Assert.True(cell.Kind == DifferenceKind.Unchanged, cell.Leaf.Code + cell.Message + string.Join(",", cell.Fields)));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Appraiser_SentBackAsItCame_HasNoDifference(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await SheetWorld.OpenAsync(database);
        await world.AnswerAsync(ScoreStage.SelfScore);
        await world.SubmitAsync();
        await world.AnswerAsync(ScoreStage.FirstAppraisal);
        var file = await world.WriteAsync(world.Appraiser, world.Appraisal);

        var (_, compared) = await world.SendAsync(world.Appraiser, world.Appraisal, file);

        Assert.Empty(Errors(file));
        // Two units of three, the own one not among them; survey points are not an appraiser's.
        Assert.Equal(2 * SheetWorld.Leaves, compared.Cells.Count);
        Assert.All(compared.Cells, cell => Assert.Equal(DifferenceKind.Unchanged, cell.Kind));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edits_DifferExactly_AndAreTakenOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await SheetWorld.OpenAsync(database);
        await world.AnswerAsync(ScoreStage.SelfScore);
        var file = Edited(await world.WriteAsync(world.Officer, world.Target), ("1.1", 7, "12.5"), ("3.1", 4, "900"), ("1.2", 7, ""), ("3.5", 6, "Chậm; thiếu"), ("2.1", 8, "=1+1"));

        var (draft, compared) = await world.SendAsync(world.Officer, world.Target, file);
        var saved = await world.ApplyAsync(world.Officer, world.Target, draft, compared.Stamp);
        var again = await world.ApplyAsync(world.Officer, world.Target, draft, compared.Stamp);

        Assert.Empty(compared.Of(DifferenceKind.Error).Select(cell => cell.Message));
        Assert.Equal(["1.1", "1.2", "2.1", "3.1", "3.5"], compared.Of(DifferenceKind.Changed).Select(cell => cell.Leaf.Code).Order(StringComparer.Ordinal));
        Assert.Contains(compared.Of(DifferenceKind.Changed).Single(cell => cell.Leaf.Code == "1.2").Fields, field => field.Erases);
        Assert.Equal((5, (int?)null, 5), (saved, again, await world.EditsAsync()));
        var stored = await world.StoredAsync(ScoreStage.SelfScore);
        Assert.Equal((12.5m, null, 900m, 1, "=1+1"), (stored["1.1"].Points, stored["1.2"].Points, stored["3.1"].Achieved, stored["3.5"].Level, stored["2.1"].Note));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OneWrongCell_IsNamed_AndNothingIsTaken(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await SheetWorld.OpenAsync(database);
        var file = Edited(await world.WriteAsync(world.Officer, world.Target), ("1.1", 7, "12.5"), ("1.2", 7, "18.001"), ("3.1", 4, "1.611"));

        var (draft, compared) = await world.SendAsync(world.Officer, world.Target, file);

        Assert.Contains(compared.Of(DifferenceKind.Error), cell => cell.Message!.StartsWith("Ô H4: Tiêu chí 1.2:", StringComparison.Ordinal));
        Assert.Contains(compared.Of(DifferenceKind.Error), cell => cell.Leaf.Code == "3.1" && cell.Message!.Contains("số nguyên", StringComparison.Ordinal));
        await Assert.ThrowsAsync<RefusedException>(() => world.ApplyAsync(world.Officer, world.Target, draft, compared.Stamp));
        Assert.Equal(0, await world.EditsAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Conflict_ShowsBoth_AndWaitsForADecision(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await SheetWorld.OpenAsync(database);
        var file = Edited(await world.WriteAsync(world.Officer, world.Target), ("1.1", 7, "12.5"), ("1.2", 7, "9"));
        await world.ElsewhereAsync("1.1", 3);

        var (draft, compared) = await world.SendAsync(world.Officer, world.Target, file);
        var conflict = Assert.Single(compared.Of(DifferenceKind.Conflict));
        await Assert.ThrowsAsync<RefusedException>(() => world.ApplyAsync(world.Officer, world.Target, draft, compared.Stamp));
        await world.ElsewhereAsync("1.1", 4);
        await Assert.ThrowsAsync<RefusedException>(() => world.ApplyAsync(world.Officer, world.Target, draft, compared.Stamp, new() { [conflict.CellId] = true }));
        Assert.Equal(0, await world.EditsAsync());
        var (next, now) = await world.SendAsync(world.Officer, world.Target, file);
        Assert.Equal(1, await world.ApplyAsync(world.Officer, world.Target, next, now.Stamp, new() { [conflict.CellId] = false }));

        Assert.Equal(("3,00", "12,50"), (conflict.Fields[0].Stored, conflict.Fields[0].Typed));
        var stored = await world.StoredAsync(ScoreStage.SelfScore);
        Assert.Equal((4m, 9m), (stored["1.1"].Points, stored["1.2"].Points));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Appraisal_OfTwoUnits_IsTakenButForWhatWasDecidedOtherwise(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await SheetWorld.OpenAsync(database);
        await world.AnswerAsync(ScoreStage.SelfScore);
        await world.SubmitAsync();
        await world.AnswerAsync(ScoreStage.FirstAppraisal);
        // Columns D and E are the two units.
        var file = Edited(await world.WriteAsync(world.Appraiser, world.Appraisal), "Thẩm định", ("1.1", 3, "10"), ("1.1", 4, "11"), ("1.2", 3, "9"), ("1.2", 4, "8"));
        await world.ElsewhereAsync("1.1", 3, ScoreStage.FirstAppraisal);

        var (draft, compared) = await world.SendAsync(world.Appraiser, world.Appraisal, file);
        var conflict = Assert.Single(compared.Of(DifferenceKind.Conflict));
        await Assert.ThrowsAsync<RefusedException>(() => world.ApplyAsync(world.Appraiser, world.Appraisal, draft, compared.Stamp));
        var saved = await world.ApplyAsync(world.Appraiser, world.Appraisal, draft, compared.Stamp, new() { [conflict.CellId] = false });

        Assert.Equal(("Sở Tư pháp", "1.1", "3,00"), (conflict.Unit, conflict.Leaf.Code, conflict.Fields[0].Stored));
        Assert.Equal((3, 3), (compared.Of(DifferenceKind.Changed).Count(), saved));
        var stored = await world.StoredAsync(ScoreStage.FirstAppraisal);
        Assert.Equal((3m, conflict.Fields[0].Typed == "10,00" ? 9m : 8m), (stored["1.1"].Points, stored["1.2"].Points));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OtherSheets_AreRefusedWhole(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await SheetWorld.OpenAsync(database);
        var file = await world.WriteAsync(world.Officer, world.Target);
        await using var elsewhere = await TestDatabase.CreateAsync(kind);
        var other = await SheetWorld.OpenAsync(elsewhere);

        await RefusedAsync("kỳ đánh giá khác", await other.WriteAsync(other.Officer, other.Target));
        await RefusedAsync("Tên tiêu chí 1.1", Edited(file, ("1.1", 1, "Tên khác")));
        await RefusedAsync("Phiếu không có tiêu chí mã", Edited(file, ("1.1", 0, "9.9")));
        await RefusedAsync("có hai dòng", Edited(file, ("1.1", 0, "1.2")));
        await RefusedAsync("không mang mã", new Workbook().Sheet(Sheet, ["Mã"], ["1.1"]).Bytes());
        await RefusedAsync("không phải là sổ tính", "1;2"u8.ToArray());
        await RefusedAsync("bị sửa hoặc hỏng", Replaced(file, "xl/worksheets/sheet4.xml", "|0|0:", "|0|1:"));
        await world.SubmitAsync();
        await Assert.ThrowsAsync<RefusedException>(() => world.SendAsync(world.Officer, world.Target, file));

        async Task RefusedAsync(string words, byte[] content) =>
            Assert.Contains(words, (await Assert.ThrowsAsync<UnreadableTableException>(() => world.SendAsync(world.Officer, world.Target, content))).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Errors(byte[] content)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    /// <summary>The same cells as another program writes them: shared strings, doubles, no styles, no protection.</summary>
    private static byte[] Resaved(byte[] content)
    {
        var workbook = new Workbook();
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        foreach (var sheet in document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>())
        {
            var part = (WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!);
            var rows = part.Worksheet!.Descendants<Row>().Select(row =>
            {
                var values = new object?[12];
                foreach (var cell in row.Elements<Cell>().Where(cell => cell.HasChildren))
                {
                    values[cell.CellReference!.Value![0] - 'A'] = cell.InlineString is { } text ? text.Text!.Text : double.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture);
                }

                return values;
            }).ToArray();
            _ = sheet.State is null ? workbook.Sheet(sheet.Name!, rows) : workbook.Hidden(sheet.Name!, rows);
        }

        return workbook.Bytes();
    }

    /// <summary>Types into cells, by code of the row and position of the column; numbers as numbers, text as text.</summary>
    private static byte[] Edited(byte[] content, params (string Code, int Column, string Text)[] edits) => Edited(content, Sheet, edits);

    private static byte[] Edited(byte[] content, string sheetName, params (string Code, int Column, string Text)[] edits)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var sheet = document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == sheetName);
            var rows = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>().ToList();
            foreach (var (row, edit) in edits.Select(edit => (rows.Single(row => row.Elements<Cell>().First().InnerText == edit.Code), edit)))
            {
                var cell = row.Elements<Cell>().Single(cell => cell.CellReference!.Value![0] == 'A' + edit.Column);
                cell.RemoveAllChildren();
                var isNumber = decimal.TryParse(edit.Text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _) && edit.Column > 1;
                cell.DataType = isNumber || edit.Text.Length == 0 ? null : CellValues.InlineString;
                if (edit.Text.Length > 0)
                {
                    cell.Append(isNumber ? new CellValue(edit.Text) : new InlineString(new Text(edit.Text)));
                }
            }
        }

        return stream.ToArray();
    }

    private static byte[] Replaced(byte[] content, string part, string old, string other)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(content));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        var text = reader.ReadToEnd();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Workbook.WithPart(content, part, System.Text.Encoding.UTF8.GetBytes(text.Replace(old, other, StringComparison.Ordinal)));
    }
}
