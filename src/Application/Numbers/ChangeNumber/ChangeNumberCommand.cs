using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;

namespace MaskedVoicemail.Application.Numbers.ChangeNumber;

/// <summary>An administrator helps an owner: the language of the prompts, and the phone to forward to.</summary>
/// <param name="NumberId">The masked number.</param>
/// <param name="Version">Of the settings that the form was filled from.</param>
/// <param name="Language">The language in which callers are spoken to.</param>
/// <param name="Target">A new phone to forward to, which also switches forwarding on; empty leaves the owner's as it is.</param>
public sealed record ChangeNumberCommand(MaskedNumberId NumberId, Guid Version, Language Language, string? Target) : IRequest<Result>;
