using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>SQLite can't order or compare a <see cref="DateTimeOffset"/>: an instant is stored there as its UTC ticks (100 ns since the year 1).</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
