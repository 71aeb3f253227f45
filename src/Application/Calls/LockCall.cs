using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Calls;

internal static class LockCall
{
    /// <summary>
    /// Reads a call and keeps other reports on the same call waiting until this transaction ends: Twilio may deliver five of them at once.
    /// An update that changes nothing takes the row lock on PostgreSQL; SQLite lets one writer in anyway.
    /// </summary>
    public static async Task<Call?> LockCallAsync(this IAppDbContext db, string callSid, CancellationToken cancellationToken) =>
        await db.Calls.Where(call => call.Sid == callSid)
            .ExecuteUpdateAsync(set => set.SetProperty(call => call.Sid, call => call.Sid), cancellationToken) == 0
            ? null
            : await db.Calls.AsNoTracking().SingleAsync(call => call.Sid == callSid, cancellationToken);
}
