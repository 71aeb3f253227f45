namespace MaskedVoicemail.Application.Common;

/// <summary>A partner (Twilio, SendGrid, a mail server) did not do what was asked. The message says why, without personal data or secrets.</summary>
public sealed class PartnerException : Exception
{
    public PartnerException(string message, bool isPermanent, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, innerException)
    {
        IsPermanent = isPermanent;
        RetryAfter = retryAfter;
    }

    /// <summary>The same request will be refused again: trying once more is of no use before somebody has changed something.</summary>
    public bool IsPermanent { get; }

    /// <summary>It refuses our credentials: only an operator can mend that, so whatever is to be done waits for as long as it takes.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>How long the partner asked to be left alone, or null.</summary>
    public TimeSpan? RetryAfter { get; }
}
