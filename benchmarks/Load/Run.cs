using System.Diagnostics;
using System.Net;

namespace MaskedVoicemail.Load;

/// <summary>One measurement: so many connections for so long, each sending its next request once it has the answer to its last, or at a fixed rate.</summary>
/// <param name="Server">Where it listens.</param>
/// <param name="Connections">How many.</param>
/// <param name="Time">How long.</param>
/// <param name="Rate">Requests a second over all connections, whatever the server does (open loop); null for as fast as they are answered.</param>
/// <param name="Requests">At most so many.</param>
/// <param name="Request">The next request, by its number.</param>
/// <param name="IsRight">Whether an answer is what it must be.</param>
internal sealed record Run(
    IPEndPoint Server, int Connections, TimeSpan Time, int? Rate, int Requests, Func<int, byte[]> Request, Func<int, ReadOnlyMemory<byte>, bool> IsRight)
{
    private int _next = -1;

    public async Task<Outcome> MeasureAsync()
    {
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => SendAsync(clock))));
        return new Outcome(clock.Elapsed, [.. times.SelectMany(time => time).Order()]);
    }

    /// <returns>The time of each answer in microseconds. At a fixed rate it counts from when the request was due, where the connection was busy then.</returns>
    private async Task<List<double>> SendAsync(Stopwatch clock)
    {
        using var connection = await Connection.OpenAsync(Server);
        var times = new List<double>();
        while (true)
        {
            var number = Interlocked.Increment(ref _next);
            var due = Rate is { } rate ? TimeSpan.FromSeconds(number / (double)rate) : clock.Elapsed;
            if (due >= Time || number >= Requests)
            {
                return times;
            }

            var early = due - clock.Elapsed;
            var isLate = Rate is not null && early < TimeSpan.Zero;
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early);
            }

            var request = Request(number);
            var start = isLate ? due : clock.Elapsed;
            var (status, body) = await connection.ExchangeAsync(request);
            if (!IsRight(status, body))
            {
                throw new InvalidDataException($"Answer {number} is wrong: {status} {System.Text.Encoding.UTF8.GetString(body.Span)[..Math.Min(body.Length, 2000)]}");
            }

            times.Add((clock.Elapsed - start).TotalMicroseconds);
        }
    }
}
