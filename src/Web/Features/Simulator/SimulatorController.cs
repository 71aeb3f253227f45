using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using MaskedVoicemail.Simulator.Audio;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>
/// The simulated line: rings masked numbers without an account anywhere. Open to everybody, because it exists on a developer's own machine only
/// (<see cref="Hosting.DevelopmentPages"/>).
/// </summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SimulatorController(
    SimulatedCalls calls, RingFormReader reader, CallableNumbers numbers, CallResults results, IHostApplicationLifetime lifetime) : Controller
{
    /// <param name="like">A call whose choices are to start from; without it, the last one's.</param>
    /// <param name="to">The number to ring.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    [HttpGet("/simulator")]
    public async Task<IActionResult> Index(string? like, string? to, CancellationToken cancellationToken)
    {
        var form = (like is null ? calls.Latest : calls.Find(like))?.Form ?? new RingForm();
        return await ShowAsync(to is null ? form : form with { To = to }, cancellationToken);
    }

    [HttpPost("/simulator/calls")]
    public async Task<IActionResult> Ring([Bind(Prefix = nameof(RingViewModel.Form))] RingForm form, CancellationToken cancellationToken) =>
        await reader.ReadAsync(form, ModelState, cancellationToken) is { } call
            ? Watch(calls.Ring(call, form))
            : await ShowAsync(form, cancellationToken);

    [HttpPost("/simulator/calls/{sid}/again")]
    public IActionResult Again(string sid) => calls.Find(sid) is { } call ? Watch(calls.RingAgain(call)) : NotFound();

    [HttpPost("/simulator/calls/{sid}/hang-up")]
    public IActionResult HangUp(string sid)
    {
        if (calls.Find(sid) is not { } call)
        {
            return NotFound();
        }

        call.Live.HangUp();
        return Watch(call);
    }

    [HttpGet("/simulator/calls/{sid}")]
    public async Task<IActionResult> Call(string sid, CancellationToken cancellationToken) =>
        calls.Find(sid) is { } call ? View(await ReadAsync(call, 0, cancellationToken)) : NotFound();

    /// <summary>What has changed since the page showed <paramref name="after"/> entries, as parts of the page.</summary>
    [HttpGet("/simulator/calls/{sid}/news")]
    public async Task<IActionResult> News(string sid, int after, CancellationToken cancellationToken) =>
        calls.Find(sid) is { } call ? PartialView("_News", await ReadAsync(call, Math.Max(0, after), cancellationToken)) : NotFound();

    /// <summary>Says when there is something new, until there will be nothing more.</summary>
    [HttpGet("/simulator/calls/{sid}/events")]
    public IResult Events(string sid, CancellationToken cancellationToken) =>
        calls.Find(sid) is { } call ? TypedResults.ServerSentEvents(FollowAsync(call, cancellationToken)) : Results.NotFound();

    /// <summary>What the caller says.</summary>
    [HttpGet("/simulator/calls/{sid}/message")]
    public IActionResult Message(string sid) => calls.Find(sid)?.Live.Call.Caller.Message is { } message ? Audio(message) : NotFound();

    [HttpGet("/simulator/samples/{index:int}")]
    public IActionResult Sample(int index) =>
        index >= 0 && index < SampleMessages.All.Count
            ? Audio(SampleMessages.All[index])
            : NotFound();

    private FileContentResult Audio(SpokenMessage message) => File(message.Wav, "audio/wav", enableRangeProcessing: true);

    // Written out: generated addresses are in lower case, and a SID is not.
    private LocalRedirectResult Watch(SimulatedCall call) => LocalRedirect($"/simulator/calls/{call.Sid}");

    private async Task<IActionResult> ShowAsync(RingForm form, CancellationToken cancellationToken)
    {
        var list = await numbers.ListAsync(cancellationToken);
        return View("Index", new RingViewModel(form, list, calls.Recent));
    }

    private async Task<CallViewModel> ReadAsync(SimulatedCall call, int after, CancellationToken cancellationToken)
    {
        var entries = call.Timeline.Entries;
        var result = await results.OfAsync(call, cancellationToken);
        var isReadersOwn = result.OwnerId is { } owner && User.FindFirstValue(ClaimTypes.NameIdentifier) == owner.Value.ToString();
        return new CallViewModel(call, [.. entries.Skip(after)], PhoneState.Of(entries), result, isReadersOwn);
    }

    private async IAsyncEnumerable<SseItem<string>> FollowAsync(SimulatedCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // An open stream must not hold up the program's end.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await foreach (var entry in call.Timeline.FollowAsync(either.Token))
        {
            yield return new SseItem<string>($"{entry.Index}", "changed");
        }

        await foreach (var result in results.FollowAsync(call, either.Token))
        {
            yield return new SseItem<string>($"{result.Voicemail}", "changed");
        }

        yield return new SseItem<string>("", "over");
    }
}
