using System.CommandLine;
using MaskedVoicemail.Load;

return await new RootCommand("Calls servers as Twilio and browsers do, checks each answer, and prints what it took.")
{
    MeasureCommand.Create(),
    StartCommand.Create(),
    OlderCommand.Create(),
}
.Parse(args)
.InvokeAsync();
