using System.CommandLine;
using MaskedVoicemail.Scaling;

return await new RootCommand("What more nodes and more databases carry: docs/scaling.md.")
{
    SaturationCommand.Create(),
    LoadCommand.Create(),
    DemandCommand.Create(),
}.Parse(args).InvokeAsync();
