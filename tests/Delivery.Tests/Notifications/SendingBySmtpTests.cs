using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Infrastructure.Notifications;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Delivery.Tests.Notifications;

public sealed class SendingBySmtpTests : IAsyncDisposable
{
    private static readonly EmailMessage Message = new("owner@example.test", "你好", "text of 你好", "<p>html of 你好</p>", "0198c5a0-reference");

    private readonly MailServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_mail_is_handed_over_in_both_forms_under_a_name_that_stays_the_same()
    {
        var first = await SendAsync(_server.Port);
        var second = await SendAsync(_server.Port);

        Assert.Equal("<0198c5a0-reference@voicemail.example.test>", first);
        Assert.Equal(first, second);
        Assert.All(_server.Mails, mail =>
        {
            Assert.Single(mail.Split('\n'), line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase));
            Assert.Contains(first!, mail, StringComparison.Ordinal);
            Assert.Contains("multipart/alternative", mail, StringComparison.Ordinal);
            Assert.True(mail.IndexOf("text/plain", StringComparison.Ordinal) < mail.IndexOf("text/html", StringComparison.Ordinal));
            Assert.Contains("Subject: =?utf-8?B?", mail, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData("550 No such user", true)]
    [InlineData("451 Try again later", false)]
    [InlineData("530 Authentication required", false)]
    public async Task A_refusal_is_for_good_only_where_it_concerns_the_recipient(string answer, bool isPermanent)
    {
        _server.AnswerToRecipient = answer;

        var failure = await Assert.ThrowsAsync<PartnerException>(() => SendAsync(_server.Port));

        Assert.Equal(isPermanent, failure.IsPermanent);
        Assert.DoesNotContain("owner@example.test", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        var failure = await Assert.ThrowsAsync<PartnerException>(() => SendAsync(port: 9));

        Assert.False(failure.IsPermanent);
    }

    private static Task<string?> SendAsync(int port) => new SmtpEmailSender(
        Options.Create(new SmtpOptions { Host = "127.0.0.1", Port = port, EnableSsl = false }),
        Options.Create(new EmailOptions { From = "no-reply@voicemail.example.test" }),
        TimeProvider.System).SendAsync(Message, TestContext.Current.CancellationToken);
}
