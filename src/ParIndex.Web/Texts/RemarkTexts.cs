using ParIndex.Application.Releases;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Remarks;

namespace ParIndex.Web.Texts;

/// <summary>Remarks of the public on published figures.</summary>
public class RemarkTexts
{
    public virtual string Title => "Góp ý về số liệu";

    public virtual string TitleOf(string unit, int year) => $"Góp ý về số liệu: {unit}, năm {year}";

    public virtual string Link => "Góp ý về số liệu";

    public virtual string LinkHere => "Góp ý về số liệu này";

    public virtual string Lead => "Thấy một số liệu đã công bố có thể chưa đúng? Hãy cho biết số liệu nào và vì sao. Cơ quan điều phối xem xét và trả lời; nếu số liệu sai, kết quả được đính chính bằng một lần công bố mới.";

    public virtual string Which => "1. Số liệu nào";

    public virtual string Year => "Năm";

    public virtual string Unit => "Cơ quan, đơn vị";

    public virtual string UnitHint => "Gõ tên có dấu hoặc không dấu, tên viết tắt; bỏ trống nếu góp ý về cả bản công bố.";

    public virtual string Choose => "Chọn số liệu";

    public virtual string NoUnit(string typed, int year) => $"Không tìm thấy “{typed}” trong kết quả năm {year}. Kiểm tra lại tên, hoặc bỏ trống để góp ý về cả bản công bố.";

    public virtual string Nothing => "Chưa có kết quả nào được công bố nên chưa có số liệu để góp ý.";

    public virtual string What => "2. Nội dung góp ý";

    public virtual string AboutRelease => "Về cả bản công bố";

    public virtual string Criterion => "Tiêu chí";

    public virtual string WholeUnit => "Chỉ số, xếp loại, thứ hạng chung";

    public virtual string Text => "Số liệu chưa đúng ở đâu, vì sao";

    public virtual string TextHint => $"Từ {PublicRemark.LeastText} đến {PublicRemark.MostText} ký tự. Nêu văn bản, trang hoặc nguồn nếu có. Không ghi họ tên, số điện thoại hay thông tin cá nhân: góp ý không gắn với ai và có thể được đăng cùng trả lời.";

    public virtual string Send => "Gửi góp ý";

    public virtual string Wrong => "Chưa gửi được";

    public virtual string TooShort => $"Ghi nội dung góp ý, ít nhất {PublicRemark.LeastText} ký tự.";

    public virtual string TooLong(int length) => $"Nội dung dài {length} ký tự; tối đa {PublicRemark.MostText} ký tự.";

    public virtual string NoCriterion => "Tiêu chí đã chọn không có trong phiếu của đơn vị này. Chọn lại.";

    public virtual string Answered => "Góp ý đã được trả lời";

    public virtual string NoneAnswered => "Chưa có góp ý nào được trả lời công khai.";

    public virtual string OnlyNewest => $"Chỉ gồm {RemarksShown} trả lời mới nhất; chọn năm hoặc đơn vị để xem các trả lời khác.";

    public virtual string TextNotShown => "Nội dung góp ý không đăng.";

    public virtual string Remark => "Góp ý";

    public virtual string Answer => "Trả lời";

    public virtual string State(RemarkState state) => state switch
    {
        RemarkState.Received => "Đã tiếp nhận, đang xem xét",
        RemarkState.FigureStands => "Đã trả lời: số liệu giữ nguyên",
        RemarkState.ToBeCorrected => "Đã trả lời: số liệu cần đính chính",
        _ => "Không xem xét như góp ý về số liệu",
    };

    public virtual string Corrected(ReleaseHead release) => $"Đã đính chính tại lần công bố {release.VersionNumber}, ngày {DateWriter.Vietnamese(DateWriter.VietnameseDay(release.PublishedAt))}";

    public virtual string BeingCorrected => "Kết quả đính chính sẽ được công bố thành một lần mới; liên kết sẽ có tại đây.";

    public virtual string ReceivedTitle => "Góp ý của bạn";

    public virtual string KeepAddress => "Hãy lưu địa chỉ trang này: chỉ địa chỉ này cho biết góp ý đã được trả lời chưa. Cổng không lưu bạn là ai nên không gửi thư báo được.";

    public virtual string Code => "Mã góp ý";

    public virtual string SentAt => "Gửi lúc";

    public virtual string About => "Về";

    public virtual string AnsweredOn => "ngày";

    public virtual string LedTo => "Lần công bố này có tiếp thu góp ý của công chúng.";

    public virtual string SeeRemark => "Xem góp ý và trả lời";

    public virtual string Version(int year, int version) => $"năm {year}, lần {version}";

    private static string RemarksShown => NumberWriter.VietnameseCount(Application.Remarks.RemarkRegister.OnPage);
}
