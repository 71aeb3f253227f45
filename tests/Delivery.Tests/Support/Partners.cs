using MaskedVoicemail.Simulator;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Faults;
using MaskedVoicemail.Simulator.Mail;
using MaskedVoicemail.Simulator.Rest;

namespace MaskedVoicemail.Delivery.Tests.Support;

/// <summary>Twilio and SendGrid, served on a free port.</summary>
internal sealed class Partners : IAsyncDisposable
{
    private readonly TwilioSimulator _simulator;
    private readonly TwilioApiHost _host;

    private Partners(TwilioSimulator simulator, TwilioApiHost host)
    {
        _simulator = simulator;
        _host = host;
    }

    public Uri BaseAddress => _host.BaseAddress;

    public TwilioSimulatorOptions Options => _simulator.Options;

    public TwilioAccount Account => _simulator.Account;

    public FaultPlan Faults => _simulator.Faults;

    public SentMailbox Mail => _simulator.Mail;

    public static async Task<Partners> StartAsync(TwilioSimulatorOptions? options = null)
    {
        var simulator = new TwilioSimulator(options ?? new TwilioSimulatorOptions { PublicBaseUrl = new Uri("https://voicemail.example.test") });
        return new Partners(simulator, await TwilioApiHost.StartAsync(simulator, TestContext.Current.CancellationToken));
    }

    /// <summary>A recording that Twilio has.</summary>
    public RecordingResource HasRecording(double seconds = 3, byte[]? wav = null)
    {
        var recording = new RecordingResource
        {
            Sid = Sid.New("RE"),
            CallSid = Sid.New("CA"),
            Status = "completed",
            Duration = (int)seconds,
            StartTime = DateTimeOffset.UnixEpoch,
            DateCreated = DateTimeOffset.UnixEpoch,
            Wav = wav ?? WavAudio.Tone(seconds),
        };
        Account.Add(recording);
        return recording;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _simulator.Dispose();
    }
}
