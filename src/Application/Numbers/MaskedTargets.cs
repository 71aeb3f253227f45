using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Numbers;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers;

internal static class MaskedTargets
{
    /// <summary>Whether a phone to forward to is itself a masked number, anybody's: calls would go round in circles.</summary>
    public static Task<bool> IsMaskedAsync(this IAppDbContext db, PhoneNumber target, CancellationToken cancellationToken) =>
        db.MaskedNumbers.InService().AnyAsync(number => number.Number == target, cancellationToken);
}
