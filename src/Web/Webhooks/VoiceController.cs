using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Calls.RouteCall;
using MaskedVoicemail.Application.Calls.SettleDial;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Web.Webhooks.Twiml;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Webhooks;

/// <summary>Drives live calls: each answer is TwiML, and a caller always hears a sentence.</summary>
[TakeMessageOnFailure]
public sealed class VoiceController(IMediator mediator, CallTwiml twiml, ILogger<VoiceController> logger) : WebhookController
{
    /// <summary>The caller hears nothing meanwhile: what is not decided by then is not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>A call has come in (the number's voice URL).</summary>
    [HttpPost("voice"), HttpGet("voice")]
    public async Task<IActionResult> Voice()
    {
        if (!PhoneNumber.TryParse(Parameters["To"], out var to))
        {
            return Twiml(twiml.Say(CallInstructions.Reject.Instance));
        }

        // Without a name a call can't be kept apart from its own repetition, nor found again later.
        if (CallSid is not { } sid)
        {
            return Twiml(CallTwiml.SayAndHangUp(Prompts.All, prompts => prompts.Apology));
        }

        var call = new IncomingCall(
            sid,
            to,
            Caller.FromRaw(Parameters["From"]),
            Parameters.Text("CallerName", Call.CallerNameMaxLength),
            Parameters.Text("ForwardedFrom", Call.ForwardedFromMaxLength));
        return Twiml(twiml.Say(await DecideAsync(new RouteCallCommand(call))));
    }

    /// <summary>The owner's phone has rung (the action of our Dial). Also requested after calls that were answered.</summary>
    [HttpPost("dial-result")]
    public async Task<IActionResult> DialResult()
    {
        if (CallSid is not { } sid)
        {
            return Twiml(CallTwiml.HangUp());
        }

        var result = DialParameters.Read(Parameters) ?? new DialResult("", null, null, TwilioCall.IsFinal(Parameters["CallStatus"]));
        return Twiml(twiml.Say(await DecideAsync(new SettleDialCommand(sid, result))));
    }

    /// <summary>A message was recorded (the action of our Record). What it is worth is told by the recording callback.</summary>
    [HttpPost("record-result")]
    public IActionResult RecordResult() =>
        Twiml(CallTwiml.SayAndHangUp(PromptsOfUrl, prompts => Parameters.Count("RecordingDuration") is 0 ? prompts.NothingRecorded : prompts.Thanks));

    /// <summary>The owner has picked up a screened call (the url of our Number, on the owner's leg).</summary>
    [HttpPost("screening")]
    public IActionResult Screening() => Twiml(twiml.Screen(PromptsOfUrl[0]));

    /// <summary>The owner has pressed a key: 1 takes the call, as TwiML that ends without a verb puts the parties through.</summary>
    [HttpPost("screening-result")]
    public IActionResult ScreeningResult() => Twiml(Parameters["Digits"] == "1" ? new TwimlDocument() : CallTwiml.HangUp());

    /// <summary>Twilio could not reach or understand the voice URL (the number's fallback URL). Touches no database.</summary>
    [HttpPost("voice-fallback"), HttpGet("voice-fallback")]
    public IActionResult VoiceFallback() => Twiml(twiml.TakeMessageInEmergency());

    /// <exception cref="TimeoutException">It took too long.</exception>
    private async Task<CallInstructions> DecideAsync(IRequest<CallInstructions> request)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Abandoned);
        patience.CancelAfter(Patience);
        var decision = mediator.Send(request, patience.Token);
        try
        {
            // A driver whose server is silent notices the cancellation only later.
            return await decision.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException exception) when (!Abandoned.IsCancellationRequested)
        {
            _ = decision.ContinueWith(
                late => logger.LogWarning(late.Exception, "What had been given up failed"),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default);
            throw new TimeoutException("The call was not decided in time.", exception);
        }
    }
}
