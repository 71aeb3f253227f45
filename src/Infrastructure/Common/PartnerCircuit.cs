using System.Net;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace MaskedVoicemail.Infrastructure.Common;

/// <summary>
/// Leaves a partner alone that has refused our credentials again and again: more requests could get the account locked, and mend nothing.
/// What is to be done stays due; after a pause one request tries whether somebody has put it right.
/// </summary>
internal sealed partial class PartnerCircuit
{
    private const int RefusalsToOpen = 3;

    /// <summary>Nearly all: a key that lacks a single right must not stop what it may do.</summary>
    private const double ShareOfRefusals = 0.9;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>While the one request is under way that tries again, the others wait so long.</summary>
    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly string _partner;
    private readonly ServiceMetrics _metrics;
    private readonly ILogger _logger;
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public PartnerCircuit(string partner, ServiceMetrics metrics, TimeProvider clock, ILogger<PartnerCircuit> logger)
    {
        _metrics = metrics;
        _partner = partner;
        _logger = logger;
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = static answer => ValueTask.FromResult(answer.Outcome.Result?.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden),
                MinimumThroughput = RefusalsToOpen,
                FailureRatio = ShareOfRefusals,
                SamplingDuration = Window,
                BreakDuration = Pause,
                StateProvider = _state,
                OnOpened = _ => Tell(LogOpened),
                OnClosed = _ => Tell(LogClosed),
            })
            .Build();
    }

    /// <exception cref="PartnerException">It is left alone at the moment.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _pipeline.ExecuteAsync(
                static async (state, token) => await state.send(state.request, token), (send, request), cancellationToken);
            _metrics.PartnerAnswered(_partner, OutcomeOf(response.StatusCode));
            return response;
        }
        catch (HttpRequestException)
        {
            _metrics.PartnerAnswered(_partner, "unreachable");
            throw;
        }
        catch (BrokenCircuitException exception)
        {
            _metrics.PartnerAnswered(_partner, "left_alone");
            var wait = _state.CircuitState is CircuitState.HalfOpen ? ProbeTime : exception.RetryAfter ?? ProbeTime;
            throw new PartnerException($"{_partner} has refused our credentials and is left alone for now.", isPermanent: false, wait, exception)
            {
                IsRefusal = true,
            };
        }
    }

    private static string OutcomeOf(HttpStatusCode status) => status switch
    {
        < HttpStatusCode.BadRequest => "ok",
        HttpStatusCode.NotFound => "not_found",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "refused",
        HttpStatusCode.TooManyRequests => "rate_limited",
        >= HttpStatusCode.InternalServerError => "server_error",
        _ => "rejected",
    };

    private ValueTask Tell(Action<string> log)
    {
        log(_partner);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(LogLevel.Error, "{Partner} refuses our credentials: nothing is sent there until they are put right. Whatever is due stays due.")]
    private partial void LogOpened(string partner);

    [LoggerMessage(LogLevel.Information, "{Partner} accepts our credentials again")]
    private partial void LogClosed(string partner);
}
