using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Delivery.Tests.Notifications;

public sealed class ReadableNumberTests
{
    [Theory]
    [InlineData("+14155550100", "+1 415-555-0100")]
    [InlineData("+8613800138000", "+86 138 0013 8000")]
    [InlineData("+442079460958", "+44 207 946 0958")]
    [InlineData("+79161234567", "+7 916 123 4567")]
    [InlineData("+85221234567", "+852 2123 4567")]
    [InlineData("+4930123456", "+49 3012 3456")]
    public void A_number_is_written_in_groups(string e164, string readable) =>
        Assert.Equal(readable, PhoneNumber.Parse(e164).ToReadable());
}
