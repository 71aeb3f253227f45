using System.Text.RegularExpressions;
using MaskedVoicemail.Infrastructure.Voicemails.S3;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Voicemails;

internal sealed partial class RecordingStoreOptionsValidator(IHostEnvironment environment) : IValidateOptions<RecordingStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, RecordingStoreOptions options)
    {
        var mistake = options.Provider is RecordingStoreProvider.S3 ? MistakeIn(options.S3) : MistakeIn(options.Path);
        return mistake is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistake);
    }

    private static string? MistakeIn(S3Options s3) => s3 switch
    {
        { ServiceUrl: not { IsAbsoluteUri: true, Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "" } } =>
            "Recordings:S3:ServiceUrl: give the server's absolute http or https address, such as https://s3.example.com.",
        { Bucket: null or "" } => "Recordings:S3:Bucket: give the name of a bucket that exists.",
        { Bucket: { } bucket } when !BucketName().IsMatch(bucket) => "Recordings:S3:Bucket: buckets have names of 3 to 63 small letters, digits, dots and hyphens.",
        { AccessKey: null or "" } => "Recordings:S3:AccessKey: give a key that may read, write, delete and list in the bucket.",
        { SecretKey: null or "" } => "Recordings:S3:SecretKey: give the secret of Recordings:S3:AccessKey.",
        { Region: null or "" } => "Recordings:S3:Region: give the region that the server expects, or leave the key out.",
        _ => null,
    };

    private string? MistakeIn(string path) => string.IsNullOrWhiteSpace(path)
        ? "Recordings:Path: give a folder, or leave the key out."
        : RecordingFolder.WhyUnusable(RecordingFolder.In(environment, path)) is { } reason ? $"Recordings:Path: {reason}" : null;

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", RegexOptions.NonBacktracking)]
    private static partial Regex BucketName();
}
