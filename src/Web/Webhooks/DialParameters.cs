using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Web.Webhooks.Signatures;

namespace MaskedVoicemail.Web.Webhooks;

/// <summary>What the action of a Dial tells of it.</summary>
internal static class DialParameters
{
    /// <returns>Null where the request is about no Dial.</returns>
    public static DialResult? Read(TwilioParameters parameters) => parameters.Text("DialCallStatus", DialResult.StatusMaxLength) is { } status
        ? new DialResult(
            status,
            bool.TryParse(parameters["DialBridged"], out var bridged) ? bridged : null,
            parameters.Count("DialCallDuration"),
            TwilioCall.IsFinal(parameters["CallStatus"]))
        : null;
}
