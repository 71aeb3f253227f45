using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Tests.Webhooks;

public sealed class ConnectionOverridesTests
{
    [Fact]
    public void Without_a_fragment_only_a_failed_connection_is_retried_and_once()
    {
        var overrides = ConnectionOverrides.Of("https://host/path");

        Assert.Equal(1, overrides.RetryCount);
        Assert.True(overrides.Retries(WebhookFailure.Connection));
        Assert.False(overrides.Retries(WebhookFailure.ServerError));
        Assert.False(overrides.Retries(WebhookFailure.ReadTimeout));
    }

    [Fact]
    public void A_fragment_overrides()
    {
        var overrides = ConnectionOverrides.Of("https://host/path?x=1#rc=2&rp=ct,rt,5xx&rt=4000&e=dublin");

        Assert.Equal(2, overrides.RetryCount);
        Assert.Equal(TimeSpan.FromSeconds(4), overrides.ReadTimeout);
        Assert.True(overrides.Retries(WebhookFailure.ServerError));
        Assert.False(overrides.Retries(WebhookFailure.ClientError));
        Assert.Empty(overrides.Mistakes);
    }

    [Fact]
    public void An_answer_that_breaks_off_is_never_retried() =>
        Assert.False(ConnectionOverrides.Of("https://host/#rp=4xx,5xx,ct,rt").Retries(WebhookFailure.BrokenOff));

    [Theory]
    [InlineData("rc=6")]
    [InlineData("rp=sometimes")]
    [InlineData("rt=15001")]
    [InlineData("retries=2")]
    public void A_bad_override_is_named_and_ignored(string part)
    {
        var overrides = ConnectionOverrides.Of($"https://host/#{part}");

        Assert.Equal([part], overrides.Mistakes);
        Assert.Equal(1, overrides.RetryCount);
    }
}
