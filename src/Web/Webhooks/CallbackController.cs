using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Calls.EndCall;
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
    /// <summary>A call is over (the number's status callback).</summary>
    [HttpPost("call-status"), HttpGet("call-status")]
    public async Task<IActionResult> CallEnded(CancellationToken cancellationToken)
    {
        if (CallSid is { } sid && TwilioCall.IsFinal(Parameters["CallStatus"]))
        {
            await mediator.Send(new EndCallCommand(sid, Parameters.Count("CallDuration")), cancellationToken);
        }

        return NoContent();
    }

    /// <summary>What became of a caller's message (<c>recordingStatusCallback</c>; it names neither From nor To).</summary>
    [HttpPost("voicemail-callback")]
    public async Task<IActionResult> RecordingReported(CancellationToken cancellationToken)
    {
        if (CallSid is { } callSid && Parameters.Sid("RecordingSid", "RE") is { } recordingSid && Report is { } report)
        {
            var command = new RecordRecordingCommand(callSid, recordingSid, report, Parameters.Count("RecordingDuration"));
            LogIfUnknown(await mediator.Send(command, cancellationToken), callSid, recordingSid);
        }

        return NoContent();
    }

    /// <summary>A message's text (<c>transcribeCallback</c>).</summary>
    [HttpPost("transcription-callback")]
    public async Task<IActionResult> TranscriptionReported(CancellationToken cancellationToken)
    {
        if (CallSid is { } callSid)
        {
            var recordingSid = Parameters.Sid("RecordingSid", "RE");
            var text = Parameters["TranscriptionStatus"] == "completed" ? Parameters["TranscriptionText"] : null;
            LogIfUnknown(await mediator.Send(new RecordTranscriptionCommand(callSid, recordingSid, text), cancellationToken), callSid, recordingSid);
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

    private void LogIfUnknown(Result result, string callSid, string? recordingSid)
    {
        if (!result.IsSuccess)
        {
            logger.LogWarning("Twilio reports on recording {RecordingSid} of call {CallSid}, which is not in the books", recordingSid, callSid);
        }
    }
}
