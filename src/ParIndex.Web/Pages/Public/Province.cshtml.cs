using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.NationalIndices;
using ParIndex.Domain.NationalIndices;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Pages.Public;

/// <summary>The province's own PAR INDEX, SIPAS, PAPI and PCI over the years.</summary>
public sealed class ProvinceModel(NationalIndexRegister register, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>The province's series, one for each index.</summary>
    public IReadOnlyList<IGrouping<string, NationalIndex>> Own { get; private set; } = [];

    /// <summary>Figures of other provinces that were quoted beside.</summary>
    public IReadOnlyList<NationalIndex> Others { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rows = await register.AllAsync(cancel);
        Own = [.. rows.Where(row => row.Province == site.Value.ProvinceName).GroupBy(row => row.Name)];
        Others = [.. rows.Where(row => row.Province != site.Value.ProvinceName)];
    }

    /// <summary>What an index measures and who publishes it.</summary>
    public static string Meaning(string name) => name switch
    {
        "PAR INDEX" => "Chỉ số cải cách hành chính của các bộ, cơ quan ngang bộ, Ủy ban nhân dân các tỉnh, thành phố, do Bộ Nội vụ công bố.",
        "SIPAS" => "Chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước, do Bộ Nội vụ công bố.",
        "PAPI" => "Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh, theo trải nghiệm của người dân.",
        "PCI" => "Chỉ số năng lực cạnh tranh cấp tỉnh, theo cảm nhận của doanh nghiệp.",
        "DDCI" => "Chỉ số năng lực cạnh tranh của sở, ban, ngành và địa phương, theo cảm nhận của doanh nghiệp.",
        _ => "",
    };
}
