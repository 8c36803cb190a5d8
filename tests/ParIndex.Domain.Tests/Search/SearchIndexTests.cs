using ParIndex.Domain.Search;

namespace ParIndex.Domain.Tests.Search;

/// <summary>What people type, and the page that must come first. The names are those of a real province.</summary>
public sealed class SearchIndexTests
{
    private static readonly SearchIndex Index = new(
    [
        Unit("Sở Nội vụ"), Unit("Sở Tư pháp"), Unit("Sở Kế hoạch và Đầu tư", "Sở KH&ĐT"), Unit("Sở Giáo dục và Đào tạo", "Sở GD&ĐT"), Unit("Sở Khoa học và Công nghệ"),
        Unit("Sở Giao thông vận tải"), Unit("Sở Công Thương"), Unit("Sở Tài nguyên và Môi trường"), Unit("Sở Xây dựng"), Unit("Sở Thông tin và Truyền thông"),
        Unit("Sở Văn hóa, Thể thao và Du lịch"), Unit("Sở Lao động - Thương binh và Xã hội", "Sở Lao động, TB&XH"), Unit("Sở Tài chính"), Unit("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và PTNT"),
        Unit("Sở Nông nghiệp và Môi trường"), Unit("Sở Y tế"), Unit("Sở Ngoại vụ"), Unit("Thanh tra tỉnh"), Unit("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        new(SearchKind.Unit, "Sở Dân tộc và Tôn giáo", "Sở Dân tộc và Tôn giáo", [new("Sở Dân tộc và Tôn giáo", SearchNameKind.Present), new("Ban Dân tộc", SearchNameKind.Former), new("Department of Ethnic Minority and Religious Affairs", SearchNameKind.English)]),
        Unit("Ban Quản lý Khu kinh tế cửa khẩu Ma Lù Thàng", "BQL Khu KTCK Ma Lù Thàng"),
        Past("Thành phố Lai Châu"), Past("Huyện Tam Đường"), Past("Huyện Tân Uyên"), Past("Huyện Mường Tè"), Past("Huyện Phong Thổ"), Past("Huyện Sìn Hồ"), Past("Huyện Than Uyên"),
        Unit("Phường Tân Phong"), Unit("Phường Đoàn Kết"), Unit("Xã Tả Lèng"), Unit("Xã Mường Tè"), Unit("Xã Than Uyên"), Unit("Xã Sìn Hồ"),
        Criterion("1.1.2", "Mức độ hoàn thành kế hoạch cải cách hành chính", 2020), Criterion("1.1.2", "Mức độ hoàn thành kế hoạch cải cách hành chính", 2021),
        Criterion("3.5", "Xin lỗi khi giải quyết trễ hẹn thủ tục hành chính", 2021),
        new(SearchKind.Decision, "2020", "Quyết định số 863/QĐ-UBND", [new("Quyết định số 863/QĐ-UBND", SearchNameKind.Code)]) { Year = 2020 },
    ]);

    [Theory]
    [InlineData("Sở Nội vụ", "Sở Nội vụ", SearchMatch.Whole)]
    [InlineData("so noi vu", "Sở Nội vụ", SearchMatch.Whole)]
    [InlineData("SỞ NỘI VỤ", "Sở Nội vụ", SearchMatch.Whole)]
    [InlineData("nội vụ", "Sở Nội vụ", SearchMatch.Whole)]
    [InlineData("noi vu", "Sở Nội vụ", SearchMatch.Whole)]
    [InlineData("snv", "Sở Nội vụ", SearchMatch.Acronym)]
    [InlineData("SNV", "Sở Nội vụ", SearchMatch.Acronym)]
    [InlineData("KHĐT", "Sở Kế hoạch và Đầu tư", SearchMatch.Acronym)]
    [InlineData("KH&ĐT", "Sở Kế hoạch và Đầu tư", SearchMatch.Whole)]
    [InlineData("khdt", "Sở Kế hoạch và Đầu tư", SearchMatch.Acronym)]
    [InlineData("Sở KHĐT", "Sở Kế hoạch và Đầu tư", SearchMatch.Acronym)]
    [InlineData("Sở KH & ĐT", "Sở Kế hoạch và Đầu tư", SearchMatch.Whole)]
    [InlineData("TNMT", "Sở Tài nguyên và Môi trường", SearchMatch.Acronym)]
    [InlineData("TN&MT", "Sở Tài nguyên và Môi trường", SearchMatch.Acronym)]
    [InlineData("sở tn-mt", "Sở Tài nguyên và Môi trường", SearchMatch.Acronym)]
    [InlineData("GTVT", "Sở Giao thông vận tải", SearchMatch.Acronym)]
    [InlineData("sở gtvt", "Sở Giao thông vận tải", SearchMatch.Acronym)]
    [InlineData("SYT", "Sở Y tế", SearchMatch.Acronym)]
    [InlineData("y te", "Sở Y tế", SearchMatch.Whole)]
    [InlineData("LĐTBXH", "Sở Lao động - Thương binh và Xã hội", SearchMatch.Acronym)]
    [InlineData("LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội", SearchMatch.Acronym)]
    [InlineData("ldtbxh", "Sở Lao động - Thương binh và Xã hội", SearchMatch.Acronym)]
    [InlineData("lao dong tb xh", "Sở Lao động - Thương binh và Xã hội", SearchMatch.Whole)]
    [InlineData("thương binh", "Sở Lao động - Thương binh và Xã hội", SearchMatch.Phrase)]
    [InlineData("VHTTDL", "Sở Văn hóa, Thể thao và Du lịch", SearchMatch.Acronym)]
    [InlineData("VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch", SearchMatch.Acronym)]
    [InlineData("van hoa", "Sở Văn hóa, Thể thao và Du lịch", SearchMatch.Phrase)]
    [InlineData("GDĐT", "Sở Giáo dục và Đào tạo", SearchMatch.Acronym)]
    [InlineData("giao duc", "Sở Giáo dục và Đào tạo", SearchMatch.Phrase)]
    [InlineData("KHCN", "Sở Khoa học và Công nghệ", SearchMatch.Acronym)]
    [InlineData("TT&TT", "Sở Thông tin và Truyền thông", SearchMatch.Acronym)]
    [InlineData("NNPTNT", "Sở Nông nghiệp và Phát triển nông thôn", SearchMatch.Acronym)]
    [InlineData("NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn", SearchMatch.Acronym)]
    [InlineData("NNMT", "Sở Nông nghiệp và Môi trường", SearchMatch.Acronym)]
    [InlineData("nông nghiệp và môi trường", "Sở Nông nghiệp và Môi trường", SearchMatch.Whole)]
    [InlineData("VPUBND", "Văn phòng UBND tỉnh", SearchMatch.Acronym)]
    [InlineData("VP UBND tỉnh", "Văn phòng UBND tỉnh", SearchMatch.Whole)]
    [InlineData("van phong uy ban nhan dan tinh", "Văn phòng UBND tỉnh", SearchMatch.Whole)]
    [InlineData("văn phòng ủy ban", "Văn phòng UBND tỉnh", SearchMatch.Phrase)]
    [InlineData("ban dân tộc", "Sở Dân tộc và Tôn giáo", SearchMatch.Whole)]
    [InlineData("dtộc", "Sở Dân tộc và Tôn giáo", null)]
    [InlineData("ethnic minority", "Sở Dân tộc và Tôn giáo", SearchMatch.Phrase)]
    [InlineData("BQL khu kinh tế cửa khẩu", "Ban Quản lý Khu kinh tế cửa khẩu Ma Lù Thàng", SearchMatch.Phrase)]
    [InlineData("bql ktck", "Ban Quản lý Khu kinh tế cửa khẩu Ma Lù Thàng", SearchMatch.Words)]
    [InlineData("ma lu thang", "Ban Quản lý Khu kinh tế cửa khẩu Ma Lù Thàng", SearchMatch.Phrase)]
    [InlineData("TP Lai Châu", "Thành phố Lai Châu", SearchMatch.Whole)]
    [InlineData("tp. lai chau", "Thành phố Lai Châu", SearchMatch.Whole)]
    [InlineData("UBND huyện Tam Đường", "Huyện Tam Đường", SearchMatch.Whole)]
    [InlineData("UBND P. Đoàn Kết", "Phường Đoàn Kết", null)]
    [InlineData("h. tam duong", "Huyện Tam Đường", SearchMatch.Whole)]
    [InlineData("tam duong", "Huyện Tam Đường", SearchMatch.Whole)]
    [InlineData("P. Tân Phong", "Phường Tân Phong", SearchMatch.Whole)]
    [InlineData("xã mường tè", "Xã Mường Tè", SearchMatch.Whole)]
    [InlineData("huyện mường tè", "Huyện Mường Tè", SearchMatch.Whole)]
    [InlineData("thanh tra", "Thanh tra tỉnh", SearchMatch.Phrase)]
    [InlineData("ngoai", "Sở Ngoại vụ", SearchMatch.Phrase)]
    [InlineData("sở ngoại v", "Sở Ngoại vụ", SearchMatch.Beginnings)]
    [InlineData("goai", "Sở Ngoại vụ", SearchMatch.Parts)]
    [InlineData("863/QĐ-UBND", "Quyết định số 863/QĐ-UBND", SearchMatch.Phrase)]
    [InlineData("863", "Quyết định số 863/QĐ-UBND", SearchMatch.Phrase)]
    [InlineData("xin lỗi", "3.5 Xin lỗi khi giải quyết trễ hẹn thủ tục hành chính", SearchMatch.Phrase)]
    [InlineData("trễ hẹn TTHC", "3.5 Xin lỗi khi giải quyết trễ hẹn thủ tục hành chính", SearchMatch.Phrase)]
    [InlineData("3.5", "3.5 Xin lỗi khi giải quyết trễ hẹn thủ tục hành chính", SearchMatch.Whole)]
    [InlineData("kế hoạch CCHC", "1.1.2 Mức độ hoàn thành kế hoạch cải cách hành chính", SearchMatch.Phrase)]
    public void Phrase_FindsItsPageFirst(string typed, string title, SearchMatch? match)
    {
        var hits = Index.Find(typed, 10).Hits;

        Assert.NotEmpty(hits);
        Assert.Equal(title, hits[0].Entry.Title);
        Assert.Equal(match ?? hits[0].Match, hits[0].Match);
    }

    [Theory]
    [InlineData("sở nôi vụv", "Sở Nội vụ")]
    [InlineData("sở nội vụu", "Sở Nội vụ")]
    [InlineData("so noj vu", "Sở Nội vụ")]
    [InlineData("xay dưgn", "Sở Xây dựng")]
    [InlineData("sìn hoò", "Xã Sìn Hồ")]
    [InlineData("giáo duc và đào toạ", "Sở Giáo dục và Đào tạo")]
    [InlineData("ngoạii vụ", "Sở Ngoại vụ")]
    [InlineData("mườg tè", "Xã Mường Tè")]
    public void OneWrongLetter_IsForgiven(string typed, string title) => Assert.Equal(title, Index.Find(typed, 5).Hits[0].Entry.Title);

    [Fact]
    public void OneWrongLetter_SaysWhatWasMeant()
    {
        Assert.Equal("Sở Nội vụ", Index.Find("so noj vu", 5).Meant);
        Assert.Null(Index.Find("so noi vu", 5).Meant);
        Assert.Null(Index.Find("so noj vu", 5).Only);
    }

    [Fact]
    public void OnlyHit_IsWhereAVisitorGoesAtOnce()
    {
        Assert.Equal("Sở Y tế", Index.Find("SYT", 5).Only?.Title);
        Assert.Null(Index.Find("Sìn Hồ", 5).Only);
        Assert.Null(Index.Find("sở y tế tỉnh hà giang", 5).Only);
    }

    [Fact]
    public void MoreWordsThanTheName_FindIt_WhenMostStandInIt() =>
        Assert.Equal(("Sở Y tế", SearchMatch.Some), (Index.Find("sở y tế lai châu", 5).Hits[0].Entry.Title, Index.Find("sở y tế lai châu", 5).Hits[0].Match));

    [Fact]
    public void CriterionOfSeveralYears_IsFoundNewestFirst() =>
        Assert.Equal([2021, 2020], Index.Find("1.1.2", 5).Hits.Select(hit => hit.Entry.Year));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  & - ")]
    [InlineData("qwertyuiop")]
    [InlineData("so so so so so so")]
    public void NothingMeant_FindsNothingOrLittle_AndDoesNotFail(string? typed) => Assert.InRange(Index.Find(typed, 100).Hits.Count, 0, 100);

    [Fact]
    public void Count_IsOfAll_HitsAreAsManyAsAsked()
    {
        var answer = Index.Find("sở", 3);

        Assert.Equal(3, answer.Hits.Count);
        Assert.True(answer.Count > 15);
        Assert.All(answer.Hits, hit => Assert.StartsWith("Sở", hit.Entry.Title, StringComparison.Ordinal));
    }

    private static SearchEntry Unit(string name, params string[] aliases) =>
        new(SearchKind.Unit, name, name, [new(name, SearchNameKind.Present), .. aliases.Select(alias => new SearchName(alias, SearchNameKind.Alias))]);

    private static SearchEntry Past(string name) => Unit(name) with { IsPast = true };

    private static SearchEntry Criterion(string code, string name, int year) =>
        new(SearchKind.Criterion, $"{year}/{code}", $"{code} {name}", [new($"{code} {name}", SearchNameKind.Present), new(code, SearchNameKind.Code)]) { Year = year };
}
