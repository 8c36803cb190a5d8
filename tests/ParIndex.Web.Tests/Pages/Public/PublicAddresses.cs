namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>The public addresses of Lai Châu's portal that answer, one of each kind.</summary>
public static class PublicAddresses
{
    /// <summary>Pages, each with its heading.</summary>
    public static TheoryData<string, string> Pages => new()
    {
        { "/", "Năm 2020, Chỉ số cải cách hành chính trung bình của các sở, ban, ngành đạt 82,08%" },
        { "/xep-hang/2020/so-nganh", "Xếp hạng sở, ban, ngành năm 2020" },
        { "/xep-hang/2020/huyen", "Xếp hạng huyện, thành phố năm 2020" },
        { "/tieu-chi/2020/so-nganh", "Bộ tiêu chí năm 2020" },
        { "/so-sanh", "So sánh" },
        { "/so-sanh?nam=2020&don-vi=so-noi-vu,so-y-te,thanh-tra-tinh", "So sánh" },
        { "/don-vi", "Cơ quan, đơn vị" },
        { "/tim-kiem", "Tìm kiếm" },
        { "/tim-kiem?q=so", "Tìm kiếm" },
        { "/don-vi/so-noi-vu", "Sở Nội vụ" },
        { "/don-vi/so-nong-nghiep-va-moi-truong", "Sở Nông nghiệp và Môi trường" },
        { "/don-vi/so-noi-vu/2020", "Sở Nội vụ" },
        { "/don-vi/so-noi-vu/2020/phieu", "Sở Nội vụ" },
        { "/cong-bo", "Các bản công bố" },
        { "/cong-bo/2020", "Bản công bố năm 2020, lần 1" },
        { "/cong-bo/2020/1", "Bản công bố năm 2020, lần 1" },
        { "/tinh", "Tỉnh Lai Châu trong các bảng xếp hạng quốc gia" },
        { "/du-lieu", "Dữ liệu mở" },
        { "/du-lieu/tu-dien", "Từ điển dữ liệu" },
        { "/du-lieu/api", "Đọc dữ liệu bằng Excel, R, Python và API" },
        { "/du-lieu/api/tham-chieu", "Tra cứu API" },
        { "/kiem-chung", "Kiểm chứng tệp và số liệu" },
        { "/gop-y", "Góp ý về số liệu" },
        { "/gop-y?nam=2020&don-vi=so-noi-vu", "Góp ý về số liệu" },
        { "/phuong-phap", "Phương pháp tính Chỉ số cải cách hành chính" },
        { "/gioi-thieu", "Giới thiệu" },
        { "/huong-dan", "Hướng dẫn" },
    };

    /// <summary>Pages that show figures of one release, which they name.</summary>
    public static TheoryData<string> PagesWithASource =>
        ["/", "/xep-hang/2020/so-nganh", "/xep-hang/2020/huyen", "/tieu-chi/2020/huyen", "/so-sanh", "/don-vi/so-noi-vu", "/don-vi/so-noi-vu/2020", "/cong-bo/2020", "/cong-bo/2020/1"];

    /// <summary>Tables that are also data files.</summary>
    public static readonly IReadOnlyList<string> Tables =
        ["/xep-hang/2020/so-nganh", "/xep-hang/2020/huyen", "/don-vi", "/don-vi/so-noi-vu", "/don-vi/so-noi-vu/2020", "/tinh"];

    /// <summary>Data files and the API, with the type each answers.</summary>
    public static TheoryData<string, string> Data
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var table in Tables)
            {
                data.Add(table + ".csv", "text/csv");
                data.Add(table + ".csv?dinh-dang=excel", "text/csv");
                data.Add(table + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
                data.Add(table + ".json", "application/json");
            }

            foreach (var address in new[] { "releases", "releases/2020", "releases/2020/groups/so-nganh/results", "units", "units/so-noi-vu", "national-indices", "calculate?appraisalScore=62,30&scale=98" })
            {
                data.Add("/api/v1/" + address, "application/json");
            }

            return data;
        }
    }

    /// <summary>Whole releases, and what describes the data.</summary>
    public static readonly IReadOnlyList<string> Catalogue =
        ["/openapi/v1.json", "/datapackage.json", "/catalog.jsonld", "/feed.atom", "/cong-bo/2020/1.zip", "/cong-bo/2020/1/ban-chuan.txt", "/cong-bo/2020/1/so-lieu-dai.csv", "/cong-bo/2020/1/so-lieu-dai.csv?dinh-dang=excel"];

    /// <summary>Pages and data alike.</summary>
    public static TheoryData<string> Everything => [.. Pages.Select(row => row.Data.Item1), .. Data.Select(row => row.Data.Item1), .. Catalogue];

    /// <summary>Addresses of something that is not published.</summary>
    public static TheoryData<string> Nowhere =>
    [
        "/xep-hang/2019", "/xep-hang/2019/so-nganh", "/xep-hang/2020/xa", "/xep-hang/2020/so_nganh", "/xep-hang/khong/so-nganh", "/xep-hang/99999999999/so-nganh",
        "/don-vi/so-khong-co", "/don-vi/so-noi-vu/2019", "/don-vi/so-nong-nghiep-va-moi-truong/2020", "/don-vi/so-noi-vu/khong", "/don-vi/so-khong-co/2020",
        "/don-vi/so-noi-vu/2019/phieu", "/don-vi/so-noi-vu/2020?ban=2", "/don-vi/so-noi-vu/2020/phieu?ban=2",
        "/cong-bo/2019", "/cong-bo/2020/0", "/cong-bo/2020/2", "/cong-bo/2020/-1", "/cong-bo/2020/99999999999", "/cong-bo/2020/mot",
        "/xep-hang/2019/so-nganh.csv", "/xep-hang/2020/xa.json", "/xep-hang/2020/so-nganh.pdf", "/xep-hang/2020/so-nganh.csv?dinh-dang=khac",
        "/don-vi.pdf", "/don-vi/so-khong-co.csv", "/don-vi/so-noi-vu/2019.xlsx", "/tinh.txt",
        "/api/v1", "/api/v1/releases/2019", "/api/v1/releases/2020/groups/xa/results", "/api/v1/releases/2020?version=2", "/api/v1/units/so-khong-co", "/api/v2/releases",
        "/tieu-chi/2019", "/tieu-chi/2019/so-nganh", "/tieu-chi/2020/xa", "/tieu-chi/2020/so-nganh/1.1", "/tieu-chi/2020/so-nganh.csv", "/tieu-chi/2020/so-nganh/1.1.csv", "/so-sanh?nam=2019", "/so-sanh?nam=khong", "/so-sanh.csv",
        "/bieu-do/phan-bo/2019/so-nganh.svg", "/bieu-do/phan-bo/2020/so-noi-vu.svg", "/bieu-do/vi-tri/2020/so-nganh.png", "/bieu-do/khac/2020/so-nganh.svg", "/bieu-do/phan-bo/2020/so-nganh.gif", "/bieu-do/thang-diem/2020/so-nganh.svg",
        "/bieu-do/chia-se/2020/so-khong-co.png", "/nhung/phan-bo/2020/xa", "/nhung/khac/2020/so-nganh", "/lam-viec/khong-co", "/quan-tri",
    ];
}
