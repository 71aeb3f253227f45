using MaskedVoicemail.Simulator;

namespace MaskedVoicemail.Web.Features.Simulator;

internal static class CallPaces
{
    /// <summary>Real seconds a second of the call takes: a whole call goes by in some eight seconds, and still feels like one.</summary>
    public static double Factor(this CallPace pace) => pace switch
    {
        CallPace.RealTime => 1,
        CallPace.Instant => 0,
        _ => 0.2,
    };

    public static Pace ToPace(this CallPace pace) => pace is CallPace.Instant ? Pace.Immediate : Pace.Scaled(pace.Factor());
}
