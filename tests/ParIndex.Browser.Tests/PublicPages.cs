using System.Net;

namespace ParIndex.Browser.Tests;

/// <summary>Every public page, in each state in which a visitor may find it.</summary>
public static class PublicPages
{
    public const string RefusedCalculation = "/phuong-phap?tham-dinh=6.230&dieu-tra=hai+m%C6%B0%C6%A1i&thang-diem=-98";

    private static readonly (World World, string Path)[] Pages =
    [
        (World.LaiChau, "/"),
        (World.LaiChau, "/xep-hang/2020/so-nganh"),
        (World.LaiChau, "/xep-hang/2020/huyen"),
        (World.LaiChau, "/xep-hang/2020/huyen?sort=ten&xep-loai=kha"),
        (World.LaiChau, "/xep-hang/2020/so-nganh?q=khong+co"),
        (World.LaiChau, "/tieu-chi/2020/so-nganh"),
        (World.LaiChau, "/so-sanh"),
        (World.LaiChau, "/so-sanh?nam=2020&don-vi=so-noi-vu,so-y-te,thanh-tra-tinh"),
        (World.LaiChau, "/nhung/phan-bo/2020/so-nganh"),
        (World.LaiChau, "/nhung/vi-tri/2020/so-y-te"),
        (World.LaiChau, "/don-vi"),
        (World.LaiChau, "/tim-kiem"),
        (World.LaiChau, "/tim-kiem?q=so"),
        (World.LaiChau, "/tim-kiem?q=so+noi+vuj"),
        (World.LaiChau, "/tim-kiem?q=zzkhong+co"),
        (World.LaiChau, "/don-vi/so-noi-vu"),
        (World.LaiChau, "/don-vi/huyen-sin-ho"),
        (World.LaiChau, "/don-vi/so-noi-vu/2020"),
        (World.LaiChau, "/don-vi/thanh-tra-tinh/2020"),
        (World.LaiChau, "/don-vi/ban-quan-ly-khu-kinh-te-cua-khau-ma-lu-thang/2020"),
        (World.LaiChau, "/don-vi/huyen-sin-ho/2020"),
        (World.LaiChau, "/don-vi/huyen-sin-ho/2020/phieu"),
        (World.LaiChau, "/cong-bo"),
        (World.LaiChau, "/cong-bo/2020"),
        (World.LaiChau, "/tinh"),
        (World.LaiChau, "/du-lieu"),
        (World.LaiChau, "/du-lieu/tu-dien"),
        (World.LaiChau, "/du-lieu/api"),
        (World.LaiChau, "/du-lieu/api/tham-chieu"),
        (World.LaiChau, "/kiem-chung"),
        (World.LaiChau, "/kiem-chung?ma=khong-co-ma"),
        (World.LaiChau, "/kiem-chung?ma=00000000&don-vi=so+noi+vu&nam=2020"),
        (World.LaiChau, "/gop-y"),
        (World.LaiChau, "/gop-y?nam=2020&don-vi=khong+co"),
        (World.LaiChau, "/gop-y?nam=2020&don-vi=so-noi-vu"),
        (World.LaiChau, "/en/gop-y?nam=2020&don-vi=so-noi-vu"),
        (World.LaiChau, "/phuong-phap"),
        (World.LaiChau, RefusedCalculation),
        (World.LaiChau, "/phuong-phap?tham-dinh=46,19&dieu-tra=20,27&diem-cong=1&diem-tru=0,5&thang-diem=98"),
        (World.LaiChau, "/gioi-thieu"),
        (World.LaiChau, "/huong-dan"),
        (World.LaiChau, "/en"),
        (World.LaiChau, "/en/xep-hang/2020/so-nganh"),
        (World.LaiChau, "/en/don-vi/so-noi-vu/2020"),
        (World.LaiChau, "/en/phuong-phap"),
        (World.LaiChau, NotThere),
        (World.LaiChau, "/en" + NotThere),
        (World.Large, "/"),
        (World.Large, "/xep-hang/2025/don-vi-su-nghiep-cong-lap-truc-thuoc-tinh"),
        (World.Large, "/don-vi/truong-cao-dang-cong-dong-lai-chau/2025"),
        (World.Large, LongNamed),
        (World.Large, "/xep-hang/2025/xa"),
        (World.Large, "/xep-hang/2025/xa?xep-loai=kha&sort=ten"),
        (World.Large, "/nhung/phan-bo/2025/xa"),
        (World.Large, "/don-vi"),
        (World.Large, "/cong-bo"),
        (World.Large, "/cong-bo/2025/1"),
        (World.Staff, "/don-vi/so-noi-vu/2024?xem=chua-dat"),
        (World.Staff, "/tieu-chi/2024/so-nganh"),
        (World.Staff, "/tieu-chi/2024/so-nganh?xem=thay-doi"),
        (World.Staff, "/tieu-chi/2024/so-nganh/1"),
        (World.Staff, "/tieu-chi/2024/so-nganh/1.1.1"),
        (World.Staff, "/so-sanh?nam=2024&don-vi=so-noi-vu,so-tai-chinh,van-phong-ubnd-tinh,so-y-te"),
        (World.Staff, "/so-sanh?nam=2023,2024&don-vi=so-y-te"),
        (World.Staff, "/don-vi/van-phong-ubnd-tinh/2024"),
        (World.Staff, "/don-vi/so-noi-vu"),
        (World.Staff, "/don-vi/so-noi-vu/2024/phieu"),
        (World.Empty, "/"),
        (World.Empty, "/don-vi"),
        (World.Empty, "/cong-bo"),
        (World.Empty, "/tinh"),
        (World.Empty, "/du-lieu"),
        (World.Empty, "/kiem-chung"),
        (World.Empty, "/gop-y"),
        (World.Empty, "/phuong-phap"),
    ];

    private const string NotThere = "/khong-co-trang-nay";

    private const string LongNamed = "/don-vi/xa-nghia-lo-thuong-muong-khuong-ha-va-khu-vuc-cua-khau-quoc-te-ma-lu-thang-mo-rong/2025";

    /// <summary>All of them.</summary>
    public static TheoryData<World, string> All()
    {
        var data = new TheoryData<World, string>();
        foreach (var (world, path) in Pages)
        {
            data.Add(world, path);
        }

        return data;
    }

    internal static HttpStatusCode StatusOf(string path) => path switch
    {
        NotThere or "/en" + NotThere => HttpStatusCode.NotFound,
        RefusedCalculation => HttpStatusCode.BadRequest,
        _ => HttpStatusCode.OK,
    };
}
