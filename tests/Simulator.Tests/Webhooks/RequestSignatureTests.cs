using System.Text;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Tests.Webhooks;

/// <summary>Vectors made with Twilio's own package for Node, and one that Twilio publishes.</summary>
public sealed class RequestSignatureTests
{
    private const string Token = "f0e1d2c3b4a5968778695a4b3c2d1e0f";

    private static readonly WebhookParameters Voice = new()
    {
        { "AccountSid", "AC00000000000000000000000000000001" },
        { "ApiVersion", "2010-04-01" },
        { "CallSid", "CA00000000000000000000000000000001" },
        { "CallStatus", "ringing" },
        { "Called", "+15005550006" },
        { "Caller", "+14155550100" },
        { "Direction", "inbound" },
        { "From", "+14155550100" },
        { "FromCity", "SAN FRANCISCO" },
        { "FromState", "CA" },
        { "FromZip", "" },
        { "FromCountry", "US" },
        { "StirVerstat", "TN-Validation-Passed-A" },
        { "To", "+15005550006" },
    };

    [Theory]
    [InlineData("https://voicemail.example.com/webhook/voice", "ks38+NSkXXYTwjdOUwVGBypoQBg=")]
    [InlineData("https://voicemail.example.com:443/webhook/voice", "BdAHMWJd/0khtSE51gJAFmsyOXs=")]
    [InlineData("https://voicemail.example.com:8443/webhook/voice", "ozwq8N+5LpeBaEhNaxxceO5QsXk=")]
    [InlineData("http://voicemail.example.com/webhook/voice", "fb9Xfv2GhGwCQP/b4ubVNWnggPg=")]
    [InlineData("https://voicemail.example.com/webhook/voice/", "MTMwbRxQoP+jFJgVjVx/9gYt7Tw=")]
    [InlineData("https://voicemail.example.com/webhook/voice#rc=2&rp=ct", "ks38+NSkXXYTwjdOUwVGBypoQBg=")]
    public void A_form_is_signed_with_its_url(string url, string signature) =>
        Assert.Equal(signature, RequestSignature.ForForm(Token, url, Voice));

    [Fact]
    public void The_query_of_a_form_belongs_to_the_url() => Assert.Equal(
        "T1dmMM/BOy1YWXVA1r2I5RmZRdQ=",
        RequestSignature.ForForm(Token, "https://voicemail.example.com/webhook/voicemail-callback?number=42", new WebhookParameters
        {
            { "AccountSid", "AC00000000000000000000000000000001" },
            { "CallSid", "CA00000000000000000000000000000001" },
            { "RecordingSid", "RE00000000000000000000000000000001" },
            {
                "RecordingUrl",
                "https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Recordings/RE00000000000000000000000000000001"
            },
            { "RecordingStatus", "completed" },
            { "RecordingDuration", "17" },
            { "RecordingChannels", "1" },
            { "RecordingStartTime", "Thu, 20 Nov 2025 08:15:30 +0000" },
            { "RecordingSource", "RecordVerb" },
        }));

    [Fact]
    public void A_get_is_signed_by_its_url_alone() => Assert.Equal(
        "bXVUwW7KtFqEj/6zM9iPWn2aEOY=",
        RequestSignature.ForUrl(
            Token,
            "https://voicemail.example.com/webhook/call-status?CallSid=CA00000000000000000000000000000001&CallStatus=completed&From=%2B14155550100&To=%2B15005550006"));

    [Fact]
    public void Json_is_signed_by_its_hash_in_the_url()
    {
        var body = Encoding.UTF8.GetBytes("""{"account_sid":"AC00000000000000000000000000000001","service_sid":"GA00000000000000000000000000000001","transcript_sid":"GT00000000000000000000000000000001","customer_key":"vm-42","event_type":"voice_intelligence_transcript_available"}""");

        var hash = RequestSignature.BodyHash(body);

        Assert.Equal("70f9df9a86057d0a89375e5d2d166d52185a4e79c2ce1943de55b41acb67f0ac", hash);
        Assert.Equal(
            "W6mZD7sRyfzjANAbdVpGXCA3Ssg=",
            RequestSignature.ForUrl(Token, $"https://voicemail.example.com/webhook/intelligence?bodySHA256={hash}"));
    }

    [Fact]
    public void Names_are_sorted_by_ordinal_and_values_are_left_as_they_are() => Assert.Equal(
        "QWe0D4K6txpLTB4ybGSkyQATdvM=",
        RequestSignature.ForForm(Token, "https://voicemail.example.com/webhook/sms", new WebhookParameters
        {
            { "Body", " 你好 & <ok> " },
            { "From", "+14155550100" },
            { "MessageSid", "SM00000000000000000000000000000001" },
            { "NumMedia", "0" },
            { "OptOutType", "" },
            { "To", "+15005550006" },
            { "zCustom", "x" },
            { "ZCustom", "y" },
        }));

    [Fact]
    public void A_repeated_field_counts_once_for_each_different_value() => Assert.Equal(
        "7lpqS2zI4K7xyQg+NnojBfOkkR8=",
        RequestSignature.ForForm(Token, "https://voicemail.example.com/webhook/voice", new WebhookParameters
        {
            { "CallSid", "CA00000000000000000000000000000001" },
            { "Tag", "b" },
            { "Tag", "a" },
            { "Tag", "b" },
        }));

    [Fact]
    public void The_published_example_agrees() => Assert.Equal(
        "L/OH5YylLD5NRKLltdqwSvS0BnU=",
        RequestSignature.ForForm("12345", "https://example.com/myapp.php?foo=1&bar=2", new WebhookParameters
        {
            { "CallSid", "CA1234567890ABCDE" },
            { "Caller", "+14158675310" },
            { "Digits", "1234" },
            { "From", "+14158675310" },
            { "To", "+18005551212" },
        }));

    [Theory]
    [InlineData("https://Voicemail.example.com:8443/a?b#c", "https://Voicemail.example.com/a?b#c")]
    [InlineData("https://voicemail.example.com", "https://voicemail.example.com")]
    [InlineData("http://localhost:5080/webhook/voice", "http://localhost:5080/webhook/voice")]
    public void Voice_over_https_is_signed_without_its_port(string configured, string expected) =>
        Assert.Equal(expected, RequestSignature.VoiceUrl(configured));
}
