using MaskedVoicemail.Application.Operations.ListFailedSteps;
using MaskedVoicemail.Application.Operations.RunFailedStepsAgain;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Operations;

/// <summary>An administrator puts the cause right and has everything tried again.</summary>
public abstract class RunningFailedStepsAgainTests(VoicemailService service)
{
    [Fact]
    public async Task All_that_failed_is_done_after_all_and_leaves_the_list()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false });
        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(SampleMessages.English[0]) },
            TestContext.Current.CancellationToken);
        await service.EventuallyAsync(
            () => service.VoicemailsOfAsync(call.CallSid), rows => rows is [{ Status: VoicemailStatus.Ready }], "the message is ready");
        await service.EventuallyAsync(OpenStepsAsync, open => open == 0, "all steps are done");
        await service.ReadAsync(db => db.BackgroundSteps
            .Where(step => step.Kind == StepKind.NotifyOwner)
            .ExecuteUpdateAsync(set => set
                .SetProperty(step => step.State, StepState.Failed)
                .SetProperty(step => step.Attempts, 8)
                .SetProperty(step => step.LastError, "The mail server refused.")));
        Assert.Single((await service.SendAsync(new ListFailedStepsQuery())).Items);

        var again = await service.SendAsync(new RunFailedStepsAgainCommand());

        Assert.Equal(1, again.Value);
        Assert.Empty((await service.SendAsync(new ListFailedStepsQuery())).Items);
        await service.EventuallyAsync(OpenStepsAsync, open => open == 0, "the step is done");
    }

    private Task<int> OpenStepsAsync() => service.ReadAsync(db => db.BackgroundSteps.CountAsync(step => step.State != StepState.Done));

    public sealed class OnSqlite(SqliteService service) : RunningFailedStepsAgainTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : RunningFailedStepsAgainTests(service), IClassFixture<PostgreSqlService>;
}
