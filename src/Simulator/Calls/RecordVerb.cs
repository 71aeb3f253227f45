using System.Globalization;
using System.Xml.Linq;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary><c>&lt;Record&gt;</c>: beep, message, its action at once, its callbacks when the file is ready.</summary>
internal sealed class RecordVerb(CallerLeg caller, XElement record, TwimlDocument document)
{
    private const int TooShort = 16101;
    private const int Silent = 16102;

    private static readonly TimeSpan BeepTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProcessingTime = TimeSpan.FromSeconds(2);

    private readonly CallSession _session = caller.Session;

    public async Task<Step> RunAsync()
    {
        caller.Answer();
        if (record.Flag("playBeep", otherwise: true))
        {
            _session.Note(TimelineEntryKind.Beep);
            await caller.TalkAsync(BeepTime);
        }

        if (caller.IsGone)
        {
            return Step.End;
        }

        var recording = Start();
        var take = await TakeAsync();
        recording.DateUpdated = _session.Now;
        Keep(recording, take);
        return await ContinueAsync(recording, take);
    }

    private RecordingResource Start()
    {
        var recording = new RecordingResource
        {
            Sid = Sid.New("RE"),
            CallSid = caller.Resource.Sid,
            StartTime = _session.Now,
            DateCreated = _session.Now,
            DateUpdated = _session.Now,
        };
        caller.Outcome.Recording = recording;
        _session.Account.Add(recording);
        _session.Note(TimelineEntryKind.Recording);
        var callbacks = new RecordingCallbacks(caller, record, document, recording);
        callbacks.ScheduleStatus("in-progress", TimeSpan.Zero);
        return recording;
    }

    /// <summary>The time of the message, limited by <c>maxLength</c>, and how it ended.</summary>
    private async Task<RecordingTake> TakeAsync()
    {
        var behaviour = caller.Caller;
        var longest = record.Seconds("maxLength", otherwise: record.Flag("transcribe") ? 120 : 3600);
        var began = _session.Elapsed;
        var speech = behaviour.Message?.Duration ?? TimeSpan.Zero;
        var isCutOff = speech >= longest;
        await caller.TalkAsync(isCutOff ? longest : speech);
        if (caller.IsGone)
        {
            return Taken("hangup");
        }

        if (isCutOff)
        {
            return Taken(digits: null);
        }

        if (behaviour.Ending is MessageEnding.HangUp)
        {
            caller.HangUp();
            return Taken("hangup");
        }

        if (behaviour.Ending is MessageEnding.Key)
        {
            _session.Note(TimelineEntryKind.KeysPressed, text: behaviour.Key.ToString());
            if ((record.Value("finishOnKey") ?? "1234567890*#").Contains(behaviour.Key, StringComparison.Ordinal))
            {
                return Taken(behaviour.Key.ToString());
            }
        }

        var spoken = _session.Elapsed - began;
        var silence = record.Seconds("timeout", otherwise: 5) is var timeout && timeout > TimeSpan.Zero ? timeout : longest;
        await caller.TalkAsync(spoken + silence < longest ? silence : longest - spoken);
        return new RecordingTake(spoken, _session.Elapsed - began, caller.IsGone ? "hangup" : null);

        RecordingTake Taken(string? digits) => new(_session.Elapsed - began, _session.Elapsed - began, digits);
    }

    private void Keep(RecordingResource recording, RecordingTake take)
    {
        var callbacks = new RecordingCallbacks(caller, record, document, recording);
        if (take.IsEmpty)
        {
            recording.Status = "absent";
            recording.ErrorCode = take.Total < TimeSpan.FromSeconds(1) ? TooShort : Silent;
            _session.Note(TimelineEntryKind.NothingRecorded);
            callbacks.ScheduleStatus("absent", ProcessingTime);
            return;
        }

        var message = caller.Caller.Message!;
        var kept = record.Value("trim") is "do-not-trim" ? take.Total : take.Spoken;
        recording.Status = "processing";
        recording.Duration = Math.Max(1, (int)Math.Round(kept.TotalSeconds));
        recording.Wav = WavAudio.Cut(message.Wav, take.Spoken);
        recording.Mp3 = recording.Wav.Length == message.Wav.Length ? message.Mp3 : null;
        _session.Note(TimelineEntryKind.Recorded, text: message.Title, language: message.Language, duration: kept);
        callbacks.ScheduleStatus("completed", ProcessingTime);
        if (record.Flag("transcribe"))
        {
            callbacks.ScheduleTranscription(message);
        }
    }

    private async Task<Step> ContinueAsync(RecordingResource recording, RecordingTake take)
    {
        if (take.IsEmpty && !_session.Unverified.EmptyRecordingRequestsAction)
        {
            return caller.IsGone ? Step.End : Step.NextVerb;
        }

        var parameters = caller.Parameters();
        parameters.Add("RecordingUrl", RecordingCallbacks.Url(_session, recording));
        parameters.Add("RecordingDuration", ((int)Math.Round(take.Total.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        parameters.AddIfGiven("Digits", take.Digits);
        var action = new WebhookDelivery
        {
            Kind = WebhookKind.RecordAction,
            Url = document.Resolve(record.Value("action") ?? document.Url),
            Method = record.Method(),
            Parameters = parameters,
        };
        if (!caller.IsGone)
        {
            return Step.To(await caller.FetchAsync(action));
        }

        _session.Schedule(TimeSpan.Zero, action);
        return Step.End;
    }
}
