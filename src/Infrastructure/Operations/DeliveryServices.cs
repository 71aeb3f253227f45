using MaskedVoicemail.Infrastructure.Notifications;
using MaskedVoicemail.Infrastructure.Twilio;
using MaskedVoicemail.Infrastructure.Voicemails;
using MaskedVoicemail.Infrastructure.Voicemails.OpenAi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MaskedVoicemail.Infrastructure.Operations;

internal static class DeliveryServices
{
    /// <summary>All that happens to a message after Twilio has reported it: fetching, storing, announcing. Needs the database and the requests.</summary>
    public static IServiceCollection AddVoicemailDelivery(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) =>
        services.AddTwilio().AddRecordingStore().AddTranscription().AddEmail(configuration, environment).AddSteps();
}
