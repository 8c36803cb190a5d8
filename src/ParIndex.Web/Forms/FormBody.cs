using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ParIndex.Web.Forms;

/// <summary>
/// What a page is told: by its address when it is asked for, by the body alone when a form is sent to it. A link cannot
/// fill in the form behind it, a body cannot name another thing than the path, and of a field sent twice neither value
/// is the one meant.
/// </summary>
internal static class FormBody
{
    public static void AddFormBody(this WebApplicationBuilder builder) => builder.Services.PostConfigure<MvcOptions>(mvc =>
    {
        // After the framework has added its own, in this order. Without the framework's second reader of forms, which takes Input[Text] for Input.Text.
        mvc.ValueProviderFactories.Clear();
        mvc.ValueProviderFactories.Add(new RouteValueProviderFactory());
        mvc.ValueProviderFactories.Add(new FormValueProviderFactory());
        mvc.ValueProviderFactories.Add(new FormFileValueProviderFactory());
        mvc.ValueProviderFactories.Add(new QueryOfWhatIsRead());
        mvc.Filters.Add<EachFieldOnce>();
    });
}

/// <summary>Gives the query string to requests that read, and to no other.</summary>
internal sealed class QueryOfWhatIsRead : IValueProviderFactory
{
    public Task CreateValueProviderAsync(ValueProviderFactoryContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.ActionContext.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            context.ValueProviders.Add(new QueryStringValueProvider(BindingSource.Query, request.Query, CultureInfo.InvariantCulture));
        }

        return Task.CompletedTask;
    }
}

/// <summary>
/// Refuses a form that says one thing twice (400), before anything of it is read. Only what the page binds to a list may
/// come more than once, and a check box with the hidden “no” beside it.
/// </summary>
internal sealed class EachFieldOnce(IModelMetadataProvider models) : IAsyncResourceFilter
{
    /// <summary>Under this key the request keeps the field that came twice, for the page of the refusal.</summary>
    public const string Doubled = "field sent twice";

    private const int MostShown = 60;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var request = context.HttpContext.Request;
        // The page of a refusal is read, with the form that was refused still in the request.
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
            var twice = form.Where(field => field.Value.Count > 1 && !MayRepeat(context.ActionDescriptor, field.Key, field.Value!)).Select(field => field.Key)
                .Concat(form.Files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).Where(files => (files.Count() > 1 && !MayRepeat(context.ActionDescriptor, files.Key, [])) || form.ContainsKey(files.Key)).Select(files => files.Key))
                .FirstOrDefault();
            if (twice is not null)
            {
                context.HttpContext.Items[Doubled] = twice.Length <= MostShown ? twice : twice[..MostShown] + "…";
                context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
                return;
            }
        }

        await next();
    }

    private bool MayRepeat(ActionDescriptor page, string field, IReadOnlyList<string> values) =>
        Find(page, field) is { } model && (model.IsEnumerableType || (model.ModelType == typeof(bool) && values is ["true", "false"]));

    /// <summary>What the page has for a field, or <c>null</c>: <c>Input.Units</c>, <c>Rows[3].Leaves</c>.</summary>
    private ModelMetadata? Find(ActionDescriptor page, string field)
    {
        var path = field.Split('.');
        var handlers = page is CompiledPageActionDescriptor compiled ? compiled.HandlerMethods.SelectMany(handler => handler.Parameters) : [];
        var root = page.BoundProperties.Concat<ParameterDescriptor>(handlers).FirstOrDefault(known => Is(known.BindingInfo?.BinderModelName ?? known.Name, path[0]));
        var found = root is null ? null : Of(models.GetMetadataForType(root.ParameterType), path[0]);
        foreach (var part in path.Skip(1))
        {
            found = found?.Properties.FirstOrDefault(property => Is(property.BinderModelName ?? property.Name ?? "", part)) is { } property ? Of(property, part) : null;
        }

        return found;
    }

    private static ModelMetadata? Of(ModelMetadata model, string part) => part.Contains('[', StringComparison.Ordinal) ? model.ElementMetadata : model;

    private static bool Is(string name, string part) => string.Equals(name, part.Split('[')[0], StringComparison.OrdinalIgnoreCase);
}
