namespace ParIndex.Web.Setup;

internal static class StrictContainer
{
    /// <summary>A service that cannot be built, or outlives what it holds, ends the start in every environment.</summary>
    public static void AddStrictContainer(this WebApplicationBuilder builder) =>
        builder.Host.UseDefaultServiceProvider(container =>
        {
            container.ValidateOnBuild = true;
            container.ValidateScopes = true;
        });
}
