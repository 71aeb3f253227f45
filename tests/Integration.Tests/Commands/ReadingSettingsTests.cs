using MaskedVoicemail.Integration.Tests.Support;

namespace MaskedVoicemail.Integration.Tests.Commands;

/// <summary>A wrong setting stops the program at start with a line that names it.</summary>
public sealed class ReadingSettingsTests() : CommandTests(new SqliteInstallation())
{
    private const string Secret = "Sesame";

    public static TheoryData<string, string> Mistakes => new()
    {
        { "Database:Provider", "Oracle" },
        { "Database:MigrateOnStart", "perhaps" },
        { "ConnectionStrings:Default", $"Host=localhost;Password={Secret}" },
        { "ConnectionStrings:Default", $"Data Source=x.db;{Secret}" },
        { "PublicBaseUrl", "" },
        { "PublicBaseUrl", "voicemail.example.com" },
        { "Twilio:AccountSid", "" },
        { "Twilio:AuthToken", "" },
        { "Twilio:ApiBaseUrl", "api.twilio.com" },
        { "SendGrid:ApiKey", "" },
        { "SendGrid:ApiBaseUrl", "nowhere" },
        { "SendGrid:EventPublicKey", "-----BEGIN PUBLIC KEY-----" },
        { "Email:Provider", "Pigeon" },
        { "Email:From", "" },
        { "DataProtection:Certificate:Path", "nowhere.pfx" },
        { "Recordings:Provider", "Tape" },
        { "Recordings:Path", "/dev/null/recordings" },
        { "Recordings:DeleteFromTwilio", "perhaps" },
        { "Transcription:Provider", "Stenographer" },
        { "ForwardedHeaders:KnownProxies", "proxy.example.com" },
        { "ForwardedHeaders:KnownNetworks", "10.0.0.0/64" },
        { "urls", "somewhere" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_wrong_value_is_named_in_one_line(string key, string value)
    {
        Installation.Environment[key == "urls" ? "ASPNETCORE_URLS" : key.Replace(":", "__", StringComparison.Ordinal)] = value;

        await using var server = Installation.Serve();
        var run = await server.EndAsync();

        Fails(run, $"{key}: ");
        Assert.Single(run.Errors.Trim().Split('\n'));
        Assert.DoesNotContain(Secret, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSql_needs_a_connection_string()
    {
        Installation.Environment["Database__Provider"] = "PostgreSql";

        Fails(await Installation.RunAsync("migrate"), "ConnectionStrings:Default: is required with Database:Provider PostgreSql");
        Installation.Environment["ConnectionStrings__Default"] = $"postgres://ada:{Secret}=@localhost/voicemail";
        var run = await Installation.RunAsync("migrate");
        Fails(run, "ConnectionStrings:Default: is no connection string for Database:Provider PostgreSql");
        Assert.DoesNotContain(Secret, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_mistakes_are_named_at_once()
    {
        Installation.Environment["Twilio__AccountSid"] = "";
        Installation.Environment["SendGrid__ApiKey"] = "";

        await using var server = Installation.Serve();
        var run = await server.EndAsync();

        Fails(run, "Twilio:AccountSid: ");
        Fails(run, "SendGrid:ApiKey: ");
    }

    [Fact]
    public async Task A_database_out_of_reach_is_named_without_its_password()
    {
        Installation.Environment["Database__Provider"] = "PostgreSql";
        Installation.Environment["ConnectionStrings__Default"] = $"Host=127.0.0.1;Port=1;Username=ada;Password={Secret}";

        var run = await Installation.RunAsync("migrate");

        Fails(run, "ConnectionStrings:Default: the database can't be used: Failed to connect to 127.0.0.1:1");
        Assert.Single(run.Errors.Trim().Split('\n'));
        Assert.DoesNotContain(Secret, run.Errors, StringComparison.Ordinal);
    }
}
