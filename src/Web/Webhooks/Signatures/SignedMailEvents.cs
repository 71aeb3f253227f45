namespace MaskedVoicemail.Web.Webhooks.Signatures;

/// <summary>The body of a request whose signature by SendGrid was found valid.</summary>
internal sealed record SignedMailEvents(ReadOnlyMemory<byte> Body);
