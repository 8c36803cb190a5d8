using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.Imports.Reading;
using ParIndex.Application.Staff;
using ParIndex.Application.Units;
using ParIndex.Web.Security;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Admin.Accounts;

/// <summary>Accounts from a list: what was understood first, then all of it or nothing; the answer shows every code, once.</summary>
[Authorize(Roles = nameof(StaffRoles.Administrator))]
[EnableRateLimiting(RateLimits.Import)]
[RequestSizeLimit(MostBytes)]
public sealed class ImportModel(StaffRegister register, UnitDirectory directory, TimeProvider clock) : PageModel
{
    private const long MostBytes = SourceTableReader.MostBytes + 1024 * 1024;

    /// <summary>The file.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Cells pasted, or the list as it was understood in the first step.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The list as understood, to be confirmed.</summary>
    public StaffList? Preview { get; private set; }

    /// <summary>The codes, after the accounts were made or asked for.</summary>
    public StaffOutcome? Outcome { get; private set; }

    /// <summary>Shows what was understood; nothing is stored.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => UnderstandAsync(list =>
    {
        Preview = list;
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Makes the accounts of the list that was shown.</summary>
    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) => UnderstandAsync(
        async list => Outcome = await register.AddAsync(User.ToActor(), [.. list.People.Select(person => person.Entry)], cancel),
        cancel);

    private async Task<IActionResult> UnderstandAsync(Func<StaffList, Task> then, CancellationToken cancel)
    {
        if (Upload is null && string.IsNullOrWhiteSpace(Text))
        {
            return this.Wrong("Upload", "Chọn một tệp hoặc dán danh sách.");
        }

        try
        {
            var table = await ReadAsync(cancel);
            var taken = await register.TakenAsync(StaffList.CodesIn(table), cancel);
            await then(StaffList.Read(table, await directory.AllAsync(cancel), clock.GetUtcNow().Year, taken));
            return Page();
        }
        catch (UnreadableTableException refusal)
        {
            foreach (var problem in refusal.Problems.Take(UnreadableTableException.MostListed))
            {
                ModelState.AddModelError("Upload", problem.ToString());
            }

            return this.Wrong();
        }
    }

    private async Task<SourceTable> ReadAsync(CancellationToken cancel)
    {
        if (Upload is null)
        {
            return StaffList.TableOf(Encoding.UTF8.GetBytes(Text!), "danh-sach.tsv");
        }

        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, cancel);
        return StaffList.TableOf(content.ToArray(), Upload.FileName);
    }
}
