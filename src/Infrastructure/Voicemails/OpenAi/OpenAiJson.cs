using System.Text.Json.Serialization;

namespace MaskedVoicemail.Infrastructure.Voicemails.OpenAi;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TranscriptionAnswer))]
internal sealed partial class OpenAiJson : JsonSerializerContext;
