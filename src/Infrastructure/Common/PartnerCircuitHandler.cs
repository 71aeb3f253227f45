namespace MaskedVoicemail.Infrastructure.Common;

/// <summary>Sends a client's requests through its partner's circuit, which outlives the client.</summary>
internal sealed class PartnerCircuitHandler(PartnerCircuit circuit) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        circuit.SendAsync(base.SendAsync, request, cancellationToken);
}
