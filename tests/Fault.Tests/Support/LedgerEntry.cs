using System.Security.Cryptography;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>What Twilio knows of one call: what was recorded, and which of its requests the program has acknowledged.</summary>
public sealed record LedgerEntry
{
    /// <summary>A caller who would have to wait longer is answered without the database.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(1);

    public required string CallSid { get; init; }

    public required TestNumber Number { get; init; }

    /// <summary>Null where the caller never came to the beep, or said nothing after it.</summary>
    public string? RecordingSid { get; init; }

    public string? AudioSha256 { get; init; }

    /// <summary>What the transcription made of it; null where it was not asked for.</summary>
    public string? Transcript { get; init; }

    public required IReadOnlySet<WebhookKind> Acknowledged { get; init; }

    /// <summary>Requests that came to no good end, after all that Twilio tries.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Some request was late or came to nothing at first. An answer to the caller then does not tell that anything was written down.</summary>
    public bool IsTroubled { get; init; }

    public required bool WasConnected { get; init; }

    public required bool WasDialed { get; init; }

    public bool LeftMessage => RecordingSid is not null;

    public static LedgerEntry Of(CompletedCall call, TestNumber number)
    {
        var transcription = call.Exchange(WebhookKind.TranscribeCallback);
        var left = call.RecordingStatus is "completed";
        return new LedgerEntry
        {
            CallSid = call.CallSid,
            Number = number,
            RecordingSid = left ? call.RecordingSid : null,
            AudioSha256 = left ? Convert.ToHexStringLower(SHA256.HashData(call.Recording!.Wav)) : null,
            Transcript = transcription?.Parameters["TranscriptionText"],
            Acknowledged = call.Exchanges.Where(exchange => exchange.IsSuccess).Select(exchange => exchange.Kind).ToHashSet(),
            IsTroubled = call.Exchanges.Any(exchange => !exchange.IsSuccess || exchange.Attempts > 1 || exchange.Took > Prompt),
            Failures = [.. call.Exchanges.Where(exchange => !exchange.IsSuccess).Select(exchange => $"{exchange.Kind}: {exchange.Failure} {exchange.StatusCode}")],
            WasConnected = call.WasConnected,
            WasDialed = call.DialCallStatus is not null,
        };
    }

    /// <summary>Of a call of which only its beginning and its recording were told.</summary>
    public static LedgerEntry Of(RecordingResource recording, TestNumber number, bool isAnswered, bool isReported) => new()
    {
        CallSid = recording.CallSid,
        Number = number,
        RecordingSid = recording.Sid,
        AudioSha256 = Convert.ToHexStringLower(SHA256.HashData(recording.Wav)),
        Acknowledged = new[] { (WebhookKind.Voice, isAnswered), (WebhookKind.RecordingStatusCallback, isReported) }
            .Where(told => told.Item2).Select(told => told.Item1).ToHashSet(),
        WasConnected = false,
        WasDialed = false,
    };

    public bool Has(WebhookKind kind) => Acknowledged.Contains(kind);
}
