using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Rest;

namespace MaskedVoicemail.Simulator.Tests.Support;

/// <summary>The REST stand-ins, and a client that has the right credentials.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly ProgramUnderTest _program;
    private readonly TwilioApiHost _host;

    private StandIn(ProgramUnderTest program, TwilioSimulator line, TwilioApiHost host)
    {
        (_program, Line, _host) = (program, line, host);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = host.BaseAddress };
        Client.DefaultRequestHeaders.Authorization = Basic(line.Options.AccountSid, line.Options.AuthToken);
    }

    public TwilioSimulator Line { get; }

    public HttpClient Client { get; }

    public string Account => $"/2010-04-01/Accounts/{Line.Account.Sid}";

    public static async Task<StandIn> StartAsync()
    {
        var program = ProgramUnderTest.WithForwarding();
        var line = program.Line();
        return new StandIn(program, line, await TwilioApiHost.StartAsync(line, TestContext.Current.CancellationToken));
    }

    public static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    public async Task<CompletedCall> LeaveMessageAsync() => await Line.PlaceAsync(Scenario.Missed);

    public RecordingResource AddRecording(string callSid, DateTimeOffset created)
    {
        var recording = new RecordingResource
        {
            Sid = Sid.New("RE"),
            CallSid = callSid,
            Status = "completed",
            StartTime = created,
            DateCreated = created,
            DateUpdated = created,
        };
        Line.Account.Add(recording);
        return recording;
    }

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<JsonObject> GetJsonAsync(string path)
    {
        using var response = await GetAsync(path);
        return await JsonAsync(response);
    }

    public static async Task<JsonObject> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        Line.Dispose();
        _program.Dispose();
    }
}
