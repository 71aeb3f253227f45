namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>What a <c>&lt;field&gt;</c> tells the control inside it.</summary>
/// <param name="DescribedBy">The ids of its help line and of its error.</param>
internal sealed record FieldScope(string DescribedBy);
