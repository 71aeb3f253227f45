using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace MaskedVoicemail.Simulator.Account;

/// <summary>What the account holds, in memory.</summary>
public sealed class TwilioAccount(string sid, Uri publicBaseUrl, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, IncomingPhoneNumber> _numbers = new();
    private readonly ConcurrentDictionary<string, CallResource> _calls = new();
    private readonly ConcurrentDictionary<string, RecordingResource> _recordings = new();
    private readonly ConcurrentDictionary<string, TranscriptionResource> _transcriptions = new();
    private readonly ConcurrentQueue<MessageResource> _messages = new();
    private readonly ConcurrentDictionary<string, bool> _verified = new();

    public string Sid => sid;

    public IReadOnlyCollection<IncomingPhoneNumber> Numbers => [.. _numbers.Values];

    public IReadOnlyCollection<CallResource> Calls => [.. _calls.Values];

    /// <summary>Those that were not deleted.</summary>
    public IReadOnlyCollection<RecordingResource> Recordings => [.. _recordings.Values];

    public IReadOnlyCollection<TranscriptionResource> Transcriptions => [.. _transcriptions.Values];

    /// <summary>Text messages that the program sent, in order.</summary>
    public IReadOnlyList<MessageResource> Messages => [.. _messages];

    public bool Owns(string phoneNumber) => _numbers.ContainsKey(phoneNumber);

    /// <summary>Whether it may be shown as caller ID in any call.</summary>
    public bool MayShow(string phoneNumber) => Owns(phoneNumber) || _verified.ContainsKey(phoneNumber);

    /// <summary>Lets a number be shown that the account does not own.</summary>
    public void VerifyCallerId(string phoneNumber) => _verified[phoneNumber] = true;

    /// <summary>The account's number; bought on the spot, with its webhooks on the program's known paths, if it is new.</summary>
    public IncomingPhoneNumber Number(string phoneNumber) => _numbers.GetOrAdd(phoneNumber, number => new()
    {
        PhoneNumber = number,
        FriendlyName = number,
        DateCreated = clock.GetUtcNow(),
        VoiceUrl = Webhook("voice"),
        VoiceFallbackUrl = Webhook("voice-fallback"),
        StatusCallback = Webhook("call-status"),
        SmsUrl = Webhook("sms"),
    });

    public bool TryGetCall(string callSid, [NotNullWhen(true)] out CallResource? call) => _calls.TryGetValue(callSid, out call);

    public bool TryGetRecording(string recordingSid, [NotNullWhen(true)] out RecordingResource? recording) =>
        _recordings.TryGetValue(recordingSid, out recording);

    public bool TryGetTranscription(string transcriptionSid, [NotNullWhen(true)] out TranscriptionResource? transcription) =>
        _transcriptions.TryGetValue(transcriptionSid, out transcription);

    public void Add(IncomingPhoneNumber number) => _numbers[number.PhoneNumber] = number;

    public void Add(CallResource call) => _calls[call.Sid] = call;

    /// <summary>Also for recordings of which the program never heard.</summary>
    public void Add(RecordingResource recording) => _recordings[recording.Sid] = recording;

    public void Add(TranscriptionResource transcription) => _transcriptions[transcription.Sid] = transcription;

    public void Add(MessageResource message) => _messages.Enqueue(message);

    public bool DeleteRecording(string recordingSid) => _recordings.TryRemove(recordingSid, out _);

    public bool DeleteTranscription(string transcriptionSid) => _transcriptions.TryRemove(transcriptionSid, out _);

    private string Webhook(string name) => $"{publicBaseUrl.OriginalString.TrimEnd('/')}/webhook/{name}";
}
