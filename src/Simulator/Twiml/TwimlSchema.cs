using System.Text.RegularExpressions;
using System.Xml.Linq;
using static MaskedVoicemail.Simulator.Twiml.AttributeValue;

namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>The verbs and attributes that this phone line knows. https://www.twilio.com/docs/voice/twiml</summary>
internal static partial class TwimlSchema
{
    public const string Keys = "0123456789#*";
    public const int MostNumbers = 10;

    private const int InvalidUrl = 11100;
    private const int SchemaWarning = 12200;

    private static readonly string[] RecordingEvents = ["in-progress", "completed", "absent"];

    private static readonly string[] SpeechMarkup =
        ["break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"];

    private static readonly string[] RingTones =
    [
        "at", "au", "bg", "br", "be", "ch", "cl", "cn", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hu", "il", "in",
        "it", "lt", "jp", "mx", "my", "nl", "no", "nz", "ph", "pl", "pt", "ru", "se", "sg", "th", "uk", "us", "us-old",
        "tw", "ve", "za",
    ];

    private static readonly Dictionary<string, ElementRule> Elements = new ElementRule[]
    {
        new("Say",
            new("voice", 13511, SpeechRules.Voice), new("language", 13512, SpeechRules.Language),
            new("loop", 13510, Number(0, 1000)))
        {
            HasText = true,
            Children = SpeechMarkup,
            Mistakes = SpeechRules.Mistakes,
        },
        new("Play",
            new("loop", 13410, Number(0, 1000)), new("digits", SchemaWarning, Characters(Keys + "ABCDwW")))
        {
            HasText = true,
            Mistakes = play => play.Attribute("digits") is null ? TextMistakes(play, InvalidUrl, Url) : [],
        },
        new("Pause", new AttributeRule("length", 13910, Number(1))),
        new("Hangup"),
        new("Reject", new AttributeRule("reason", SchemaWarning, OneOf("rejected", "busy"))),
        new("Redirect", new AttributeRule("method", 13710, Method))
        {
            HasText = true,
            Mistakes = redirect => TextMistakes(redirect, InvalidUrl, Url),
        },
        new("Gather",
            new("action", InvalidUrl, Url), new("method", 13312, Method), new("timeout", 13313, Number(1)),
            new("numDigits", 13314, Number(1)), new("finishOnKey", 13310, Characters(Keys)),
            new("input", SchemaWarning, SomeOf("dtmf", "speech")), new("actionOnEmptyResult", SchemaWarning, Boolean),
            new("language", 13512, SpeechRules.Language), new("speechTimeout", 13327, NumberOr("auto", 1)),
            new("hints", SchemaWarning, Anything), new("bargeIn", SchemaWarning, Boolean))
        {
            Children = ["Say", "Play", "Pause"],
            ChildCode = 13320,
        },
        new("Record",
            new("action", InvalidUrl, Url), new("method", 13610, Method), new("timeout", 13611, Number(0)),
            new("finishOnKey", 13613, Characters(Keys)), new("maxLength", 13612, Number(2, 14400)),
            new("playBeep", 13616, Boolean), new("trim", SchemaWarning, OneOf("trim-silence", "do-not-trim")),
            new("recordingStatusCallback", 13256, CallbackUrl), new("recordingStatusCallbackMethod", SchemaWarning, Method),
            new("recordingStatusCallbackEvent", SchemaWarning, SomeOf(RecordingEvents)),
            new("transcribe", 13614, Boolean), new("transcribeCallback", InvalidUrl, CallbackUrl),
            new("recordingConfigurationId", SchemaWarning, Anything))
        {
            Mistakes = RecordMistakes,
        },
        new("Dial",
            new("action", InvalidUrl, Url), new("method", 13210, Method), new("timeout", 13212, Number(5, 600)),
            new("timeLimit", 13216, Number(1, 14400)), new("answerOnBridge", SchemaWarning, Boolean),
            new("callerId", 13214, Anything), new("hangupOnStar", 13213, Boolean),
            new("record", 13217, OneOf(
                "do-not-record", "record-from-answer", "record-from-ringing", "record-from-answer-dual",
                "record-from-ringing-dual")),
            new("trim", SchemaWarning, OneOf("trim-silence", "do-not-trim")),
            new("recordingStatusCallback", 13256, CallbackUrl), new("recordingStatusCallbackMethod", SchemaWarning, Method),
            new("recordingStatusCallbackEvent", SchemaWarning, SomeOf(RecordingEvents)),
            new("recordingTrack", SchemaWarning, OneOf("inbound", "outbound", "both")),
            new("ringTone", SchemaWarning, OneOf(RingTones)), new("sequential", SchemaWarning, Boolean),
            new("referUrl", InvalidUrl, Url), new("referMethod", SchemaWarning, Method),
            new("callReason", SchemaWarning, Anything), new("recordingConfigurationId", SchemaWarning, Anything),
            new("events", SchemaWarning, Anything))
        {
            HasText = true,
            Children = ["Number"],
            ChildCode = 13215,
            Mistakes = DialMistakes,
        },
        new("Number",
            new("url", InvalidUrl, Url), new("method", 13221, Method), new("statusCallback", InvalidUrl, CallbackUrl),
            new("statusCallbackMethod", 13221, Method),
            new("statusCallbackEvent", SchemaWarning, SomeOf("initiated", "ringing", "answered", "completed")),
            new("sendDigits", 13222, Characters(Keys + "ABCDwW")), new("byoc", SchemaWarning, Anything),
            new("machineDetection", 0, NotSimulated), new("machineDetectionTimeout", 0, NotSimulated),
            new("machineDetectionSpeechThreshold", 0, NotSimulated), new("machineDetectionSpeechEndThreshold", 0, NotSimulated),
            new("machineDetectionSilenceTimeout", 0, NotSimulated), new("amdStatusCallback", 0, NotSimulated),
            new("amdStatusCallbackMethod", 0, NotSimulated))
        {
            HasText = true,
            Mistakes = number => TextMistakes(number, 13223, PhoneNumberMistake),
        },
        new("Message",
            new("to", 14101, Anything), new("from", 14102, Anything), new("action", InvalidUrl, Url),
            new("method", 14104, Method), new("statusCallback", 14105, CallbackUrl))
        {
            HasText = true,
            Children = ["Body", "Media"],
            Mistakes = message => message.Value.Trim() is { Length: > 0 and <= 1600 }
                ? []
                : [(14103, "A message has 1 to 1600 characters.")],
        },
        new("Body") { HasText = true },
        new("Media") { HasText = true, Mistakes = media => TextMistakes(media, 21620, Url) },
    }.ToDictionary(rule => rule.Name);

    public static ElementRule? Element(XElement element) =>
        element.Name.Namespace == XNamespace.None ? Elements.GetValueOrDefault(element.Name.LocalName) : null;

    public static string[] VerbsOf(TwimlUse use) => use switch
    {
        TwimlUse.Screening => ["Say", "Play", "Gather", "Hangup"],
        TwimlUse.Messaging => ["Message", "Redirect"],
        _ => ["Say", "Play", "Pause", "Gather", "Dial", "Record", "Hangup", "Reject", "Redirect"],
    };

    public static bool IsSpeechMarkup(string name) => SpeechMarkup.Contains(name);

    public static string? PhoneNumberMistake(string text) =>
        E164().IsMatch(text) ? null : "must be a phone number in E.164";

    private static IEnumerable<(int Code, string Message)> TextMistakes(XElement element, int code, Func<string, string?> check) =>
        check(element.Value.Trim()) is { } mistake ? [(code, $"{element.Name}: its text {mistake}.")] : [];

    private static IEnumerable<(int Code, string Message)> DialMistakes(XElement dial)
    {
        var numbers = dial.Elements("Number").Count();
        if (numbers > MostNumbers)
        {
            yield return (13215, $"Dial has {numbers} numbers, {MostNumbers} are allowed.");
        }

        if (!dial.HasElements && PhoneNumberMistake(dial.Value.Trim()) is { } mistake)
        {
            yield return (13223, $"Dial: its text {mistake}.");
        }

        if ((string?)dial.Attribute("record") is not (null or "do-not-record") || (string?)dial.Attribute("sequential") is "true")
        {
            yield return (0, "Dial: record and sequential are not simulated.");
        }
    }

    private static IEnumerable<(int Code, string Message)> RecordMistakes(XElement record)
    {
        var transcribes = (string?)record.Attribute("transcribe") is "true";
        if (transcribes && record.Number("maxLength", 0) >= 120)
        {
            yield return (13615, "Record: maxLength must be below 120 with transcribe.");
        }

        if (!transcribes && record.Attribute("transcribeCallback") is not null)
        {
            yield return (SchemaWarning, "Record: transcribeCallback does nothing without transcribe=\"true\".");
        }
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.None, 1000)]
    private static partial Regex E164();
}
