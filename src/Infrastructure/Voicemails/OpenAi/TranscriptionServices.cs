using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Infrastructure.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Voicemails.OpenAi;

internal static class TranscriptionServices
{
    public static IServiceCollection AddTranscription(this IServiceCollection services)
    {
        services.AddOptions<TranscriptionOptions>().BindConfiguration(TranscriptionOptions.Section).ValidateOnStart();
        services.AddOptions<OpenAiOptions>().BindConfiguration(OpenAiOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenAiOptions>, OpenAiOptionsValidator>();
        services.AddHttpClient<ITranscriber, OpenAiTranscriber>().ConfigureForPartner(OpenAiTranscriber.Partner);
        return services;
    }
}
