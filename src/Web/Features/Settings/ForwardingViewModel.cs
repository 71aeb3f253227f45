using MaskedVoicemail.Application.Numbers.ListOwnNumbers;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Web.Features.Settings;

/// <param name="Form">What the fields hold.</param>
/// <param name="NumberId">The number that it is about.</param>
/// <param name="Number">The same, to read.</param>
/// <param name="OwnNumbers">All numbers of the reader, to choose from.</param>
/// <param name="AccountEmail">Where voicemails are announced if no other address is entered.</param>
/// <param name="Preview">What callers would hear.</param>
public sealed record ForwardingViewModel(
    ForwardingForm Form, MaskedNumberId NumberId, PhoneNumber Number, IReadOnlyList<OwnNumber> OwnNumbers, string AccountEmail, CallPreview Preview)
{
    private static readonly int[] UsualLengths = [30, 60, 90, 120, 180, 300, 600];

    /// <summary>The lengths to choose from, with the present one, whoever set it.</summary>
    public IEnumerable<int> MessageLengths =>
        UsualLengths.Append(Form.MessageSeconds ?? ForwardingSettings.DefaultMessageSeconds).Distinct().Order();
}
