using System.Text;
using BenchmarkDotNet.Attributes;
using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Simulator.Webhooks;
using MaskedVoicemail.Web.Webhooks.Signatures;
using MaskedVoicemail.Web.Webhooks.Twiml;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MaskedVoicemail.Parts;

/// <summary>What one voice webhook costs apart from the server and the database.</summary>
[MemoryDiagnoser]
public class VoiceWebhookParts
{
    private const string Token = "benchmark-token";
    private const string Url = "https://voicemail.example.com/webhook/voice";

    private static readonly KeyValuePair<string, string>[] Fields =
    [
        new("AccountSid", "AC00000000000000000000000000000000"),
        new("ApiVersion", "2010-04-01"),
        new("CallSid", "CA0123456789abcdef0123456789abcdef"),
        new("CallStatus", "ringing"),
        new("Called", "+15550000001"),
        new("CalledCity", "SPRINGFIELD"),
        new("CalledCountry", "US"),
        new("CalledState", "IL"),
        new("CalledZip", "62701"),
        new("Caller", "+12125550100"),
        new("CallerCity", "OAKLAND"),
        new("CallerCountry", "US"),
        new("CallerState", "CA"),
        new("CallerZip", "94601"),
        new("Direction", "inbound"),
        new("From", "+12125550100"),
        new("FromCity", "OAKLAND"),
        new("FromCountry", "US"),
        new("FromState", "CA"),
        new("FromZip", "94601"),
        new("To", "+15550000001"),
        new("ToCity", "SPRINGFIELD"),
        new("ToCountry", "US"),
        new("ToState", "IL"),
        new("ToZip", "62701"),
    ];

    private readonly TwilioSignature _signature = new(Token);
    private readonly string _given = RequestSignature.ForForm(Token, Url, Fields);
    private readonly byte[] _body = Encoding.ASCII.GetBytes(string.Join('&', Fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")));
    private readonly CallTwiml _twiml = new CallTwiml(new PublicAddress(new Uri("https://voicemail.example.com")));
    private readonly CallInstructions _forward = new CallInstructions.Forward(PhoneNumber.Parse("+15560000001"), CallerId: null, new ForwardingSettings { IsEnabled = true });

    [Benchmark]
    public bool Signature() => _signature.IsValid(Url, Fields, _given);

    [Benchmark]
    public async Task<int> Form()
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "application/x-www-form-urlencoded; charset=UTF-8";
        context.Request.Body = new MemoryStream(_body);
        return (await new FormFeature(context.Request).ReadFormAsync()).Count;
    }

    [Benchmark]
    public int Twiml() => _twiml.Say(_forward).ToUtf8().Length;

    [Benchmark]
    public PhoneNumber? Caller() => Domain.Calls.Caller.FromRaw("+12125550100").Number;
}
