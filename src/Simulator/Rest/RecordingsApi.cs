using System.Globalization;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Audio;
using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Simulator.Rest;

/// <summary><c>Recordings</c>, their audio and their transcriptions.</summary>
internal static class RecordingsApi
{
    public static bool IsMedia(ApiRequest request) =>
        HttpMethods.IsGet(request.Method) && request is { Path: ["Recordings", _], Extension: "" or "wav" or "mp3" };

    public static ApiAnswer Answer(TwilioAccount account, ApiRequest request) => (request.Method, request.Path) switch
    {
        ("GET", ["Recordings"]) => List(account, request, request.Query["CallSid"]),
        ("GET", ["Calls", var callSid, "Recordings"]) => List(account, request, callSid),
        ("GET", ["Recordings", var sid]) when account.TryGetRecording(sid, out var recording) => IsMedia(request)
            ? Media(request, recording)
            : request.Format.Answer(StatusCodes.Status200OK, "Recording", Resources.Recording(account, recording)),
        ("DELETE", ["Recordings", var sid]) when account.DeleteRecording(sid) => new ApiAnswer(StatusCodes.Status204NoContent),
        ("GET", ["Recordings", var sid, "Transcriptions"]) when account.TryGetRecording(sid, out _) => ApiPage.Of(
            request, "transcriptions", account.Transcriptions.Where(transcription => transcription.RecordingSid == sid),
            transcription => (transcription.DateCreated, transcription.Sid),
            transcription => Resources.Transcription(account, transcription)),
        ("GET", ["Transcriptions", var sid]) when account.TryGetTranscription(sid, out var transcription) =>
            request.Format.Answer(StatusCodes.Status200OK, "Transcription", Resources.Transcription(account, transcription)),
        ("DELETE", ["Transcriptions", var sid]) when account.DeleteTranscription(sid) =>
            new ApiAnswer(StatusCodes.Status204NoContent),
        _ => request.NotFound(),
    };

    private static ApiAnswer Media(ApiRequest request, RecordingResource recording)
    {
        if (recording.Status is not "completed")
        {
            return request.NotFound();
        }

        if (request.Query["RequestedChannels"] is [not "1"])
        {
            return request.Format.Error(StatusCodes.Status400BadRequest, 20001, "The recording has one channel");
        }

        return request.Extension is "mp3"
            ? new ApiAnswer(StatusCodes.Status200OK, "audio/mpeg", recording.Mp3 ?? SilentMp3.Of(TimeSpan.FromSeconds(recording.Duration)))
            : new ApiAnswer(StatusCodes.Status200OK, "audio/x-wav", recording.Wav);
    }

    private static ApiAnswer List(TwilioAccount account, ApiRequest request, string? callSid)
    {
        if (!TryGetDay("DateCreated", out var day) || !TryGetDay("DateCreated<", out var until)
            || !TryGetDay("DateCreated>", out var since))
        {
            return request.Format.Error(StatusCodes.Status400BadRequest, 20001, "DateCreated must be YYYY-MM-DD");
        }

        var recordings = account.Recordings.Where(recording =>
        {
            var created = DateOnly.FromDateTime(recording.DateCreated.UtcDateTime);
            return (callSid is null || recording.CallSid == callSid)
                && (day is null || created == day) && (until is null || created <= until) && (since is null || created >= since);
        });
        return ApiPage.Of(
            request, "recordings", recordings, recording => (recording.DateCreated, recording.Sid),
            recording => Resources.Recording(account, recording));

        bool TryGetDay(string name, out DateOnly? value)
        {
            value = null;
            if ((string?)request.Query[name] is not { } text)
            {
                return true;
            }

            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            {
                return false;
            }

            value = parsed;
            return true;
        }
    }
}
