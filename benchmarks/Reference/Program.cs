using MaskedVoicemail.Reference;
using Npgsql;

// Bare Kestrel: no routing, no logging, no configuration beyond these three.
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(Setting("REFERENCE_URL"));
await using var database = NpgsqlDataSource.Create(Setting("REFERENCE_DATABASE") + ";Max Auto Prepare=16;Auto Prepare Min Usages=1");
var voice = new Voice(database, Setting("REFERENCE_PUBLIC_URL"), Setting("REFERENCE_TOKEN"));
var recording = new RecordingReport(database, Setting("REFERENCE_PUBLIC_URL"), Setting("REFERENCE_TOKEN"));
var list = new MessageList(database);
var audio = new AudioFile(database, Setting("REFERENCE_AUDIO"));
await using var app = builder.Build();
app.Run(context => context.Request.Path.Value switch
{
    "/webhook/voice" => voice.AnswerAsync(context),
    "/webhook/voicemail-callback" => recording.AnswerAsync(context),
    "/list" => list.AnswerAsync(context),
    "/audio" => audio.AnswerAsync(context),
    _ => Task.CompletedTask,
});
await app.RunAsync();

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
