using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Infrastructure.Seeding;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Web.Hosting;

namespace MaskedVoicemail.Web.Cli;

internal static class SeedCommand
{
    private const string Allowed = "Seed:Allowed";

    public static Command Create()
    {
        var numbers = Count("--numbers", "N", "How many numbers, each with an owner and a subscription.", 1, LoadTestData.MaxNumbers);
        numbers.Required = true;
        var from = Count("--from", "I", "The first number's index.", 0, LoadTestData.MaxNumbers - 1);
        var voicemails = Count("--voicemails", "M", "How many messages the first number has.", 0, LoadTestData.MaxVoicemails);
        var forwardingQuota = Quota("--forwarding-quota", "Q", "Calls that each subscription may have put through in a month.");
        var voicemailQuota = Quota("--voicemail-quota", "V", "Messages that each subscription may open in a month.");
        var inactive = new Option<bool>("--inactive") { Description = "Makes the subscriptions inactive." };
        var forwardingOff = new Option<bool>("--forwarding-off") { Description = "Switches forwarding off." };

        var command = new Command("seed", "Writes data for load tests: the same each time, over that of earlier runs.")
        {
            numbers, from, voicemails, forwardingQuota, voicemailQuota, inactive, forwardingOff,
        };
        command.Validators.Add(arguments =>
        {
            var end = (long)(Read(arguments.GetResult(from)?.Tokens) ?? 0) + (Read(arguments.GetResult(numbers)?.Tokens) ?? 0);
            if (end > LoadTestData.MaxNumbers)
            {
                arguments.AddError($"--from and --numbers together may not exceed {LoadTestData.MaxNumbers}: an index has seven digits.");
            }
        });
        command.SetAction((arguments, cancellationToken) => RunAsync(
            new LoadTestData(
                arguments.GetValue(from),
                arguments.GetValue(numbers),
                arguments.GetValue(voicemails),
                arguments.GetValue(forwardingQuota),
                arguments.GetValue(voicemailQuota),
                !arguments.GetValue(inactive),
                !arguments.GetValue(forwardingOff)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LoadTestData data, CancellationToken cancellationToken)
    {
        await using var app = Commands.Build();
        if (app.Environment.IsProduction() && !app.Configuration.GetValue<bool>(Allowed))
        {
            throw new SettingException(Allowed, "load-test data is refused in Production unless this is true.");
        }

        await app.DemandDatabaseAsync(cancellationToken);
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var start = clock.GetTimestamp();
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<LoadTestSeeder>()
                .SeedAsync(data, SampleMessages.English[0].Wav, new SeedProgressLine(clock), cancellationToken);
        }
        catch (SeedConflictException conflict)
        {
            await Console.Error.WriteLineAsync(conflict.Message);
            return 1;
        }

        Console.WriteLine($"Seeded {data.Numbers} numbers and {data.Voicemails} voicemails in {clock.GetElapsedTime(start).TotalSeconds:0.0} s.");
        return 0;
    }

    private static Option<int> Quota(string name, string helpName, string description)
    {
        var option = Count(name, helpName, description, 0, Plan.MaxQuota);
        option.DefaultValueFactory = _ => LoadTestData.DefaultQuota;
        return option;
    }

    private static Option<int> Count(string name, string helpName, string description, int least, int most)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result =>
            {
                var value = Read(result.Tokens);
                if (value is null || value < least || value > most)
                {
                    result.AddError($"{name}: {result.Tokens[0].Value} is not a number from {least} to {most}.");
                }

                return value ?? 0;
            },
        };
        return option;
    }

    private static int? Read(IReadOnlyList<Token>? tokens) =>
        tokens is [var token] && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
