using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Infrastructure.Notifications;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Delivery.Tests.Notifications;

public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Mails_are_listed_newest_first_and_found_by_their_id()
    {
        var outbox = new Outbox(Options.Create(new EmailOptions()), new TestHostEnvironment(_folder.Path), _clock);
        Assert.Empty(await outbox.ListAsync(10, Cancellation));
        for (var i = 1; i <= 3; i++)
        {
            await new OutboxEmailSender(outbox).SendAsync(new EmailMessage("a@example.test", $"第{i}封", "text", "<p>html</p>"), Cancellation);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var listed = await outbox.ListAsync(2, Cancellation);

        Assert.Equal(["第3封", "第2封"], listed.Select(mail => mail.Subject));
        Assert.Equal(listed[0], await outbox.FindAsync(listed[0].Id, Cancellation));
        Assert.Null(await outbox.FindAsync(Guid.NewGuid(), Cancellation));
    }
}
