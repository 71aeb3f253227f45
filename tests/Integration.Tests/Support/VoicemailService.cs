using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Simulator;
using MaskedVoicemail.Simulator.Mail;
using MaskedVoicemail.Simulator.Rest;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>
/// The whole program in Production, on a real database, between stand-ins of Twilio and SendGrid. Tests say what people and partners do;
/// what came of it is read from the answers, the mails and the tables.
/// </summary>
public abstract class VoicemailService : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string PublicBaseUrl = "https://voicemail.example.com";

    private readonly string _folder = Directory.CreateTempSubdirectory("masked-voicemail-").FullName;
    private TwilioApiHost? _api;
    private int _numbers;

    protected VoicemailService()
    {
        Line = new TwilioSimulator(
            new TwilioSimulatorOptions { PublicBaseUrl = new Uri(PublicBaseUrl) },
            new AppHandler(() => Server.CreateHandler()),
            clock: Clock);
    }

    /// <summary>Twilio and SendGrid.</summary>
    public TwilioSimulator Line { get; }

    public SentMailbox Mails => Line.Mail;

    public TestClock Clock { get; } = new();

    public LoggedLines Logged { get; } = new();

    protected string Folder => _folder;

    public async ValueTask InitializeAsync()
    {
        _api = await TwilioApiHost.StartAsync(Line);
        await CreateDatabaseAsync();
    }

    /// <summary>A subscriber with a masked number of their own on a subscription of their own.</summary>
    public async Task<TestNumber> HasNumberAsync(
        Func<ForwardingSettings, ForwardingSettings>? settings = null, int forwardingQuota = 100, int voicemailQuota = 100, bool isActive = true)
    {
        TestNumber? number = null;
        await ChangeAsync(db =>
        {
            number = db.AddNumber(Interlocked.Increment(ref _numbers), Clock.GetUtcNow(), settings, forwardingQuota, voicemailQuota, isActive);
            return Task.CompletedTask;
        });
        return number!;
    }

    public async Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    public async Task ChangeAsync(Func<AppDbContext, Task> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await change(db);
        await db.SaveChangesAsync();
    }

    /// <summary>Does at once what a recurring job does at its time.</summary>
    public async Task RunAsync(IRequest<Result> recurring)
    {
        await using var scope = Services.CreateAsyncScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(recurring)).IsSuccess);
    }

    public Task<Call> CallAsync(string callSid) => ReadAsync(db => db.Calls.AsNoTracking().SingleAsync(call => call.Sid == callSid));

    public Task<Voicemail[]> VoicemailsOfAsync(string callSid) => ReadAsync(async db =>
    {
        var call = await db.Calls.AsNoTracking().SingleAsync(row => row.Sid == callSid);
        return await db.Voicemails.AsNoTracking().Where(voicemail => voicemail.CallId == call.Id).ToArrayAsync();
    });

    public Task<Subscription> SubscriptionAsync(TestNumber number) =>
        ReadAsync(db => db.Subscriptions.AsNoTracking().SingleAsync(subscription => subscription.Id == number.SubscriptionId));

    /// <summary>Waits for what the background does, and fails with the last finding if it does not come true.</summary>
    public async Task<T> EventuallyAsync<T>(Func<Task<T>> look, Func<T, bool> isDone, string expectation)
    {
        var until = DateTime.UtcNow + Patience.Limit;
        while (true)
        {
            var found = await look();
            if (isDone(found))
            {
                return found;
            }

            if (DateTime.UtcNow > until)
            {
                Assert.Fail($"Still not so after {Patience.Limit}: {expectation}.\n{string.Join('\n', Logged.All.TakeLast(60))}");
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_api is not null)
        {
            await _api.DisposeAsync();
        }

        Line.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes an empty, migrated database, and has <see cref="ConfigureDatabase"/> name it.</summary>
    protected abstract Task CreateDatabaseAsync();

    protected abstract void ConfigureDatabase(IWebHostBuilder builder);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("PublicBaseUrl", PublicBaseUrl);
        builder.UseSetting("Twilio:AccountSid", Line.Options.AccountSid);
        builder.UseSetting("Twilio:AuthToken", Line.Options.AuthToken);
        builder.UseSetting("Twilio:ApiBaseUrl", _api!.BaseAddress.OriginalString);
        builder.UseSetting("SendGrid:ApiKey", Line.Options.SendGridApiKey);
        builder.UseSetting("SendGrid:ApiBaseUrl", _api.BaseAddress.OriginalString);
        builder.UseSetting("SendGrid:EventPublicKey", Line.MailEvents.PublicKey);
        builder.UseSetting("Email:From", "voicemail@example.com");
        builder.UseSetting("Recordings:Path", Path.Combine(_folder, "recordings"));
        builder.UseSetting("DataProtection:Path", Path.Combine(_folder, "keys"));
        ConfigureDatabase(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddLogging(logging => logging.AddProvider(Logged));
        });
    }
}
