namespace MaskedVoicemail.Infrastructure.Voicemails.S3;

/// <summary>Bound from <c>Recordings:S3</c>.</summary>
internal sealed class S3Options
{
    /// <summary>The server; the bucket's name becomes the first part of the path.</summary>
    public Uri? ServiceUrl { get; set; }

    public string? Bucket { get; set; }

    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }

    /// <summary>Part of what is signed; servers that have no regions expect this one.</summary>
    public string Region { get; set; } = "us-east-1";
}
