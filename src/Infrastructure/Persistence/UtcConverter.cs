using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Npgsql takes only UTC for <c>timestamptz</c>.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => instant.ToUniversalTime(),
    instant => instant);
