using System.Collections.Concurrent;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Faults;
using MaskedVoicemail.Simulator.Mail;
using MaskedVoicemail.Simulator.Messaging;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator;

/// <summary>Plays Twilio, and SendGrid, for one program under test. Safe for use by many at once.</summary>
public sealed class TwilioSimulator : IDisposable
{
    private readonly ConcurrentQueue<Func<Task<WebhookExchange>>> _held = new();
    private readonly HttpMessageInvoker _http;

    /// <param name="options">The account and the program's address.</param>
    /// <param name="handler">How the program is reached; not disposed of here. Null: by the network.</param>
    /// <param name="clock">Stamps calls and recordings.</param>
    public TwilioSimulator(TwilioSimulatorOptions options, HttpMessageHandler? handler = null, TimeProvider? clock = null)
    {
        Options = options;
        Clock = clock ?? TimeProvider.System;
        Pace = options.Pace;
        Account = new TwilioAccount(options.AccountSid, options.PublicBaseUrl, Clock);
        _http = handler is null
            ? new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
            : new HttpMessageInvoker(handler, disposeHandler: false);
        Webhooks = new WebhookClient(options, _http, Faults.Webhooks);
        MailEvents = new MailEventWebhook(options, _http, Clock, MailSuppressions);
    }

    public TwilioSimulatorOptions Options { get; }

    /// <summary>Numbers, calls, recordings and transcriptions, which the REST stand-in serves.</summary>
    public TwilioAccount Account { get; }

    /// <summary>Mail that the SendGrid stand-in accepted.</summary>
    public SentMailbox Mail { get; } = new();

    /// <summary>The addresses to which the SendGrid stand-in does not send any more.</summary>
    public SuppressionLists MailSuppressions { get; } = new();

    /// <summary>SendGrid's reports on that mail.</summary>
    public MailEventWebhook MailEvents { get; }

    public FaultPlan Faults { get; } = new();

    public UnverifiedBehaviour Unverified { get; } = new();

    public Pace Pace { get; set; }

    internal TimeProvider Clock { get; }

    internal WebhookClient Webhooks { get; }

    /// <summary>Runs a whole call, callbacks included.</summary>
    /// <exception cref="TwimlViolationException">Strict, and the program did something that Twilio complains of.</exception>
    public Task<CompletedCall> PlaceCallAsync(PhoneCall call, CancellationToken cancellationToken = default) =>
        StartCall(call, cancellationToken).Completion;

    /// <summary>As <see cref="PlaceCallAsync"/>, for those who want to watch it or hang up.</summary>
    public LiveCall StartCall(PhoneCall call, CancellationToken cancellationToken = default)
    {
        var session = new CallSession(this, call, cancellationToken);
        return new LiveCall(session, RunAsync(session));
    }

    /// <summary>Brings a text message to the program.</summary>
    /// <exception cref="TwimlViolationException">Strict, and the program did something that Twilio complains of.</exception>
    public async Task<DeliveredText> SendTextAsync(TextMessage message, CancellationToken cancellationToken = default)
    {
        var text = await new TextDelivery(this, message).RunAsync(cancellationToken);
        return Options.Strict && text.Notifications.Count > 0 ? throw new TwimlViolationException(text.Notifications) : text;
    }

    /// <summary>Sends a single signed POST.</summary>
    /// <param name="pathOrUrl">On the public address; a fragment may hold connection overrides.</param>
    /// <param name="parameters">Sent as they are; <see cref="Sign"/> signs them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<WebhookExchange> SendAsync(
        string pathOrUrl, IEnumerable<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken = default)
    {
        var delivery = new WebhookDelivery
        {
            Kind = WebhookKind.Other,
            Url = UrlReference.Resolve(Options.PublicBaseUrl.OriginalString, pathOrUrl),
            Parameters = new WebhookParameters(parameters),
        };
        return (await Webhooks.DeliverAsync(delivery, cancellationToken))[^1];
    }

    /// <summary>The signature of a form POST.</summary>
    public string Sign(string pathOrUrl, IEnumerable<KeyValuePair<string, string>> parameters) =>
        RequestSignature.ForForm(
            Options.AuthToken,
            RequestSignature.VoiceUrl(UrlReference.Resolve(Options.PublicBaseUrl.OriginalString, pathOrUrl)),
            parameters);

    /// <summary>Sends the callbacks that a fault held back, oldest first.</summary>
    public async Task<IReadOnlyList<WebhookExchange>> DeliverHeldAsync()
    {
        var exchanges = new List<WebhookExchange>();
        while (_held.TryDequeue(out var send))
        {
            exchanges.Add(await send());
        }

        return exchanges;
    }

    public void Dispose()
    {
        MailEvents.Dispose();
        _http.Dispose();
    }

    internal void Hold(Func<Task<WebhookExchange>> send) => _held.Enqueue(send);

    private async Task<CompletedCall> RunAsync(CallSession session)
    {
        var call = await new CallFlow(session).RunAsync();
        return (session.Call.Strict ?? Options.Strict) && call.Notifications.Count > 0
            ? throw new TwimlViolationException(call.Notifications, call)
            : call;
    }
}
