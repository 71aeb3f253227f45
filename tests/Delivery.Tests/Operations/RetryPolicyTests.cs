using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Operations;

namespace MaskedVoicemail.Delivery.Tests.Operations;

public sealed class RetryPolicyTests
{
    private const double NoJitter = 0.5;

    private static readonly StepFailure Unavailable = StepFailure.Of(new PartnerException("503", isPermanent: false));

    [Fact]
    public void A_recording_that_is_not_ready_is_asked_for_again_within_seconds()
    {
        var delays = Enumerable.Range(1, 4).Select(attempt => Delay(StepKind.FetchAudio, attempt, Unavailable));

        Assert.Equal([1, 2, 4, 8], delays.Select(delay => delay!.Value.TotalSeconds));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_outage_of_half_an_hour_costs_at_most_twelve_attempts_and_its_end_is_noticed_within_ten_minutes(double chance)
    {
        var attempts = 1;
        var time = TimeSpan.Zero;
        while (time < TimeSpan.FromMinutes(30))
        {
            time += RetryPolicy.DelayAfter(StepKind.FetchAudio, attempts, Unavailable, chance)!.Value;
            attempts++;
        }

        Assert.InRange(attempts - 1, 1, 12);
        Assert.True(time < TimeSpan.FromMinutes(40));
    }

    [Theory]
    [InlineData(StepKind.FetchAudio, 24)]
    [InlineData(StepKind.NotifyOwner, 24)]
    [InlineData(StepKind.ReleaseOriginal, 7 * 24)]
    [InlineData(StepKind.Transcribe, 0)]
    public void A_partner_in_trouble_is_tried_for_its_time_and_then_given_up(StepKind kind, int hours)
    {
        var total = TimeSpan.Zero;
        for (var attempt = 1; Delay(kind, attempt, Unavailable) is { } delay; attempt++)
        {
            total += delay;
        }

        Assert.InRange(total.TotalHours, hours, hours + 1);
    }

    [Fact]
    public void Refused_credentials_are_never_a_reason_to_give_up()
    {
        var refused = StepFailure.Of(new PartnerException("401", isPermanent: false, TimeSpan.FromMinutes(5)) { IsRefusal = true });

        Assert.NotNull(RetryPolicy.DelayAfter(StepKind.NotifyOwner, 100_000, refused, NoJitter));
    }

    [Fact]
    public void A_partner_is_never_asked_before_the_time_it_named()
    {
        var limited = StepFailure.Of(new PartnerException("429", isPermanent: false, TimeSpan.FromMinutes(3)));

        Assert.Equal(TimeSpan.FromMinutes(3), RetryPolicy.DelayAfter(StepKind.NotifyOwner, 1, limited, chance: 0));
        Assert.True(RetryPolicy.DelayAfter(StepKind.NotifyOwner, 1, limited, chance: 1) > TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void What_is_refused_for_good_is_not_tried_again() =>
        Assert.Null(Delay(StepKind.NotifyOwner, 1, StepFailure.Of(new PartnerException("400", isPermanent: true))));

    [Fact]
    public void A_full_disk_is_noticed_to_have_space_again_within_five_minutes_and_is_waited_for_a_day()
    {
        var full = StepFailure.Of(new IOException("No space left on device"));

        Assert.All(
            Enumerable.Range(1, 300), attempt => Assert.True(RetryPolicy.DelayAfter(StepKind.FetchAudio, attempt, full, chance: 1) < TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void A_defect_is_tried_eight_times()
    {
        var defect = StepFailure.Of(new InvalidOperationException("secret +14155550100"));

        Assert.NotNull(Delay(StepKind.FetchAudio, 7, defect));
        Assert.Null(Delay(StepKind.FetchAudio, 8, defect));
        Assert.Equal("InvalidOperationException", defect.Reason);
    }

    [Fact]
    public void Audio_that_is_not_whole_is_Twilios_trouble() =>
        Assert.Equal(FailureCause.Partner, StepFailure.Of(new InvalidAudioException("half")).Cause);

    private static TimeSpan? Delay(StepKind kind, int attempts, StepFailure failure) => RetryPolicy.DelayAfter(kind, attempts, failure, NoJitter);
}
