using MaskedVoicemail.Domain.Calls;

namespace MaskedVoicemail.Unit.Tests.Calls;

public sealed class CallerTests
{
    [Theory]
    [InlineData("+14155550100", CallerKind.PhoneNumber)]
    [InlineData("anonymous", CallerKind.Withheld)]
    [InlineData("+Anonymous", CallerKind.Withheld)]
    [InlineData("RESTRICTED", CallerKind.Withheld)]
    [InlineData("+266696687", CallerKind.Withheld)]
    [InlineData("+86282452253", CallerKind.Withheld)]
    [InlineData("", CallerKind.Withheld)]
    [InlineData(null, CallerKind.Withheld)]
    [InlineData("client:reception", CallerKind.Client)]
    [InlineData("sip:bob@pbx.example.test", CallerKind.Sip)]
    [InlineData("bob@pbx.example.test", CallerKind.Sip)]
    [InlineData("sip:anonymous@anonymous.invalid", CallerKind.Sip)]
    [InlineData("32665", CallerKind.Other)]
    public void Every_form_of_From_is_told_apart(string? from, CallerKind expected)
    {
        Assert.Equal(expected, Caller.FromRaw(from).Kind);
    }

    [Fact]
    public void Only_a_number_that_was_shown_is_a_number()
    {
        Assert.Equal("+14155550100", Caller.FromRaw("+14155550100").Number?.E164);
        Assert.Null(Caller.FromRaw("+266696687").Number);
        Assert.Null(Caller.FromRaw("sip:+14155550100@pbx.example.test").Number);
    }

    [Fact]
    public void A_caller_in_a_log_line_is_masked()
    {
        Assert.Equal("+14*******00", Caller.FromRaw("+14155550100").ToString());
        Assert.Equal("Sip", Caller.FromRaw("sip:bob@pbx.example.test").ToString());
    }

    [Fact]
    public void An_endless_caller_id_is_cut()
    {
        Assert.Equal(Caller.MaxLength, Caller.FromRaw(new string('9', 5_000)).Raw.Length);
    }
}
