using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace MaskedVoicemail.Delivery.Tests.Support;

internal sealed class TestHostEnvironment(string contentRoot) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = Environments.Production;

    public string ApplicationName { get; set; } = "MaskedVoicemail";

    public string ContentRootPath { get; set; } = contentRoot;

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
