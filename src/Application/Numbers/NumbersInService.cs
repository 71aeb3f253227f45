using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Numbers;

internal static class NumbersInService
{
    /// <summary>The numbers that somebody has; those released keep only their rows.</summary>
    public static IQueryable<MaskedNumber> InService(this IQueryable<MaskedNumber> numbers) => numbers.Where(number => number.ReleasedAt == null);
}
