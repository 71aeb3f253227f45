using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Web.Webhooks;

/// <summary>
/// Our URLs as Twilio gets them: with a fragment that tells it how long to wait and when to try again, within its 15 s for all attempts together.
/// The fragment is neither sent nor signed. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
/// </summary>
public static class WebhookUrls
{
    /// <summary>A caller is on the line: a node that is down or hangs is given up soon, so that another one can answer.</summary>
    private const string Live = "#rc=2&rp=ct,rt,5xx&rt=4500";

    /// <summary>Nobody waits, and a report that is lost has to be searched for: every attempt that Twilio offers.</summary>
    private const string Report = "#rc=5&rp=ct,rt,5xx&rt=4000";

    /// <summary>For what drives a live call. The answers are the same each time.</summary>
    public static string RetriedUrlOf(this PublicAddress address, string pathAndQuery)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.UrlOf(pathAndQuery) + Live;
    }

    /// <summary>For reports beside a call.</summary>
    public static string InsistentUrlOf(this PublicAddress address, string pathAndQuery)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.UrlOf(pathAndQuery) + Report;
    }
}
