using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Web.Webhooks;
using MaskedVoicemail.Web.Webhooks.Signatures;
using MaskedVoicemail.Web.Webhooks.Twiml;
using Twilio.Security;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;
using Language = MaskedVoicemail.Domain.Common.Language;
using RecordVerb = Twilio.TwiML.Voice.Record;

namespace MaskedVoicemail.Unit.Tests.OfficialSdks;

/// <summary>Signatures and TwiML are our own; Twilio's SDK has the same opinion of ten thousand of each.</summary>
public sealed class LikeTwiliosSdkTests
{
    private const int Cases = 10_000;
    private const string Token = "f0e1d2c3b4a5968778695a4b3c2d1e0f";

    private static readonly string[] Hosts = ["https://voicemail.example.com", "https://voicemail.example.com:8443", "http://voicemail.example.com", "http://voicemail.example.com:8080"];
    private static readonly string[] Pieces = ["a", "Z", "0", "+1415", " ", "&", "<", ">", "\"", "'", "=", "%2B", "é", "你好", "🙂", "\u202e", "\t", "From", "call"];

    private static readonly PublicAddress Address = new(new Uri("https://voicemail.example.com"));

    private readonly Random _random = new(20250808);

    [Fact]
    public void Both_accept_and_refuse_the_same_signatures()
    {
        var (own, sdk) = (new TwilioSignature(Token), new RequestValidator(Token));
        var accepted = 0;
        for (var i = 0; i < Cases; i++)
        {
            var url = Any(Hosts) + "/webhook/" + Any("voice", "dial-result?language=zh", "record-result?a=b%20c&d=%E4%BD%A0");
            var fields = Enumerable.Range(0, _random.Next(12)).ToDictionary(index => $"{Any("From", "To", "from", "Call", "Z_")}{index}", _ => Text(8));
            var signature = Convert.ToBase64String(Sign(Any(url, WithPort(url)), _random.Next(4) == 0 ? [] : fields, Any(Token, Token, Token, "other")));

            var expected = sdk.Validate(url, fields, signature);

            Assert.Equal(expected, own.IsValid(url, [.. fields.Select(field => new TwilioField(field.Key, field.Value))], signature));
            accepted += expected ? 1 : 0;
        }

        Assert.InRange(accepted, Cases / 4, Cases - (Cases / 4));
    }

    [Fact]
    public void Both_write_the_same_documents()
    {
        var twiml = new CallTwiml(Address);
        for (var i = 0; i < Cases; i++)
        {
            var (own, sdk) = AnyDocument(twiml);

            var (written, expected) = (Normal(XDocument.Parse(Encoding.UTF8.GetString(own.ToUtf8().Span))), Normal(XDocument.Parse(sdk.ToString())));
            Assert.True(XNode.DeepEquals(expected, written), $"{expected}\n\n{written}");
        }
    }

    private (TwimlDocument Own, VoiceResponse Sdk) AnyDocument(CallTwiml twiml)
    {
        var settings = new ForwardingSettings
        {
            Language = Any(Language.English, Language.Chinese),
            Greeting = _random.Next(3) == 0 ? null : Text(40),
            RingSeconds = _random.Next(5, 61),
            IsScreened = _random.Next(2) == 0,
            FinishOnKey = Any([.. FinishKey.All]),
        };
        var target = PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"+1{_random.NextInt64(2_000_000_000, 9_999_999_999)}"));
        var callerId = _random.Next(2) == 0 ? (PhoneNumber?)null : PhoneNumber.Parse("+15005550006");
        var (maxSeconds, transcribe) = (_random.Next(10, 601), _random.Next(2) == 0);
        return _random.Next(6) switch
        {
            0 => (twiml.Say(CallInstructions.Reject.Instance), new VoiceResponse().Reject()),
            1 => (twiml.Say(CallInstructions.HangUp.Instance), new VoiceResponse().Hangup()),
            2 => (twiml.Say(new CallInstructions.SayUnavailable(settings.Language)), Speak(new VoiceResponse(), settings.Language, prompts => prompts.Unavailable).Hangup()),
            3 => (twiml.Say(new CallInstructions.Forward(target, callerId, settings)), new VoiceResponse().Append(Dial(target, callerId, settings))),
            4 => (twiml.Screen(Prompts.In(settings.Language)), Screening(settings.Language)),
            _ => (twiml.Say(new CallInstructions.TakeMessage(settings, maxSeconds, transcribe)), Message(settings, maxSeconds, transcribe)),
        };
    }

    private static Dial Dial(PhoneNumber target, PhoneNumber? callerId, ForwardingSettings settings)
    {
        var dial = new Dial(
            action: Live("/webhook/dial-result"), method: HttpMethod.Post, timeout: settings.RingSeconds, answerOnBridge: true, callerId: callerId?.E164);
        dial.Append(settings.IsScreened
            ? new Number(target.E164, url: Live(InLanguage("/webhook/screening", settings.Language)), method: HttpMethod.Post)
            : new Number(target.E164));
        return dial;
    }

    private static VoiceResponse Screening(Language language)
    {
        var gather = new Gather(action: Live("/webhook/screening-result"), method: HttpMethod.Post, numDigits: 1, timeout: 8);
        var prompts = Prompts.In(language);
        gather.Append(Say(prompts, prompts.Screening));
        return new VoiceResponse().Append(gather).Hangup();
    }

    private static VoiceResponse Message(ForwardingSettings settings, int maxSeconds, bool transcribe)
    {
        var response = Speak(new VoiceResponse(), settings.Language, prompts => settings.Greeting ?? prompts.Greeting);
        response.Append(new RecordVerb(
            action: Live(InLanguage("/webhook/record-result", settings.Language)),
            method: HttpMethod.Post,
            timeout: 8,
            finishOnKey: settings.FinishOnKey,
            maxLength: maxSeconds,
            recordingStatusCallback: new Uri(Address.InsistentUrlOf("/webhook/voicemail-callback")),
            recordingStatusCallbackMethod: HttpMethod.Post,
            recordingStatusCallbackEvent: [RecordVerb.RecordingEventEnum.Completed, RecordVerb.RecordingEventEnum.Absent],
            transcribe: transcribe ? true : null,
            transcribeCallback: transcribe ? new Uri(Address.InsistentUrlOf("/webhook/transcription-callback")) : null));
        return Speak(response, settings.Language, prompts => prompts.NothingRecorded).Hangup();
    }

    private static VoiceResponse Speak(VoiceResponse response, Language language, Func<Prompts, string> sentence)
    {
        var prompts = Prompts.In(language);
        return response.Append(Say(prompts, sentence(prompts)));
    }

    private static Say Say(Prompts prompts, string text) => new(text, voice: prompts.Voice, language: prompts.SpeechLanguage);

    private static Uri Live(string path) => new(Address.RetriedUrlOf(path));

    private static string InLanguage(string path, Language language) => path + (language is Language.Chinese ? "?language=zh" : "?language=en");

    /// <summary>The order of attributes says nothing.</summary>
    private static XElement Normal(XDocument document) => Normal(document.Root!);

    private static XElement Normal(XElement element) => new(
        element.Name,
        element.Attributes().OrderBy(attribute => attribute.Name.LocalName, StringComparer.Ordinal),
        element.Nodes().Select(node => node is XElement child ? Normal(child) : node));

    private static byte[] Sign(string url, Dictionary<string, string> fields, string token)
    {
        var message = url + string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // The algorithm is Twilio's to choose.
        return HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(message));
#pragma warning restore CA5350
    }

    private static string WithPort(string url)
    {
        var uri = new Uri(url);
        var origin = uri.GetLeftPart(UriPartial.Authority);
        return uri.IsDefaultPort ? $"{origin}:{uri.Port}{url[origin.Length..]}" : $"{uri.Scheme}://{uri.Host}{url[origin.Length..]}";
    }

    private string Text(int pieces) => string.Concat(Enumerable.Range(0, _random.Next(1, pieces)).Select(_ => Any(Pieces)));

    private T Any<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
