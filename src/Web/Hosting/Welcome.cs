using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Infrastructure.Seeding;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>Tells whoever started the program in Development where it is and how to get in.</summary>
internal static class Welcome
{
    public static async Task WriteAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        Console.WriteLine(Text(Address(app), await FindAccountsAsync(app, cancellationToken), app.Services.GetRequiredService<DevelopmentPages>()));
    }

    private static async Task<IReadOnlyList<string>> FindAccountsAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (await app.Services.GetRequiredService<DatabaseReadiness>().GetAsync(cancellationToken) is not DatabaseState.Ready)
        {
            return [];
        }

        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoAccounts>().FindAsync(cancellationToken);
    }

    private static string Text(string address, IReadOnlyList<string> accounts, DevelopmentPages pages)
    {
        List<string> lines = ["", $"  MaskedVoicemail   {address}"];
        lines.AddRange(accounts.Select(account =>
            $"  Sign in           {account}  {DemoAccounts.Password}  ({(account == DemoAccounts.Administrator ? "administrator" : "subscriber")})"));
        if (pages.HasSimulator)
        {
            lines.Add($"  Simulated line    {address}/simulator");
        }

        if (pages.HasOutbox)
        {
            lines.Add($"  Sent mail         {address}/outbox");
        }

        lines.Add("");
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>One that a browser on this machine can open.</summary>
    private static string Address(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? HostSettings.DefaultUrl;
        return address.Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).TrimEnd('/');
    }
}
