using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>A spoken message for the demonstration.</summary>
/// <param name="Language">The language spoken.</param>
/// <param name="Transcript">What is said.</param>
/// <param name="Audio">The same as a sound file.</param>
public sealed record DemoMessage(Language Language, string Transcript, byte[] Audio);
