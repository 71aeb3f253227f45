using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Calls;

/// <summary>Calls that come in at the same moment share a commit. None of them notices the others.</summary>
public abstract class DecidingCallsTogetherTests(VoicemailService service)
{
    [Fact]
    public async Task Each_of_many_calls_at_once_gets_the_answer_that_it_would_have_got_alone()
    {
        var forwarding = await service.HasNumberAsync(forwardingQuota: 7);
        var off = await service.HasNumberAsync(settings => settings with { IsEnabled = false });
        var inactive = await service.HasNumberAsync(isActive: false);
        var known = Sid.New("CA");
        await RingAsync(off.E164, known);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(i => new[]
        {
            AnswerAsync("forwarding", RingAsync(forwarding.E164, Sid.New("CA"))),
            AnswerAsync("off", RingAsync(off.E164, Sid.New("CA"))),
            AnswerAsync("inactive", RingAsync(inactive.E164, Sid.New("CA"))),
            AnswerAsync("nobody", RingAsync($"+1999000{i:0000}", Sid.New("CA"))),
            AnswerAsync("known", RingAsync(off.E164, known)),
        }));

        Assert.Equal(
            ["forwarding <Dial 7", "forwarding <Record 13", "inactive <Say 20", "known <Record 20", "nobody <Reject 20", "off <Record 20"],
            answers.CountBy(answer => answer).Select(group => $"{group.Key} {group.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(7, (await service.SubscriptionAsync(forwarding)).ForwardingUsed);
        Assert.Equal(20, await service.ReadAsync(db => db.Calls.CountAsync(call => call.NumberId == forwarding.Id)));
        Assert.Equal(21, await service.ReadAsync(db => db.Voicemails.CountAsync(voicemail => voicemail.NumberId == off.Id)));
        Assert.Single(await service.VoicemailsOfAsync(known));
    }

    private static async Task<string> AnswerAsync(string to, Task<WebhookExchange> call)
    {
        var body = (await call).Body!;
        return $"{to} {new[] { "<Dial", "<Record", "<Reject", "<Say" }.First(verb => body.Contains(verb, StringComparison.Ordinal))}";
    }

    private protected Task<WebhookExchange> RingAsync(string to, string sid) => service.Line.SendAsync(
        "/webhook/voice",
        new WebhookParameters { { "CallSid", sid }, { "CallStatus", "ringing" }, { "From", "+12125550100" }, { "To", to } },
        TestContext.Current.CancellationToken);

    public sealed class OnSqlite(SqliteService service) : DecidingCallsTogetherTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : DecidingCallsTogetherTests(service), IClassFixture<PostgreSqlService>
    {
        [Fact]
        public async Task A_subscription_that_somebody_holds_keeps_no_other_caller_waiting()
        {
            var held = await service.HasNumberAsync();
            var others = new List<TestNumber>();
            for (var i = 0; i < 30; i++)
            {
                others.Add(await service.HasNumberAsync());
            }

            await RingAsync(held.E164, Sid.New("CA"));
            var waiting = new List<Task<WebhookExchange>>();
            var answers = new List<Task<WebhookExchange>>();

            await service.ChangeAsync(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
                await db.Subscriptions.Where(row => row.Id == held.SubscriptionId)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.ForwardingQuota, 5), TestContext.Current.CancellationToken);
                foreach (var number in others)
                {
                    answers.Add(RingAsync(number.E164, Sid.New("CA")));
                    if (waiting.Count < 3)
                    {
                        waiting.Add(RingAsync(held.E164, Sid.New("CA")));
                    }
                }

                await Task.WhenAll(answers);
                Assert.All(waiting, call => Assert.False(call.IsCompleted, "The others waited until the held one was given up."));
                await transaction.CommitAsync(TestContext.Current.CancellationToken);
            });

            Assert.All(await Task.WhenAll(answers.Concat(waiting)), answer => Assert.Contains("<Dial", answer.Body));
            Assert.Equal(4, (await service.SubscriptionAsync(held)).ForwardingUsed);
        }
    }
}
