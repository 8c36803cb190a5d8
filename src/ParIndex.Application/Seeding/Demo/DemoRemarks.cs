using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Remarks;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>What the public of Tỉnh Mẫu said of its figures: one remark that became the correction, one answered, one that waits, one set aside.</summary>
internal sealed class DemoRemarks(ParIndexDb db, DemoIds ids, IReadOnlyList<Release> releases, IReadOnlyDictionary<string, StaffAccount> accounts)
{
    /// <summary>The code of the remark that became a correction.</summary>
    public const string Corrected = "mau2022huyen";

    /// <summary>Every remark, oldest first.</summary>
    public IEnumerable<PublicRemark> All()
    {
        var wrong = DemoMisreading.OfDistrict;
        var corrected = Sent(Corrected, DemoYears.Corrected, wrong.Unit, wrong.Leaf, DemoReleases.PublishedOn(DemoYears.Corrected).AddDays(9), "Quyết định xử lý kỷ luật số 87/QĐ-UBND là đối với công chức của UBND huyện Hòa Mẫu, không phải của huyện Thượng Mẫu.\nĐề nghị kiểm tra lại số trường hợp vi phạm ở tiêu chí này.");
        corrected.Reply(RemarkState.ToBeCorrected, wrong.Reason, showsText: true, Replier, corrected.ReceivedAt.AddDays(6));
        yield return corrected;

        var stands = Sent("mau2024soyte", DemoYears.Supplemented, "so-y-te", criterionCode: null, DemoReleases.PublishedOn(DemoYears.Supplemented).AddDays(3), "Sở Y tế có thang điểm thấp hơn 100 thì so sánh với các sở khác thế nào?");
        stands.Reply(RemarkState.FigureStands, "Chỉ số là tỷ lệ giữa điểm đạt được và thang điểm của chính đơn vị; tiêu chí không áp dụng không tính vào cả hai, nên chỉ số của các đơn vị so sánh được với nhau. Cách tính nêu tại trang Phương pháp.", showsText: true, Replier, stands.ReceivedAt.AddDays(2));
        yield return stands;

        var aside = Sent("mauquangcao2", DemoYears.Supplemented, unit: null, criterionCode: null, DemoReleases.PublishedOn(DemoYears.Supplemented).AddDays(5), "Nhận thiết kế trang thông tin điện tử giá rẻ, liên hệ ngay.");
        aside.Reply(RemarkState.SetAside, "Nội dung không phải góp ý về số liệu đã công bố.", showsText: false, Replier, aside.ReceivedAt.AddDays(1));
        yield return aside;

        yield return Sent("mau2024choxe", DemoYears.Supplemented, "huyen-thuong-mau", "3.1", DemoReleases.SupplementedAt.AddDays(20), "Cổng dịch vụ công của tỉnh ghi tỷ lệ hồ sơ đúng hạn của huyện là 99,2%, khác với con số dùng để chấm điểm.");
    }

    private Guid Replier => accounts[DemoAccounts.SecondCoordinator].Id;

    private PublicRemark Sent(string code, int year, string? unit, string? criterionCode, DateTime at, string text)
    {
        var release = releases.Where(known => known.Year == year && known.PublishedAt <= at).MaxBy(known => known.VersionNumber)!;
        var remark = ids.Fix(new PublicRemark(release, unit, criterionCode, text, at), code);
        db.Entry(remark).Property(row => row.Code).CurrentValue = code;
        return remark;
    }
}
