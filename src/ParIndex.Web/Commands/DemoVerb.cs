using System.CommandLine;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Commands;

/// <summary><c>demo</c>: serves the fictional Tỉnh Mẫu from a database of its own; the configured one is not opened.</summary>
internal static class DemoVerb
{
    public static Command Create(AppBuilder build)
    {
        var command = new Command("demo", "Chạy bản trình diễn với số liệu hư cấu của Tỉnh Mẫu, trong cơ sở dữ liệu riêng (demo.db trong thư mục dữ liệu); không mở cơ sở dữ liệu đã cấu hình. Không dùng được trong môi trường Production.");
        command.SetAction((parse, _) => CommandLine.ServeAsync([$"--{DemoOptions.Switch}=true"], build, parse));
        return command;
    }
}
