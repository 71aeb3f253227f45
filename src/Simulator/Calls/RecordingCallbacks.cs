using System.Globalization;
using System.Xml.Linq;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>What Twilio sends about a recording, and the state of its file behind that.</summary>
internal sealed class RecordingCallbacks(CallerLeg caller, XElement record, TwimlDocument document, RecordingResource recording)
{
    private const int LeastTranscribed = 2;
    private const int MostTranscribed = 120;

    private static readonly TimeSpan TranscriptionTime = TimeSpan.FromSeconds(7);

    private readonly CallSession _session = caller.Session;

    public static string Url(CallSession session, RecordingResource recording) =>
        $"{session.ApiBaseUrl.GetLeftPart(UriPartial.Authority)}/2010-04-01/Accounts/{session.Account.Sid}/Recordings/{recording.Sid}";

    public void ScheduleStatus(string status, TimeSpan after) => _session.Schedule(after, WebhookKind.RecordingStatusCallback, () =>
    {
        if (status is "completed")
        {
            recording.Status = status;
            recording.DateUpdated = _session.Now;
        }

        return record.Value("recordingStatusCallback") is { } url
            && record.Words("recordingStatusCallbackEvent", otherwise: "completed").Contains(status)
                ? StatusCallback(status, url)
                : null;
    });

    /// <summary>Twilio's own transcription: American English, more than 2 and less than 120 seconds.</summary>
    public void ScheduleTranscription(SpokenMessage message)
    {
        if (recording.Duration is <= LeastTranscribed or >= MostTranscribed)
        {
            _session.Note(TimelineEntryKind.NotTranscribed);
            return;
        }

        var understood = message.Language.StartsWith("en", StringComparison.Ordinal) ? message.Transcript : null;
        var text = _session.Call.TranscriptionFails ? null : _session.Call.Transcript ?? understood;
        _session.Schedule(TranscriptionTime, WebhookKind.TranscribeCallback, () =>
        {
            var transcription = new TranscriptionResource
            {
                Sid = Sid.New("TR"),
                RecordingSid = recording.Sid,
                Status = text is null ? "failed" : "completed",
                Text = text,
                Duration = recording.Duration,
                DateCreated = _session.Now,
            };
            _session.Account.Add(transcription);
            caller.Outcome.TranscriptionSid = transcription.Sid;
            _session.Note(text is null ? TimelineEntryKind.NotTranscribed : TimelineEntryKind.Transcribed, text: text);
            return record.Value("transcribeCallback") is { } url ? TranscribeCallback(transcription, url) : null;
        });
    }

    /// <summary>Exactly the documented list: no From, no To.</summary>
    private WebhookDelivery StatusCallback(string status, string url)
    {
        var parameters = new WebhookParameters
        {
            { "AccountSid", _session.Account.Sid },
            { "CallSid", caller.Resource.Sid },
            { "RecordingSid", recording.Sid },
            { "RecordingUrl", Url(_session, recording) },
            { "RecordingStatus", status },
            { "RecordingChannels", "1" },
            { "RecordingSource", "RecordVerb" },
        };
        if (status is "completed")
        {
            parameters.Add("RecordingDuration", recording.Duration.ToString(CultureInfo.InvariantCulture));
        }

        parameters.AddIfGiven("ErrorCode", recording.ErrorCode?.ToString(CultureInfo.InvariantCulture));
        return new WebhookDelivery
        {
            Kind = WebhookKind.RecordingStatusCallback,
            Url = document.Resolve(url),
            Method = record.Method("recordingStatusCallbackMethod"),
            Parameters = parameters,
        };
    }

    private WebhookDelivery TranscribeCallback(TranscriptionResource transcription, string url)
    {
        var parameters = new WebhookParameters { { "TranscriptionSid", transcription.Sid } };
        parameters.AddIfGiven("TranscriptionText", transcription.Text);
        parameters.Add("TranscriptionStatus", transcription.Status);
        parameters.Add("TranscriptionUrl", $"{Url(_session, recording)}/Transcriptions/{transcription.Sid}");
        parameters.Add("RecordingSid", recording.Sid);
        parameters.Add("RecordingUrl", Url(_session, recording));
        string[] ofTheCall = ["CallSid", "AccountSid", "From", "To", "CallStatus", "ApiVersion", "Direction", "ForwardedFrom"];
        parameters.AddRange(caller.Parameters().Where(field => ofTheCall.Contains(field.Key)));
        return new WebhookDelivery
        {
            Kind = WebhookKind.TranscribeCallback,
            Url = document.Resolve(url),
            Parameters = parameters,
        };
    }
}
