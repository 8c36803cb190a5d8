using System.Globalization;
using System.Security.Cryptography;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>
/// The documents the units of one round point to. Some are each unit's own, some are shared by all; one unit attached the
/// report of the year before. A unit's own report on the year is a file, everything else a citation without one.
/// </summary>
internal sealed class DemoEvidence(DemoIds ids, int year, StaffAccount coordinator, DateTime opened)
{
    private readonly Dictionary<string, EvidenceDocument> _documents = [];

    private readonly List<EvidenceLink> _links = [];

    private readonly Dictionary<StoredFile, byte[]> _files = [];

    public IEnumerable<object> Rows => [.. _files.Keys, .. _documents.Values, .. _links];

    /// <summary>The bytes of the files.</summary>
    public IReadOnlyDictionary<StoredFile, byte[]> Files => _files;

    /// <summary>Points to the document that proves a leaf, where proof is asked for.</summary>
    public void Prove(Scorecard card, Criterion leaf, string key, CellAnswer answer, Unit unit, Guid by, DateTime at)
    {
        if (answer.Points > 0 && Name(leaf, key) is { } name)
        {
            var document = Document(name, unit, by, at);
            var first = 1 + (int)(DemoScores.Share($"page|{key}|{unit.Code}") * 12);
            var pages = string.Create(CultureInfo.InvariantCulture, $"tr. {first}–{first + 2}");
            _links.Add(ids.Fix(new EvidenceLink(card, leaf, document, pages, by, at), $"{year}/{unit.Code}/{leaf.Code}"));
        }
    }

    /// <summary>Which document proves the leaf, or <c>null</c> where none is asked for.</summary>
    private static string? Name(Criterion leaf, string key) => leaf switch
    {
        { Component: Component.Bonus } => "khen-thuong",
        { Component: Component.Penalty } => "ket-luan",
        { EvidenceAsked: { } asked } when asked.Contains("hệ thống", StringComparison.Ordinal) => "he-thong",
        { EvidenceAsked: { } asked } when asked.Contains("Kho bạc", StringComparison.Ordinal) => "kho-bac",
        _ when key is "1.1" or "1.1.1" => "ke-hoach",
        { EvidenceAsked: not null } => "bao-cao",
        _ => key is "1.2" or "3.1" or "7.1" ? "bao-cao" : null,
    };

    private EvidenceDocument Document(string name, Unit unit, Guid by, DateTime at)
    {
        var isShared = name is "he-thong" or "kho-bac";
        var key = isShared ? $"{year}/{name}" : $"{year}/{unit.Code}/{name}";
        if (!_documents.TryGetValue(key, out var document))
        {
            _documents[key] = document = ids.Fix(isShared ? Shared(name) : Own(name, unit, by, at), key);
        }

        return document;
    }

    private EvidenceDocument Shared(string name) => name == "he-thong"
        ? Cited("Báo cáo số liệu giải quyết thủ tục hành chính và theo dõi nhiệm vụ trên các hệ thống thông tin của tỉnh", "512/BC-VPUBND", new(year, 12, 5), "Văn phòng Ủy ban nhân dân tỉnh")
        : Cited("Báo cáo tình hình thanh toán vốn đầu tư công", "318/BC-KBNN", new(year, 12, 5), "Kho bạc Nhà nước Tỉnh Mẫu");

    private EvidenceDocument Cited(string title, string number, DateOnly issuedOn, string issuer) =>
        new(coordinator.UnitId!.Value, $"{title} năm {year}", coordinator.Id, opened.AddDays(19)) { Number = number, IssuedOn = issuedOn, Issuer = issuer, IsShared = true };

    private EvidenceDocument Own(string name, Unit unit, Guid by, DateTime at)
    {
        var own = unit.NameIn(year).Name;
        var issuer = unit.Kind == UnitKind.Commune ? "Ủy ban nhân dân " + own : own;
        var sign = unit.Kind == UnitKind.Commune ? "UBND" : Initials(own);
        var number = 11 + (int)(DemoScores.Share($"number|{name}|{unit.Code}|{year}") * 88);
        return name switch
        {
            "ke-hoach" => New($"Kế hoạch cải cách hành chính năm {year}", $"{number}/KH-{sign}", unit.Kind == UnitKind.Commune ? new(year, 7, 18) : new(year, 1, 14), issuer),
            "khen-thuong" => New("Quyết định tặng Bằng khen về thành tích trong công tác cải cách hành chính", $"{number + 1000}/QĐ-UBND", new(year, 10, 9), "Chủ tịch Ủy ban nhân dân tỉnh"),
            "ket-luan" => New("Kết luận kiểm tra công tác cải cách hành chính", $"{number}/KL-SNV", new(year, 9, 22), "Sở Nội vụ"),
            _ when unit.Code == "so-xay-dung" => New($"Báo cáo kết quả công tác cải cách hành chính năm {year - 1}", $"{number}/BC-{sign}", new(year - 1, 12, 4), issuer),
            _ => New($"Báo cáo kết quả công tác cải cách hành chính năm {year}", $"{number}/BC-{sign}", new(year, 12, 4), issuer, Report(unit, by, at)),
        };

        EvidenceDocument New(string title, string documentNumber, DateOnly issuedOn, string issuedBy, StoredFile? file = null) =>
            new(unit.Id, title, by, at) { Number = documentNumber, IssuedOn = issuedOn, Issuer = issuedBy, FileId = file?.Id };
    }

    private StoredFile Report(Unit unit, Guid by, DateTime at)
    {
        var own = unit.NameIn(year).Name;
        var bytes = DemoReport.Write($"Báo cáo kết quả công tác cải cách hành chính năm {year} của {own}", pages: 14, ["BÁO CÁO", $"PAR INDEX {year}", unit.Code]);
        var file = ids.FixStored(new StoredFile($"Báo cáo cải cách hành chính năm {year} - {own}.pdf", FileKind.Pdf, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), unit.Id, year, by, at), $"{year}/{unit.Code}/bao-cao");
        _files[file] = bytes;
        return file;
    }

    /// <summary>The sign of a body in the numbers of its documents: SYT, SGDĐT.</summary>
    private static string Initials(string name) => string.Concat(name.Split(' ').Where(word => word is not "và").Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture)));
}
