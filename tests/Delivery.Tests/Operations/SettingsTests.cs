using MaskedVoicemail.Application;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Delivery.Tests.Operations;

/// <summary>A missing or malformed setting stops the program at its start with a line that begins with the key.</summary>
public sealed class SettingsTests : IDisposable
{
    private static readonly (string Key, string? Value)[] S3 =
    [
        ("Recordings:Provider", "S3"),
        ("Recordings:S3:ServiceUrl", "http://s3.example.com:9000"),
        ("Recordings:S3:Bucket", "recordings"),
        ("Recordings:S3:AccessKey", "key"),
        ("Recordings:S3:SecretKey", "Sesame"),
    ];

    private readonly TemporaryFolder _folder = new();

    public SettingsTests() => File.WriteAllText(Path.Combine(_folder.Path, "file"), "");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Twilio:AccountSid", null)]
    [InlineData("Twilio:AccountSid", "AC123")]
    [InlineData("Twilio:AuthToken", "")]
    [InlineData("Twilio:SecondaryAuthToken", " ")]
    [InlineData("Twilio:ApiKeySid", "AC0123456789abcdef0123456789abcdef")]
    [InlineData("Twilio:ApiKeySecret", "secret without its key")]
    [InlineData("Twilio:ApiBaseUrl", "ftp://api.twilio.com")]
    [InlineData("Email:Provider", "Pigeon")]
    [InlineData("Email:From", null)]
    [InlineData("Email:From", "nobody")]
    [InlineData("SendGrid:ApiKey", null)]
    [InlineData("SendGrid:ApiBaseUrl", "sendgrid")]
    [InlineData("Recordings:Path", " ")]
    [InlineData("Recordings:Path", "file/recordings")]
    [InlineData("Recordings:Path", "\0")]
    public void The_line_names_the_key(string key, string? value)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Start((key, value)));

        Assert.StartsWith($"{key}: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void A_mail_server_needs_a_name()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Start(("Email:Provider", "Smtp"), ("SendGrid:ApiKey", null)));

        Assert.StartsWith("Smtp:Host: ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Recordings:S3:ServiceUrl", null)]
    [InlineData("Recordings:S3:ServiceUrl", "s3.example.com")]
    [InlineData("Recordings:S3:ServiceUrl", "ftp://s3.example.com")]
    [InlineData("Recordings:S3:ServiceUrl", "https://key:Sesame@s3.example.com")]
    [InlineData("Recordings:S3:Bucket", null)]
    [InlineData("Recordings:S3:Bucket", "Voicemail/Recordings")]
    [InlineData("Recordings:S3:AccessKey", "")]
    [InlineData("Recordings:S3:SecretKey", null)]
    [InlineData("Recordings:S3:Region", "")]
    public void An_S3_server_needs_all_of_its_settings(string key, string? value)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Start([.. S3, (key, value)]));

        Assert.StartsWith($"{key}: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.DoesNotContain("Sesame", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_an_S3_server_the_folder_is_not_needed() => Start([.. S3, ("Recordings:Path", "file/recordings")]);

    [Fact]
    public void The_folder_is_made_where_it_is_missing_and_nothing_stays_of_trying_it()
    {
        Start(("Recordings:Path", "some/where"));

        Assert.True(Directory.Exists(Path.Combine(_folder.Path, "some", "where")));
        Assert.Single(_folder.Files);
    }

    [Theory]
    [InlineData("Transcription:OpenAi:BaseUrl", null)]
    [InlineData("Transcription:OpenAi:BaseUrl", "whisper.example.com")]
    [InlineData("Transcription:OpenAi:BaseUrl", "https://whisper.example.com/v1/")]
    [InlineData("Transcription:OpenAi:Model", "")]
    [InlineData("Transcription:OpenAi:TimeLimit", "00:00:00")]
    [InlineData("Transcription:OpenAi:MaxBytes", "0")]
    public void A_transcription_server_needs_its_settings(string key, string? value)
    {
        (string Key, string? Value)[] settings = [("Transcription:Provider", "OpenAi"), ("Transcription:OpenAi:BaseUrl", "http://whisper.example.com")];
        Start(settings);

        var failure = Assert.Throws<OptionsValidationException>(() => Start([.. settings, (key, value)]));

        Assert.StartsWith($"{key}: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Start((key, value));
    }

    [Fact]
    public void Settings_that_are_right_start_the_program() => Start();

    private void Start(params (string Key, string? Value)[] changes)
    {
        var configuration = new ConfigurationManager
        {
            ["Twilio:AccountSid"] = "AC0123456789abcdef0123456789abcdef",
            ["Twilio:AuthToken"] = "token",
            ["Email:From"] = "voicemail@example.test",
            ["SendGrid:ApiKey"] = "SG.key",
        };
        foreach (var (key, value) in changes)
        {
            configuration[key] = value;
        }

        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<Microsoft.Extensions.Hosting.IHostEnvironment>(new TestHostEnvironment(_folder.Path))
            .AddLogging()
            .AddApplication()
            .AddInfrastructure(configuration, new TestHostEnvironment(_folder.Path))
            .BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
    }
}
