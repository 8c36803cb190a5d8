using System.Globalization;
using ParIndex.Application.Tables;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.CriteriaSets;

/// <summary>A criteria set as XLSX, with the columns its reader understands.</summary>
public static class CriteriaWorkbook
{
    /// <summary>The whole file.</summary>
    public static byte[] Write(CriteriaSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var cover = new WorkbookCover(
            set.Title,
            [
                ("Năm", set.Year.ToString(CultureInfo.InvariantCulture)),
                ("Nhóm", set.GroupSlug),
                ("Quyết định", set.DecisionNumber ?? "chưa ghi"),
                ("Điểm của bộ tiêu chí", NumberWriter.VietnameseTrimmed(set.MaxScore)),
            ],
            [
                .. set.IsSample ? ["Bộ tiêu chí mẫu, không phải phụ lục của quyết định nào."] : Array.Empty<string>(),
                "Có thể sửa bảng rồi nhập lại: giữ dòng tiêu đề, mỗi tiêu chí một dòng.",
            ]);
        return XlsxWorkbook.Write(cover, WorkbookSheet.Of(CriteriaColumns.TableOf(set), "Bộ tiêu chí"));
    }
}
