using MaskedVoicemail.Application.Voicemails;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Voicemails.OpenAi;

/// <summary>Asks for nothing while somebody else transcribes.</summary>
internal sealed class OpenAiOptionsValidator(IOptions<TranscriptionOptions> transcription) : IValidateOptions<OpenAiOptions>
{
    private static readonly TimeSpan LongestTimeLimit = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, OpenAiOptions options)
    {
        var mistake = transcription.Value.Provider is TranscriptionProvider.OpenAi ? MistakeIn(options) : null;
        return mistake is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistake);
    }

    private static string? MistakeIn(OpenAiOptions options) => options switch
    {
        { BaseUrl: not { IsAbsoluteUri: true, Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "" } } =>
            "Transcription:OpenAi:BaseUrl: give the server's absolute http or https address, such as https://api.openai.com.",
        { BaseUrl.AbsolutePath: { } path } when path.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal) =>
            "Transcription:OpenAi:BaseUrl: leave /v1 out, it is added.",
        { Model: null or "" } => "Transcription:OpenAi:Model: give the name of a model, or leave the key out.",
        { TimeLimit: var limit } when limit <= TimeSpan.Zero || limit > LongestTimeLimit =>
            "Transcription:OpenAi:TimeLimit: give a duration of up to ten minutes, such as 00:01:00.",
        { MaxBytes: <= 0 } => "Transcription:OpenAi:MaxBytes: give a number of bytes above zero.",
        _ => null,
    };
}
