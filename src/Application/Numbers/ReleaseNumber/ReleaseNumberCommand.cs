using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;

namespace MaskedVoicemail.Application.Numbers.ReleaseNumber;

/// <summary>An administrator takes a number back. What it received stays with its owner. Safe to repeat.</summary>
public sealed record ReleaseNumberCommand(MaskedNumberId NumberId) : IRequest<Result>;
