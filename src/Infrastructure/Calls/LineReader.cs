using System.Data.Common;
using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Infrastructure.Calls;

/// <summary>Reads a row that begins with <see cref="CallIntakeSql.Settings"/>.</summary>
internal static class LineReader
{
    /// <summary>Index of the first column after the settings.</summary>
    public const int Next = 10;

    public static CallIntake.Accepted ReadAccepted(this DbDataReader row, CallRoute route) => new(
        route,
        PhoneNumber.Parse(row.GetString(0)),
        new ForwardingSettings
        {
            IsEnabled = row.GetBoolean(1),
            Target = row.IsDBNull(2) ? null : PhoneNumber.Parse(row.GetString(2)),
            RingSeconds = row.GetInt32(3),
            IsScreened = row.GetBoolean(4),
            Language = Enum.Parse<Language>(row.GetString(5)),
            Greeting = row.IsDBNull(6) ? null : row.GetString(6),
            MessageSeconds = row.GetInt32(7),
            FinishOnKey = row.GetString(8),
            IsTranscribed = row.GetBoolean(9),
        });
}
