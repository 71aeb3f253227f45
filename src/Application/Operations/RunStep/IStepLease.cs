namespace MaskedVoicemail.Application.Operations.RunStep;

/// <summary>The right to run a step, for as long as it is held. Disposing of it ends its renewal; the outcome of the step gives it back.</summary>
public interface IStepLease : IAsyncDisposable
{
    /// <summary>How long it lasts without being renewed: after this time a dead node's step is free.</summary>
    static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>Which run of the step this is.</summary>
    int Run { get; }

    /// <summary>Cancelled once somebody else may have the step: a node that slept too long must not go on.</summary>
    CancellationToken Lost { get; }

    /// <summary>Gives the step back without an outcome, so that nobody has to wait for the lease to run out.</summary>
    Task ReleaseAsync();
}
