using MaskedVoicemail.Web.Localization;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <param name="At">When it happened, where that is known.</param>
/// <param name="Precision">To the second while the call lasted; what its owner did later has a date.</param>
public sealed record TimelineEntry(DateTimeOffset? At, string Text, TimeStyle Precision = TimeStyle.Clock);
