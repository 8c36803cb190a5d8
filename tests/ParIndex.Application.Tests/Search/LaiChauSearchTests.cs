using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Search;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Search;

/// <summary>What people of Lai Châu type, and the page that must come first among its departments, districts and communes of today and of once.</summary>
public sealed class LaiChauSearchTests
{
    private static readonly IReadOnlyList<(string Typed, string Code)> Phrases =
    [
        ("xã mường kim", "xa-muong-kim"), ("muong kim", "xa-muong-kim"), ("tà mung", "xa-ta-mung"), ("ta mung", "xa-ta-mung"),
        ("xã tà hừa", "xa-ta-hua"), ("pha mu", "xa-pha-mu"), ("ta gia", "xa-ta-gia"), ("xã Tà Gia", "xa-ta-gia"),
        ("khoen on", "xa-khoen-on"), ("than uyên", "xa-than-uyen"), ("huyện than uyên", "huyen-than-uyen"), ("h than uyen", "huyen-than-uyen"),
        ("thị trấn than uyên", "thi-tran-than-uyen"), ("tt than uyen", "thi-tran-than-uyen"), ("UBND huyện Sìn Hồ", "huyen-sin-ho"), ("sin ho", "xa-sin-ho"),
        ("TT Sìn Hồ", "thi-tran-sin-ho"), ("P. Tân Phong", "phuong-tan-phong"), ("tan phong", "phuong-tan-phong"), ("phường đoàn kết", "phuong-doan-ket"),
        ("UBND P. Đoàn Kết", "phuong-doan-ket"), ("đông phong", "phuong-dong-phong"), ("quyet tien", "phuong-quyet-tien"), ("quyết thắng", "phuong-quyet-thang"),
        ("san thàng", "xa-san-thang"), ("sùng phài", "xa-sung-phai"), ("nùng nàng", "xa-nung-nang"), ("lản nhì thàng", "xa-lan-nhi-thang"),
        ("lả nhì thàng", "xa-lan-nhi-thang"), ("TP Lai Châu", "thanh-pho-lai-chau"), ("tp lai chau", "thanh-pho-lai-chau"), ("bình lư", "xa-binh-lu"),
        ("tam đường", "huyen-tam-duong"), ("giang ma", "xa-giang-ma"), ("hồ thầu", "xa-ho-thau"), ("khun ha", "xa-khun-ha"),
        ("thèn sin", "xa-then-sin"), ("sin suối hồ", "xa-sin-suoi-ho"), ("nậm xe", "xa-nam-xe"), ("ma li pho", "xa-ma-li-pho"),
        ("ma ly pho", "xa-ma-li-pho"), ("mường so", "xa-muong-so"), ("phong thổ", "xa-phong-tho"), ("huyện phong thổ", "huyen-phong-tho"),
        ("dào san", "xa-dao-san"), ("tung qua lìn", "xa-tung-qua-lin"), ("tông qua lìn", "xa-tung-qua-lin"), ("sì lở lầu", "xa-si-lo-lau"),
        ("vàng ma chải", "xa-vang-ma-chai"), ("bản lang", "xa-ban-lang"), ("tủa sín chải", "xa-tua-sin-chai"), ("tả phìn", "xa-ta-phin"),
        ("noong hẻo", "xa-noong-heo"), ("pu sam cáp", "xa-pu-sam-cap"), ("chăn nưa", "xa-chan-nua"), ("lê lợi", "xa-le-loi"),
        ("nậm nhùn", "huyen-nam-nhun"), ("thị trấn nậm nhùn", "thi-tran-nam-nhun"), ("hua bum", "xa-hua-bum"), ("pa tần", "xa-pa-tan"),
        ("vàng san", "xa-vang-san"), ("can hồ", "xa-can-ho"), ("kan hồ", "xa-can-ho"), ("mường tè", "xa-muong-te"),
        ("huyen muong te", "huyen-muong-te"), ("mù cả", "xa-mu-ca"), ("mu ca", "xa-mu-ca"), ("tà tổng", "xa-ta-tong"),
        ("ka lăng", "xa-ka-lang"), ("thu lum", "xa-thu-lum"), ("pa u", "xa-pa-u"), ("bản bo", "xa-ban-bo"),
        ("Muong Kim Commune", "xa-muong-kim"), ("Doan Ket Ward", "phuong-doan-ket"), ("mường kin", "xa-muong-kim"), ("sìn hoò", "xa-sin-ho"),
        ("dao sann", "xa-dao-san"), ("phogn thổ", "xa-phong-tho"), ("khổg lào", "xa-khong-lao"), ("bihn lu", "xa-binh-lu"),
        ("KHĐT", "so-ke-hoach-va-dau-tu"), ("GTVT", "so-giao-thong-van-tai"), ("SYT", "so-y-te"), ("sở dân tộc", "ban-dan-toc"),
        ("ton giao", "ban-dan-toc"), ("VP UBND tỉnh", "van-phong-ubnd-tinh"), ("BQL cửa khẩu", "ban-quan-ly-khu-kinh-te-cua-khau-ma-lu-thang"),
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Phrase_FindsItsPageFirst(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var db = database.NewContext();
        var index = await new SearchCatalogue(db, new PublicReleases(db)).ReadAsync();

        Assert.True(Phrases.DistinctBy(phrase => phrase.Typed).Count() >= 60);
        Assert.Multiple([.. Phrases.Select(phrase => (Action)(() => Assert.Equal((phrase.Typed, phrase.Code), (phrase.Typed, index.Find(phrase.Typed, 5).Hits.FirstOrDefault()?.Entry.Key))))]);
    }

    [Fact]
    public async Task FormerCommune_LeadsToWhatItBecame_AndSaysWhy()
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var db = database.NewContext();

        var hits = (await new SearchCatalogue(db, new PublicReleases(db)).ReadAsync()).Find("tà mung", 5).Hits;

        Assert.Equal(["xa-ta-mung", "xa-muong-kim"], hits.Select(hit => hit.Entry.Key));
        Assert.Equal("Kết thúc hoạt động từ ngày 1/7/2025", hits[0].Entry.Detail);
        Assert.Equal("Đúng tên: đã tiếp nhận “Xã Tà Mung”", SearchWords.Of(hits[1]));
    }
}
