using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Calls.RouteCall;
using MaskedVoicemail.Application.Calls.SettleDial;
using MaskedVoicemail.Application.Voicemails.RecordRecording;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>
/// Goes through a call that nobody makes, before the first caller has to wait for all that a process does only once: compiling, EF Core's model,
/// the first connections. Leaves nothing behind.
/// </summary>
internal sealed partial class WarmUp(IServiceScopeFactory scopes, CallersFirst callers, DatabaseReadiness readiness, TimeProvider clock, ILogger<WarmUp> logger)
    : BackgroundService
{
    private static readonly string[] CallSids =
        ["CA00000000000000000000000000000000", "CA00000000000000000000000000000001", "CA00000000000000000000000000000002"];

    /// <summary>In a country code that ITU-T keeps in reserve (E.164, 999), so nobody's.</summary>
    private static readonly PhoneNumber Nobody = PhoneNumber.Parse("+99900000000");

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The server listens meanwhile.
        await Task.Yield();
        while (await readiness.GetAsync(stoppingToken) is not DatabaseState.Ready)
        {
            await Task.Delay(Interval, clock, stoppingToken);
        }

        try
        {
            // The first goes alone and the others together, which is another statement (docs/decisions/0018).
            await Task.WhenAll(CallSids.Select(sid => RehearseAsync(
                new RouteCallCommand(new IncomingCall(sid, Nobody, Caller.FromRaw(null), CallerName: null, ForwardedFrom: null)), stoppingToken)));

            // What follows comes seconds after a call's beginning. It needs EF Core, whose model takes longer than all else together.
            callers.Serve();
            await RehearseAsync(new SettleDialCommand(CallSids[0], new DialResult("busy", Bridged: null, DurationSeconds: 0, IsCallerGone: false)), stoppingToken);
            await RehearseAsync(
                new RecordRecordingCommand(CallSids[0], "RE00000000000000000000000000000000", RecordingReport.Completed, DurationSeconds: 1), stoppingToken);
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            // It was ready a moment ago: callers are served as well as can be.
            LogCutShort(DatabaseFailure.Describe(exception));
        }

        callers.LetOthersIn();
    }

    private async Task RehearseAsync<T>(IRequest<T> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The warm-up was cut short: {Reason}")]
    private partial void LogCutShort(string reason);
}
