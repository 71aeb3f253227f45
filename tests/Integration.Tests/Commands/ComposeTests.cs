using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Integration.Tests.Support.Compose;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Integration.Tests.Commands;

/// <summary>What docker-compose.yml starts: a proxy and two nodes, either of which may go at any time.</summary>
public sealed class ComposeTests(ComposedService service) : IClassFixture<ComposedService>, IAsyncLifetime
{
    private static readonly SpokenMessage Message = SampleMessages.English[0];

    /// <summary>Of which one message is heard, and of which many calls are made.</summary>
    private const int HeardNumber = 0;
    private const int BusyNumber = 1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        service.Database.Mend();
        await service.RunsAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Nothing_but_the_proxy_is_reached_from_outside_and_it_knows_every_node()
    {
        var nodes = service.Compose.Services.Where(entry => entry.Value.Image == "masked-voicemail" && !service.Compose.IsRunToItsEnd(entry.Key)).ToList();

        Assert.Equal(["proxy"], service.Compose.Services.Where(entry => entry.Value.Ports.Count > 0).Select(entry => entry.Key));
        Assert.Equal(service.Compose.Services["proxy"].Environment["NODES"].Split(' '), nodes.Select(node => $"{node.Key}:8080"));
        Assert.Equal(2, nodes.Count);
        Assert.All(nodes, node => Assert.Equal("30s", node.Value.StopGracePeriod));
    }

    [Fact]
    public async Task The_proxys_configuration_holds_for_a_host_name_with_a_certificate()
    {
        var folder = Directory.CreateTempSubdirectory("masked-voicemail-").FullName;
        await using var caddy = CaddyProcess.Start("validate", service.Compose.Services["proxy"].Environment, folder);

        Assert.True(await caddy.EndAsync() == 0, caddy.Output);
        Assert.Contains("Valid configuration", caddy.Output, StringComparison.Ordinal);
        Assert.Contains("enabling automatic HTTP->HTTPS redirects", caddy.Output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_node_is_healthy_while_it_can_serve()
    {
        Assert.Equal(0, await CheckAsync());

        service.Database.Cut();

        await Eventually.IsSoAsync(async () => await CheckAsync() != 0, "the check fails");

        async Task<int> CheckAsync()
        {
            var node = service.Nodes[0];
            var command = service.Compose.Services[node.Name].Healthcheck.Test
                .Select(word => word.Replace("$$", "$", StringComparison.Ordinal).Replace("8080", $"{node.Address.Port}", StringComparison.Ordinal))
                .ToList();
            Assert.Equal("CMD", command[0]);
            using var check = Process.Start(command[1], command[2..]);
            await check.WaitForExitAsync(Cancellation);
            return check.ExitCode;
        }
    }

    [Fact]
    public async Task A_message_is_heard_through_either_node_and_no_node_keeps_anything()
    {
        using var owner = await SignedInAsync(HeardNumber);
        await LeavesMessageAsync(HeardNumber);
        await Eventually.IsSoAsync(
            async () => await owner.MessagesAsync() is [var id] && await owner.StatusAsync($"/voicemails/{id}/audio") == 200, "the message can be heard", Outputs);
        var message = Assert.Single(await owner.MessagesAsync());

        Assert.Equal(Message.Wav.ToArray(), await owner.AudioAsync(message));
        foreach (var node in service.Nodes)
        {
            using var there = owner.At(node.Address);
            Assert.Equal(Message.Wav.ToArray(), await there.AudioAsync(message));
            Assert.Empty(Directory.EnumerateFileSystemEntries(node.Folder, "*", SearchOption.AllDirectories));
        }

        Assert.Equal(Message.Wav.ToArray(), service.Bucket.Objects[$"voicemails/{message}.audio"].Content);
    }

    [Fact]
    public async Task Who_signed_in_at_one_node_is_signed_in_at_the_other()
    {
        using var here = service.NewVisitor(service.Nodes[0].Address);
        await here.SignInAsync(ComposedService.OwnerEmail(HeardNumber), ComposedService.Password);
        using var there = here.At(service.Nodes[1].Address);

        Assert.Equal(200, await there.StatusAsync("/voicemails"));
    }

    [Fact]
    public async Task A_node_that_dies_costs_no_call_and_no_page()
    {
        using var owner = await SignedInAsync();
        await using var load = new Load(service, owner, pagesMayBreakOff: true);
        await load.GrowsByAsync(requests: 50);

        await service.Nodes[0].KillAsync();
        await load.GrowsByAsync(requests: 200);

        Assert.Empty(await load.FailuresAsync());
    }

    [Fact]
    public async Task Nodes_are_replaced_one_after_the_other_while_people_call()
    {
        using var owner = await SignedInAsync();
        await using var load = new Load(service, owner);

        foreach (var node in service.Nodes)
        {
            await load.GrowsByAsync(requests: 50);
            var took = Stopwatch.StartNew();
            var run = await node.StopAsync();

            Assert.True(run.ExitCode == 0, run.ToString());
            Assert.InRange(took.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(25));
            await load.GrowsByAsync(requests: 100);
            await service.RunsAsync();
        }

        Assert.Empty(await load.FailuresAsync());
    }

    [Fact]
    public async Task Callers_are_answered_while_the_database_is_away_and_readers_are_told()
    {
        using var owner = await SignedInAsync();
        service.Database.Cut();
        await Eventually.IsSoAsync(async () => await owner.StatusAsync("/voicemails") == 503, "the proxy leaves out nodes that can't serve");

        var call = await LeavesMessageAsync(strict: false);
        using var page = await owner.GetAsync("/voicemails");
        var text = await page.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains(call.Heard, sentence => sentence.Contains("leave a message", StringComparison.Ordinal));
        Assert.NotNull(call.RecordingSid);
        Assert.Contains("not available right now", text, StringComparison.Ordinal);
        Assert.Contains("请稍后再试", text, StringComparison.Ordinal);
        Assert.NotNull(page.Headers.RetryAfter);
    }

    [Fact]
    public async Task Each_line_that_a_node_prints_is_a_document_and_what_goes_wrong_with_a_call_names_it()
    {
        service.Database.Cut();

        var call = await LeavesMessageAsync(strict: false);

        await Eventually.IsSoAsync(() => Task.FromResult(Outputs().Contains($"\"CallSid\":\"{call.CallSid}\"", StringComparison.Ordinal)), "a line names the call", Outputs);
        Assert.All(Outputs().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), line => JsonDocument.Parse(line).Dispose());
    }

    private async Task<PortalVisitor> SignedInAsync(int number = BusyNumber)
    {
        var owner = service.NewVisitor(service.Address);
        await owner.SignInAsync(ComposedService.OwnerEmail(number), ComposedService.Password);
        return owner;
    }

    private Task<CompletedCall> LeavesMessageAsync(int number = BusyNumber, bool strict = true) =>
        service.Line.PlaceCallAsync(CallTo(number) with { Strict = strict }, Cancellation);

    private static PhoneCall CallTo(int number) => new()
    {
        From = "+12125550147",
        To = ComposedService.Number(number),
        Owner = OwnerPhone.RingsOut(),
        Caller = CallerBehaviour.LeavesMessage(Message),
    };

    private string Outputs() => string.Join('\n', service.Nodes.Select(node => node.Output));

    /// <summary>
    /// People call, and one reads, all the time. Of a node that is killed half a page may have been sent, which no proxy can take back: then it is
    /// loaded again.
    /// </summary>
    private sealed class Load : IAsyncDisposable
    {
        private const int BrokeOff = 0;

        private readonly CancellationTokenSource _end = new();
        private readonly ConcurrentQueue<string> _failures = [];
        private readonly bool _pagesMayBreakOff;
        private readonly Task _people;
        private int _requests;

        public Load(ComposedService service, PortalVisitor reader, bool pagesMayBreakOff = false)
        {
            _pagesMayBreakOff = pagesMayBreakOff;
            _people = Task.WhenAll(CallAsync(service), CallAsync(service), ReadAsync(reader), ReadAsync(reader));
        }

        public Task GrowsByAsync(int requests)
        {
            var wanted = _requests + requests;
            return Eventually.IsSoAsync(() => Task.FromResult(_requests >= wanted), "the load goes on");
        }

        public async Task<IEnumerable<string>> FailuresAsync()
        {
            await _end.CancelAsync();
            await _people;
            return _failures;
        }

        public async ValueTask DisposeAsync()
        {
            await FailuresAsync();
            _end.Dispose();
        }

        private async Task CallAsync(ComposedService service)
        {
            while (!_end.IsCancellationRequested)
            {
                var call = await service.Line.PlaceCallAsync(CallTo(BusyNumber) with { Strict = false }, Cancellation);
                foreach (var exchange in call.Exchanges)
                {
                    Count(exchange.IsSuccess, $"{exchange.Method} {exchange.Target}: {exchange.StatusCode} {exchange.Failure}");
                }
            }
        }

        private async Task ReadAsync(PortalVisitor reader)
        {
            while (!_end.IsCancellationRequested)
            {
                var status = await reader.StatusAsync("/voicemails");
                if (status == BrokeOff && _pagesMayBreakOff)
                {
                    status = await reader.StatusAsync("/voicemails");
                }

                Count(status == 200, $"GET /voicemails: {status}");
            }
        }

        private void Count(bool succeeded, string request)
        {
            Interlocked.Increment(ref _requests);
            if (!succeeded)
            {
                _failures.Enqueue(request);
            }
        }
    }
}
