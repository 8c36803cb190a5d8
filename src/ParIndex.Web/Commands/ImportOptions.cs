using System.CommandLine;
using ParIndex.Application.Archives;
using ParIndex.Application.Reading;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Commands;

/// <summary>The arguments of <c>import-table</c>. Values are taken as text and read by the product's own strict readers.</summary>
internal sealed class ImportOptions
{
    private static readonly Dictionary<string, RankingScope> Rankings = new(StringComparer.Ordinal)
    {
        ["one-list"] = RankingScope.OneList,
        ["by-heading"] = RankingScope.ByHeading,
        ["by-special-case"] = RankingScope.BySpecialCase,
    };

    public Argument<string> File { get; } = new("FILE") { Description = "Bảng đã công bố: CSV, TSV, XLSX hoặc trang web đã lưu; “-” để đọc từ đầu vào chuẩn." };

    public Option<string> Year { get; } = new("--year") { Description = "Năm đánh giá, ví dụ 2020.", HelpName = "Y", Required = true };

    public Option<string> Group { get; } = new("--group") { Description = "Nhóm đơn vị của bảng (so-nganh, huyen, xa…), hoặc nhóm cần lấy nếu bảng có nhiều nhóm.", HelpName = "G" };

    public Option<string> Decision { get; } = new("--decision") { Description = "Số quyết định công bố.", HelpName = "N" };

    public Option<string> DecisionDate { get; } = new("--decision-date") { Description = "Ngày quyết định: 2021-07-15 hoặc 15/7/2021.", HelpName = "D" };

    public Option<string> Announced { get; } = new("--announced") { Description = "Ngày công bố.", HelpName = "D" };

    public Option<string> Bands { get; } = new("--bands") { Description = "Mức xếp loại, ví dụ \"Tốt=80,Khá=70,Trung bình=0\".", HelpName = "MỨC" };

    public Option<string> Ranking { get; } = new("--ranking") { Description = "Cách xếp hạng: one-list, by-heading hoặc by-special-case; mặc định theo số thứ tự của bảng.", HelpName = "CÁCH" };

    public Option<bool> WholePlace { get; } = new("--whole-place") { Description = "Ghi thêm thứ hạng trong cả khối bên cạnh thứ hạng trong danh sách." };

    public Option<string[]> Scale { get; } = new("--scale") { Description = "Thang điểm của một đơn vị, ví dụ --scale \"Sở Ngoại vụ=78,5\"; dùng lại được nhiều lần.", HelpName = "U=ĐIỂM" };

    public Option<string> Source { get; } = new("--source") { Description = "Nguồn của bảng.", HelpName = "TEXT" };

    public Option<string> ScaleNote { get; } = new("--scale-note") { Description = "Lý do thang điểm khác 100.", HelpName = "TEXT" };

    public Option<string> References { get; } = new("--references") { Description = "Tệp CSV số liệu năm khác được trích dẫn cùng bảng.", HelpName = "FILE" };

    public Option<string> Decimals { get; } = new("--decimals") { Description = "Số chữ số thập phân tối đa của bảng, 0 đến 4; mặc định 2.", HelpName = "N" };

    public Option<string> Sheet { get; } = new("--sheet") { Description = "Trang tính (tên) hoặc bảng (số thứ tự) cần đọc, nếu tệp có nhiều.", HelpName = "TÊN" };

    public Option<bool> CreateUnits { get; } = new("--create-units") { Description = "Tạo các đơn vị, nhóm chưa có trong danh mục." };

    public Option<bool> Json { get; } = new("--json") { Description = "In báo cáo dạng JSON." };

    public Option<bool> Publish { get; } = new("--publish") { Description = "Công bố sau khi đối chiếu; không có thì không lưu gì." };

    public Option<bool> ConfirmInconsistent { get; } = new("--confirm-inconsistent") { Description = "Đã xác nhận với nguồn các dòng cần đối chiếu." };

    public Command AddTo(Command command)
    {
        command.Add(File);
        foreach (var option in new Option[] { Year, Group, Decision, DecisionDate, Announced, Bands, Ranking, WholePlace, Scale, Source, ScaleNote, References, Decimals, Sheet, CreateUnits, Json, Publish, ConfirmInconsistent })
        {
            command.Add(option);
        }

        return command;
    }

    /// <summary>What was asked for, without the quoted figures, which stand in a file of their own.</summary>
    /// <exception cref="UnreadableTableException">Some arguments cannot be read, or name a day that has not come; lists all of them.</exception>
    public (ImportRequest Request, ReadingOptions Reading) Read(ParseResult parse, string province, DateOnly today)
    {
        var values = new ArgumentReader(parse);
        var request = new ImportRequest
        {
            Province = province,
            Year = values.Year(Year) ?? 0,
            Group = values.Text(Group, most: 80),
            DecisionNumber = values.Text(Decision, most: 80),
            DecisionDate = values.Day(DecisionDate, day => DecisionDays.WhyNotDecided(day, today)),
            AnnouncedOn = values.Day(Announced, day => DecisionDays.WhyNotAnnounced(day, today)),
            SourceNote = values.Text(Source, most: 1000),
            ScaleNote = values.Text(ScaleNote, most: 1000),
            Ratings = values.Of(Bands, ReadBands),
            Ranking = values.Text(Ranking, most: 40) is { } ranking ? ReadRanking(ranking, values) : null,
            WithWholePlace = parse.GetValue(WholePlace),
            Scales = ReadScales(parse.GetValue(Scale) ?? [], values),
            CreateUnits = parse.GetValue(CreateUnits),
        };
        var reading = new ReadingOptions(values.Whole(Decimals, least: 0, most: 4) ?? new ReadingOptions().Decimals) { Table = values.Text(Sheet, most: 80) };
        return values.Problems.Count == 0 ? (request, reading) : throw new UnreadableTableException(values.Problems);
    }

    private static RatingScheme ReadBands(string text)
    {
        var bands = RatingScheme.Parse(text);
        return bands.ToString().Length <= 400 ? bands : throw new FormatException("Các mức xếp loại dài quá 400 ký tự.");
    }

    private RankingScope? ReadRanking(string text, ArgumentReader values)
    {
        if (Rankings.TryGetValue(text, out var scope))
        {
            return scope;
        }

        values.Refuse(Ranking, ArgumentWords.NoneOf(text, [.. Rankings.Keys]));
        return null;
    }

    private Dictionary<string, decimal> ReadScales(string[] typed, ArgumentReader values)
    {
        var scales = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var text in typed)
        {
            var equals = text.LastIndexOf('=');
            var unit = VietnameseText.Normalize(equals > 0 ? text[..equals] : "");
            var points = equals > 0 ? ScoreText.Read(text[(equals + 1)..], new NumberFormat(Decimals: 4)) : default;
            if (unit.Length == 0 || points.Value is not > 0)
            {
                values.Refuse(Scale, ArgumentWords.Scale(text));
            }
            else if (scales.Keys.Any(other => UnitNaming.Key(other) == UnitNaming.Key(unit)))
            {
                values.Refuse(Scale, ArgumentWords.ScaleTwice(unit));
            }
            else
            {
                scales.Add(unit, points.Value.Value);
            }
        }

        return scales;
    }
}
