using System.Diagnostics;
using OpenTelemetry;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>A query holds what people search for, and the numbers of a webhook by GET: it stays out of traces.</summary>
internal sealed class QueryRemoval : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data) => data.SetTag("url.query", null);
}
