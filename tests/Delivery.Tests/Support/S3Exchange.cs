namespace MaskedVoicemail.Delivery.Tests.Support;

/// <summary>A request to the S3 server.</summary>
/// <param name="BytesSent">Of content, with the answer.</param>
internal sealed record S3Exchange(string Method, string Path, int BytesSent);
