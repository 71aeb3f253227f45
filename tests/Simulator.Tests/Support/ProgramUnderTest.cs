using System.Net;
using System.Text;
using MaskedVoicemail.Simulator.Webhooks;
using Microsoft.AspNetCore.WebUtilities;

namespace MaskedVoicemail.Simulator.Tests.Support;

/// <summary>A very small program that Twilio could call: a path, and what it answers.</summary>
internal sealed class ProgramUnderTest : HttpMessageHandler
{
    public const string Origin = "https://voicemail.example.com";
    public const string MaskedNumber = "+15005550006";
    public const string CallerNumber = "+14155550100";
    public const string OwnerNumber = "+15005550007";

    private readonly Dictionary<string, Func<ReceivedRequest, HttpResponseMessage>> _routes = [];
    private readonly Lock _lock = new();
    private readonly List<ReceivedRequest> _received = [];

    /// <summary>Every callback is acknowledged, every other path is unknown.</summary>
    public ProgramUnderTest()
    {
        foreach (var callback in (string[])["call-status", "voicemail-callback", "transcription-callback", "number-status"])
        {
            On($"/webhook/{callback}", _ => new HttpResponseMessage(HttpStatusCode.NoContent));
        }
    }

    public IReadOnlyList<ReceivedRequest> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>What the program usually does: ring for 20 s, then record.</summary>
    public static ProgramUnderTest WithForwarding(string numberAttributes = "", string recordAttributes = "")
    {
        var program = new ProgramUnderTest();
        program.On("/webhook/voice", Dial(numberAttributes));
        program.On("/webhook/dial-result", request => Twiml(request["DialCallStatus"] == "completed" && request["DialBridged"] != "false"
            ? "<Hangup/>"
            : Greeting(recordAttributes)));
        program.On("/webhook/record-result", "<Say>Thank you.</Say><Hangup/>");
        program.On("/webhook/screening", """
            <Gather numDigits="1" action="/webhook/screening-result"><Say>Press 1 to take the call.</Say></Gather><Hangup/>
            """);
        program.On("/webhook/screening-result", "<Say>Connecting.</Say>");
        return program;
    }

    public static string Greeting(string recordAttributes = "") => $"""
        <Say language="en-US">Please leave a message.</Say>
        <Record action="/webhook/record-result" maxLength="115" timeout="5" finishOnKey="#"
          recordingStatusCallback="/webhook/voicemail-callback" recordingStatusCallbackEvent="completed absent" {recordAttributes}/>
        <Say>Good-bye.</Say>
        <Hangup/>
        """;

    public static string Dial(string numberAttributes = "", string dialAttributes = "") => $"""
        <Dial action="/webhook/dial-result" timeout="20" answerOnBridge="true" {dialAttributes}>
          <Number {numberAttributes}>{OwnerNumber}</Number>
        </Dial>
        """;

    public ProgramUnderTest On(string path, string verbs) => On(path, _ => Twiml(verbs));

    public ProgramUnderTest On(string path, Func<ReceivedRequest, HttpResponseMessage> answer)
    {
        _routes[path] = answer;
        return this;
    }

    public static HttpResponseMessage Twiml(string verbs) =>
        Answer($"""<?xml version="1.0" encoding="UTF-8"?><Response>{verbs}</Response>""");

    public static HttpResponseMessage Answer(string body, string contentType = "text/xml") =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, contentType) };

    public TwilioSimulator Line(bool strict = true) =>
        new(new TwilioSimulatorOptions { PublicBaseUrl = new Uri(Origin), Strict = strict }, this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var received = new ReceivedRequest(
            request.Method.Method,
            request.RequestUri!.ToString(),
            request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value)),
            new WebhookParameters(new FormReader(form).ReadForm().SelectMany(
                field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value!))));
        lock (_lock)
        {
            _received.Add(received);
        }

        return _routes.TryGetValue(request.RequestUri!.AbsolutePath, out var answer)
            ? answer(received)
            : new HttpResponseMessage(HttpStatusCode.NotFound);
    }
}
