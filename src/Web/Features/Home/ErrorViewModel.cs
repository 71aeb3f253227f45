namespace MaskedVoicemail.Web.Features.Home;

/// <param name="Status">The HTTP status.</param>
/// <param name="Trace">What an administrator finds the request by in the logs.</param>
public sealed record ErrorViewModel(int Status, string Trace);
