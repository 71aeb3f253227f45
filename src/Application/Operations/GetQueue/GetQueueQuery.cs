using MediatR;

namespace MaskedVoicemail.Application.Operations.GetQueue;

/// <summary>What waits to be done, over all nodes.</summary>
public sealed record GetQueueQuery : IRequest<QueueState>;
