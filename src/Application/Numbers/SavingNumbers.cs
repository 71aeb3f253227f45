using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers;

internal static class SavingNumbers
{
    /// <summary>Saves, unless the number was changed since it was read.</summary>
    public static async Task<Result> SaveUnlessChangedAsync(this IAppDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return NumberErrors.ChangedMeanwhile;
        }
    }
}
