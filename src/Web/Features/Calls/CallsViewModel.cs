using MaskedVoicemail.Web.Features.Shared;

namespace MaskedVoicemail.Web.Features.Calls;

/// <param name="Empty">What stands in place of the list, or null where there is one.</param>
public sealed record CallsViewModel(CallsFilter Filter, IReadOnlyList<CallRow> Rows, Pager Pager, EmptyState? Empty);
