using BenchmarkDotNet.Attributes;
using ParIndex.Application.Tables;
using ParIndex.Domain.Tables;

namespace ParIndex.Benchmarks;

/// <summary>
/// A workbook of 5 000 rows and 100 columns, half scores and half text, beside the same table as CSV and the mere
/// reading of its cells.
/// </summary>
[MemoryDiagnoser]
public class XlsxBenchmarks
{
    private const int Rows = 5_000;
    private const int Columns = 100;

    private readonly WorkbookCover _cover = new("Bảng điểm", [("Nguồn", "Số liệu mẫu")], []);
    private Table<int> _table = null!;

    [GlobalSetup]
    public void Setup() => _table = new(
        "Bảng điểm",
        "bang-diem",
        [.. Enumerable.Range(0, Columns).Select(column => new Column<int>($"column{column}", $"Tiêu chí {column + 1}", row => CellOf(row, column)))],
        [.. Enumerable.Range(0, Rows)]);

    [Benchmark(Baseline = true)]
    public byte[] Xlsx() => XlsxWorkbook.Write(_cover, WorkbookSheet.Of(_table, "Bảng điểm"));

    [Benchmark]
    public byte[] Csv() => CsvTable.Write(_table, CsvDialect.Data);

    [Benchmark]
    public int ReadCells()
    {
        var known = 0;
        foreach (var row in _table.Rows)
        {
            foreach (var column in _table.Columns)
            {
                known += column.Value(row) is Cell.Empty ? 0 : 1;
            }
        }

        return known;
    }

    private static Cell CellOf(int row, int column) =>
        column % 2 == 0 ? Cell.Of(((row * 31) + (column * 17)) % 10_000 / 100m, 2) : Cell.Of($"Đơn vị {(row + column) % 500}");
}
