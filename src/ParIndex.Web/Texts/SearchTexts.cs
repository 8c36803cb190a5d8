using ParIndex.Application.Search;
using ParIndex.Domain.Search;

namespace ParIndex.Web.Texts;

/// <summary>The page of hits.</summary>
public class SearchTexts
{
    public virtual string Title => "Tìm kiếm";

    public virtual string TitleOf(string words) => $"Tìm “{words}”";

    public virtual string Nothing(string words) => $"Không tìm thấy nội dung nào có “{words}”.";

    public virtual string Advice => "Thử tên ngắn hơn, tên cũ hoặc tên viết tắt; hoặc xem";

    public virtual string Directory => "toàn bộ danh mục đơn vị";

    public virtual string NotExactly(string words) => $"Không có nội dung nào đúng như “{words}”. Ý bạn là";

    public virtual string Hits(string count) => $"{count} kết quả";

    public virtual string FirstHits(string count) => $", {count} kết quả đầu";

    public virtual string Offers => "gợi ý, dùng phím mũi tên để chọn";

    public virtual string NoOffer => "Không có gợi ý";

    public virtual string Reason(SearchHit hit) => SearchWords.Of(hit);
}
