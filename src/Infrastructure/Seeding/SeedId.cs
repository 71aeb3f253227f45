using System.Globalization;

namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>
/// The ids of load-test data: version 7 UUIDs made of two indices below 2^24 instead of chance, so that the same thing has the same id each time.
/// A later index sorts later. <see cref="SeedDialect.Id"/> makes the same value inside the database.
/// </summary>
internal static class SeedId
{
    /// <summary>2025-01-01T00:00:00Z in Unix milliseconds; an index adds milliseconds.</summary>
    public const long Epoch = 1_735_689_600_000;

    public static Guid Of(SeedKind kind, long owner, long index) => Guid.ParseExact(
        string.Create(CultureInfo.InvariantCulture, $"{Epoch + owner + index:x12}7{(int)kind:x3}8000{index:x6}{owner:x6}"), "N");
}
