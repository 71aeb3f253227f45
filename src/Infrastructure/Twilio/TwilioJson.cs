using System.Text.Json.Serialization;

namespace MaskedVoicemail.Infrastructure.Twilio;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RecordingPage))]
[JsonSerializable(typeof(CallPage))]
[JsonSerializable(typeof(CallResource))]
[JsonSerializable(typeof(NumberPage))]
internal sealed partial class TwilioJson : JsonSerializerContext;
