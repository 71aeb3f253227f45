using MaskedVoicemail.Application.Calls.ListCalls;

namespace MaskedVoicemail.Web.Features.Calls;

/// <param name="Icon">Of the outcome.</param>
/// <param name="Chip">The outcome in a word.</param>
/// <param name="ChipClass">Its colour.</param>
/// <param name="What">What became of the call, in a sentence.</param>
/// <param name="Message">What became of the message, or null where none was asked for.</param>
/// <param name="MessageUrl">The message's page, where there is one.</param>
public sealed record CallRow(CallItem Call, string Icon, string Chip, string ChipClass, string What, string? Message, string? MessageUrl);
