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
}
