using System.CommandLine;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Web.Hosting;

namespace MaskedVoicemail.Web.Cli;

internal static class CreateAdminCommand
{
    public static Command Create()
    {
        var email = new Option<string>("--email") { Description = "The e-mail address to sign in with.", HelpName = "E", Required = true };
        var password = new Option<string>("--password") { Description = "The password, 10 characters or more.", HelpName = "P", Required = true };
        var command = new Command("create-admin", "Creates an administrator, or makes an existing account one if the password is its own.") { email, password };
        command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetRequiredValue(email).Trim(), arguments.GetRequiredValue(password), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string email, string password, CancellationToken cancellationToken)
    {
        await using var app = Commands.Build();
        await app.DemandDatabaseAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<AdministratorAccounts>().CreateAsync(email, password, cancellationToken);
        if (!result.IsSuccess)
        {
            foreach (var error in result.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            return 1;
        }

        Console.WriteLine(result.Value switch
        {
            AdministratorChange.Created => $"Created the administrator {email}.",
            AdministratorChange.Promoted => $"The account {email} is an administrator's now.",
            _ => $"The account {email} is an administrator's already.",
        });
        return 0;
    }
}
