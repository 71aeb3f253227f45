using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>One leg of a call, with somebody at its end who can hear TwiML.</summary>
internal abstract class CallLeg(CallSession session, CallResource resource)
{
    public CallSession Session => session;

    public CallResource Resource => resource;

    public abstract Party Party { get; }

    /// <summary>The keys pressed when a prompt asks for some.</summary>
    public abstract string? Presses { get; }

    /// <summary>Nobody hears anything any more.</summary>
    public abstract bool IsGone { get; }

    public abstract void Answer();

    /// <summary>A prompt plays so long.</summary>
    public abstract Task ListenAsync(TimeSpan time);

    public abstract Task<TwimlDocument?> FetchAsync(WebhookDelivery delivery);

    /// <summary>The parameters of every request about this leg.</summary>
    public WebhookParameters Parameters()
    {
        var parameters = new WebhookParameters
        {
            { "AccountSid", session.Account.Sid },
            { "ApiVersion", "2010-04-01" },
            { "CallSid", resource.Sid },
            { "CallStatus", resource.Status },
        };
        AddParty("Called", resource.To);
        if (From is { } from)
        {
            AddParty("Caller", from);
            parameters.Add("From", from);
            AddPlace("From", from);
        }

        parameters.Add("To", resource.To);
        AddPlace("To", resource.To);
        parameters.Add("Direction", resource.Direction);
        parameters.AddIfGiven("ParentCallSid", resource.ParentCallSid);
        parameters.AddIfGiven("CallerName", resource.CallerName);
        parameters.AddIfGiven("ForwardedFrom", resource.ForwardedFrom);
        parameters.AddRange(session.Call.ExtraParameters);
        return parameters;

        void AddParty(string name, string number)
        {
            parameters.Add(name, number);
            AddPlace(name, number);
        }

        void AddPlace(string prefix, string number)
        {
            if (number.StartsWith("+1", StringComparison.Ordinal))
            {
                parameters.Add($"{prefix}City", "");
                parameters.Add($"{prefix}State", "");
                parameters.Add($"{prefix}Zip", "");
                parameters.Add($"{prefix}Country", "US");
            }
        }
    }

    /// <summary>Null: the parameter is left out.</summary>
    protected virtual string? From => resource.From;

    /// <summary>The answer as TwiML, with every complaint noted.</summary>
    protected async Task<(WebhookExchange Exchange, TwimlReading Reading)> ReadAsync(WebhookDelivery delivery, TwimlUse use)
    {
        var exchange = await session.RequestAsync(delivery);
        if (FailureNotification.Of(exchange) is { } failure)
        {
            if (!exchange.IsFault)
            {
                session.Notify(failure);
            }

            return (exchange, new TwimlReading { FatalError = failure });
        }

        var reading = TwimlReader.Read(exchange, use);
        session.Notify(reading.Notifications);
        return (exchange, reading);
    }
}
