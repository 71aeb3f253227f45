using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Application.Voicemails.ReleaseOriginal;
using MaskedVoicemail.Infrastructure.Voicemails.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Voicemails;

internal static class RecordingServices
{
    public static IServiceCollection AddRecordingStore(this IServiceCollection services)
    {
        services.AddOptions<OriginalOptions>().BindConfiguration(OriginalOptions.Section).ValidateOnStart();
        services.AddOptions<RecordingStoreOptions>().BindConfiguration(RecordingStoreOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RecordingStoreOptions>, RecordingStoreOptionsValidator>();
        return services.AddSingleton<IRecordingStore>(provider =>
            provider.GetRequiredService<IOptions<RecordingStoreOptions>>().Value.Provider is RecordingStoreProvider.S3
                ? ActivatorUtilities.CreateInstance<S3RecordingStore>(provider)
                : ActivatorUtilities.CreateInstance<FileSystemRecordingStore>(provider));
    }
}
