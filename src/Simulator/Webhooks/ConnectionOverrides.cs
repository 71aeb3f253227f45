using System.Globalization;

namespace MaskedVoicemail.Simulator.Webhooks;

/// <summary>
/// Time limits and retries of one webhook URL, from its fragment (<c>#rc=2&amp;rp=ct,rt,5xx&amp;rt=4000</c>).
/// https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
/// </summary>
public sealed record ConnectionOverrides
{
    private static readonly string[] Policies = ["4xx", "5xx", "ct", "rt", "all"];

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromMilliseconds(5000);

    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromMilliseconds(15000);

    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMilliseconds(15000);

    public int RetryCount { get; init; } = 1;

    public IReadOnlyList<string> RetryPolicy { get; init; } = ["ct"];

    /// <summary>What is wrong with the fragment, if anything is; such a part is ignored.</summary>
    public IReadOnlyList<string> Mistakes { get; init; } = [];

    public bool Retries(WebhookFailure failure) => RetryPolicy.Contains("all") || failure switch
    {
        WebhookFailure.Connection => RetryPolicy.Contains("ct"),
        WebhookFailure.ReadTimeout => RetryPolicy.Contains("rt"),
        WebhookFailure.ClientError => RetryPolicy.Contains("4xx"),
        WebhookFailure.ServerError => RetryPolicy.Contains("5xx"),
        _ => false,
    };

    public static ConnectionOverrides Of(string url)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        var overrides = new ConnectionOverrides();
        if (fragment < 0)
        {
            return overrides;
        }

        var mistakes = new List<string>();
        foreach (var part in url[(fragment + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = part.Split('=', 2) is [var name, var text] ? (name, text) : (part, "");
            overrides = key switch
            {
                "ct" => overrides with { ConnectTimeout = Milliseconds(100, 10000) ?? overrides.ConnectTimeout },
                "rt" => overrides with { ReadTimeout = Milliseconds(100, 15000) ?? overrides.ReadTimeout },
                "tt" => overrides with { TotalTimeout = Milliseconds(100, 15000) ?? overrides.TotalTimeout },
                "rc" => overrides with { RetryCount = Number(0, 5) ?? overrides.RetryCount },
                "rp" => overrides with { RetryPolicy = Policy() ?? overrides.RetryPolicy },
                "sni" or "e" => overrides,
                _ => Mistaken(overrides),
            };

            int? Number(int least, int most)
            {
                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number >= least && number <= most)
                {
                    return number;
                }

                mistakes.Add(part);
                return null;
            }

            TimeSpan? Milliseconds(int least, int most) =>
                Number(least, most) is { } number ? TimeSpan.FromMilliseconds(number) : null;

            string[]? Policy()
            {
                var policies = value.Split(',');
                if (policies.All(Policies.Contains))
                {
                    return policies;
                }

                mistakes.Add(part);
                return null;
            }

            ConnectionOverrides Mistaken(ConnectionOverrides unchanged)
            {
                mistakes.Add(part);
                return unchanged;
            }
        }

        return overrides with { Mistakes = mistakes };
    }
}
