using System.Text;
using ParIndex.Application.Tables;
using ParIndex.Application.Releases.Seals;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Seals;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Releases;

/// <summary>
/// Everything of one release in one ZIP: the canonical text whose SHA-256 is the results digest, the tables for programs and
/// for people, what their columns mean, and the hash of each file. The same release gives the same bytes.
/// </summary>
public static class ReleaseArchive
{
    private const string Sums = "SHA256SUMS", Guide = "DOC-TOI.txt";

    /// <summary>“cong-bo-2025-lan-3-38c93094”, the name of the archive without its ending.</summary>
    public static string NameOf(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return NameOf(release.Year, release.VersionNumber, release.ResultsDigest);
    }

    /// <inheritdoc cref="NameOf(Release)" />
    /// <param name="year">The year assessed.</param>
    /// <param name="version">The version.</param>
    /// <param name="digest">Its results digest.</param>
    public static string NameOf(int year, int version, string digest) => ReleaseFile.NameOf($"cong-bo-{year}", version, digest);

    /// <summary>“ban-chuan-2025-lan-3-38c93094.txt”.</summary>
    public static string CanonicalNameOf(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return ReleaseFile.NameOf($"ban-chuan-{release.Year}", release) + ".txt";
    }

    /// <summary>The canonical text as a file: its SHA-256 is the results digest.</summary>
    /// <exception cref="InvalidOperationException">The leaves of a group were not loaded.</exception>
    public static byte[] Canonical(Release release) => Encoding.UTF8.GetBytes(ResultsDigest.CanonicalText(release));

    /// <summary>The archive of a release that is not sealed: <see cref="Files"/> alone.</summary>
    /// <inheritdoc cref="Files" path="/param" />
    public static byte[] Of(Release release, WorkbookCover cover, DataOrigin origin, BilingualAnnouncement announced) => StoredZip.Write(Files(release, cover, origin, announced));

    /// <summary>The files in their order: the guide first, the hashes of all others last.</summary>
    /// <param name="release">The release with every leaf.</param>
    /// <param name="cover">The cover of its workbook.</param>
    /// <param name="origin">Whose data it is.</param>
    /// <param name="announced">What it says in words.</param>
    public static IReadOnlyList<(string Path, byte[] Content)> Files(Release release, WorkbookCover cover, DataOrigin origin, BilingualAnnouncement announced)
    {
        ArgumentNullException.ThrowIfNull(release);
        var resources = Resources(release).ToList();
        List<(string Path, byte[] Content)> files =
        [
            (Guide, Encoding.UTF8.GetBytes(GuideOf(release))),
            (CanonicalNameOf(release), Canonical(release)),
            .. resources.Select(resource => (resource.Path, resource.Content!)),
            (ReleaseFile.NameOf($"ket-qua-{release.Year}", release) + ".xlsx", XlsxWorkbook.Write(cover, [.. Sheets(release)])),
            .. release.Groups.Select(group => (ReleaseFile.NameOf($"xep-hang-{release.Year}-{group.Slug}", release) + ".json", ReleaseJson.Results(release, group))),
            (DataPackage.FileName, DataPackage.Write(FactsOf(release), origin, resources)),
            (RecomputationRules.NameOf(release), RecomputationRules.Write(release)),
            (RecomputationRules.ScriptName, RecomputationRules.Script()),
            .. ReleasePapers.Files(release, announced),
        ];
        return [.. files, (Sums, Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{SealedFile.Of(file.Path, file.Content).Sha256}  {file.Path}\n"))))];
    }

    private static PackageFacts FactsOf(Release release) => new(
        $"chi-so-cchc-{release.Year}", $"Chỉ số cải cách hành chính năm {release.Year}, {release.Province}",
        $"{ReleaseWords.Source(release, isCurrent: false)}. Mã kết quả (SHA-256): {release.ResultsDigest}.", $"{release.Year}.{release.VersionNumber}.0", release.PublishedAt);

    private static IEnumerable<DataResource> Resources(Release release)
    {
        foreach (var group in release.Groups)
        {
            yield return File(release, ResultColumns.TableOf(release, group));
            if (group.References.Count > 0)
            {
                yield return File(release, ReferenceColumns.TableOf(release, group));
            }

            if (group.HasLeaves)
            {
                yield return File(release, CriterionColumns.TableOf(release, group));
                yield return File(release, ScoreColumns.TableOf(release, group));
            }
        }

        yield return File(release, LongTable.TableOf(release));
    }

    private static DataResource File<T>(Release release, Table<T> table)
    {
        var stamped = ReleaseFile.Of(release, table);
        return DataResource.Of(stamped, stamped.Name + ".csv", CsvTable.Write(stamped, CsvDialect.Data)) with { Name = table.Name };
    }

    private static IEnumerable<WorkbookSheet> Sheets(Release release)
    {
        foreach (var group in release.Groups)
        {
            yield return WorkbookSheet.Of(ResultColumns.ForReaders(release, group), group.Name);
            if (group.HasLeaves)
            {
                yield return WorkbookSheet.Of(CriterionColumns.TableOf(release, group).ForReaders("code", "name", "maxScore"), "Tiêu chí " + group.Name);
                yield return WorkbookSheet.Of(ScoreColumns.ForReaders(release, group), "Điểm " + group.Name);
            }
        }

        yield return WorkbookSheet.Of(DataDictionary.TableOf([.. DataDictionary.Of(ResultColumns.Every).Concat(DataDictionary.Of(CriterionColumns.Every)).Concat(DataDictionary.Of(ScoreColumns.Every)).DistinctBy(entry => entry.Key)]), "Từ điển");
    }

    private static string GuideOf(Release release)
    {
        var canonical = CanonicalNameOf(release);
        return $"""
            {release.Province}: Chỉ số cải cách hành chính năm {release.Year}
            {ReleaseWords.Source(release, isCurrent: false)}
            Mã kết quả (SHA-256): {release.ResultsDigest}

            Tệp trong gói
              {canonical}: bảng chuẩn, mã băm của tệp này là mã kết quả
              xep-hang-….csv: kết quả của từng khối, mỗi đơn vị một dòng
              tieu-chi-….csv, diem-tung-tieu-chi-….csv: bộ tiêu chí và điểm từng tiêu chí, khi được công bố
              tham-chieu-….csv: số liệu năm khác kèm theo thông báo
              so-lieu-dai-….csv: toàn bộ số liệu, mỗi dòng một giá trị
              ket-qua-….xlsx: các bảng trên để đọc và in, kèm từ điển dữ liệu
              xep-hang-….json: như giao diện lập trình (API) trả về
              {DataPackage.FileName}: mô tả dữ liệu theo chuẩn Data Package
              {BundleCheck.ManifestFile}: bản kê mọi tệp kèm mã băm, quy tắc, quyết định, chức vụ người thông qua và dấu của bản công bố trước
              {BundleCheck.CheckpointFile}, {BundleCheck.SignatureFile}: dấu niêm phong và chữ ký số của cổng
              {RecomputationRules.NameOf(release)}: quy tắc tính của từng khối, đúng như khi công bố
              {RecomputationRules.ScriptName}: chương trình tính lại, dưới 150 dòng Python, đọc được
              phu-luc-….docx: phụ lục kết quả kèm theo quyết định, thể thức văn bản hành chính, để in
              thong-bao-….docx, thong-bao-tieng-anh-….docx: nội dung công bố bằng tiếng Việt và tiếng Anh, lập từ số liệu của lần công bố này và các lần công bố trước đó

            Kiểm tra
              sha256sum -c {Sums}
                mọi dòng phải là OK: không tệp nào bị sửa sau khi tải về
              sha256sum {canonical}
                phải bằng mã kết quả ở trên, và bằng mã in trên trang của bản công bố
              Trên Windows: certutil -hashfile {canonical} SHA256
              sha256sum {BundleCheck.ManifestFile}
                phải bằng dòng “seal” trong {BundleCheck.CheckpointFile}: đó là dấu niêm phong, in trên trang của bản công bố
              openssl dgst -sha256 -verify khoa-cong-khai.pem -signature {BundleCheck.SignatureFile} {BundleCheck.CheckpointFile}
                phải in “Verified OK”; tải khoa-cong-khai.pem từ trang Kiểm chứng của cổng, không lấy từ gói này
              Có phần mềm ParIndex: ParIndex.Web verify --bundle gói.zip --key khoa-cong-khai.pem

            Tính lại, không cần phần mềm của cổng
              python3 {RecomputationRules.ScriptName}
                chỉ cần Python 3, không dùng mạng; chạy trong thư mục đã giải nén (trên Windows: py {RecomputationRules.ScriptName})
                tính lại điểm, thang điểm, chỉ số, xếp loại, hạng và thay đổi của mọi đơn vị từ các tệp CSV và quy tắc tính
                dòng cuối là OK (mã thoát 0), hoặc mỗi ô khác được kể với tệp, đơn vị, cột, số công bố, số tính lại (mã thoát 1)
                số nào không tính lại được mà lấy như công bố thì được nói rõ, kèm lý do
                chỉ số năm trước của từng đơn vị nằm trong tệp quy tắc (indexBefore): đối chiếu với gói của năm trước

            Ô trống là không có số liệu hoặc không áp dụng, không phải 0. CSV: UTF-8 có BOM, dấu phẩy ngăn cột, dấu chấm thập phân.

            """.ReplaceLineEndings("\n");
    }
}
