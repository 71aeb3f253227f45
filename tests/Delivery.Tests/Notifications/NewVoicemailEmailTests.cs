using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Delivery.Tests.Notifications;

public sealed class NewVoicemailEmailTests
{
    private const string Link = "https://voicemail.example.test/voicemails/0198c5a0";

    [Fact]
    public void An_English_reader_learns_who_called_when_and_what_was_said()
    {
        var email = Send(Email(Language.English) with { CallerName = "Jane Doe", Transcription = TranscriptionStatus.Completed, Transcript = "Call me back." });

        Assert.Equal("owner@example.test", email.To);
        Assert.Equal("New voicemail from +1 415-555-0100", email.Subject);
        Assert.Equal("reference", email.Reference);
        Assert.Equal(
            """
            Somebody left you a message.

            Caller: +1 415-555-0100
            Name: Jane Doe
            Number called: +1 555-000-0001
            Time: Thursday, March 5, 2026, 12:04 PM (UTC-05:00)
            Length: 1:05

            What was said, written out by a machine:
            > Call me back.

            Listen to the message: https://voicemail.example.test/voicemails/0198c5a0

            -- 
            MaskedVoicemail

            """,
            email.Text);
    }

    [Fact]
    public void A_Chinese_reader_reads_Chinese_throughout()
    {
        var email = Send(Email(Language.Chinese) with { TimeZone = "Asia/Shanghai", Transcription = TranscriptionStatus.Failed });

        Assert.Equal("+1 415-555-0100 的新语音留言", email.Subject);
        Assert.Equal(
            """
            有人给您留了言。

            来电者：+1 415-555-0100
            被叫号码：+1 555-000-0001
            时间：2026年3月6日 星期五 01:04（UTC+08:00）
            时长：1:05

            这条留言未能转写成文字。

            收听留言：https://voicemail.example.test/voicemails/0198c5a0

            -- 
            MaskedVoicemail

            """,
            email.Text);
        Assert.Contains("<html lang=\"zh-CN\">", email.Html, StringComparison.Ordinal);
        Assert.Contains("有人给您留了言。", email.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "New voicemail from a withheld number", "Caller: withheld number")]
    [InlineData(Language.Chinese, "隐藏号码的新语音留言", "来电者：号码已隐藏")]
    public void A_withheld_number_is_called_so(Language language, string subject, string caller)
    {
        var email = Send(Email(language) with { Caller = Caller.FromRaw("anonymous") });

        Assert.Equal(subject, email.Subject);
        Assert.Contains(caller, email.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TranscriptionStatus.Pending, "not ready in time")]
    [InlineData(TranscriptionStatus.Failed, "could not be written out")]
    public void It_is_said_why_there_is_no_text(TranscriptionStatus status, string reason) =>
        Assert.Contains(reason, Send(Email(Language.English) with { Transcription = status }).Text, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_said_of_a_text_that_nobody_asked_for()
    {
        var text = Send(Email(Language.English)).Text;

        Assert.DoesNotContain("text", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("written", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(Language.English, "Sealed voicemail", "waits sealed")]
    [InlineData(Language.Chinese, "（已封存）", "额度")]
    public void A_sealed_message_tells_nothing_of_what_was_said(Language language, string subject, string explanation)
    {
        var email = Send(Email(language) with { IsSealed = true, Transcription = TranscriptionStatus.Completed, Transcript = "the secret" });

        Assert.Contains(subject, email.Subject, StringComparison.Ordinal);
        Assert.Contains(explanation, email.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the secret", email.Text + email.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "could not be saved")]
    [InlineData(Language.Chinese, "未能保存")]
    public void An_owner_hears_of_a_message_whose_audio_is_lost(Language language, string subject) =>
        Assert.Contains(subject, Send(Email(language) with { IsLost = true }).Subject, StringComparison.Ordinal);

    [Fact]
    public void What_strangers_say_stays_text()
    {
        const string hostile = "</p><script>alert(1)</script><a href=\"https://evil.example.test\">&\r\nBcc: x@evil.example.test\u202E\u2066\u0007";
        var email = Send(Email(Language.English) with
        {
            Caller = Caller.FromRaw($"sip:{hostile}@evil.example.test"),
            CallerName = hostile,
            Transcription = TranscriptionStatus.Completed,
            Transcript = hostile,
        });

        Assert.All(email.Subject, character => Assert.False(char.IsControl(character) || character is '\u202E' or '\u2066'));
        Assert.DoesNotContain("<script", email.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("evil.example.test\"", email.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', email.Html + email.Text);
        Assert.DoesNotContain('\u2066', email.Html + email.Text);
        Assert.DoesNotContain("\nBcc:", email.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var email = Send(Email(Language.English) with
        {
            Transcription = TranscriptionStatus.Completed,
            Transcript = string.Concat(Enumerable.Repeat("😀", 5_000)),
        });

        Assert.Contains("😀…", email.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", email.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mail_loads_nothing_from_anywhere()
    {
        var html = Send(Email(Language.English)).Html;

        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
    }

    private static EmailMessage Send(NewVoicemailEmail email) => email.To("owner@example.test", "reference");

    private static NewVoicemailEmail Email(Language language) => new()
    {
        Words = new Wording(language),
        Caller = Caller.FromRaw("+14155550100"),
        CallerName = null,
        Number = PhoneNumber.Parse("+15550000001"),
        ReceivedAt = new DateTimeOffset(2026, 3, 5, 17, 4, 30, TimeSpan.Zero),
        TimeZone = "America/New_York",
        DurationSeconds = 65,
        Transcription = TranscriptionStatus.None,
        Transcript = null,
        IsSealed = false,
        IsLost = false,
        Link = Link,
    };
}
