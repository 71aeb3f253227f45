using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>A call of the demonstration.</summary>
/// <param name="Line">Which of the owner's numbers was called.</param>
/// <param name="HoursAgo">When.</param>
/// <param name="Caller">Caller ID as Twilio gives it.</param>
/// <param name="CallerName">The name that goes with it, if any.</param>
/// <param name="TalkSeconds">How long the owner and the caller talked; null: they did not.</param>
internal sealed record DemoCall(Language Line, double HoursAgo, string Caller, string? CallerName, int? TalkSeconds = null)
{
    /// <summary>Whether the caller left the next message of the line's language; otherwise they hung up at the tone.</summary>
    public bool LeavesMessage { get; init; }

    public bool IsBusy { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>Newest first. The numbers are reserved for fiction.</summary>
    public static IReadOnlyList<DemoCall> All { get; } =
    [
        new(Language.English, 1.2, "+14155550142", "WIRELESS CALLER") { LeavesMessage = true },
        new(Language.English, 3.6, "+14155550117", "BAY AREA COURIERS") { LeavesMessage = true },
        new(Language.Chinese, 5.1, "+14155550188", "RIVERSIDE TEA") { LeavesMessage = true },
        new(Language.English, 7.4, "+12125550163", null, TalkSeconds: 312),
        new(Language.English, 22.5, "+14155550155", "MISSION GARAGE") { LeavesMessage = true, IsBusy = true },
        new(Language.English, 25.0, "+14155550142", "WIRELESS CALLER", TalkSeconds: 95),
        new(Language.Chinese, 29.8, "+13125550131", "LIN BOOKS") { LeavesMessage = true },
        new(Language.English, 31.3, "anonymous", null),
        new(Language.English, 49.7, "+16175550109", "CITY DENTAL") { LeavesMessage = true },
        new(Language.Chinese, 53.2, "+14155550188", "RIVERSIDE TEA", TalkSeconds: 641),
        new(Language.English, 74.9, "+12065550178", "NORTHWEST SUPPLY", TalkSeconds: 58),
        new(Language.English, 77.5, "+12065550178", "NORTHWEST SUPPLY") { IsBusy = true },
        new(Language.Chinese, 98.4, "+14155550126", null, TalkSeconds: 187),
        new(Language.English, 101.1, "+14155550171", "SAM ORTEGA") { LeavesMessage = true, IsArchived = true },
        new(Language.English, 127.6, "+15125550104", null, TalkSeconds: 24),
        new(Language.English, 146.3, "+14155550142", "WIRELESS CALLER", TalkSeconds: 433),
        new(Language.Chinese, 170.8, "+13125550131", "LIN BOOKS") { LeavesMessage = true },
        new(Language.English, 196.2, "+12125550163", null, TalkSeconds: 129),
        new(Language.English, 221.9, "anonymous", null),
        new(Language.English, 245.5, "+14155550155", "MISSION GARAGE", TalkSeconds: 76),
        new(Language.Chinese, 269.0, "+14155550188", "RIVERSIDE TEA", TalkSeconds: 508),
        new(Language.English, 293.7, "+16175550109", "CITY DENTAL", TalkSeconds: 41),
        new(Language.English, 318.3, "+12065550178", "NORTHWEST SUPPLY", TalkSeconds: 262),
        new(Language.English, 342.6, "+14155550117", "BAY AREA COURIERS", TalkSeconds: 33),
    ];
}
