using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Unit.Tests.Numbers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+14155550100", "+14155550100")]
    [InlineData(" +1 (415) 555-0100 ", "+14155550100")]
    [InlineData("0086 138 0013 8000", "+8613800138000")]
    [InlineData("＋44 20.7946.0018", "+442079460018")]
    [InlineData("+123456789012345", "+123456789012345")]
    public void A_number_is_read_however_a_person_writes_it(string typed, string expected)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(expected, number.E164);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("4155550100")]
    [InlineData("+1415555")]
    [InlineData("+1234567890123456")]
    [InlineData("+04155550100")]
    [InlineData("+1415555O100")]
    [InlineData("++14155550100")]
    [InlineData("+1415+5550100")]
    [InlineData("+1415555٠١٠٠")]
    [InlineData("sip:someone@example.test")]
    public void What_is_no_international_number_is_refused(string? typed)
    {
        Assert.False(PhoneNumber.TryParse(typed, out _));
    }

    [Fact]
    public void A_number_in_a_log_line_is_masked()
    {
        Assert.Equal("+14*******00", $"{PhoneNumber.Parse("+14155550100")}");
        Assert.Equal("(none)", default(PhoneNumber).ToString());
    }
}
