namespace MaskedVoicemail.Simulator.Webhooks;

/// <summary>Why no usable answer came.</summary>
public enum WebhookFailure
{
    None,

    /// <summary>No TCP or TLS connection. The only failure that is retried by default.</summary>
    Connection,
    ReadTimeout,

    /// <summary>The time for all attempts together, 15 seconds, was used up.</summary>
    TotalTimeout,

    /// <summary>The answer broke off in the middle. Never retried.</summary>
    BrokenOff,
    ClientError,
    ServerError,
    TooManyRedirects,

    /// <summary>The URL is none, or leads to a host that is not the program's.</summary>
    BadUrl,
}
