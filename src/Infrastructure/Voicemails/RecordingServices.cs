using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Application.Voicemails.ReleaseOriginal;
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
        return services.AddSingleton<IRecordingStore, FileSystemRecordingStore>();
    }
}
