using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;

namespace MaskedVoicemail.Application.Numbers.ChangeForwarding;

/// <summary>The owner decides what happens to a number's calls. The fields are what was typed; the same form sent twice changes nothing more.</summary>
/// <param name="OwnerId">Who asks; another's number is not found.</param>
/// <param name="NumberId">The masked number.</param>
/// <param name="Version">Of the settings that the form was filled from.</param>
/// <param name="IsEnabled">Whether calls ring through.</param>
/// <param name="Target">The owner's real phone, in any usual spelling with its country code.</param>
/// <param name="RingSeconds">How long it may ring.</param>
/// <param name="IsScreened">Whether whoever answers must press 1.</param>
/// <param name="Language">The language in which callers are spoken to.</param>
/// <param name="Greeting">The owner's words before the tone; empty for the standard ones.</param>
/// <param name="MessageSeconds">The longest message.</param>
/// <param name="FinishOnKey">The key that ends a message.</param>
/// <param name="EmailForVoicemail">Where messages are announced; empty for the account's address.</param>
/// <param name="IsTranscribed">Whether messages are written out.</param>
public sealed record ChangeForwardingCommand(
    SubscriberId OwnerId,
    MaskedNumberId NumberId,
    Guid Version,
    bool IsEnabled,
    string? Target,
    int? RingSeconds,
    bool IsScreened,
    Language Language,
    string? Greeting,
    int? MessageSeconds,
    string? FinishOnKey,
    string? EmailForVoicemail,
    bool IsTranscribed) : IRequest<Result>;
