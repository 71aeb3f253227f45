using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Calls.BringInCall;
using MaskedVoicemail.Application.Calls.EndCall;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails.RecordRecording;
using MaskedVoicemail.Application.Voicemails.RecordTranscription;
using MaskedVoicemail.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Webhooks;

/// <summary>
/// What Twilio reports beside a call, at least once and in any order. 204 means that it is committed; a failure of ours answers 5xx, and our
/// URLs ask Twilio to try again then (<see cref="WebhookUrls"/>).
/// </summary>
[RetryOnDatabaseFailure]
public sealed class CallbackController(IMediator mediator, ILogger<CallbackController> logger) : WebhookController
{
    /// <summary>For Twilio's record of a call: less than Twilio waits for us (<see cref="WebhookUrls"/>).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <summary>A call is over (the number's status callback).</summary>
    [HttpPost("call-status"), HttpGet("call-status")]
    public async Task<IActionResult> CallEnded()
    {
        if (CallSid is { } sid && TwilioCall.IsFinal(Parameters["CallStatus"]))
        {
            await KeepAsync(new EndCallCommand(sid, Parameters.Count("CallDuration")), sid);
        }

        return NoContent();
    }

    /// <summary>What became of a caller's message (<c>recordingStatusCallback</c>; it names neither From nor To).</summary>
    [HttpPost("voicemail-callback")]
    public async Task<IActionResult> RecordingReported()
    {
        if (CallSid is { } callSid && Parameters.Sid("RecordingSid", "RE") is { } recordingSid && Report is { } report)
        {
            var command = new RecordRecordingCommand(callSid, recordingSid, report, Parameters.Count("RecordingDuration"));
            await KeepAsync(command, callSid);
        }

        return NoContent();
    }

    /// <summary>A message's text (<c>transcribeCallback</c>).</summary>
    [HttpPost("transcription-callback")]
    public async Task<IActionResult> TranscriptionReported()
    {
        if (CallSid is { } callSid)
        {
            var recordingSid = Parameters.Sid("RecordingSid", "RE");
            var text = Parameters["TranscriptionStatus"] == "completed" ? Parameters["TranscriptionText"] : null;
            await KeepAsync(new RecordTranscriptionCommand(callSid, recordingSid, text), callSid);
        }

        return NoContent();
    }

    private RecordingReport? Report => Parameters["RecordingStatus"] switch
    {
        "completed" => RecordingReport.Completed,
        "absent" => RecordingReport.Absent,
        "failed" => RecordingReport.Failed,
        _ => null,
    };

    /// <summary>A call that was answered while the database was away is not in the books yet.</summary>
    private async Task KeepAsync(IRequest<Result> report, string callSid)
    {
        if (!(await mediator.Send(report, Abandoned)).IsSuccess && await BringInAsync(callSid))
        {
            await mediator.Send(report, Abandoned);
        }
    }

    /// <returns>Whether the call is in the books now. Where Twilio can't be asked, the regular comparison with its recordings makes up for it.</returns>
    private async Task<bool> BringInAsync(string callSid)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Abandoned);
        patience.CancelAfter(Patience);
        try
        {
            var found = await mediator.Send(new BringInCallCommand(callSid), patience.Token);
            if (!found.IsSuccess)
            {
                logger.LogWarning("Twilio reports on call {CallSid}, which is not one of ours", callSid);
            }

            return found.IsSuccess;
        }
        catch (PartnerException exception)
        {
            logger.LogWarning("Twilio reports on call {CallSid}, which is not in the books and can't be asked for: {Reason}", callSid, exception.Message);
            return false;
        }
        catch (OperationCanceledException) when (!Abandoned.IsCancellationRequested)
        {
            logger.LogWarning("Twilio reports on call {CallSid}, which is not in the books, and does not say in time what it was", callSid);
            return false;
        }
    }
}
