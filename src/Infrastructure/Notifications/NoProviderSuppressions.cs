using MaskedVoicemail.Application.Notifications;

namespace MaskedVoicemail.Infrastructure.Notifications;

/// <summary>For mail servers and the outbox, which keep no such list.</summary>
internal sealed class NoProviderSuppressions : IProviderSuppressions
{
    public Task RemoveAsync(string address, CancellationToken cancellationToken) => Task.CompletedTask;
}
