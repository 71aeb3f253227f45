using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Simulator.Audio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>Fills mailboxes faster than callers do.</summary>
public static class Mailbox
{
    public static readonly SpokenMessage Spoken = SampleMessages.English[0];

    /// <summary>A message that lies in its owner's inbox, new, with audio.</summary>
    public static async Task<VoicemailId> HasMessageAsync(
        this VoicemailService service, TestNumber number, string caller = "+12125550100", string? callerName = null, string? text = null, bool isSealed = false, DateTimeOffset? at = null)
    {
        var id = await service.ExpectsMessageAsync(number, caller, callerName, at ?? service.Clock.GetUtcNow());
        var stored = await service.Services.GetRequiredService<IRecordingStore>().SaveAsync(
            id, new RecordingMedia(new MemoryStream(Spoken.Wav.ToArray()), Spoken.Wav.Length), TestContext.Current.CancellationToken);
        await service.ChangeAsync(async db =>
        {
            var voicemail = await db.Voicemails.SingleAsync(row => row.Id == id);
            voicemail.Record($"RE{Guid.NewGuid():N}", 5, paidIn: isSealed ? null : service.Clock.GetUtcNow(), isTranscribed: false, service.Clock.GetUtcNow());
            if (text is not null)
            {
                voicemail.Transcribe(text);
            }

            await db.SaveChangesAsync();
            await db.Voicemails.Where(row => row.Id == id).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Status, VoicemailStatus.Ready)
                .SetProperty(row => row.AudioContentType, stored.ContentType)
                .SetProperty(row => row.AudioLength, stored.Length)
                .SetProperty(row => row.AudioSha256, stored.Sha256));
        });
        return id;
    }

    /// <summary>A call whose caller was asked for a message.</summary>
    public static async Task<VoicemailId> ExpectsMessageAsync(
        this VoicemailService service, TestNumber number, string caller, string? callerName, DateTimeOffset at)
    {
        var sid = $"CA{Guid.NewGuid():N}";
        var call = new IncomingCall(sid, PhoneNumber.Parse(number.E164), Caller.FromRaw(caller), callerName, ForwardedFrom: null);
        await service.Services.GetRequiredService<ICallIntake>().AcceptAsync(call, at, TestContext.Current.CancellationToken);
        return Assert.Single(await service.VoicemailsOfAsync(sid)).Id;
    }

    public static Task<Voicemail> VoicemailAsync(this VoicemailService service, VoicemailId id) =>
        service.ReadAsync(db => db.Voicemails.AsNoTracking().SingleAsync(voicemail => voicemail.Id == id));
}
