using System.Diagnostics;
using MaskedVoicemail.Simulator;

namespace MaskedVoicemail.Delivery;

/// <summary>A build of the service as a process of its own, on a PostgreSQL database that is migrated and seeded.</summary>
internal sealed class Service : IDisposable
{
    private readonly Process _process;

    private Service(Process process) => _process = process;

    public int Id => _process.Id;

    /// <param name="program">Path of <c>MaskedVoicemail.Web.dll</c>.</param>
    /// <param name="database">Npgsql connection string.</param>
    /// <param name="address">Where it is to listen.</param>
    /// <param name="partners">Where Twilio and SendGrid are played.</param>
    /// <param name="options">The account.</param>
    /// <exception cref="InvalidOperationException">It ended before it was ready.</exception>
    public static async Task<Service> StartAsync(string program, string database, Uri address, Uri partners, TwilioSimulatorOptions options)
    {
        var start = new ProcessStartInfo("dotnet") { ArgumentList = { program }, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = address.OriginalString,
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__Default"] = database,
            ["PublicBaseUrl"] = options.PublicBaseUrl.OriginalString,
            ["Recordings__Path"] = Directory.CreateTempSubdirectory("masked-voicemail-").FullName,
            ["Twilio__AccountSid"] = options.AccountSid,
            ["Twilio__AuthToken"] = options.AuthToken,
            ["Twilio__ApiBaseUrl"] = partners.OriginalString,
            ["SendGrid__ApiKey"] = options.SendGridApiKey,
            ["SendGrid__ApiBaseUrl"] = partners.OriginalString,
            ["Email__From"] = "voicemail@example.com",
            ["Logging__LogLevel__Default"] = "Warning",
        })
        {
            start.Environment[name] = value;
        }

        var service = new Service(Process.Start(start)!);
        service._process.OutputDataReceived += (_, _) => { };
        service._process.BeginOutputReadLine();
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                if ((await http.GetAsync(new Uri(address, "/readyz"))).IsSuccessStatusCode)
                {
                    return service;
                }
            }
            catch (HttpRequestException) when (!service._process.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
