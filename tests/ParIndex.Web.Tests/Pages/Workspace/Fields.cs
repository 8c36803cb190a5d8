namespace ParIndex.Web.Tests.Pages.Workspace;

internal static class Fields
{
    /// <summary>Fields of a page's <c>Input</c>.</summary>
    internal static Dictionary<string, string> Of(params (string Name, string Value)[] fields) => fields.ToDictionary(field => "Input." + field.Name, field => field.Value);
}
