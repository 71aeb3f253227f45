using MaskedVoicemail.Web.Webhooks.Signatures;

namespace MaskedVoicemail.Unit.Tests.Webhooks;

/// <summary>Signatures made by Twilio's own Node library, and one that Twilio published ("Security").</summary>
public sealed class TwilioSignatureTests
{
    private const string Voice = "https://voicemail.example.com/webhook/voice";

    private static readonly TwilioSignature Signature = new("f0e1d2c3b4a5968778695a4b3c2d1e0f");

    private static readonly TwilioField[] IncomingCall =
    [
        new("AccountSid", "AC00000000000000000000000000000001"),
        new("ApiVersion", "2010-04-01"),
        new("CallSid", "CA00000000000000000000000000000001"),
        new("CallStatus", "ringing"),
        new("Called", "+15005550006"),
        new("Caller", "+14155550100"),
        new("Direction", "inbound"),
        new("From", "+14155550100"),
        new("FromCity", "SAN FRANCISCO"),
        new("FromState", "CA"),
        new("FromZip", ""),
        new("FromCountry", "US"),
        new("StirVerstat", "TN-Validation-Passed-A"),
        new("To", "+15005550006"),
    ];

    [Theory]
    [InlineData("ks38+NSkXXYTwjdOUwVGBypoQBg=", true)]
    [InlineData("BdAHMWJd/0khtSE51gJAFmsyOXs=", true)]
    [InlineData("ozwq8N+5LpeBaEhNaxxceO5QsXk=", false)]
    [InlineData("fb9Xfv2GhGwCQP/b4ubVNWnggPg=", false)]
    [InlineData("MTMwbRxQoP+jFJgVjVx/9gYt7Tw=", false)]
    public void A_call_is_checked_against_the_configured_address_with_and_without_its_port(string signature, bool expected)
    {
        Assert.Equal(expected, Signature.IsValid(Voice, IncomingCall, signature));
    }

    [Fact]
    public void A_port_of_the_configured_address_counts()
    {
        Assert.True(Signature.IsValid("https://voicemail.example.com:8443/webhook/voice", IncomingCall, "ozwq8N+5LpeBaEhNaxxceO5QsXk="));
        Assert.True(Signature.IsValid("https://voicemail.example.com:8443/webhook/voice", IncomingCall, "ks38+NSkXXYTwjdOUwVGBypoQBg="));
    }

    [Fact]
    public void The_query_belongs_to_the_address()
    {
        TwilioField[] fields =
        [
            new("AccountSid", "AC00000000000000000000000000000001"),
            new("CallSid", "CA00000000000000000000000000000001"),
            new("RecordingSid", "RE00000000000000000000000000000001"),
            new("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Recordings/RE00000000000000000000000000000001"),
            new("RecordingStatus", "completed"),
            new("RecordingDuration", "17"),
            new("RecordingChannels", "1"),
            new("RecordingStartTime", "Thu, 20 Nov 2025 08:15:30 +0000"),
            new("RecordingSource", "RecordVerb"),
        ];

        Assert.True(Signature.IsValid("https://voicemail.example.com/webhook/voicemail-callback?number=42", fields, "T1dmMM/BOy1YWXVA1r2I5RmZRdQ="));
        Assert.False(Signature.IsValid("https://voicemail.example.com/webhook/voicemail-callback?number=43", fields, "T1dmMM/BOy1YWXVA1r2I5RmZRdQ="));
    }

    [Fact]
    public void A_get_is_signed_by_its_address_alone()
    {
        const string url = "https://voicemail.example.com/webhook/call-status?CallSid=CA00000000000000000000000000000001&CallStatus=completed&From=%2B14155550100&To=%2B15005550006";

        Assert.True(Signature.IsValid(url, [], "bXVUwW7KtFqEj/6zM9iPWn2aEOY="));
    }

    [Fact]
    public void A_json_body_is_signed_by_its_hash_in_the_address()
    {
        const string url = "https://voicemail.example.com/webhook/intelligence?bodySHA256=70f9df9a86057d0a89375e5d2d166d52185a4e79c2ce1943de55b41acb67f0ac";

        Assert.True(Signature.IsValid(url, [], "W6mZD7sRyfzjANAbdVpGXCA3Ssg="));
    }

    [Fact]
    public void Blanks_other_scripts_and_upper_case_are_taken_as_they_are()
    {
        TwilioField[] fields =
        [
            new("zCustom", "x"),
            new("ZCustom", "y"),
            new("Body", " 你好 & <ok> "),
            new("From", "+14155550100"),
            new("MessageSid", "SM00000000000000000000000000000001"),
            new("NumMedia", "0"),
            new("OptOutType", ""),
            new("To", "+15005550006"),
        ];

        Assert.True(Signature.IsValid("https://voicemail.example.com/webhook/sms", fields, "QWe0D4K6txpLTB4ybGSkyQATdvM="));
    }

    [Fact]
    public void A_field_that_comes_more_than_once_counts_with_each_of_its_values()
    {
        TwilioField[] fields =
        [
            new("CallSid", "CA00000000000000000000000000000001"),
            new("Tag", "b"),
            new("Tag", "a"),
            new("Tag", "b"),
        ];

        Assert.True(Signature.IsValid(Voice, fields, "7lpqS2zI4K7xyQg+NnojBfOkkR8="));
    }

    [Fact]
    public void Twilios_published_example_is_valid()
    {
        TwilioField[] fields =
        [
            new("CallSid", "CA1234567890ABCDE"),
            new("Caller", "+14158675310"),
            new("Digits", "1234"),
            new("From", "+14158675310"),
            new("To", "+18005551212"),
        ];

        Assert.True(new TwilioSignature("12345").IsValid("https://example.com/myapp.php?foo=1&bar=2", fields, "L/OH5YylLD5NRKLltdqwSvS0BnU="));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("ks38+NSkXXYTwjdOUwVGBypoQB")]
    [InlineData("a3MzOCtOU2tYWFlUd2pkT1V3VkdCeXBvUUJnPQ==")]
    public void What_is_no_signature_is_refused(string signature)
    {
        Assert.False(Signature.IsValid(Voice, IncomingCall, signature));
    }

    [Fact]
    public void While_a_token_is_rotated_both_are_accepted_and_an_empty_one_never()
    {
        const string signature = "ks38+NSkXXYTwjdOUwVGBypoQBg=";

        Assert.True(new TwilioSignature("the-next-token", "f0e1d2c3b4a5968778695a4b3c2d1e0f").IsValid(Voice, IncomingCall, signature));
        Assert.False(new TwilioSignature("the-next-token", "").IsValid(Voice, IncomingCall, signature));
    }

    [Fact]
    public async Task One_checker_serves_many_threads()
    {
        var checks = Enumerable.Range(0, 64).Select(_ => Task.Run(() =>
        {
            for (var round = 0; round < 500; round++)
            {
                if (!Signature.IsValid(Voice, IncomingCall, "ks38+NSkXXYTwjdOUwVGBypoQBg="))
                {
                    return false;
                }
            }

            return true;
        }));

        Assert.All(await Task.WhenAll(checks), Assert.True);
    }
}
