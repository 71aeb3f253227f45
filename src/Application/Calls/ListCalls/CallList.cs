using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Application.Calls.ListCalls;

/// <param name="HasNumber">Whether the subscriber has a masked number that can be called.</param>
public sealed record CallList(Page<CallItem> Page, bool HasNumber);
