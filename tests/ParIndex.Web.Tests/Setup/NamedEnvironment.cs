using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace ParIndex.Web.Tests.Setup;

/// <summary>An environment of which only the name is asked.</summary>
internal sealed class NamedEnvironment(string name) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "ParIndex";

    public string ContentRootPath { get; set; } = "/";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
