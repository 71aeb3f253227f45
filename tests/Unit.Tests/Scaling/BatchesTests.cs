using System.Reflection;
using MaskedVoicemail.Infrastructure;
using MaskedVoicemail.Scaling;

namespace MaskedVoicemail.Unit.Tests.Scaling;

public sealed class BatchesTests
{
    private const double Decision = 1_000;

    private readonly Agenda _agenda = new();
    private readonly List<(double At, int Calls)> _begun = [];
    private int _underWay;
    private int _mostUnderWay;

    [Fact]
    public void A_lone_call_waits_for_nobody()
    {
        Come(50, 1);

        Assert.Equal([(50, 1)], _begun);
    }

    [Fact]
    public void What_comes_in_while_a_batch_is_under_way_is_the_next_batch()
    {
        Come((0, 1), (10, 1), (20, 5), (990, 2), (1_005, 3));

        Assert.Equal([(0, 1), (Decision, 8), (2 * Decision, 3)], _begun);
    }

    [Fact]
    public void A_batch_is_never_larger_than_128_and_no_more_than_one_is_under_way()
    {
        Come((0, 1), (1, 1), (2, 300));

        Assert.Equal([1, 128, 128, 45], _begun.Select(batch => batch.Calls));
        Assert.Equal(1, _mostUnderWay);
    }

    [Fact]
    public void A_batch_that_takes_too_long_lets_the_next_one_begin()
    {
        var batches = new Batches(_agenda, (batch, _) => _begun.Add((_agenda.Now, batch.Count)));
        _agenda.In(0, () => Add(batches, 4));
        _agenda.Run();

        Assert.Equal([(0, 1), (Batches.LongestHold, 3)], _begun);
    }

    [Fact]
    public void The_limits_are_those_of_the_service()
    {
        var assembly = typeof(DependencyInjection).Assembly;
        var commits = assembly.GetType("MaskedVoicemail.Infrastructure.Persistence.SharedCommits`2", throwOnError: true)!.MakeGenericType(typeof(string), typeof(bool));

        Assert.Equal(Batches.MostCalls, Read(commits, "MostItems"));
        Assert.Equal(TimeSpan.FromMicroseconds(Batches.LongestHold), Read(commits, "LongestHold"));
    }

    private static object? Read(Type type, string name) => type.GetField(name, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null);

    private static void Add(Batches batches, int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            batches.Add(default);
        }
    }

    private void Come(double at, int calls) => Come((at, calls));

    private void Come(params (double At, int Calls)[] arrivals)
    {
        var batches = new Batches(_agenda, Decide);
        foreach (var (at, calls) in arrivals)
        {
            _agenda.In(at, () => Add(batches, calls));
        }

        _agenda.Run();
    }

    private void Decide(IReadOnlyList<Call> batch, Action done)
    {
        _begun.Add((_agenda.Now, batch.Count));
        _mostUnderWay = Math.Max(_mostUnderWay, ++_underWay);
        _agenda.In(Decision, () =>
        {
            _underWay--;
            done();
        });
    }
}
