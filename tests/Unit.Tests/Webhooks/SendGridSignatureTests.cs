using System.Text;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Web.Webhooks.Signatures;

namespace MaskedVoicemail.Unit.Tests.Webhooks;

/// <summary>A request that SendGrid's own libraries are tested with.</summary>
public sealed class SendGridSignatureTests
{
    private const string PublicKey =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";

    private const string Signature =
        "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=";

    private const string Timestamp = "1600112502";

    private const string Line =
        """[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]""";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(Line + "\r\n");

    [Fact]
    public void SendGrids_own_example_is_valid_byte_for_byte_and_not_without_its_line_end()
    {
        var signature = new SendGridSignature(PublicKey);

        Assert.Equal(327, Body.Length);
        Assert.True(signature.IsValid(Timestamp, Body, Signature));
        Assert.False(signature.IsValid(Timestamp, Encoding.UTF8.GetBytes(Line), Signature));
    }

    [Theory]
    [InlineData("1600112503", Signature)]
    [InlineData(Timestamp, "")]
    [InlineData(Timestamp, "MEUC")]
    [InlineData(Timestamp, "no base64")]
    [InlineData(Timestamp, "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtQ=")]
    public void Another_time_or_signature_is_not_valid(string timestamp, string signature) =>
        Assert.False(new SendGridSignature(PublicKey).IsValid(timestamp, Body, signature));

    [Fact]
    public void Every_changed_byte_of_the_body_is_noticed()
    {
        var signature = new SendGridSignature(PublicKey);
        for (var index = 0; index < Body.Length; index++)
        {
            var changed = Body.ToArray();
            changed[index] ^= 1;
            Assert.False(signature.IsValid(Timestamp, changed, Signature));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_key_nothing_is_valid(string? key) => Assert.False(new SendGridSignature(key).IsValid(Timestamp, Body, Signature));

    [Theory]
    [InlineData("a key")]
    [InlineData("AAAA")]
    [InlineData("-----BEGIN PUBLIC KEY-----")]
    [InlineData("MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEqkEdWnsjKq0tYr8RS4XS9Ua4jx1wAAKpWiyMeaG4bBp3fCSQLRpR1n4vNdXpXwpkGvL1Bo9EBBC8vSb6SDHVTbPiWO7jX1Ou+9lbYvPz/XcXO2qgYOVQvP8BRPYeyw0Z")]
    public void What_is_no_key_of_the_right_kind_is_named_in_one_line(string key)
    {
        var failure = Assert.Throws<SettingException>(() => new SendGridSignature(key));

        Assert.StartsWith("SendGrid:EventPublicKey: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
