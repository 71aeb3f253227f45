using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>Writes stored messages out as text.</summary>
public interface ITranscriber
{
    /// <param name="audio">The whole file.</param>
    /// <param name="contentType"><c>audio/wav</c> or <c>audio/mpeg</c>.</param>
    /// <param name="language">The language that is most likely spoken.</param>
    /// <param name="cancellationToken">Ends it because nobody wants it any more.</param>
    /// <returns>What was said; null where there was nothing to understand.</returns>
    /// <exception cref="PartnerException">It could not be written out (now).</exception>
    Task<string?> TranscribeAsync(ReadOnlyMemory<byte> audio, string contentType, Language language, CancellationToken cancellationToken);
}
