using System.Text;
using BenchmarkDotNet.Attributes;
using MaskedVoicemail.Application;
using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Calls.RouteCall;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Simulator.Webhooks;
using MaskedVoicemail.Web.Webhooks.Signatures;
using MaskedVoicemail.Web.Webhooks.Twiml;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
    private readonly TwilioField[] _decoded = [.. Fields.Select(field => new TwilioField(field.Key, field.Value))];
    private readonly string _given = RequestSignature.ForForm(Token, Url, Fields);
    private readonly byte[] _body = Encoding.ASCII.GetBytes(string.Join('&', Fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")));
    private readonly CallTwiml _twiml = new CallTwiml(new PublicAddress(new Uri("https://voicemail.example.com")));
    private readonly CallInstructions _forward = new CallInstructions.Forward(PhoneNumber.Parse("+15560000001"), CallerId: null, new ForwardingSettings { IsEnabled = true });

    private readonly IncomingCall _call = new("CA0123456789abcdef0123456789abcdef", PhoneNumber.Parse("+15550000001"), Caller.FromRaw("+12125550100"), CallerName: null, ForwardedFrom: null);

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging()
        .AddApplication()
        .AddSingleton(Options.Create(new TranscriptionOptions()))
        .AddSingleton<ICallIntake, ForwardingIntake>()
        .BuildServiceProvider();

    [GlobalCleanup]
    public ValueTask CleanUpAsync() => _services.DisposeAsync();

    [Benchmark]
    public bool Signature() => _signature.IsValid(Url, _decoded, _given);

    [Benchmark]
    public async Task<int> Form()
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(_body);
        return (await TwilioForm.ReadAsync(context.Request, CancellationToken.None))!.Length;
    }

    /// <summary>What stands around the statement that decides: a scope, the mediator with its behaviours, the handler.</summary>
    [Benchmark]
    public async Task<CallInstructions> Decision()
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RouteCallCommand(_call));
    }

    [Benchmark]
    public int Twiml() => _twiml.Say(_forward).ToUtf8().Length;

    /// <summary>The database's part, taken out.</summary>
    private sealed class ForwardingIntake : ICallIntake
    {
        private readonly Task<CallIntake> _accepted = Task.FromResult<CallIntake>(new CallIntake.Accepted(
            CallRoute.Forward,
            PhoneNumber.Parse("+15550000001"),
            new ForwardingSettings { IsEnabled = true, Target = PhoneNumber.Parse("+15560000001") }));

        public Task<CallIntake> AcceptAsync(IncomingCall call, DateTimeOffset now, CancellationToken cancellationToken) => _accepted;
    }
}
