using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;

namespace MaskedVoicemail.Application.Numbers.GetNumber;

/// <summary>One number in service, for an administrator.</summary>
public sealed record GetNumberQuery(MaskedNumberId NumberId) : IRequest<Result<NumberDetails>>;
